/** "The Jade Hairpin": an invented micro-drama of forty episodes, to try the verifier on. */
@NullMarked
package org.countenance.examples.jade;

import org.jspecify.annotations.NullMarked;
