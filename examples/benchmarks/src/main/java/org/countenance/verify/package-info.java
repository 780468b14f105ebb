/** What is measured from within: one decision, which is no part of what the library offers. */
@org.jspecify.annotations.NullMarked
package org.countenance.verify;
