/** Strict JSON: read with the place of every value, written deterministically (records.md, Envelope). */
@NullMarked
package org.countenance.json;

import org.jspecify.annotations.NullMarked;
