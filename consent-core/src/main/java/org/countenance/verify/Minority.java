package org.countenance.verify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Capacity;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** Grants of persons who were minors when they were logged: who must have signed them, and until when they last (authority.md, Minors). */
final class Minority {

    private static final int ALONE_FROM = 10;

    private final RegistryState state;
    private final Validity validity;

    Minority(RegistryState state, Validity validity) {
        this.state = state;
        this.validity = validity;
    }

    /** Whether the person was under age when the log took the grant. */
    boolean isYoung(Ruled<Grant> grant) {
        return !validity.isOfAge(
                grant.logged().record().subject(), grant.logged().instant());
    }

    /** When everybody who must have signed had; absent where somebody never did. */
    Optional<Instant> countsFrom(Ruled<Grant> grant) {
        LoggedRecord logged = grant.logged();
        if (grant.ruling().chain().isEmpty()) {
            return isTooYoungToSign(grant)
                    ? Optional.empty()
                    : consents(grant, this::isGuardians).map(word -> later(logged.instant(), word));
        }
        if (!isGuardian(grant)) {
            return Optional.empty();
        }
        boolean keyless = state.party(grant.logged().record().subject())
                .flatMap(party -> party.before(logged))
                .map(party -> party.content().keys().isEmpty())
                .orElse(true);
        return keyless
                ? Optional.of(logged.instant())
                : consents(grant, word -> isOwn(word, grant)).map(word -> later(logged.instant(), word));
    }

    /** What coming of age takes: new material from then on; what is shown can be withdrawn at will. */
    List<Stop> endings(Ruled<Grant> grant) {
        if (!isYoung(grant) || countsFrom(grant).isEmpty()) {
            return List.of();
        }
        Instant birthday = birthday(grant);
        return List.of(new Stop(
                Rule.ENDED,
                Worth.NO,
                AnyOr.all(),
                Bite.onMaking(new Window(birthday, Window.NEVER)).ending(),
                List.of(grant.logged().id()),
                "it was signed for a minor, who came of age on " + Instants.format(birthday)));
    }

    /** Whether the person may end it at will, whatever the terms say: it was signed for a minor, who is one no longer. */
    boolean isAtWill(Ruled<Grant> grant, Instant then) {
        return isYoung(grant) && !then.isBefore(birthday(grant));
    }

    private Instant birthday(Ruled<Grant> grant) {
        return validity.age(grant.logged().record().subject())
                .map(age -> age.from())
                .orElse(Instant.MIN);
    }

    /** More than ten years before majority only a guardian signs. */
    private boolean isTooYoungToSign(Ruled<Grant> grant) {
        return signsFrom(grant.logged().record().subject())
                .map(grant.logged().instant()::isBefore)
                .orElse(false);
    }

    /** Before when nobody but a guardian can sign for the person; empty where her age is not known. */
    Optional<Instant> signsFrom(Id person) {
        return validity.age(person)
                .map(age -> age.from()
                        .atOffset(ZoneOffset.UTC)
                        .minusYears(ALONE_FROM)
                        .toInstant());
    }

    /** A guardian signs itself: an agent of a guardian does not count. */
    private static boolean isGuardian(Ruled<?> record) {
        return record.ruling().chain().size() == 1
                && record.ruling().chain().get(0).capacity() == Capacity.GUARDIAN;
    }

    private boolean isGuardians(Ruled<Endorsement> word) {
        return isGuardian(word);
    }

    private static boolean isOwn(Ruled<Endorsement> word, Ruled<Grant> grant) {
        Id person = grant.logged().record().subject();
        return word.logged().record().issuer().equals(person)
                && word.ruling().chain().isEmpty();
    }

    private Optional<Instant> consents(Ruled<Grant> grant, java.util.function.Predicate<Ruled<Endorsement>> whose) {
        return validity.endorsements(grant.logged().id(), Says.CONSENTS).stream()
                .filter(Ruled::inFull)
                .filter(whose)
                .filter(word -> validity.of(word) == Worth.YES)
                .map(word -> word.logged().instant())
                .findFirst();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
