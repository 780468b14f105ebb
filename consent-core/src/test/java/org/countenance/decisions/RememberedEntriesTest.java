package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.VerifiedEntries;
import org.countenance.report.VerdictJson;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verifier;
import org.junit.jupiter.api.Test;

/** The corpus with entries that were verified before, in the same case and in others, whose logs begin alike. */
class RememberedEntriesTest {

    private final VerifiedEntries all = VerifiedEntries.upTo(100_000_000);

    @Test
    void giveTheSameAnswersToTheByte() throws IOException, MalformedException, NotVerifiedException {
        for (Map.Entry<String, CorpusFile> each :
                CorpusFile.all(CorpusFile.DIRECTORY).entrySet()) {
            CorpusFile file = each.getValue();
            String wanted = VerdictJson.render(Asked.verdict(file));
            VerifiedEntries own = VerifiedEntries.upTo(1_000_000);
            VerifiedEntries few = VerifiedEntries.upTo(2_000);
            for (int again = 0; again < 2; again++) {
                assertThat(verdict(file, own)).as(each.getKey()).isEqualTo(wanted);
                assertThat(verdict(file, few)).as(each.getKey()).isEqualTo(wanted);
                assertThat(verdict(file, all)).as(each.getKey()).isEqualTo(wanted);
            }
        }
    }

    private static String verdict(CorpusFile file, VerifiedEntries known)
            throws IOException, MalformedException, NotVerifiedException {
        Verifier verifier =
                Verifier.trusting(TrustPolicy.parse(file.file("policy"))).remembering(known);
        return VerdictJson.render(verifier.verify(Asked.request(file), CorpusLog.inMemory(file)));
    }
}
