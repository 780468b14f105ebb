package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Window;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Merkle;
import org.junit.jupiter.api.Test;

/** A log whose operator lies: what a verifier notices before it decides anything. */
class ProvenEntriesTest {

    private static final String ORIGIN = Kit.NAME + "/0";
    private static final CheckpointSigner SIGNER = new CheckpointSigner(
            ORIGIN,
            SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32])),
            SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));
    private static final Instant NOW = Instant.parse("2026-12-15T00:00:00Z");

    /** The kit's entries after {@code change}, under a checkpoint that fits them. */
    private static LogStore log(java.util.function.UnaryOperator<List<Bytes>> change) {
        Kit kit = new Kit();
        kit.grant();
        List<Bytes> entries = change.apply(kit.log().entries(0, kit.log().head().size()));
        Frontier frontier = new Frontier();
        entries.forEach(entry -> frontier.append(Merkle.leafHash(entry)));
        InMemoryLogStore store = new InMemoryLogStore(Kit.NAME, SIGNER.signEmpty(NOW));
        Bytes checkpoint = SIGNER.sign(new Checkpoint(ORIGIN, entries.size(), frontier.root()), NOW);
        store.append(new LogStore.Batch(
                store.head(),
                entries.stream()
                        .map(entry -> new LogStore.NewEntry(entry, entry.hex(), Set.of()))
                        .toList(),
                frontier.completed(),
                Map.of(),
                checkpoint));
        return store;
    }

    private static ProvenEntries scan(LogStore log) throws NotVerifiedException {
        return ProvenEntries.read(log.moment().slice(), LogKeys.always(SIGNER.verifierKeys()));
    }

    private static List<Bytes> replace(List<Bytes> entries, int at, String what, String to) {
        List<Bytes> changed = new java.util.ArrayList<>(entries);
        try {
            changed.set(at, Bytes.utf8(entries.get(at).text().replace(what, to)));
        } catch (org.countenance.base.MalformedException e) {
            throw new AssertionError(e);
        }
        assertThat(changed).isNotEqualTo(entries);
        return changed;
    }

    @Test
    void readsAnHonestLog() throws NotVerifiedException {
        assertThat(scan(log(entries -> entries)).size()).isEqualTo(4);
    }

    @Test
    void noticesAnEntryThatIsDatedBack() {
        assertThatThrownBy(() -> scan(log(entries -> replace(entries, 3, "2026-11-01T", "2026-10-01T"))))
                .hasMessageContaining("wanted one not before");
    }

    @Test
    void noticesAnEntryFromTheFuture() {
        assertThatThrownBy(() -> scan(log(entries -> replace(entries, 3, "2026-11-01T", "2027-11-01T"))))
                .hasMessageContaining("five minutes after the checkpoint");
    }

    @Test
    void noticesAnEntryThatDoesNotRead() {
        assertThatThrownBy(() -> scan(log(entries -> replace(entries, 2, "eyJ", "e!J"))))
                .hasMessageContaining("LC304");
    }

    @Test
    void noticesAnEntryThatIsNotUnderTheCheckpoint() {
        InMemoryLogStore store = (InMemoryLogStore) log(entries -> entries);
        LogStore.Head head = store.head();
        Bytes other = SIGNER.sign(new Checkpoint(ORIGIN, head.size(), Merkle.EMPTY_ROOT), NOW);
        store.replaceCheckpoint(head, other);
        assertThatThrownBy(() -> scan(store)).hasMessageContaining("LC303");
    }

    @Test
    void noticesEveryEntryThatIsLeftOut() throws NotVerifiedException {
        LogStore honest = log(entries -> entries);
        List<Bytes> entries = honest.entries(0, honest.head().size());
        for (int left = 0; left < entries.size(); left++) {
            List<Bytes> rest = new java.util.ArrayList<>(entries);
            rest.remove(left);
            InMemoryLogStore store = new InMemoryLogStore(Kit.NAME, SIGNER.signEmpty(NOW));
            // Padded to the size that was signed, or the store itself would miss an entry.
            rest.add(rest.get(rest.size() - 1));
            store.append(new LogStore.Batch(
                    store.head(),
                    rest.stream()
                            .map(entry -> new LogStore.NewEntry(entry, entry.hex(), Set.of()))
                            .toList(),
                    List.of(),
                    Map.of(),
                    honest.head().checkpoint()));
            assertThatThrownBy(() -> scan(store)).as("without entry " + left).hasMessageContaining("LC303");
        }
    }

    @Test
    void wantsAKeyThatIsValidAtTheCheckpointsInstant() {
        LogStore log = log(entries -> entries);
        List<LogKeys.Dated> ended = SIGNER.verifierKeys().stream()
                .map(key -> new LogKeys.Dated(key, new Window(Instant.MIN, NOW)))
                .toList();
        assertThatThrownBy(() -> ProvenEntries.read(log.moment().slice(), new LogKeys(ended)))
                .hasMessageContaining("LC301");
    }
}
