package org.countenance.tlog;

import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/**
 * One key of the subject index with what stands under it.
 *
 * @param key SHA-256 of the key
 * @param fold what stands under it
 */
public record IndexLeaf(Bytes key, KeyFold fold) implements IndexNode {

    private static final Bytes PREFIX = Bytes.of((byte) 3);

    /** The place of a key in the trie. */
    public static Bytes hashed(String key) {
        return Sha256.hash(Bytes.utf8(key));
    }

    @Override
    public Bytes hash() {
        return Sha256.hash(PREFIX, key, Bytes.uint64(fold.count()), fold.head());
    }
}
