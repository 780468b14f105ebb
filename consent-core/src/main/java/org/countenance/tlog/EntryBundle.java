package org.countenance.tlog;

import java.util.ArrayList;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/**
 * Up to 256 entries as one file, each after its length in two bytes (C2SP tlog-tiles, Log entries). Their leaves are the tile of
 * level 0 with the same index and width.
 *
 * @param index how many bundles come before it
 * @param width how many entries it holds
 */
public record EntryBundle(long index, int width) {

    /** Bytes of the largest. */
    public static final int LARGEST = TileNumber.FULL * (Entry.LONGEST + Short.BYTES);

    private static final String PREFIX = "tile/entries/";

    /** Checks index and width. */
    public EntryBundle {
        new TileNumber(index, width);
    }

    /** The entries whose leaves are a tile of level 0. */
    public static EntryBundle under(Tile leaves) {
        if (leaves.level() != 0) {
            throw new IllegalArgumentException("wanted a tile of level 0, found `" + leaves.path() + "`");
        }
        return new EntryBundle(leaves.index(), leaves.width());
    }

    /** Reads {@code tile/entries/<index>[.p/<width>]}, in its only spelling. */
    public static EntryBundle parse(String path) throws MalformedException {
        if (!path.startsWith(PREFIX)) {
            throw TileNumber.malformed(path);
        }
        TileNumber number = TileNumber.parse(path.substring(PREFIX.length()), path);
        return new EntryBundle(number.index(), number.width());
    }

    /** Where it is served. */
    public String path() {
        return PREFIX + new TileNumber(index, width);
    }

    /** Index of its first entry in the log. */
    public long from() {
        return index * TileNumber.FULL;
    }

    /** Index after that of its last entry. */
    public long until() {
        return from() + width;
    }

    /** The entries as a file. */
    public Bytes encode(List<Bytes> entries) {
        if (entries.size() != width) {
            throw new IllegalArgumentException("wanted " + width + " entries, found " + entries.size());
        }
        List<Bytes> parts = new ArrayList<>();
        for (Bytes entry : entries) {
            if (entry.size() > Entry.LONGEST) {
                throw new IllegalArgumentException(
                        "wanted entries of at most " + Entry.LONGEST + " bytes, found " + entry.size());
            }
            parts.add(Bytes.of((byte) (entry.size() >> Byte.SIZE), (byte) entry.size()));
            parts.add(entry);
        }
        return Bytes.concat(parts.toArray(Bytes[]::new));
    }

    /** The entries in a file, which must end with the last of them. */
    public List<Bytes> decode(Bytes file) throws MalformedException {
        List<Bytes> entries = new ArrayList<>();
        int at = 0;
        while (at < file.size() && entries.size() < width) {
            int from = at + Short.BYTES;
            int until = from > file.size() ? from : from + (file.at(at) << Byte.SIZE | file.at(at + 1));
            if (until > file.size()) {
                throw malformed("entry " + entries.size() + " cut short");
            }
            entries.add(file.slice(from, until));
            at = until;
        }
        if (entries.size() < width || at < file.size()) {
            throw malformed(entries.size() < width ? entries.size() + "" : (file.size() - at) + " bytes after them");
        }
        return List.copyOf(entries);
    }

    private MalformedException malformed(String found) {
        return MalformedException.of(Place.in(path()), width + " entries", found);
    }
}
