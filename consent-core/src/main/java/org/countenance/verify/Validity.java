package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.manifest.Production;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Endorsement.Side;
import org.countenance.record.Id;
import org.countenance.record.Majority;
import org.countenance.record.Revocation;
import org.countenance.record.Revocation.Event;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.registry.Ruling;
import org.countenance.scope.Worth;

/**
 * How far a record can be relied on, after what was said of it and of its key since (decision.md section 3, Doubt): an opening
 * record with a doubt about it is worth at most {@code undetermined}, a closing one in doubt leaves what it touches so.
 */
final class Validity {

    private final RegistryState state;
    private final TrustPolicy policy;
    private final Relations relations;
    private final Id producer;
    private final SignerKeys keys;
    private final Map<Id, List<Flaw>> known = new HashMap<>();
    private final Map<Id, Optional<Majority>> ages = new HashMap<>();

    Validity(RegistryState state, TrustPolicy policy, Relations relations, Production production) {
        this.state = state;
        this.policy = policy;
        this.relations = relations;
        this.producer = new Id(production.producer());
        this.keys = new SignerKeys(state, this);
    }

    /**
     * What is wrong with an opening record.
     *
     * @param rule under which rule
     * @param leaves what it is worth at most
     * @param records who says so
     * @param why in words
     */
    record Flaw(Rule rule, Worth leaves, List<Id> records, String why) {}

    /** What an opening record is worth. */
    Worth of(Ruled<?> opening) {
        return worth(flaws(opening));
    }

    /** What a record with these flaws is worth. */
    static Worth worth(List<Flaw> flaws) {
        Worth worth = Worth.YES;
        for (Flaw flaw : flaws) {
            worth = worth.and(flaw.leaves());
        }
        return worth;
    }

    /** What is wrong with an opening record; nothing when it counts in full. */
    List<Flaw> flaws(Ruled<?> opening) {
        Id id = opening.logged().id();
        List<Flaw> flaws = known.get(id);
        if (flaws == null) {
            flaws = List.copyOf(found(opening));
            known.put(id, flaws);
        }
        return flaws;
    }

    private List<Flaw> found(Ruled<?> opening) {
        List<Flaw> flaws = new ArrayList<>();
        LoggedRecord logged = opening.logged();
        if (opening.ruling().force() == Ruling.Force.NOTHING) {
            flaws.add(new Flaw(
                    Rule.AUTHORITY,
                    Worth.NO,
                    List.of(logged.id()),
                    opening.ruling().why()));
        }
        for (Ruled<Revocation> revocation : state.revocationsOf(logged.id())) {
            if (isAbout(revocation, logged) && revocation.content().event() == Event.INVALIDATED) {
                invalidated(revocation, opening).ifPresent(flaws::add);
            }
        }
        for (Link link : opening.ruling().chain()) {
            flaws.addAll(flaws(link));
            endedInDoubt(link, logged).ifPresent(flaws::add);
        }
        flaws.addAll(keys.flaws(logged));
        keys.recovered(opening).ifPresent(flaws::add);
        return flaws;
    }

    /** What a closing record leaves of what it touches: nothing, or doubt when there is doubt about it. */
    Worth leaves(Ruled<?> closing) {
        boolean doubtful = !closing.inFull()
                || !keys.flaws(closing.logged()).isEmpty()
                || closing.ruling().chain().stream()
                        .anyMatch(link -> !flaws(link).isEmpty());
        return doubtful && !isConfirmed(closing.logged()) ? Worth.UNDETERMINED : Worth.NO;
    }

    /**
     * For whom a dispute was settled, by the latest word of a party that policy believes. A word for the licensee that is in
     * doubt settles nothing; one for the person, which closes, opens the dispute again.
     */
    Optional<Side> ruling(Id record) {
        Optional<Side> settled = Optional.empty();
        for (Ruled<Endorsement> ruled : endorsements(record, Says.RULED)) {
            Optional<Side> side = ruled.content().inFavourOf();
            boolean doubtful = !ruled.inFull() || !keys.flaws(ruled.logged()).isEmpty();
            if (believes(ruled, Accreditation.RULE) && (!doubtful || side.equals(Optional.of(Side.PERSON)))) {
                settled = doubtful ? settled.filter(Side.PERSON::equals) : side;
            }
        }
        return settled;
    }

