package org.countenance.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/**
 * Up to 256 hashes of a tree, side by side, as one file (C2SP tlog-tiles, Merkle Tree). Those of level 0 are leaves; each of those above
 * is the root of a full tile of the level below.
 *
 * @param level how many tiles high it stands
 * @param index how many tiles of its level come before it
 * @param width how many hashes it holds: 256, or fewer at the right edge of the tree
 */
public record Tile(int level, long index, int width) {

    /** Hashes in a full tile. */
    public static final int FULL = TileNumber.FULL;

    private static final int HEIGHT = 8;
    private static final int HIGHEST = 63;

    /** Higher ones belong to trees whose size no long holds. */
    private static final int LEVELS = Long.SIZE / HEIGHT;

    private static final Pattern FORM = Pattern.compile("tile/(0|[1-9]\\d?)/(.*)");

    /** Checks level, index and width. */
    public Tile {
        if (level < 0 || level > HIGHEST) {
            throw new IllegalArgumentException("wanted a level from 0 to 63, found " + level);
        }
        new TileNumber(index, width);
    }

    /** Reads {@code tile/<level>/<index>[.p/<width>]}, in its only spelling. */
    public static Tile parse(String path) throws MalformedException {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > HIGHEST) {
            throw TileNumber.malformed(path);
        }
        TileNumber number = TileNumber.parse(matcher.group(2), path);
        return new Tile(Integer.parseInt(matcher.group(1)), number.index(), number.width());
    }

    /** Where it is served. */
    public String path() {
        return "tile/" + level + "/" + new TileNumber(index, width);
    }

    /** Whether the tree ends in it. */
    public boolean isPartial() {
        return width < FULL;
    }

    /** Its length as a file. */
    public int bytes() {
        return width * Sha256.SIZE;
    }

    /** All tiles of a tree of {@code size} leaves, the lowest level first, each level from the left. */
    public static Stream<Tile> of(long size) {
        return between(0, size);
    }

    /** The tiles of a tree of {@code newSize} leaves that it had not, or not as wide, when it had {@code oldSize}. */
    public static Stream<Tile> between(long oldSize, long newSize) {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException("wanted sizes that grow, found " + oldSize + " and " + newSize);
        }
        // Concatenated, because the iterator of a flattened stream would hold all tiles of a level at once.
        return IntStream.range(0, LEVELS)
                .mapToObj(level -> between(level, oldSize, newSize))
                .reduce(Stream.empty(), Stream::concat);
    }

    private static Stream<Tile> between(int level, long oldSize, long newSize) {
        long before = hashes(level, oldSize);
        long now = hashes(level, newSize);
        Stream<Tile> full = LongStream.range(before / FULL, now / FULL).mapToObj(i -> new Tile(level, i, FULL));
        int rest = (int) (now % FULL);
        return rest == 0 || now == before ? full : Stream.concat(full, Stream.of(new Tile(level, now / FULL, rest)));
    }

    /** How many hashes stand side by side at a level. */
    private static long hashes(int level, long size) {
        return size >>> (HEIGHT * level);
    }

    /** Whether a tree of {@code size} leaves has all its hashes. */
    public boolean isIn(long size) {
        long hashes = level < LEVELS ? hashes(level, size) : 0;
        return hashes / FULL > index || (hashes / FULL == index && hashes % FULL >= width);
    }

    /** Its hashes, from the subtrees of a tree. */
    public List<Bytes> hashes(TreeNodes nodes) {
        return IntStream.range(0, width)
                .mapToObj(i -> nodes.node(HEIGHT * level, index * FULL + i))
                .toList();
    }

    /** The hashes as a file. */
    public Bytes encode(List<Bytes> hashes) {
        if (hashes.size() != width) {
            throw new IllegalArgumentException("wanted " + width + " hashes, found " + hashes.size());
        }
        return Bytes.concat(hashes.toArray(Bytes[]::new));
    }

    /** The hashes in a file, which must be exactly as long as they are. */
    public List<Bytes> decode(Bytes file) throws MalformedException {
        if (file.size() != bytes()) {
            throw MalformedException.of(Place.in(path()), Count.of(bytes(), "byte"), Count.of(file.size(), "byte"));
        }
        List<Bytes> hashes = new ArrayList<>();
        for (int from = 0; from < file.size(); from += Sha256.SIZE) {
            hashes.add(file.slice(from, from + Sha256.SIZE));
        }
        return List.copyOf(hashes);
    }

    /** Whether these hashes lead to the subtrees of a tree that the tile is made of, the largest of them alone. */
    public boolean leadsTo(TreeNodes nodes, List<Bytes> hashes) {
        int from = 0;
        for (Frontier.Node part : Frontier.nodesOf(width)) {
            int until = from + (1 << part.level());
            long place = (index * FULL + from) >>> part.level();
            if (!Merkle.root(hashes.subList(from, until)).equals(nodes.node(HEIGHT * level + part.level(), place))) {
                return false;
            }
            from = until;
        }
        return true;
    }
}
