package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordKind;
import org.countenance.record.VerifiedRecord;
import org.countenance.tlog.Entry;
import org.countenance.tlog.LogKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slice from entries that were verified before, each of which is held against the log as ever. */
class RememberedSliceTest {

    private final Kit kit = new Kit();
    private final VerifiedEntries memory = VerifiedEntries.upTo(1_000_000);
    private LogKeys keys;
    private Id grant;
    private long logged;

    @BeforeEach
    void logsAnIndexRecord() throws Exception {
        logged = kit.log().head().size();
        grant = kit.grant();
        kit.index();
        kit.grant();
        keys = LogKeys.always(kit.verifierKeys());
    }

    private Slice slice(SliceSource source, VerifiedEntries known) throws NotVerifiedException {
        ProvenEntries proven = ProvenEntries.read(source, keys, known);
        return Slice.read(
                Kit.NAME,
                proven,
                List.of(
                        SubjectKeys.openingOf(kit.id(Kit.LIN)),
                        SubjectKeys.closingOf(kit.id(Kit.LIN)),
                        SubjectKeys.keysOf(kit.id(Kit.STUDIO))));
    }

    private Slice slice() throws NotVerifiedException {
        return slice(kit.log().moment().slice(), memory);
    }

    private ParsedRecord read() throws NotVerifiedException {
        return slice().state().record(grant).orElseThrow().logged().record();
    }

    private Bytes entry(long index) {
        return kit.log().entries(index, index + 1).get(0);
    }

    @Test
    void readsAndVerifiesAnEntryOnce() throws NotVerifiedException {
        ParsedRecord first = read();
        assertThat(read()).isSameAs(first);
    }

    @Test
    void remembersNoEntryAsAnother() throws Exception {
        slice();
        VerifiedRecord verified = memory.record(Entry.parse(entry(logged))).orElseThrow();
        Entry other = Entry.parse(entry(logged - 1));
        assertThatThrownBy(() -> memory.remember(other, verified))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wanted the record of the entry");
    }

    @Test
    void knowsNothingOfAnEntryThatDiffersInOneBit() throws Exception {
        slice();
        Entry whole = memory.read(entry(logged));
        byte[] bytes = entry(logged).toArray();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            try {
                Entry changed = memory.read(Bytes.of(bytes));
                assertThat(changed).isNotEqualTo(whole);
                assertThat(memory.record(changed)).isEmpty();
            } catch (MalformedException e) {
                assertThat(e).hasMessageContaining("wanted");
            }
            bytes[i] ^= 1;
        }
        assertThat(memory.read(Bytes.of(bytes))).isSameAs(whole);
    }

    @Test
    void letsNoDamagedEntryThroughThatWasWholeBefore() throws NotVerifiedException {
        for (long index = 0; index <= logged; index++) {
            slice();
            // Under another index record nothing is proven before.
            kit.grant();
            kit.index();
            SliceSource damaged = damaged(index);
            assertThatThrownBy(() -> slice(damaged, memory))
                    .as("entry " + index)
                    .isInstanceOfAny(StoreException.class, NotVerifiedException.class)
                    .hasMessageContaining("inclusion");
        }
    }

    @Test
    void judgesAnewWhatIsRemembered() throws NotVerifiedException {
        assertThat(slice().state().revocationsOf(grant)).isEmpty();
        kit.sign(
                RecordKind.REVOCATION,
                Kit.LIN,
                kit.id(Kit.LIN),
                "{'target':'" + grant + "','event':'withdrawn','scopes':'*'}");
        assertThat(slice().state().revocationsOf(grant)).hasSize(1);
    }

    /** The log with one signature changed. */
    private SliceSource damaged(long index) {
        return RelayedSource.withChangedEntry(kit.log().moment().slice(), index);
    }
}
