/** The record kinds: what people sign, read strictly (records.md). */
@NullMarked
package org.countenance.record;

import org.jspecify.annotations.NullMarked;
