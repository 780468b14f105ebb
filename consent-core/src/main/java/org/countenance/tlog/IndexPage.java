package org.countenance.tlog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Four levels of the trie as they are kept: sixteen subtrees, by the next four bits of a hashed key. A subtree with one key is
 * kept as that key, one with more as its hash and a page of its own.
 */
final class IndexPage {

    static final int WIDTH = 16;

    private static final int KEY = Sha256.SIZE;
    private static final int LEAF = KEY + Long.BYTES + Sha256.SIZE;
    private static final IndexNode NONE = new IndexNode.None();

    /** A page without keys. */
    static final IndexPage EMPTY = new IndexPage(Collections.nCopies(WIDTH, NONE));

    private final List<IndexNode> children;

    /** The subtrees that were asked for: the whole at 1, the halves of each at twice its place and beside that. */
    private final @Nullable IndexNode[] subtrees = new IndexNode[WIDTH];

    private IndexPage(List<IndexNode> children) {
        this.children = children;
    }

    /**
     * Reads a page as {@link #bytes} writes it.
     *
     * @throws BufferUnderflowException when bytes are missing
     */
    static IndexPage parse(Bytes bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes.toArray());
        int leaves = in.getShort();
        int branches = in.getShort();
        List<IndexNode> children = new ArrayList<>(WIDTH);
        for (int i = 0; i < WIDTH; i++) {
            if ((leaves >>> i & 1) == 1) {
                Bytes key = take(in);
                long count = in.getLong();
                children.add(new IndexLeaf(key, new KeyFold(count, take(in))));
            } else {
                children.add((branches >>> i & 1) == 1 ? new IndexNode.Branch(take(in)) : NONE);
            }
        }
        return new IndexPage(children);
    }

    private static Bytes take(ByteBuffer in) {
        byte[] hash = new byte[Sha256.SIZE];
        in.get(hash);
        return Bytes.of(hash);
    }

    /** The page as it is kept: which children are keys, which have pages, then each of them. */
    Bytes bytes() {
        ByteBuffer out = ByteBuffer.allocate(2 * Short.BYTES + WIDTH * LEAF);
        out.putShort(marks(IndexLeaf.class));
        out.putShort(marks(IndexNode.Branch.class));
        for (IndexNode child : children) {
            if (child instanceof IndexLeaf leaf) {
                out.put(leaf.key().toArray())
                        .putLong(leaf.fold().count())
                        .put(leaf.fold().head().toArray());
            } else if (child instanceof IndexNode.Branch branch) {
                out.put(branch.hash().toArray());
            }
        }
        return Bytes.of(out.array()).slice(0, out.position());
    }

    private short marks(Class<? extends IndexNode> kind) {
        int marks = 0;
        for (int i = 0; i < WIDTH; i++) {
            marks |= kind.isInstance(children.get(i)) ? 1 << i : 0;
        }
        return (short) marks;
    }

    IndexNode child(int nibble) {
        return children.get(nibble);
    }

    IndexPage with(int nibble, IndexNode child) {
        List<IndexNode> changed = new ArrayList<>(children);
        changed.set(nibble, child);
        return new IndexPage(changed);
    }

    /** The subtree of the whole page. */
    IndexNode whole() {
        return over(0, WIDTH);
    }

    private IndexNode over(int from, int width) {
        if (width == 1) {
            return children.get(from);
        }
        int place = (WIDTH + from) / width;
        IndexNode known = subtrees[place];
        if (known == null) {
            known = IndexNode.join(over(from, width / 2), over(from + width / 2, width / 2));
            subtrees[place] = known;
        }
        return known;
    }

    /** Goes down to the subtree that holds {@code nibble} as far as there are two keys, and notes the hash beside each step. */
    IndexNode descend(int nibble, List<Bytes> beside) {
        int from = 0;
        int width = WIDTH;
        IndexNode here = whole();
        while (width > 1 && here instanceof IndexNode.Branch) {
            width /= 2;
            boolean right = nibble >= from + width;
            beside.add(over(right ? from : from + width, width).hash());
            from = right ? from + width : from;
            here = over(from, width);
        }
        return here;
    }
}
