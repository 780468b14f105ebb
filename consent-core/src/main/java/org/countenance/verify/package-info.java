/** The decision: steps, rules, coverage, verdict and remedy (decision.md). */
@NullMarked
package org.countenance.verify;

import org.jspecify.annotations.NullMarked;
