package org.countenance.decisions;

import java.time.Instant;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.EntryBundle;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TileSource;
import org.countenance.tlog.TreeProofs;

/** The static files of a log as they were when it had so many entries. */
final class ServedLog implements TileSource {

    private static final SigningKey KEY = SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32]));
    private static final SigningKey COSIGNATURE = SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32]));

    private final LogStore log;
    private final CheckpointSigner signer;
    private final long size;

    ServedLog(LogStore log, long size) {
        this.log = log;
        this.size = size;
        signer = new CheckpointSigner(log.name() + "/0", KEY, COSIGNATURE);
    }

    LogKeys keys() {
        return LogKeys.always(signer.verifierKeys());
    }

    private Bytes checkpoint() {
        Instant instant = LogStores.entry(log, size - 1).instant();
        return signer.sign(new Checkpoint(log.name() + "/0", size, TreeProofs.root(size, log::node)), instant);
    }

    @Override
    public Optional<Bytes> read(String path) {
        if (path.equals(CHECKPOINT)) {
            return Optional.of(checkpoint());
        }
        if (path.startsWith(ANNEX)) {
            return log.annex(path.substring(ANNEX.length()));
        }
        try {
            if (path.startsWith("tile/entries/")) {
                EntryBundle bundle = EntryBundle.parse(path);
                return Optional.of(bundle.encode(log.entries(bundle.from(), bundle.until())));
            }
            Tile tile = Tile.parse(path);
            return Optional.of(tile.encode(tile.hashes(log::node)));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