    /** Everything of one kind that was said of a record, in log order. */
    List<Ruled<Endorsement>> endorsements(Id record, Says says) {
        List<Ruled<Endorsement>> all = state.endorsementsOf(record);
        return all.isEmpty()
                ? List.of()
                : all.stream().filter(each -> each.content().says() == says).toList();
    }

    /** Whether policy believed the signer for this when it signed; whoever is close to the producer vouches for nothing (LC207). */
    boolean believes(Ruled<?> record, Accreditation what) {
        LoggedRecord logged = record.logged();
        Id issuer = logged.record().issuer();
        return policy.believes(issuer, what, logged.instant()) && !relations.areRelated(issuer, producer);
    }

    /** One that came before its target could name any id: only the same person's counts (records.md, revocation). */
    static boolean isAbout(Ruled<Revocation> revocation, LoggedRecord target) {
        return revocation.logged().record().subject().equals(target.record().subject());
    }

    /** Whether the person takes back what a delegate signed for her with authority: that is a withdrawal. */
    static boolean isWithdrawal(Ruled<Revocation> invalidation, Ruled<?> target) {
        Id person = target.logged().record().subject();
        return invalidation.logged().record().issuer().equals(person)
                && !target.logged().record().issuer().equals(person)
                && target.inFull();
    }

    /** Nobody can tell whether a link still stood that somebody had ended with a doubtful key. */
    private Optional<Flaw> endedInDoubt(Link link, LoggedRecord signed) {
        return state.revocationsOf(link.id()).stream()
                .filter(end -> end.content().event() == Event.ENDED && !end.inFull())
                .filter(end -> end.logged().index() < signed.index())
                .filter(end -> end.content()
                        .representative()
                        .map(link.delegate()::equals)
                        .orElse(true))
                .findFirst()
                .map(end -> new Flaw(
                        Rule.AUTHORITY,
                        Worth.UNDETERMINED,
                        List.of(end.logged().id()),
                        "the link that it stands on may have ended: "
                                + end.ruling().why()));
    }

    /** What was said against a link since; and whether policy believes who made it. */
    private List<Flaw> flaws(Link link) {
        Ruled<?> made = state.record(link.id()).orElseThrow();
        List<Flaw> flaws = new ArrayList<>();
        for (Flaw flaw : flaws(made)) {
            flaws.add(
                    new Flaw(flaw.rule(), flaw.leaves(), flaw.records(), "the link that it stands on: " + flaw.why()));
        }
        if (link.isByRegistrar() && !believes(made, link.accreditation())) {
            flaws.add(new Flaw(
                    Rule.AUTHORITY,
                    Worth.NO,
                    List.of(link.id()),
                    "the trust policy does not believe who made its signer the "
                            + link.capacity().word()));
        }
        return flaws;
    }

    private Optional<Flaw> invalidated(Ruled<Revocation> invalidation, Ruled<?> target) {
        if (isWithdrawal(invalidation, target)) {
            return Optional.empty();
        }
        LoggedRecord logged = invalidation.logged();
        boolean own = logged.record().issuer().equals(logged.record().subject());
        boolean believed = own || believes(invalidation, Accreditation.RULE);
        return Optional.of(new Flaw(
                Rule.INVALIDATED,
                believed ? leaves(invalidation) : Worth.UNDETERMINED,
                List.of(logged.id()),
                believed
                        ? "it was void from the beginning"
                        : "a party that the trust policy does not believe says that it was void from the beginning"));
    }

    /** Since when a person is of age, by those identifications that policy believes (authority.md, Minors). */
    Optional<Majority> age(Id person) {
        return ages.computeIfAbsent(
                person,
                any -> state.party(person)
                        .flatMap((PartyState party) ->
                                party.age(word -> believes(word, Accreditation.IDENTIFY) && of(word) == Worth.YES)));
    }

    /** Whether a person is of age at an instant; organisations are. */
    boolean isOfAge(Id person, Instant instant) {
        return age(person).map(age -> age.reachedAt(instant)).orElse(true);
    }

    private boolean isConfirmed(LoggedRecord closing) {
        Id person = closing.record().subject();
        return endorsements(closing.id(), Says.CONFIRMS).stream()
                .filter(Ruled::inFull)
                .filter(word -> keys.flaws(word.logged()).isEmpty())
                .anyMatch(word -> word.logged().record().issuer().equals(person) || believes(word, Accreditation.RULE));
    }
}
