/** What the log's records mean together: the reducer, the state of parties and grants, admission, the store port. */
@NullMarked
package org.countenance.registry;

import org.jspecify.annotations.NullMarked;
