package org.countenance.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.tlog.EntryBundle;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TileSource;
import org.countenance.tlog.TreeNodes;

/** A tree of a certain size as static files tell it. Untrusted: its hashes are held against a checkpoint by whoever asks. */
final class TiledTree implements TreeNodes {

    private static final int HEIGHT = 8;
    private static final int KEPT = 64;

    private final TileSource source;
    private final long size;

    /** A walk along the tree asks for the same tiles again and again. */
    private final Map<String, List<Bytes>> tiles = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Bytes>> eldest) {
            return size() > KEPT;
        }
    };

    TiledTree(TileSource source, long size) {
        this.source = source;
        this.size = size;
    }

    /** Says that a file is not there, or not what its path says. */
    static final class FileException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FileException(String message) {
            super(message);
        }
    }

    @Override
    public Bytes node(int level, long index) {
        int within = level % HEIGHT;
        long first = index << within;
        List<Bytes> hashes = tile(level / HEIGHT, first / Tile.FULL);
        int from = (int) (first % Tile.FULL);
        if (from + (1 << within) > hashes.size()) {
            throw new FileException(
                    "wanted " + (1 << within) + " hashes from " + first + " at level " + level + ", found fewer");
        }
        return Merkle.root(hashes.subList(from, from + (1 << within)));
    }

    /** The hashes of a tile, as wide as it is in a tree of this size. */
    List<Bytes> tile(int level, long index) {
        long hashes = size >>> (HEIGHT * level);
        int width = (int) Math.min(Tile.FULL, hashes - index * Tile.FULL);
        Tile tile = new Tile(level, index, width);
        List<Bytes> known = tiles.get(tile.path());
        if (known == null) {
            try {
                known = tile.decode(read(tile.path()));
            } catch (MalformedException e) {
                throw new FileException(e.getMessage());
            }
            tiles.put(tile.path(), known);
        }
        return known;
    }

    /** How many entries a bundle holds in a tree of this size, and which. */
    EntryBundle bundle(long index) {
        return new EntryBundle(index, (int) Math.min(Tile.FULL, size - index * Tile.FULL));
    }

    Bytes read(String path) {
        try {
            return source.read(path).orElseThrow(() -> new FileException("wanted `" + path + "`, found none"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
