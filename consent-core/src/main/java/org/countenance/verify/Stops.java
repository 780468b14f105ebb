package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.Instants;
import org.countenance.manifest.Production;
import org.countenance.record.AnyOr;
import org.countenance.record.Capacity;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.Prohibition.Reach;
import org.countenance.record.Revocation;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** Which events stop a grant, from when to when: the rows of the table of decision.md section 3. */
final class Stops {

    private final RegistryState state;
    private final Production production;
    private final Relations relations;
    private final Validity validity;
    private final Authority authority;
    private final Disputes disputes;
    private final Endings endings;
    private final Prohibitions prohibitions;
    private final Identities identities;
    private final Map<Asked, List<Stop>> known = new HashMap<>();
    private final Map<Id, List<Stop>> anyhow = new HashMap<>();

    Stops(RegistryState state, TrustPolicy policy, Production production) {
        this.state = state;
        this.production = production;
        this.relations = new Relations(state);
        this.validity = new Validity(state, policy, relations, production);
        this.authority = new Authority(state, validity, relations, production);
        this.disputes = new Disputes(validity, production);
        this.endings = new Endings(state, validity, disputes);
        this.prohibitions = new Prohibitions(state, policy, production, validity, endings, authority);
        this.identities = new Identities(state, validity);
    }

    /** What is asked of one grant, by decisions, standings and timelines alike. */
    private record Asked(Id grant, Instant since, boolean namedOnly) {}

    Validity validity() {
        return validity;
    }

    Identities identities() {
        return identities;
    }

    Authority authority() {
        return authority;
    }

    Disputes disputes() {
        return disputes;
    }

    Endings endings() {
        return endings;
    }

    /**
     * The stops of one grant.
     *
     * @param since the log instant that the grant counts from: its own, or that of one which it replaced
     * @param namedOnly whether the use has a context that is given by name or not at all
     */
    List<Stop> on(Ruled<Grant> grant, Instant since, boolean namedOnly) {
        Asked asked = new Asked(grant.logged().id(), since, namedOnly);
        List<Stop> stops = known.get(asked);
        if (stops == null) {
            stops = found(grant, since, namedOnly);
            known.put(asked, stops);
        }
        return stops;
    }

    private List<Stop> found(Ruled<Grant> grant, Instant since, boolean namedOnly) {
        List<Stop> stops = anyhow(grant);
        List<Stop> prohibited = prohibitions.on(grant, since, namedOnly);
        if (prohibited.isEmpty()) {
            return stops;
        }
        List<Stop> all = new ArrayList<>(stops);
        all.addAll(prohibited);
        return List.copyOf(all);
    }

    /** Those that neither the use nor the instant from which the grant counts changes. */
    private List<Stop> anyhow(Ruled<Grant> grant) {
        List<Stop> stops = anyhow.get(grant.logged().id());
        if (stops == null) {
            stops = List.copyOf(foundAnyhow(grant));
            anyhow.put(grant.logged().id(), stops);
        }
        return stops;
    }

    private List<Stop> foundAnyhow(Ruled<Grant> grant) {
        List<Stop> stops = new ArrayList<>();
        validity.flaws(grant).stream()
                .map(flaw -> Stop.whole(flaw.rule(), flaw.leaves(), flaw.records(), flaw.why()))
                .forEach(stops::add);
        for (Ruled<Revocation> revocation : state.revocationsOf(grant.logged().id())) {
            if (Validity.isAbout(revocation, grant.logged())) {
                stops.addAll(revoked(revocation, grant));
            }
        }
        for (Ruled<Grant> successor : state.successorsOf(grant.logged().id())) {
            if (mayReplace(successor)) {
                stops.addAll(superseded(successor, grant));
            }
        }
        stops.addAll(authority.stops(grant));
        return stops;
    }

    /** The stops that a person's prohibitions would be for a grant that nobody has signed yet. */
    List<Stop> without(Id person) {
        return prohibitions.without(person);
    }

    private List<Stop> revoked(Ruled<Revocation> revocation, Ruled<Grant> grant) {
        return switch (revocation.content().event()) {
            case WITHDRAWN -> withdrawn(revocation, grant);
            case RETURNED -> returned(revocation, grant);
            case INVALIDATED -> Validity.isWithdrawal(revocation, grant) ? takenBack(revocation, grant) : List.of();
            default -> List.of();
        };
    }

