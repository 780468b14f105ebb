package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.countenance.base.CalendarSpan;
import org.countenance.base.Window;
import org.countenance.manifest.Production;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Notice;
import org.countenance.record.PartyKey;
import org.countenance.record.Terms.Withdrawal;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Context;
import org.countenance.scope.Filters;
import org.countenance.scope.Scope;
import org.countenance.scope.Space;
import org.countenance.scope.Worth;
import org.countenance.scope.WorthMap;

/**
 * What a grant is worth for who signed it, and for whom: the links that it was signed under, the consents that it wants, age and
 * death (authority.md).
 */
final class Authority {

    private static final Notice AT_WILL =
            new Notice(Optional.of(new CalendarSpan(0, java.time.temporal.ChronoUnit.DAYS)));

    private final RegistryState state;
    private final Validity validity;
    private final Relations relations;
    private final Id producer;
    private final Minority minority;
    private final Death death;
    private final Estates estates;

    Authority(RegistryState state, Validity validity, Relations relations, Production production) {
        this.state = state;
        this.validity = validity;
        this.relations = relations;
        this.producer = new Id(production.producer());
        this.minority = new Minority(state, validity);
        this.death = new Death(state, validity);
        this.estates = new Estates(state, validity);
    }

    Death death() {
        return death;
    }

    /** When a grant counts from: its entry, or the last of the consents that it wants. */
    Instant since(Ruled<Grant> grant) {
        Instant since = grant.logged().instant();
        if (minority.isYoung(grant)) {
            since = minority.countsFrom(grant).orElse(since);
        }
        for (Link link : grant.ruling().chain()) {
            for (Id party : link.jointly()) {
                Instant word = consent(grant, party).orElse(since);
                since = word.isAfter(since) ? word : since;
            }
        }
        return since;
    }

    /** The terms that hold for what ends a grant at {@code then}: never harder than its signer might sign. */
    Withdrawal terms(Ruled<Grant> grant, Instant then) {
        Withdrawal terms = grant.content().terms().withdrawal();
        if (minority.isAtWill(grant, then)) {
            return new Withdrawal(AT_WILL, AT_WILL, terms.released(), terms.windDown());
        }
        Notice notice = terms.notice();
        Notice cause = terms.cause();
        for (Link link : grant.ruling().chain()) {
            notice = Beyond.shorter(notice, link.terms().notice(), then);
            cause = Beyond.shorter(cause, link.terms().cause(), then);
        }
        return new Withdrawal(notice, cause, terms.released(), terms.windDown());
    }

    /** Everything that is wrong with who signed it. */
    List<Stop> stops(Ruled<Grant> grant) {
        List<Stop> stops = new ArrayList<>();
        Id id = grant.logged().id();
        boolean passedOn = false;
        for (Link link : grant.ruling().chain()) {
            link(grant, link, passedOn, stops);
            passedOn |= link.isSublicence();
        }
        if (custody(grant).equals(Optional.of(producer))) {
            stops.add(Stop.whole(
                    Rule.SELF_DEALING, Worth.NO, List.of(id), "it was signed with a key in the producer's custody"));
        }
        boolean dead = death.of(grant.logged().record().subject()).isPresent();
        if (!dead && minority.isYoung(grant)) {
            if (minority.countsFrom(grant).isEmpty()) {
                stops.add(Stop.whole(
                        Rule.MINOR, Worth.NO, List.of(id), "it was signed for a minor without all who must sign"));
            }
            stops.addAll(minority.endings(grant));
        }
        stops.addAll(death.endings(grant));
        stops.addAll(estates.endings(grant));
        return stops;
    }

    /** Where in the region the links let their holders sign, for such a use. */
    static WorthMap allowed(Ruled<Grant> grant, Space space, Filters use) {
        WorthMap allowed = space.all(Worth.YES);
        for (Link link : grant.ruling().chain()) {
            allowed = allowed.and(within(link, space, use)).and(shortEnough(grant, link, space, use));
        }
        return allowed;
    }

    /** A link's wildcard leaves out the words that are given by name or not at all, as any permission's does. */
    private static WorthMap within(Link link, Space space, Filters use) {
        if (link.within().any()) {
            boolean named =
                    use.technique().namedOnly() || use.contexts().stream().anyMatch(Context::namedOnly);
            return space.all(named ? Worth.NO : Worth.YES);
        }
        return link.within().items().stream()
                .filter(scope -> scope.permits(use))
                .map(space::permitted)
                .reduce(space.all(Worth.NO), WorthMap::or);
    }

    /** What a permission shows for longer than a link allows is beyond it. */
    private static WorthMap shortEnough(Ruled<Grant> grant, Link link, Space space, Filters use) {
        if (link.terms().longest().isEmpty()) {
            return space.all(Worth.YES);
        }
        WorthMap allowed = space.all(Worth.NO);
        for (Scope permission : grant.content().permissions()) {
            if (permission.permits(use)) {
                allowed = allowed.or(space.permitted(permission).and(space.during(bounded(permission, link))));
            }
        }
        return allowed;
    }

    /** Scopes and windows that a space must know of. */
    static void known(Ruled<Grant> grant, Consumer<Scope> scopes, Consumer<Window> windows) {
        for (Link link : grant.ruling().chain()) {
            link.within().items().forEach(scopes);
            if (link.terms().longest().isPresent()) {
                grant.content().permissions().forEach(permission -> windows.accept(bounded(permission, link)));
            }
        }
    }

    private static Window bounded(Scope permission, Link link) {
        Instant from = permission.shown().from();
        return new Window(from, link.terms().longest().orElseThrow().after(from));
    }

    private void link(Ruled<Grant> grant, Link link, boolean passedOn, List<Stop> stops) {
        List<Id> records = List.of(grant.logged().id(), link.id());
        if (!link.terms().selfDealing() && relations.touches(link, producer)) {
            stops.add(
                    Stop.whole(Rule.SELF_DEALING, Worth.NO, records, "its signer is the producer, or too close to it"));
        }
        if (!link.terms().licensees().map(each -> each.includes(producer)).orElse(true)) {
            stops.add(Stop.whole(Rule.AUTHORITY, Worth.NO, records, "its signer may not sign for this licensee"));
        }
        if (passedOn
                && !link.isSublicence()
                && !link.terms().sublicensing().parties().includes(producer)) {
            stops.add(Stop.whole(
                    Rule.AUTHORITY, Worth.NO, records, "its signer might not let a licensee pass it on to this one"));
        }
        for (Id party : link.jointly()) {
            if (consent(grant, party).isEmpty()) {
                stops.add(Stop.whole(
                        Rule.AUTHORITY, Worth.NO, records, "it wants the consent of " + party.shown() + " too"));
            }
        }
    }

    private Optional<Instant> consent(Ruled<Grant> grant, Id party) {
        if (grant.logged().record().issuer().equals(party)) {
            return Optional.of(grant.logged().instant());
        }
        return validity.endorsements(grant.logged().id(), Says.CONSENTS).stream()
                .filter(word -> word.inFull() && word.logged().record().issuer().equals(party))
                .filter(word -> validity.of(word) == Worth.YES)
                .map(word -> word.logged().instant())
                .findFirst();
    }

    /** Who else holds the key that signed a record: it proves that the key was used, not that its party consented. */
    Optional<Id> custody(Ruled<?> record) {
        LoggedRecord logged = record.logged();
        return state.party(logged.record().issuer())
                .flatMap(party -> party.before(logged))
                .flatMap(party -> party.content().key(logged.signer(), PartyKey.Use.SIGN))
                .flatMap(PartyKey::custody);
    }
}
