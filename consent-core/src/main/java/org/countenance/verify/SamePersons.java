package org.countenance.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Use;
import org.countenance.record.Annex;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.ExternalId;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/**
 * Second registrations of one person: a no of either is not to be dodged by asking for the other (LC208). Two parties may be one
 * when they name the same external identifier, or when somebody who may says so; whose no then counts, this version leaves open.
 */
final class SamePersons {

    private final Evidence evidence;
    private final RegistryState state;
    private final Map<Id, Set<ExternalId>> identifiers = new HashMap<>();

    SamePersons(Evidence evidence) {
        this.evidence = evidence;
        this.state = evidence.state();
        state.parties().forEach(party -> identifiers.put(party.id(), identifiers(party)));
    }

    /** A finding for every use of somebody whose other self has said no to something. */
    List<Finding> findings(Manifest manifest) {
        Map<Id, List<Id>> stops = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Use use : manifest.uses()) {
            use.person().party().map(Id::new).ifPresent(person -> {
                List<Id> records = stops.computeIfAbsent(person, this::stopsOfOthers);
                if (!records.isEmpty()) {
                    findings.add(finding(use, records));
                }
            });
        }
        return findings;
    }

    private static Finding finding(Use use, List<Id> records) {
        return Finding.about(
                use,
                Rule.POSSIBLE_SAME_PERSON,
                Severity.UNDETERMINED,
                records,
                "a person with one registration, or no prohibition by the other",
                "a prohibition by a party that may be the same person",
                "another party that may be the same person has said no to something");
    }

    private List<Id> stopsOfOthers(Id person) {
        return others(person).stream()
                .flatMap(other -> state.prohibitionsOf(other).stream())
                .map(prohibition -> prohibition.logged().id())
                .toList();
    }

    private List<Id> others(Id person) {
        return state.parties().stream()
                .map(PartyState::id)
                .filter(other -> !other.equals(person))
                .filter(other ->
                        sharesIdentifier(person, other) || isSaid(person, other, other) || isSaid(other, person, other))
                .toList();
    }

    private boolean sharesIdentifier(Id one, Id other) {
        Set<ExternalId> shared = new HashSet<>(identifiers.getOrDefault(one, Set.of()));
        shared.retainAll(identifiers.getOrDefault(other, Set.of()));
        return !shared.isEmpty();
    }

    /** Whether somebody says so; a stranger who takes herself for somebody puts nobody in doubt. */
    private boolean isSaid(Id one, Id other, Id stranger) {
        return state.endorsementsOf(one).stream()
                .filter(word -> !word.logged().record().issuer().equals(stranger))
                .filter(word -> !state.isEnded(word.logged().id(), Long.MAX_VALUE))
                .map(Ruled::content)
                .filter(word -> word.says() == Says.SAME_PERSON)
                .map(Endorsement::other)
                .anyMatch(Optional.of(other)::equals);
    }

    /** What the words beside a party say that others call it, where they are there. */
    private Set<ExternalId> identifiers(PartyState party) {
        Optional<Bytes> words = party.currentEntry().record().claims().annex().flatMap(evidence.annexes());
        try {
            return words.isPresent() && Annex.parse(RecordKind.PARTY, words.get()) instanceof Annex.OfParty annex
                    ? Set.copyOf(annex.identifiers())
                    : Set.of();
        } catch (MalformedException e) {
            return Set.of();
        }
    }
}
