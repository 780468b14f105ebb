/** How a verdict is shown: one renderer for each format, no rules (decision.md section 6; cli.md, Exact forms). */
@NullMarked
package org.countenance.report;

import org.jspecify.annotations.NullMarked;
