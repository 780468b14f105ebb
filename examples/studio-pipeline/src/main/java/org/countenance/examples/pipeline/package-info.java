/** How a studio's build asks for clearance. */
@NullMarked
package org.countenance.examples.pipeline;

import org.jspecify.annotations.NullMarked;
