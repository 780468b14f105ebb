/** What the registry and the verifier cost, as ratios to floors that are measured in the same run. */
@NullMarked
package org.countenance.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
