/** Vocabulary, scopes and the decision diagram over their dimensions (decision.md sections 1 and 2). */
@NullMarked
package org.countenance.scope;

import org.jspecify.annotations.NullMarked;
