/** Keys in tokens and keystores, opened through {@code java.security} (authority.md, Keys at rest). */
@NullMarked
package org.countenance.keystore;

import org.jspecify.annotations.NullMarked;
