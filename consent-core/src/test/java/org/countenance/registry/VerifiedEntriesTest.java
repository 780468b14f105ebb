package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.tlog.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A memory that shortens what is done again, and changes nothing of what comes out. */
class VerifiedEntriesTest {

    private final Kit kit = new Kit();
    private final VerifiedEntries known = VerifiedEntries.upTo(100_000);
    private Entry party = entry(0);
    private Entry prohibition = party;

    @BeforeEach
    void logs() {
        kit.prohibit("'*'", "'*'", "new");
        party = entry(1);
        prohibition = entry(3);
    }

    @Test
    void findsTheVeryEntryAgain() throws Exception {
        assertThat(known.record(party)).isEmpty();
        assertThat(new EntryVerifier(known).verify(1, party).record()).isPresent();

        assertThat(known.read(party.bytes())).isSameAs(party);
        assertThat(known.record(Entry.parse(party.bytes()))).isPresent();
        assertThat(new EntryVerifier(known).verify(1, party).record()).isPresent();
    }

    @Test
    void takesNoChangedEntryForIt() throws Exception {
        new EntryVerifier(known).verify(1, party);
        byte[] bytes = party.bytes().toArray();
        // A character inside the signature: still an entry, still the same id.
        bytes[bytes.length - 20] = (byte) (bytes[bytes.length - 20] == 'A' ? 'B' : 'A');
        Entry changed = known.read(Bytes.of(bytes));

        assertThat(changed.jws().id()).isEqualTo(party.jws().id());
        assertThat(known.record(changed)).isEmpty();
        assertThat(new EntryVerifier(known).verify(1, changed).fault()).isPresent();
        bytes[0] = 'x';
        assertThatThrownBy(() -> known.read(Bytes.of(bytes))).isInstanceOf(MalformedException.class);
    }

    @Test
    void asksWhoListedTheKeyEachTime() {
        EntryVerifier first = new EntryVerifier(known);
        first.verify(1, party);
        assertThat(first.verify(3, prohibition).record()).isPresent();
        assertThat(known.record(prohibition)).isPresent();

        assertThat(new EntryVerifier(known).verify(3, prohibition).fault())
                .as("no entry before lists the key")
                .isPresent();
    }

    @Test
    void forgetsWhatWasAskedForLongestAgo() {
        VerifiedEntries small = VerifiedEntries.upTo(party.bytes().size() + 1);
        EntryVerifier verifier = new EntryVerifier(small);
        verifier.verify(1, party);
        verifier.verify(1, party);
        assertThat(small.record(party)).isPresent();

        verifier.verify(3, prohibition);

        assertThat(small.record(party)).isEmpty();
        assertThat(small.record(prohibition)).isPresent();
    }

    @Test
    void remembersOfPrecedentsOnlyWhatOthersHangOn() {
        VerifiedEntries precedents = VerifiedEntries.ofPrecedents(100_000);
        EntryVerifier verifier = new EntryVerifier(precedents);
        verifier.verify(1, party);
        verifier.verify(3, prohibition);

        assertThat(precedents.record(party)).isPresent();
        assertThat(precedents.record(prohibition)).isEmpty();
    }

    @Test
    void remembersNothingWhenItMayNot() throws Exception {
        VerifiedEntries none = VerifiedEntries.none();
        new EntryVerifier(none).verify(1, party);

        assertThat(none.record(party)).isEmpty();
        assertThat(none.read(party.bytes())).isEqualTo(party).isNotSameAs(party);
    }

    private Entry entry(long index) {
        return LogStores.entry(kit.log(), index);
    }
}
