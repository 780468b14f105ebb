package org.countenance.tlog;

import org.countenance.base.Bytes;

/** The complete subtrees of a tree, wherever they are kept. Untrusted: what it answers shows in the proof, which is verified. */
@FunctionalInterface
public interface TreeNodes {

    /** Root of a complete subtree: 2 to the {@code level} leaves, {@code index} of its height before it. */
    Bytes node(int level, long index);
}
