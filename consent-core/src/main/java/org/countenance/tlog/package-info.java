/** A transparency log in C2SP formats: tree, proofs, signed notes, checkpoints, entries; pure functions (log.md). */
@NullMarked
package org.countenance.tlog;

import org.jspecify.annotations.NullMarked;
