package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
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
    private final VerifiedEntries few = VerifiedEntries.upTo(2_000);

    @Test
    void giveTheSameAnswersToTheByte() throws IOException, MalformedException, NotVerifiedException {
        for (Map.Entry<String, CorpusFile> each :
                CorpusFile.all(CorpusFile.DIRECTORY).entrySet()) {
            CorpusFile file = each.getValue();
            String wanted = VerdictJson.render(Asked.verdict(file));
            for (VerifiedEntries known : List.of(all, few, all)) {
                assertThat(verdict(file, known)).as(each.getKey()).isEqualTo(wanted);
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
