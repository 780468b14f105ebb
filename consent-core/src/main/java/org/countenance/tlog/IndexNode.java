package org.countenance.tlog;

import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** A subtree of the binary trie over hashed keys: without any key, with one, or with more (log.md, Subject index). */
sealed interface IndexNode permits IndexNode.None, IndexNode.Branch, IndexLeaf {

    /** What stands for a subtree without keys, and for a key without entries. */
    Bytes ZEROS = Bytes.of(new byte[Sha256.SIZE]);

    /** The subtree's hash. */
    Bytes hash();

    /** A subtree without keys. */
    record None() implements IndexNode {

        @Override
        public Bytes hash() {
            return ZEROS;
        }
    }

    /** A subtree with two keys or more. */
    record Branch(Bytes hash) implements IndexNode {

        private static final Bytes PREFIX = Bytes.of((byte) 4);

        static Bytes hash(Bytes left, Bytes right) {
            return Sha256.hash(PREFIX, left, right);
        }
    }

    /** The subtree over two halves: a single key is its own subtree at any height. */
    static IndexNode join(IndexNode left, IndexNode right) {
        if (left instanceof None && !(right instanceof Branch)) {
            return right;
        }
        if (right instanceof None && !(left instanceof Branch)) {
            return left;
        }
        return new Branch(Branch.hash(left.hash(), right.hash()));
    }
}
