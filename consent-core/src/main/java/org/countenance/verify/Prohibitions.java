package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.manifest.Production;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Prohibition;
import org.countenance.record.Prohibition.Ground;
import org.countenance.record.Prohibition.Reach;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** Which prohibitions stop a grant: the person's own, orders about her, strikes of her guild (decision.md section 3). */
final class Prohibitions {

    private final RegistryState state;
    private final TrustPolicy policy;
    private final Production production;
    private final Periods periods;

    Prohibitions(RegistryState state, TrustPolicy policy, Production production) {
        this.state = state;
        this.policy = policy;
        this.production = production;
        this.periods = new Periods(state);
    }

    /** The stops of one grant. */
    List<Stop> on(Ruled<Grant> grant, boolean namedOnly) {
        List<Stop> stops = new ArrayList<>();
        for (Ruled<Prohibition> prohibition :
                state.prohibitionsOf(grant.logged().record().subject())) {
            prohibition(prohibition, grant, namedOnly, stops);
        }
        strikes(grant, stops);
        return stops;
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
        if (content.ground() == Ground.ORDER || namedOnly || Periods.before(logged, grant.logged())) {
            if (!steppedOver || content.ground() == Ground.ORDER) {
                standing(prohibition, logged.instant(), Worth.NO).ifPresent(stops::add);
            }
        } else if (content.ground() == Ground.STANDING) {
            periods.ending(
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
                periods.period(strike.logged(), strike.logged().instant())
                        .map(period -> new Stop(
                                Rule.SUSPENDED,
                                Periods.worth(strike),
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
        return periods.period(logged, from)
                .map(period -> new Stop(
                        order ? Rule.ORDERED : Rule.PROHIBITED,
                        believed ? leaves.or(Periods.worth(prohibition)) : Worth.UNDETERMINED,
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
}
