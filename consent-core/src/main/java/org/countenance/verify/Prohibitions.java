package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.Instants;
import org.countenance.manifest.Production;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.Prohibition;
import org.countenance.record.Prohibition.Ground;
import org.countenance.record.Prohibition.Reach;
import org.countenance.record.Revocation.Event;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** Which prohibitions stop a grant: the person's own, orders about her, strikes of her guild (decision.md section 3). */
final class Prohibitions {

    private final RegistryState state;
    private final TrustPolicy policy;
    private final Production production;
    private final Validity validity;
    private final Endings endings;
    private final Authority authority;
    private final SamePersons same;
    private final Map<Id, List<Ruled<Prohibition>>> byPerson = new HashMap<>();

    Prohibitions(
            RegistryState state,
            TrustPolicy policy,
            Production production,
            Validity validity,
            Endings endings,
            Authority authority) {
        this.state = state;
        this.policy = policy;
        this.production = production;
        this.validity = validity;
        this.endings = endings;
        this.authority = authority;
        this.same = new SamePersons(state, validity);
    }

    /** What the person prohibits, under whichever registration. */
    private List<Ruled<Prohibition>> of(Id person) {
        List<Ruled<Prohibition>> all = byPerson.get(person);
        if (all == null) {
            all = same.of(person).stream()
                    .flatMap(each -> state.prohibitionsOf(each).stream())
                    .toList();
            byPerson.put(person, all);
        }
        return all;
    }

    /** The stops of one grant that counts from {@code since}. */
    List<Stop> on(Ruled<Grant> grant, Instant since, boolean namedOnly) {
        List<Stop> stops = new ArrayList<>();
        for (Ruled<Prohibition> prohibition : of(grant.logged().record().subject())) {
            if (prohibition
                    .content()
                    .against()
                    .map(against -> isAgainst(against, grant))
                    .orElse(true)) {
                stops.addAll(prohibition(prohibition, grant, since, namedOnly));
            }
        }
        stops.addAll(strikes(grant, namedOnly));
        return stops;
    }

    /** The stops that a person's prohibitions would be for a grant that nobody has signed yet. */
    List<Stop> without(Id person) {
        return of(person).stream()
                .filter(prohibition -> prohibition
                        .content()
                        .against()
                        .map(this::isAgainstProducer)
                        .orElse(true))
                .flatMap(prohibition -> standing(prohibition).stream())
                .toList();
    }

    private List<Stop> prohibition(
            Ruled<Prohibition> prohibition, Ruled<Grant> grant, Instant since, boolean namedOnly) {
        Prohibition content = prohibition.content();
        if (content.ground() == Ground.ORDER) {
            return standing(prohibition);
        }
        if (Stops.isBefore(prohibition.logged(), since)) {
            return isSteppedOver(prohibition, grant) ? List.of() : standing(prohibition);
        }
        // A delegate's no is one to earlier grants only when it might withdraw them too (authority.md).
        boolean mayEnd = prohibition.ruling().chain().stream()
                .allMatch(link -> link.powers().contains(Power.WITHDRAW));
        if (!mayEnd) {
            return List.of();
        }
        if (namedOnly) {
            return standing(prohibition);
        }
        return endings.stops(new Endings.Ending(
                prohibition,
                authority.terms(grant, prohibition.logged().instant()),
                false,
                Instant.MIN,
                content.scopes(),
                content.reach(),
                Rule.PROHIBITED,
                "prohibited"));
    }

    /** Only the person's own hand steps over her own no. */
    private static boolean isSteppedOver(Ruled<Prohibition> prohibition, Ruled<Grant> grant) {
        return grant.logged().record().claims().acting().isEmpty()
                && grant.content()
                        .notwithstanding()
                        .contains(prohibition.logged().id());
    }

    private List<Stop> strikes(Ruled<Grant> grant, boolean namedOnly) {
        List<Stop> stops = new ArrayList<>();
        var terms = grant.content().terms();
        if (!terms.suspendedByStrike() || terms.agreement().isEmpty()) {
            return stops;
        }
        var agreement = terms.agreement().get();
        for (Ruled<Prohibition> strike : state.prohibitionsOf(agreement.guild())) {
            boolean meant = strike.content()
                    .against()
                    .flatMap(Prohibition.Against::cba)
                    .map(agreement.cba()::equals)
                    .orElse(true);
            if (strike.content().ground() == Ground.STRIKE && meant) {
                stops.addAll(strike(strike, namedOnly));
            }
        }
        return stops;
    }

    /**
     * What is out goes on, whatever reach the strike names: it stops the licensee's work, not the audience's. In a context that
     * is given by name it reaches as far as any prohibition does.
     */
    private List<Stop> strike(Ruled<Prohibition> strike, boolean namedOnly) {
        LoggedRecord logged = strike.logged();
        Reach reach = namedOnly && strike.content().reach() == Reach.ALL ? Reach.ALL : Reach.UNRELEASED;
        return endings.lasting(
                logged,
                new Stop(
                        Rule.SUSPENDED,
                        validity.leaves(strike),
                        strike.content().scopes(),
                        Bite.atOnce(logged.instant(), reach),
                        List.of(logged.id()),
                        "suspended by a strike since " + Instants.format(logged.instant())));
    }

    /** A prohibition that bites at once and within its reach. */
    private List<Stop> standing(Ruled<Prohibition> prohibition) {
        LoggedRecord logged = prohibition.logged();
        boolean order = prohibition.content().ground() == Ground.ORDER;
        Worth voided = order ? voided(logged) : Worth.NO;
        if (voided == Worth.YES) {
            return List.of();
        }
        boolean believed = !order || policy.believes(logged.record().issuer(), Accreditation.ORDER, logged.instant());
        return endings.lasting(
                logged,
                new Stop(
                        order ? Rule.ORDERED : Rule.PROHIBITED,
                        (believed ? validity.leaves(prohibition) : Worth.UNDETERMINED).or(voided),
                        prohibition.content().scopes(),
                        prohibition.ruling().chain().stream().map(Link::within).toList(),
                        Bite.atOnce(logged.instant(), prohibition.content().reach()),
                        List.of(logged.id()),
                        (order ? "ordered" : "prohibited") + " since " + Instants.format(logged.instant())
                                + (believed ? "" : " by a party that the trust policy does not believe")));
    }

    /** Invalidating an order opens: it takes a court that policy believes (section 9, {@code made} inside a stop). */
    private Worth voided(LoggedRecord order) {
        return state.revocationsOf(order.id()).stream()
                .filter(revocation -> revocation.content().event() == Event.INVALIDATED)
                .filter(revocation -> revocation.inFull() && validity.believes(revocation, Accreditation.COURT))
                .map(validity::of)
                .reduce(Worth.NO, Worth::or);
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
                        .map(each -> Pins.mayMeet(each, production))
                        .orElse(true);
    }
}
