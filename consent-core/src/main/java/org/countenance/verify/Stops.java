package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.CalendarSpan;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.manifest.Production;
import org.countenance.record.AnyOr;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Notice;
import org.countenance.record.Prohibition;
import org.countenance.record.Prohibition.Ground;
import org.countenance.record.Prohibition.Reach;
import org.countenance.record.Revocation;
import org.countenance.record.Revocation.Event;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Scope;
import org.countenance.scope.Worth;

/** Which events stop a grant, from when to when (decision.md section 3). Nothing counts as out. */
final class Stops {

    private final RegistryState state;
    private final TrustPolicy policy;
    private final Production production;

    Stops(RegistryState state, TrustPolicy policy, Production production) {
        this.state = state;
        this.policy = policy;
        this.production = production;
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
        Id person = grant.logged().record().subject();
        for (Ruled<Prohibition> prohibition : state.prohibitionsOf(person)) {
            prohibition(prohibition, grant, namedOnly, stops);
        }
        strikes(grant, stops);
        return List.copyOf(stops);
    }

    /** The stops that a person's prohibitions would be for a grant that nobody has signed yet. */
    List<Stop> without(Id person) {
        return state.prohibitionsOf(person).stream()
                .filter(prohibition -> prohibition
                        .content()
                        .against()
                        .map(this::isAgainstProducer)
                        .orElse(true))
                .map(prohibition -> standing(prohibition, prohibition.logged().instant(), Worth.NO))
                .flatMap(Optional::stream)
                .toList();
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
        if (before(logged, grant.logged())) {
            return Optional.of(
                    Stop.whole(Rule.ENDED, worth(withdrawal), List.of(logged.id()), "withdrawn before it was logged"));
        }
        boolean caused =
                what.cause().map(cause -> cause != Revocation.Cause.OTHER).orElse(false);
        var terms = grant.content().terms().withdrawal();
        Notice notice = caused ? terms.cause() : terms.notice();
        Instant asked = what.effective().orElse(Instant.MIN);
        return ending(withdrawal, notice, asked, what.scopes(), Reach.ALL, Rule.ENDED, "withdrawn");
    }

    /** A stop under the grant's own terms: from the end of the notice, or contested when they foresee none. */
    private Optional<Stop> ending(
            Ruled<?> closing, Notice notice, Instant asked, AnyOr<Scope> scopes, Reach reach, Rule rule, String what) {
        Instant logged = closing.logged().instant();
        Instant earliest = notice.span().map(span -> span.after(logged)).orElse(logged);
        Instant effective = asked.isAfter(earliest) ? asked : earliest;
        boolean contested = notice.span().isEmpty();
        Worth leaves = contested ? Worth.UNDETERMINED : worth(closing);
        String why = what + " on " + Instants.format(logged) + ", in effect from " + Instants.format(effective)
                + notice.span().map(Stops::noticeInWords).orElse(", though its terms foresee no withdrawal");
        return period(closing.logged(), effective)
                .map(period -> new Stop(
                        contested ? Rule.CONTESTED : rule,
                        leaves,
                        scopes,
                        period,
                        reach != Reach.NEW,
                        List.of(closing.logged().id()),
                        why));
    }

    private static String noticeInWords(CalendarSpan span) {
        return span.amount() == 0 ? "" : " (notice " + span + ")";
    }

