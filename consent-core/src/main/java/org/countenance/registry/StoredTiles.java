package org.countenance.registry;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.tlog.Entry;
import org.countenance.tlog.EntryBundle;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TileSource;

/** A store as the static files that it would be exported to, each made when it is asked for. */
final class StoredTiles implements TileSource {

    private static final String ENTRIES = "tile/entries/";

    private final LogStore store;
    private final Bytes checkpoint;

    /** Serves what {@code store} keeps, be it beyond its head, under this checkpoint. */
    StoredTiles(LogStore store, Bytes checkpoint) {
        this.store = store;
        this.checkpoint = checkpoint;
    }

    @Override
    public Optional<Bytes> read(String path) {
        if (path.equals(CHECKPOINT)) {
            return Optional.of(checkpoint);
        }
        if (path.startsWith(ANNEX)) {
            return store.annex(path.substring(ANNEX.length()));
        }
        try {
            return Optional.of(path.startsWith(ENTRIES) ? entries(EntryBundle.parse(path)) : hashes(Tile.parse(path)));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private Bytes entries(EntryBundle bundle) {
        List<Bytes> entries = store.entries(bundle.from(), bundle.until());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).size() > Entry.LONGEST) {
                throw StoreException.corrupt("wanted entry " + (bundle.from() + i) + " of at most " + Entry.LONGEST
                        + " bytes, found " + entries.get(i).size());
            }
        }
        return bundle.encode(entries);
    }

    private Bytes hashes(Tile tile) {
        return tile.encode(tile.hashes(store::node));
    }
}
