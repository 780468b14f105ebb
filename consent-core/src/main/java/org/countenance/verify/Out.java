package org.countenance.verify;

import java.time.Instant;
import org.countenance.scope.Space;
import org.countenance.scope.WorthMap;

/** Where an asset is out under a grant: cleared before a stop came, in releases that had begun (decision.md section 3). */
@FunctionalInterface
interface Out {

    /** {@code yes} where the asset was cleared before {@code logged} for a showing that had begun by {@code effective}. */
    WorthMap where(Space space, Instant logged, Instant effective);
}