    private List<Stop> withdrawn(Ruled<Revocation> withdrawal, Ruled<Grant> grant) {
        Revocation.Withdrawn what = withdrawal.content().withdrawal().orElseThrow();
        LoggedRecord logged = withdrawal.logged();
        if (isBefore(logged, grant.logged().instant())) {
            return deadOnArrival(withdrawal, "withdrawn");
        }
        boolean caused =
                what.cause().map(cause -> cause != Revocation.Cause.OTHER).orElse(false);
        return endings.stops(new Endings.Ending(
                withdrawal,
                authority.terms(grant, logged.instant()),
                caused,
                what.effective().orElse(Instant.MIN),
                what.scopes(),
                Reach.ALL,
                Rule.ENDED,
                "withdrawn"));
    }

    /** What the person invalidates though its signer had authority is withdrawn (records.md, revocation). */
    private List<Stop> takenBack(Ruled<Revocation> invalidation, Ruled<Grant> grant) {
        String what = "taken back by the person";
        return isBefore(invalidation.logged(), grant.logged().instant())
                ? deadOnArrival(invalidation, what)
                : ending(invalidation, grant, what);
    }

    private List<Stop> returned(Ruled<Revocation> returned, Ruled<Grant> grant) {
        LoggedRecord logged = returned.logged();
        if (!logged.record().issuer().text().equals(production.producer())) {
            return List.of();
        }
        if (isBefore(logged, grant.logged().instant())) {
            return deadOnArrival(returned, "returned by the producer");
        }
        return List.of(atOnce(
                returned,
                grant,
                validity.leaves(returned),
                "returned by the producer on " + Instants.format(logged.instant())));
    }

    /** Accepted by every licensee it takes over at once; until then it acts as a withdrawal by its signer. */
    private List<Stop> superseded(Ruled<Grant> successor, Ruled<Grant> grant) {
        List<Stop> stops = new ArrayList<>();
        Worth accepted =
                disputes.accepted(successor.logged().id(), grant.content().licensees());
        boolean stands = validity.of(successor) == Worth.YES;
        if (accepted != Worth.NO) {
            Worth leaves = stands ? accepted.inverse() : Worth.UNDETERMINED;
            stops.add(atOnce(successor, grant, leaves, "superseded with the licensees' consent"));
        }
        if (accepted != Worth.YES) {
            ending(successor, grant, "superseded").stream()
                    .map(stop -> stands ? stop : doubtful(stop))
                    .forEach(stops::add);
        }
        return stops;
    }

    /** Whoever replaces a grant ends it: the person, or a delegate who may withdraw; never a licensee. */
    static boolean mayReplace(Ruled<Grant> successor) {
        boolean licensee = successor
                .logged()
                .record()
                .claims()
                .acting()
                .map(acting -> acting.capacity() == Capacity.LICENSEE)
                .orElse(false);
        return !licensee
                && successor.ruling().chain().stream()
                        .allMatch(link -> link.powers().contains(Power.WITHDRAW));
    }

    private static Stop doubtful(Stop stop) {
        return stop.with(Worth.UNDETERMINED, stop.bite());
    }

    private Stop atOnce(Ruled<?> closing, Ruled<Grant> grant, Worth leaves, String why) {
        Instant at = closing.logged().instant();
        return new Stop(
                Rule.ENDED,
                leaves,
                AnyOr.all(),
                Bite.underTerms(at, at, authority.terms(grant, at), Reach.ALL),
                List.of(closing.logged().id()),
                why);
    }

    private List<Stop> ending(Ruled<?> closing, Ruled<Grant> grant, String what) {
        return endings.stops(new Endings.Ending(
                closing,
                authority.terms(grant, closing.logged().instant()),
                false,
                Instant.MIN,
                AnyOr.all(),
                Reach.ALL,
                Rule.ENDED,
                what));
    }

    /** What names a grant that the log does not have yet ends all of it, until it is lifted. */
    private List<Stop> deadOnArrival(Ruled<?> closing, String what) {
        LoggedRecord logged = closing.logged();
        return endings.lasting(
                logged,
                Stop.whole(Rule.ENDED, validity.leaves(closing), List.of(logged.id()), what + " before it was logged"));
    }

    /** Judged by instant, closing records first, then by index (decision.md section 3, Doubt). */
    static boolean isBefore(LoggedRecord closing, Instant opening) {
        return !closing.instant().isAfter(opening);
    }
}
