package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.jws.CompactJws;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.VerifiedRecord;
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

        assertThat(ids(Passage.begin(all, ListedKeys.all(), Runnable::run).get().verified()))
                .isEqualTo(ids(all));
        assertThat(ids(Passage.begin(forged, ListedKeys.all(), Runnable::run)
                        .get()
                        .verified()))
                .isEqualTo(ids(forged.subList(0, 2)));
        ListedKeys few = ListedKeys.upTo(1);
        Passage.begin(all.subList(0, last), few, Runnable::run).get();
        Passage rest =
                Passage.begin(all.subList(last, last + 1), few, Runnable::run).get();
        assertThat(rest.records()).hasSize(1);
        assertThat(rest.verified()).as("its key was listed long before").isEmpty();
    }

    private static List<Id> ids(List<?> things) throws Exception {
        List<Id> ids = new ArrayList<>();
        for (Object thing : things) {
            ids.add(
                    thing instanceof VerifiedRecord record
                            ? record.record().id()
                            : new Id(Entry.parse((Bytes) thing).jws().id()));
        }
        return ids;
    }

    private static Entry forged(Entry entry) throws Exception {
        String text = entry.jws().text();
        int at = text.lastIndexOf('.') + 10;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return new Entry(entry.instant(), CompactJws.parse(text.substring(0, at) + other + text.substring(at + 1)));
    }
}
