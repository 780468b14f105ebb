package org.countenance.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.OrderedSet;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.record.AssetList;
import org.countenance.tlog.Merkle;

/**
 * The hashes of many files as a text: in hex, ascending, each line ended by LF (records.md, Hashes). Records name it by its
 * own hash, and by count and root of the tree over what it lists; stores keep it as they keep annexes.
 */
public final class HashList {

    /** Most hashes in a list: as many as a manifest may have assets. */
    public static final int MOST = 1_000_000;

    private static final int LINE = 2 * Sha256.SIZE + 1;

    private final Set<Bytes> hashes;
    private final Bytes text;

    private HashList(Collection<Bytes> ascending, Bytes text) {
        this.hashes = OrderedSet.copyOf(ascending);
        this.text = text;
    }

    /** Lists these hashes of 32 bytes. */
    public static HashList of(Collection<Bytes> hashes) {
        Set<Bytes> ascending = new TreeSet<>(hashes);
        StringBuilder text = new StringBuilder(ascending.size() * LINE);
        for (Bytes hash : ascending) {
            if (hash.size() != Sha256.SIZE) {
                throw new IllegalArgumentException("wanted hashes of 32 bytes, found one of " + hash.size());
            }
            text.append(hash.hex()).append('\n');
        }
        return new HashList(ascending, Bytes.utf8(text.toString()));
    }

    /**
     * Reads the text of a list.
     *
     * @throws MalformedException when a line is no hash, is not ended, or does not come after the one before it
     */
    public static HashList parse(Bytes text) throws MalformedException {
        if (text.size() % LINE != 0) {
            throw malformed(
                    text.size() / LINE + 1,
                    "64 hexadecimal digits and a line end",
                    Count.of(text.size() % LINE, "byte"));
        }
        if (text.size() / LINE > MOST) {
            throw MalformedException.of(Place.in("list"), "at most " + MOST + " hashes", text.size() / LINE + "");
        }
        List<Bytes> ascending = new ArrayList<>(text.size() / LINE);
        for (int at = 0; at < text.size(); at += LINE) {
            int line = at / LINE + 1;
            Bytes hash = hash(text.slice(at, at + LINE), line);
            if (line > 1 && hash.compareTo(ascending.get(line - 2)) <= 0) {
                throw malformed(line, "a hash after `" + ascending.get(line - 2) + "`", "`" + hash + "`");
            }
            ascending.add(hash);
        }
        return new HashList(ascending, text);
    }

    /**
     * Reads the text of the list that a record names, and checks hash, count and root.
     *
     * @throws MalformedException when it is another list
     */
    public static HashList parse(Bytes text, AssetList named) throws MalformedException {
        HashList list = parse(text);
        AssetList found = list.named();
        expect("list", named.list(), found.list());
        expect("count", Long.toString(named.count()), Long.toString(found.count()));
        expect("root", named.root(), found.root());
        return list;
    }

    /** What it lists, in ascending order. */
    public Set<Bytes> hashes() {
        return hashes;
    }

    /** The bytes that are kept and shipped. */
    public Bytes text() {
        return text;
    }

    /** How a record names it. */
    public AssetList named() {
        Bytes root = Merkle.root(hashes.stream().map(Merkle::leafHash).toList());
        return new AssetList(
                hashes.size(), Base64Padded.encode(root), Sha256.hash(text).hex());
    }

    private static Bytes hash(Bytes line, int number) throws MalformedException {
        Bytes digits = line.slice(0, LINE - 1);
        if (line.at(LINE - 1) != '\n') {
            throw malformed(number, "a line end after 64 digits", "byte " + line.at(LINE - 1));
        }
        return Bytes.fromHex(digits.text());
    }

    private static MalformedException malformed(int line, String wanted, String found) {
        return MalformedException.of(new Place("list", "", line, 1), wanted, found);
    }

    private static void expect(String member, String wanted, String found) throws MalformedException {
        if (!wanted.equals(found)) {
            throw MalformedException.of(new Place("list", "/" + member, 0, 0), "`" + wanted + "`", "`" + found + "`");
        }
    }
}
