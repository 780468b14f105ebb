package org.countenance.verify;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.record.Id;
import org.countenance.scope.Scope;

/**
 * What one clearance says of the assets that relied on one grant. Two of these are the same only when they are one object, so
 * that assets which the same clearances list are judged together.
 */
final class Cleared {

    private final Id grant;
    private final Instant logged;
    private final boolean proves;
    private final List<Scope> releases;
    private final Set<Bytes> assets;

    Cleared(Id grant, Instant logged, boolean proves, List<Scope> releases, Set<Bytes> assets) {
        this.grant = grant;
        this.logged = logged;
        this.proves = proves;
        this.releases = List.copyOf(releases);
        this.assets = assets;
    }

    /** The grant that was relied on. */
    Id grant() {
        return grant;
    }

    /** When the log took it. */
    Instant logged() {
        return logged;
    }

    /** Whether it makes what it lists count as out, rather than only tell that it existed. */
    boolean proves() {
        return proves;
    }

    /** Where and when what it lists is shown. */
    List<Scope> releases() {
        return releases;
    }

    boolean lists(Bytes asset) {
        return assets.contains(asset);
    }
}
