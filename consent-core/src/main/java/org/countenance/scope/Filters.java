package org.countenance.scope;

import java.util.Objects;
import java.util.Set;
import org.countenance.base.Window;

/**
 * What of a use is judged once, before any region (decision.md section 2).
 *
 * @param role in what way somebody is in it
 * @param technique how it came about
 * @param contexts sensitive settings
 * @param made when the likeness was captured or synthesised
 */
public record Filters(Role role, Technique technique, Set<Context> contexts, Window made) {

    /** Keeps a copy. */
    public Filters {
        contexts = Set.copyOf(contexts);
    }

    // Written out, as that of an id is.
    @Override
    public int hashCode() {
        return Objects.hash(role, technique, contexts, made);
    }
}
