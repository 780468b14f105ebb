package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.jws.CompactJws;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.tlog.Entry;
import org.junit.jupiter.api.Test;

/** Signatures that are checked before they are asked for belong to their own entries. */
class VerifyingAheadTest {

    @Test
    void tellsOfTheOneThatIsFalse() throws Exception {
        Kit kit = new Kit();
        List<Entry> entries = new ArrayList<>();
        for (Bytes bytes : kit.log().entries(0, kit.log().head().size())) {
            entries.add(Entry.parse(bytes));
        }
        assertThat(entries).hasSizeGreaterThan(1);
        int last = entries.size() - 1;
        entries.set(last, forged(entries.get(last)));
        for (Executor executor : List.<Executor>of(Runnable::run, ForkJoinPool.commonPool())) {
            EntryVerifier verifier = new EntryVerifier(VerifiedEntries.none());
            List<ParsedRecord> records = new ArrayList<>();
            for (Entry entry : entries) {
                records.add(RecordCodec.parse(entry.jws()));
            }
            verifier.read(records);
            verifier.verifyAhead(entries, List.of(), executor);
            for (int i = 0; i < last; i++) {
                assertThat(verifier.verify(i, entries.get(i))
                                .record()
                                .orElseThrow()
                                .id())
                        .isEqualTo(records.get(i).id());
            }
            assertThat(verifier.verify(last, entries.get(last)).fault()).isPresent();
        }
    }

    private static Entry forged(Entry entry) throws Exception {
        String text = entry.jws().text();
        int at = text.lastIndexOf('.') + 10;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return new Entry(entry.instant(), CompactJws.parse(text.substring(0, at) + other + text.substring(at + 1)));
    }
}
