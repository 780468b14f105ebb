/** Bytes, hashes, instants and the failures that every other package speaks of. */
@NullMarked
package org.countenance.base;

import org.jspecify.annotations.NullMarked;
