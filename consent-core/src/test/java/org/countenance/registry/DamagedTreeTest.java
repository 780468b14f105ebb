package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.jws.Algorithm;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.Merkle;
import org.junit.jupiter.api.Test;

/** A writer on a store whose tree was damaged: it would sign a second history, which everybody would take for a fork. */
class DamagedTreeTest {

    private static final Instant NOW = Instant.parse("2026-12-15T00:00:00Z");

    private final Kit kit = new Kit();

    /** The kit's log, in which another node stands at the tree's right edge. */
    private LogWriter writer() {
        LogStore log = kit.log();
        CheckpointSigner signer = new CheckpointSigner(
                Kit.NAME + "/0", kit.key("log", Algorithm.ED25519), kit.key("cosignature", Algorithm.ML_DSA_44));
        InMemoryLogStore damaged = new InMemoryLogStore(Kit.NAME, signer.signEmpty(NOW));
        Frontier frontier = new Frontier();
        List<Bytes> entries = log.entries(0, log.head().size());
        entries.forEach(entry -> frontier.append(Merkle.leafHash(Bytes.concat(entry, entry))));
        damaged.append(new LogStore.Batch(
                damaged.head(),
                entries.stream()
                        .map(entry -> new LogStore.NewEntry(entry, entry.hex(), keys(entry)))
                        .toList(),
                frontier.completed(),
                Map.of(),
                log.head().checkpoint()));
        return new LogWriter(damaged, signer, () -> Optional.of(kit.key("registry", Algorithm.ED25519)));
    }

    private static Set<String> keys(Bytes entry) {
        try {
            return SubjectKeys.of(Entry.parse(entry).jws());
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void signsNoHeadAnew() {
        assertThatThrownBy(() -> writer().renew(NOW)).hasMessageContaining("nothing more is signed on them");
    }

    @Test
    void appendsNothing() {
        assertThatThrownBy(() -> writer().index(NOW)).isInstanceOfSatisfying(StoreException.class, failure -> {
            assertThat(failure.isCorruption()).isTrue();
        });
    }
}
