package org.countenance.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;

/** The subtrees of a tree, computed from the tiles that a reader would fetch. */
final class TileNodes implements TreeNodes {

    private final TileSource source;
    private final long size;

    TileNodes(TileSource source, long size) {
        this.source = source;
        this.size = size;
    }

    @Override
    public Bytes node(int level, long index) {
        long first = index << (level % 8);
        Tile tile = Tile.of(size)
                .filter(each -> each.level() == level / 8 && each.index() == first / Tile.FULL)
                .findFirst()
                .orElseThrow();
        int from = (int) (first % Tile.FULL);
        try {
            List<Bytes> hashes = tile.decode(source.read(tile.path()).orElseThrow());
            return Merkle.root(hashes.subList(from, from + (1 << (level % 8))));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
