package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void checksThoseWhoseKeysItHasReadAndNoOthers() throws Exception {
        Kit kit = new Kit();
        kit.grant();
        List<Bytes> all = kit.log().entries(0, kit.log().head().size());
        int last = all.size() - 1;
        List<Bytes> forged =
                List.of(all.get(0), all.get(1), forged(Entry.parse(all.get(1))).bytes());

        Passage whole = Passage.begin(all, ListedKeys.all(), Runnable::run).get();
        assertThat(whole.checked()).extracting(Checked::record).isEqualTo(whole.records());
        assertThat(whole.checked()).allMatch(each -> each.verified().isPresent());
        Passage lying = Passage.begin(forged, ListedKeys.all(), Runnable::run).get();
        assertThat(lying.checked()).extracting(Checked::record).isEqualTo(lying.records());
        assertThat(lying.checked())
                .extracting(each -> each.verified().isPresent())
                .containsExactly(true, true, false);
        ListedKeys few = ListedKeys.upTo(1);
        Passage.begin(all.subList(0, last), few, Runnable::run).get();
        Passage rest =
                Passage.begin(all.subList(last, last + 1), few, Runnable::run).get();
        assertThat(rest.records()).hasSize(1);
        assertThat(rest.checked()).as("its key was listed long before").isEmpty();
    }

    /** Whoever checked a signature says so for good: nobody checks a wrong one again to tell why it is wrong. */
    @Test
    void believesWhatWasCheckedBefore() throws Exception {
        Kit kit = new Kit();
        kit.grant();
        List<Bytes> all = kit.log().entries(0, kit.log().head().size());
        Passage passage = Passage.begin(all, ListedKeys.all(), Runnable::run).get();
        int last = all.size() - 1;
        EntryVerifier verifier = new EntryVerifier(VerifiedEntries.none());
        verifier.read(passage.records());
        verifier.checked(List.of(new Checked(passage.records().get(last), Optional.empty(), "it was checked")));
        for (int i = 0; i < last; i++) {
            verifier.verify(i, passage.entries().get(i));
        }
        assertThat(verifier.verify(last, passage.entries().get(last)).fault())
                .hasValueSatisfying(fault -> assertThat(fault.why()).contains("it was checked"));
    }

    private static Entry forged(Entry entry) throws Exception {
        String text = entry.jws().text();
        int at = text.lastIndexOf('.') + 10;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return new Entry(entry.instant(), CompactJws.parse(text.substring(0, at) + other + text.substring(at + 1)));
    }
}
