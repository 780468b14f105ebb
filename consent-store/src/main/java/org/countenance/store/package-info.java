/** Where a log is kept: SQLite, embedded (log.md, Store contract). */
@NullMarked
package org.countenance.store;

import org.jspecify.annotations.NullMarked;
