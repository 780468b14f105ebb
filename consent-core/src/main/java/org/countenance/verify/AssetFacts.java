package org.countenance.verify;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countenance.record.Id;
import org.countenance.scope.Scope;
import org.countenance.scope.Space;
import org.countenance.scope.Worth;
import org.countenance.scope.WorthMap;

/**
 * What the log says of one asset, as far as one person's grants are concerned. Assets with equal facts are judged together.
 *
 * @param cleared the clearances that list it
 * @param inherited the clearances that list what it is derived from
 * @param committed when a commitment of the producer first listed it
 * @param approvals what the person said of it, by grant, where a grant asks for approval
 */
record AssetFacts(
        Set<Cleared> cleared, Set<Cleared> inherited, Optional<Instant> committed, Map<Id, Approval> approvals) {

    /** Of an asset that the log says nothing of. */
    static final AssetFacts NOTHING = new AssetFacts(Set.of(), Set.of(), Optional.empty(), Map.of());

    /** Where it counts as out under a grant. */
    Out out(Id grant) {
        return (space, logged, effective) -> where(grant, space, logged, effective);
    }

    /** Whether the log knew it before {@code limit}, so that it was made by then (LC132). */
    boolean anchoredBefore(Instant limit, Id grant) {
        return committed.map(limit::isAfter).orElse(false)
                || cleared.stream()
                        .anyMatch(each ->
                                each.grant().equals(grant) && each.logged().isBefore(limit));
    }

    /** Whether it has something by the producer's word alone, that it is derived from another (LC134). */
    boolean inherits() {
        return inherited.stream().anyMatch(Cleared::proves)
                || approvals.values().stream().anyMatch(Approval::inherited);
    }

    /** Every release of a clearance, as scopes that a space must know. */
    Stream<Scope> scopes() {
        return Stream.of(cleared, inherited).flatMap(Set::stream).flatMap(each -> each.releases().stream());
    }

    private WorthMap where(Id grant, Space space, Instant logged, Instant effective) {
        WorthMap out = space.all(Worth.NO);
        for (Set<Cleared> some : java.util.List.of(cleared, inherited)) {
            for (Cleared each : some) {
                // A closing record comes before what shares its instant (section 3, Doubt).
                if (each.proves() && each.grant().equals(grant) && each.logged().isBefore(logged)) {
                    out = begun(each, space, effective, out);
                }
            }
        }
        return out;
    }

    private static WorthMap begun(Cleared cleared, Space space, Instant effective, WorthMap out) {
        WorthMap all = out;
        for (Scope release : cleared.releases()) {
            if (!release.shown().from().isAfter(effective)) {
                all = all.or(space.permitted(release));
            }
        }
        return all;
    }

    // Written out, as that of an id is.
    @Override
    public int hashCode() {
        return Objects.hash(cleared, inherited, committed, approvals);
    }
}
