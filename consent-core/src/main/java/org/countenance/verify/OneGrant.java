package org.countenance.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.scope.Filters;
import org.countenance.scope.Region;
import org.countenance.scope.Scope;

/**
 * Sees without a diagram what most uses are: covered in the whole region by the first grant that gives anything there, which
 * nothing stops. Whatever is less plain is left to {@link Decision}, and the two never differ.
 */
final class OneGrant {

    private final Filters use;
    private final Region region;

    private OneGrant(Filters use, Region region) {
        this.use = use;
        this.region = region;
    }

    /** The answer, where it is plain: grants without a cap are looked at first, each kind in log order. */
    static Optional<Answer> answer(List<Offer> offers, Filters use, Region region) {
        OneGrant one = new OneGrant(use, region);
        for (boolean capped : new boolean[] {false, true}) {
            for (Offer offer : offers) {
                if (Decision.isCapped(offer) == capped && one.mayGive(offer)) {
                    return one.covers(offer) ? Optional.of(one.covered(offer)) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Answer covered(Offer offer) {
        Set<Id> afterwards = offer.isAfterwards(use) ? Set.of(offer.id()) : Set.of();
        return new Answer(true, List.of(), List.of(offer.id()), afterwards, List.of());
    }

    /** Whether a grant gives consent at any point, as far as can be seen at once. */
    private boolean mayGive(Offer offer) {
        if (offer.isAfterwards(use) && !offer.ratifies()) {
            return false;
        }
        for (Scope permission : offer.grant().content().permissions()) {
            if (permission.permits(use) && permission.meets(region)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a grant of the person's own gives consent at every point, and there is nothing to take any of it away. */
    private boolean covers(Offer offer) {
        Grant grant = offer.grant().content();
        return offer.stops().isEmpty()
                && offer.replaced().isEmpty()
                && offer.under().isEmpty()
                && offer.grant().ruling().chain().isEmpty()
                && grant.prohibitions().stream().noneMatch(carved -> carved.forbids(use))
                && covers(grant.permissions(), offer.unproven());
    }

    private boolean covers(List<Scope> permissions, Predicate<Scope> unproven) {
        boolean covers = false;
        for (Scope permission : permissions) {
            if (unproven.test(permission)) {
                return false;
            }
            covers |= permission.permits(use) && permission.covers(region);
        }
        return covers;
    }
}
