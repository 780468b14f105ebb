/** The production manifest: every use of a likeness in every asset of a production (decision.md section 4). */
@NullMarked
package org.countenance.manifest;

import org.jspecify.annotations.NullMarked;
