package org.countenance.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.base.Window;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Revocation.Event;
import org.countenance.registry.Ruled;
import org.countenance.scope.Scope;

/**
 * Live grants of which one is exclusive and that meet (LC131). Whether two productions are the same does not matter: who has a
 * performer to himself for something has her in every production.
 */
final class Exclusivity {

    private final Evidence evidence;
    private final Standings standings;

    Exclusivity(Evidence evidence, Standings standings) {
        this.evidence = evidence;
        this.standings = standings;
    }

    /** A warning for every grant relied on that meets another one to somebody else. */
    List<Finding> clashes(Collection<PersonCase> persons, Set<Id> relied) {
        List<Finding> findings = new ArrayList<>();
        for (PersonCase person : persons) {
            for (Ruled<Grant> grant : person.grants()) {
                if (relied.contains(grant.logged().id())) {
                    clashes(person, grant).ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private Optional<Finding> clashes(PersonCase person, Ruled<Grant> grant) {
        List<Id> others = new ArrayList<>();
        for (Ruled<Grant> other : evidence.state().grantsOf(person.person())) {
            boolean exclusive = isExclusive(grant) || isExclusive(other);
            if (exclusive
                    && isToSomebodyElse(grant.content(), other.content())
                    && isLive(other)
                    && meet(grant, other)) {
                others.add(other.logged().id());
            }
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<Id> records = new ArrayList<>(List.of(grant.logged().id()));
        records.addAll(others);
        return Optional.of(new Finding(
                Rule.EXCLUSIVITY_CLASH,
                Severity.WARNING,
                Optional.empty(),
                Optional.of(person.person()),
                Optional.empty(),
                records,
                "an exclusive grant to one licensee alone",
                "another to somebody else for some of the same",
                "grant " + grant.logged().id().shown() + " and "
                        + Wording.list(others.stream().map(Id::shown).toList())
                        + " to others meet, and one of them is exclusive"));
    }

    /** What a signer might not make exclusive is not. */
    private static boolean isExclusive(Ruled<Grant> grant) {
        return grant.content().terms().exclusive()
                && grant.ruling().chain().stream()
                        .allMatch(link -> link.terms().exclusive().orElse(true));
    }

    private static boolean isToSomebodyElse(Grant one, Grant other) {
        return one.licensees().any()
                || other.licensees().any()
                || !new HashSet<>(one.licensees().items())
                        .equals(new HashSet<>(other.licensees().items()));
    }

    private boolean isLive(Ruled<Grant> grant) {
        Verdict.Standing standing = standings.standing(grant);
        return !isReturned(grant) && standing != Verdict.Standing.ENDED && standing != Verdict.Standing.VOID;
    }

    /** Whether every licensee has handed it back. */
    private boolean isReturned(Ruled<Grant> grant) {
        Set<Id> back = evidence.state().revocationsOf(grant.logged().id()).stream()
                .filter(revocation ->
                        revocation.inFull() && revocation.content().event() == Event.RETURNED)
                .map(revocation -> revocation.logged().record().issuer())
                .collect(Collectors.toSet());
        return !grant.content().licensees().any()
                && back.containsAll(grant.content().licensees().items());
    }

    private boolean meet(Ruled<Grant> one, Ruled<Grant> other) {
        if (one.logged().id().equals(other.logged().id())) {
            return false;
        }
        return one.content().permissions().stream()
                .anyMatch(mine -> other.content().permissions().stream().anyMatch(theirs -> meet(mine, theirs)));
    }

    /** What is over already meets nothing. */
    private boolean meet(Scope one, Scope other) {
        Optional<Window> shown = one.shown().and(other.shown());
        return shown.map(window -> evidence.evaluated().isBefore(window.until()))
                        .orElse(false)
                && one.roles().meets(other.roles())
                && one.modalities().meets(other.modalities())
                && one.techniques().meets(other.techniques())
                && one.media().meets(other.media())
                && one.territories().codes().stream().anyMatch(other.territories()::contains);
    }
}
