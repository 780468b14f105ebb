/** The languages that people read, and how finished English texts are said in them; nothing here decides anything. */
@NullMarked
package org.countenance.words;

import org.jspecify.annotations.NullMarked;
