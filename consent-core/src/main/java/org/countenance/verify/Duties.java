package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Prohibition.Reach;
import org.countenance.record.Terms.Duty;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.Ruled;
import org.countenance.registry.Ruling;
import org.countenance.scope.Worth;

/** Duties that make a grant worth nothing where they are not met: approval and label (decision.md section 5, Duties). */
final class Duties {

    private final Endings endings;
    private final Authority authority;

    Duties(Endings endings, Authority authority) {
        this.endings = endings;
        this.authority = authority;
    }

    /** What an unmet duty takes from a grant. */
    List<Stop> unmet(Ruled<Grant> grant, boolean labelled, AssetFacts asset) {
        List<Stop> stops = new ArrayList<>();
        Id id = grant.logged().id();
        if (grant.content().terms().duties().contains(Duty.APPROVAL)) {
            stops.addAll(approval(grant, asset.approvals().getOrDefault(id, Approval.NONE)));
        }
        if (grant.content().terms().duties().contains(Duty.LABEL) && !labelled) {
            stops.add(Stop.whole(
                    Rule.LABEL_MISSING,
                    Worth.NO,
                    List.of(id),
                    "it asks for a visible and a metadata label, and the release does not list both"));
        }
        return stops;
    }

    private List<Stop> approval(Ruled<Grant> grant, Approval approval) {
        List<Id> records = new ArrayList<>(List.of(grant.logged().id()));
        approval.rejection().map(LoggedRecord::id).ifPresent(records::add);
        return switch (approval.word()) {
            case APPROVED -> List.of();
            case NONE ->
                List.of(Stop.whole(
                        Rule.APPROVAL_MISSING,
                        Worth.NO,
                        records,
                        "it asks for approval of each asset, and this one was not approved"));
            case DOUBTFUL ->
                List.of(Stop.whole(
                        Rule.APPROVAL_MISSING,
                        Worth.UNDETERMINED,
                        records,
                        "it asks for approval of each asset, and what was said of this one is in doubt"));
            case REJECTED -> rejected(grant, approval.rejection().orElseThrow(), approval.reconsidered());
        };
    }

    /** A no ends the asset at once; one that follows a yes acts as a withdrawal for the asset where it is out. */
    private List<Stop> rejected(Ruled<Grant> grant, LoggedRecord rejection, boolean reconsidered) {
        Instant at = rejection.instant();
        String why = "this asset was rejected on " + Instants.format(at);
        Optional<Window> always = Optional.of(Window.ALWAYS);
        if (!reconsidered) {
            return List.of(Stop.whole(Rule.APPROVAL_MISSING, Worth.NO, List.of(rejection.id()), why));
        }
        List<Stop> stops = new ArrayList<>();
        Bite unreleased = new Bite(Optional.empty(), always, Optional.empty(), at, at, false);
        stops.add(new Stop(Rule.APPROVAL_MISSING, Worth.NO, AnyOr.all(), unreleased, List.of(rejection.id()), why));
        endings.stops(new Endings.Ending(
                        new Ruled<>(rejection, Ruling.FULL, rejection.content()),
                        authority.terms(grant, at),
                        false,
                        Instant.MIN,
                        AnyOr.all(),
                        Reach.ALL,
                        Rule.ENDED,
                        "this asset was rejected after it was approved"))
                .forEach(stop -> stops.add(onlyOut(stop)));
        return stops;
    }

    private static Stop onlyOut(Stop stop) {
        Bite bite = stop.bite();
        return stop.with(
                stop.leaves(),
                new Bite(Optional.empty(), Optional.empty(), bite.out(), bite.logged(), bite.effective(), false));
    }
}
