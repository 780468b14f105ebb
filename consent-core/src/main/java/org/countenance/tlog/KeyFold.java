package org.countenance.tlog;

import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/**
 * All entries under one key of the subject index, folded into one value: it can be told of no other sequence of entries
 * (log.md, Subject index).
 *
 * @param count how many entries
 * @param head hash over the last of them and everything before it; zeros before the first
 */
public record KeyFold(long count, Bytes head) {

    /** What stands under a key without entries. */
    public static final KeyFold NOTHING = new KeyFold(0, IndexNode.ZEROS);

    private static final Bytes STEP = Bytes.of((byte) 2);

    /** The same with one more entry. */
    public KeyFold then(long index, Bytes leafHash) {
        return new KeyFold(count + 1, Sha256.hash(STEP, head, Bytes.uint64(index), leafHash));
    }
}
