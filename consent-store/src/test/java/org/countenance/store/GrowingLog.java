package org.countenance.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.Merkle;

/** A log of short texts under real checkpoints, so that it has thousands of entries in a moment. */
final class GrowingLog implements AutoCloseable {

    static final String NAME = "test.example/growing";

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final CheckpointSigner signer;
    private final LogStore store;
    private String word = "entry";

    GrowingLog(Path file) {
        this(file, NAME);
    }

    GrowingLog(Path file, String name) {
        signer = new CheckpointSigner(
                name + "/0",
                SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32])),
                SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));
        store = SqliteLogStore.create(file, name, signer.signEmpty(NOW));
    }

    LogStore store() {
        return store;
    }

    CheckpointSigner signer() {
        return signer;
    }

    /** From now on its entries begin with another word. */
    GrowingLog saying(String other) {
        word = other;
        return this;
    }

    /** Appends until there are so many entries, with these annexes beside them. */
    GrowingLog growTo(int size, String... annexes) {
        Frontier frontier = LogStores.frontier(store);
        List<LogStore.NewEntry> entries = new ArrayList<>();
        for (long i = frontier.size(); i < size; i++) {
            Bytes entry = Bytes.utf8(word + " " + i);
            frontier.append(Merkle.leafHash(entry));
            entries.add(new LogStore.NewEntry(entry, "id " + i, Set.of()));
        }
        store.append(new LogStore.Batch(
                store.head(), entries, frontier.completed(), byHash(annexes), sign(size, frontier.root(), NOW)));
        return this;
    }

    private static Map<String, Bytes> byHash(String... annexes) {
        return List.of(annexes).stream()
                .map(Bytes::utf8)
                .collect(java.util.stream.Collectors.toMap(
                        annex -> Sha256.hash(annex).hex(), annex -> annex));
    }

    /** Cosigns the head anew. */
    void renew(Instant instant) {
        store.replaceCheckpoint(
                store.head(),
                sign(store.head().size(), LogStores.frontier(store).root(), instant));
    }

    private Bytes sign(long size, Bytes root, Instant instant) {
        return signer.sign(new Checkpoint(signer.verifierKeys().get(0).name(), size, root), instant);
    }

    @Override
    public void close() {
        store.close();
    }
}
