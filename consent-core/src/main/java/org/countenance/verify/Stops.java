package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.manifest.Production;
import org.countenance.record.AnyOr;
import org.countenance.record.Endorsement;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Notice;
import org.countenance.record.Prohibition.Reach;
import org.countenance.record.Revocation;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** Which events stop a grant, from when to when (decision.md section 3). Nothing counts as out. */
final class Stops {

    private final RegistryState state;
    private final Production production;
    private final Periods periods;
    private final Prohibitions prohibitions;

    Stops(RegistryState state, TrustPolicy policy, Production production) {
        this.state = state;
        this.production = production;
        this.periods = new Periods(state);
        this.prohibitions = new Prohibitions(state, policy, production);
    }

    /**
     * The stops of one grant.
     *
     * @param namedOnly whether the use has a context that is given by name or not at all
     */
    List<Stop> on(Ruled<Grant> grant, boolean namedOnly) {
        List<Stop> stops = new ArrayList<>();
        revocations(grant, stops);
        successors(grant, stops);
        doubts(grant, stops);
        stops.addAll(prohibitions.on(grant, namedOnly));
        return List.copyOf(stops);
    }

    /** The stops that a person's prohibitions would be for a grant that nobody has signed yet. */
    List<Stop> without(Id person) {
        return prohibitions.without(person);
    }

    private void revocations(Ruled<Grant> grant, List<Stop> stops) {
        for (Ruled<Revocation> revocation : state.revocationsOf(grant.logged().id())) {
            // One that came before the grant could name any id: only the same person's counts (records.md, revocation).
            if (!revocation
                    .logged()
                    .record()
                    .subject()
                    .equals(grant.logged().record().subject())) {
                continue;
            }
            switch (revocation.content().event()) {
                case WITHDRAWN -> withdrawn(revocation, grant).ifPresent(stops::add);
                case RETURNED -> returned(revocation).ifPresent(stops::add);
                case INVALIDATED ->
                    stops.add(doubt(
                            Rule.INVALIDATED,
                            revocation.logged(),
                            "somebody says that it was void from the beginning"));
                default -> {}
            }
        }
    }

    private Optional<Stop> withdrawn(Ruled<Revocation> withdrawal, Ruled<Grant> grant) {
        Revocation.Withdrawn what = withdrawal.content().withdrawal().orElseThrow();
        LoggedRecord logged = withdrawal.logged();
        if (Periods.before(logged, grant.logged())) {
            return Optional.of(Stop.whole(
                    Rule.ENDED, Periods.worth(withdrawal), List.of(logged.id()), "withdrawn before it was logged"));
        }
        boolean caused =
                what.cause().map(cause -> cause != Revocation.Cause.OTHER).orElse(false);
        var terms = grant.content().terms().withdrawal();
        // A cause for which the terms foresee nothing leaves the notice that they foresee without one.
        Notice notice = caused && terms.cause().span().isPresent() ? terms.cause() : terms.notice();
        Instant asked = what.effective().orElse(Instant.MIN);
        return periods.ending(withdrawal, notice, asked, what.scopes(), Reach.ALL, Rule.ENDED, "withdrawn");
    }

    private Optional<Stop> returned(Ruled<Revocation> returned) {
        LoggedRecord logged = returned.logged();
        boolean ours = logged.record().issuer().text().equals(production.producer());
        return ours
                ? Optional.of(new Stop(
                        Rule.ENDED,
                        Periods.worth(returned),
                        AnyOr.all(),
                        new Window(logged.instant(), Window.NEVER),
                        true,
                        List.of(logged.id()),
                        "returned by the producer on " + Instants.format(logged.instant())))
                : Optional.empty();
    }

    private void successors(Ruled<Grant> grant, List<Stop> stops) {
        for (Ruled<Grant> successor : state.successorsOf(grant.logged().id())) {
            if (successor.inFull()) {
                periods.ending(
                                successor,
                                grant.content().terms().withdrawal().notice(),
                                Instant.MIN,
                                AnyOr.all(),
                                Reach.ALL,
                                Rule.ENDED,
                                "superseded")
                        .ifPresent(stops::add);
            }
        }
    }

    /** What this version cannot weigh but must not overlook: closing endorsements, keys declared compromised. */
    private void doubts(Ruled<Grant> grant, List<Stop> stops) {
        LoggedRecord logged = grant.logged();
        state.party(logged.record().issuer())
                .flatMap(party -> party.doubtAbout(logged.signer()))
                .ifPresent(declaration -> stops.add(
                        doubt(Rule.KEY_COMPROMISED, declaration, "the key that signed it was declared compromised")));
        List<Id> touching = new ArrayList<>(List.of(logged.id()));
        state.revocationsOf(logged.id())
                .forEach(each -> touching.add(each.logged().id()));
        state.successorsOf(logged.id())
                .forEach(each -> touching.add(each.logged().id()));
        for (Id record : touching) {
            for (Ruled<Endorsement> endorsement : state.endorsementsOf(record)) {
                if (endorsement.content().closes()) {
                    stops.add(doubt(
                            Rule.AUTHORITY,
                            endorsement.logged(),
                            "an endorsement says `"
                                    + endorsement.content().says().word() + "`, which this version does not weigh"));
                }
            }
        }
    }

    private static Stop doubt(Rule rule, LoggedRecord closing, String why) {
        return Stop.whole(rule, Worth.UNDETERMINED, List.of(closing.id()), why);
    }
}