    private Optional<Stop> returned(Ruled<Revocation> returned) {
        LoggedRecord logged = returned.logged();
        boolean ours = logged.record().issuer().text().equals(production.producer());
        return ours
                ? Optional.of(new Stop(
                        Rule.ENDED,
                        worth(returned),
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
                ending(
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

    private void prohibition(Ruled<Prohibition> prohibition, Ruled<Grant> grant, boolean namedOnly, List<Stop> stops) {
        Prohibition content = prohibition.content();
        boolean own = grant.logged().record().claims().acting().isEmpty();
        boolean steppedOver = own
                && grant.content()
                        .notwithstanding()
                        .contains(prohibition.logged().id());
        if (!content.against().map(against -> isAgainst(against, grant)).orElse(true)) {
            return;
        }
        LoggedRecord logged = prohibition.logged();
        if (content.ground() == Ground.ORDER || namedOnly || before(logged, grant.logged())) {
            if (!steppedOver || content.ground() == Ground.ORDER) {
                standing(prohibition, logged.instant(), Worth.NO).ifPresent(stops::add);
            }
        } else if (content.ground() == Ground.STANDING) {
            ending(
                            prohibition,
                            grant.content().terms().withdrawal().notice(),
                            Instant.MIN,
                            content.scopes(),
                            content.reach(),
                            Rule.PROHIBITED,
                            "prohibited")
                    .ifPresent(stops::add);
        }
    }

    private void strikes(Ruled<Grant> grant, List<Stop> stops) {
        var terms = grant.content().terms();
        if (!terms.suspendedByStrike() || terms.agreement().isEmpty()) {
            return;
        }
        var agreement = terms.agreement().get();
        for (Ruled<Prohibition> strike : state.prohibitionsOf(agreement.guild())) {
            boolean meant = strike.content()
                    .against()
                    .flatMap(Prohibition.Against::cba)
                    .map(agreement.cba()::equals)
                    .orElse(true);
            if (strike.content().ground() == Ground.STRIKE && meant) {
                period(strike.logged(), strike.logged().instant())
                        .map(period -> new Stop(
                                Rule.SUSPENDED,
                                worth(strike),
                                strike.content().scopes(),
                                period,
                                true,
                                List.of(strike.logged().id()),
                                "suspended by a strike since " + Instants.format(period.from())))
                        .ifPresent(stops::add);
            }
        }
    }

    /** A prohibition that bites at once and within its reach. */
    private Optional<Stop> standing(Ruled<Prohibition> prohibition, Instant from, Worth leaves) {
        LoggedRecord logged = prohibition.logged();
        boolean order = prohibition.content().ground() == Ground.ORDER;
        boolean believed = !order || policy.believes(logged.record().issuer(), Accreditation.ORDER, logged.instant());
        return period(logged, from)
                .map(period -> new Stop(
                        order ? Rule.ORDERED : Rule.PROHIBITED,
                        believed ? leaves.or(worth(prohibition)) : Worth.UNDETERMINED,
                        prohibition.content().scopes(),
                        period,
                        prohibition.content().reach() != Reach.NEW,
                        List.of(logged.id()),
                        (order ? "ordered" : "prohibited") + " since " + Instants.format(logged.instant())
                                + (believed ? "" : " by a party that the trust policy does not believe")));
    }

    private boolean isAgainst(Prohibition.Against against, Ruled<Grant> grant) {
        boolean delegated = grant.logged().record().claims().acting().isPresent();
        boolean cba = against.cba()
                .map(wanted -> grant.content()
                        .terms()
                        .agreement()
                        .map(each -> each.cba().equals(wanted))
                        .orElse(false))
                .orElse(true);
        boolean named = against.grants().isEmpty()
                || against.grants().contains(grant.logged().id());
        return (!against.delegates() || delegated) && cba && named && isAgainstWork(against);
    }

    private boolean isAgainstProducer(Prohibition.Against against) {
        return !against.delegates()
                && against.cba().isEmpty()
                && against.grants().isEmpty()
                && isAgainstWork(against);
    }

    private boolean isAgainstWork(Prohibition.Against against) {
        boolean licensee = against.licensees()
                .map(each -> each.any()
                        || each.items().stream().anyMatch(id -> id.text().equals(production.producer())))
                .orElse(true);
        return licensee
                && against.productions()
                        .map(each -> Pins.meet(each, production))
                        .orElse(true);
    }

    /** From {@code effective} until the person lifted it, if it ever bites. */
    private Optional<Window> period(LoggedRecord stop, Instant effective) {
        Instant lifted = state.revocationsOf(stop.id()).stream()
                .filter(revocation -> revocation.content().event() == Event.LIFTED && revocation.inFull())
                .map(revocation -> revocation.logged().instant())
                .findFirst()
                .orElse(Window.NEVER);
        return effective.isBefore(lifted) ? Optional.of(new Window(effective, lifted)) : Optional.empty();
    }

    private static Worth worth(Ruled<?> closing) {
        return closing.inFull() ? Worth.NO : Worth.UNDETERMINED;
    }

    /** Judged by instant, closing records first, then by index (decision.md section 3, Doubt). */
    private static boolean before(LoggedRecord closing, LoggedRecord opening) {
        return !closing.instant().isAfter(opening.instant());
    }
}
