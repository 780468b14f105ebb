package org.countenance.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Use;
import org.countenance.record.Annex;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.ExternalId;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** Who is registered more than once: what one registration closes, it closes for all (authority.md, Identity level). */
final class SamePersons {

    private final RegistryState state;
    private final Validity validity;
    private final Map<Id, Optional<Set<ExternalId>>> identifiers = new HashMap<>();

    SamePersons(RegistryState state, Validity validity) {
        this.state = state;
        this.validity = validity;
    }

    /** All registrations of a person, that one first. */
    Set<Id> of(Id person) {
        if (words(person).isEmpty()) {
            return Set.of(person);
        }
        Set<Id> same = new LinkedHashSet<>();
        Deque<Id> open = new ArrayDeque<>(List.of(person));
        while (!open.isEmpty()) {
            Id next = open.remove();
            if (same.add(next)) {
                words(next).stream()
                        .filter(this::links)
                        .map(word -> other(word, next))
                        .forEach(open::add);
            }
        }
        return same;
    }

    private List<Ruled<Endorsement>> words(Id person) {
        List<Ruled<Endorsement>> said = validity.endorsements(person, Says.SAME_PERSON);
        List<Ruled<Endorsement>> toBe = state.saidToBe(person);
        return said.isEmpty()
                ? toBe
                : Stream.of(said, toBe).flatMap(List::stream).toList();
    }

    private static Id other(Ruled<Endorsement> word, Id person) {
        Id subject = word.content().target();
        return subject.equals(person) ? word.content().other().orElseThrow() : subject;
    }

    /** A registrar's word suffices; otherwise both must say so, each with a key that manages. */
    private boolean links(Ruled<Endorsement> word) {
        if (!word.inFull() || validity.of(word) != Worth.YES) {
            return false;
        }
        boolean own = word.logged().record().issuer().equals(word.content().target());
        return own ? isReturned(word) : validity.believes(word, Accreditation.IDENTIFY);
    }

    private boolean isReturned(Ruled<Endorsement> word) {
        Id other = word.content().other().orElseThrow();
        return validity.endorsements(other, Says.SAME_PERSON).stream()
                .filter(back -> back.inFull() && validity.of(back) == Worth.YES)
                .filter(back -> back.logged().record().issuer().equals(other))
                .anyMatch(back ->
                        back.content().other().equals(Optional.of(word.content().target())));
    }

    /**
     * A finding for every use of somebody who may be registered twice, as a shared identifier or a word of somebody who does not
     * link them tells, and who says no to something elsewhere (LC208).
     */
    List<Finding> possible(Manifest manifest, Evidence evidence) {
        Map<PartyState, List<Id>> closings = closings();
        if (closings.isEmpty()) {
            return List.of();
        }
        Map<String, List<Id>> stops = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Use use : manifest.uses()) {
            use.person().party().ifPresent(person -> {
                List<Id> records = stops.computeIfAbsent(person, id -> stopsOfOthers(new Id(id), closings, evidence));
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
                "a person with one registration, or nothing closed under the other",
                "something closed by a party that may be the same person",
                "another party that may be the same person has said no to something");
    }

    private List<Id> stopsOfOthers(Id person, Map<PartyState, List<Id>> closings, Evidence evidence) {
        Set<Id> linked = of(person);
        Optional<Set<ExternalId>> own =
                state.party(person).map(party -> identifiers(party, evidence)).orElse(Optional.of(Set.of()));
        if (own.map(Set::isEmpty).orElse(false) && words(person).isEmpty()) {
            return List.of();
        }
        List<Id> stops = new ArrayList<>();
        for (Map.Entry<PartyState, List<Id>> each : closings.entrySet()) {
            PartyState other = each.getKey();
            Optional<Set<ExternalId>> others = identifiers(other, evidence);
            // Of organisations whose words are gone nobody thinks that they are a person.
            boolean shared = (others.isPresent() || other.isPerson()) && mayShare(own, others);
            if (!linked.contains(other.id()) && (shared || isSaid(person, other.id()))) {
                stops.addAll(each.getValue());
            }
        }
        return stops;
    }

    /** Whether two have an identifier in common, or may have had one before the words of one were erased. */
    private static boolean mayShare(Optional<Set<ExternalId>> one, Optional<Set<ExternalId>> other) {
        boolean none =
                one.map(Set::isEmpty).orElse(false) || other.map(Set::isEmpty).orElse(false);
        boolean known = one.isPresent() && other.isPresent();
        return !none && (!known || other.get().stream().anyMatch(one.get()::contains));
    }

    /** Whether somebody says so; a stranger who takes herself for somebody puts nobody in doubt. */
    private boolean isSaid(Id person, Id other) {
        return words(person).stream()
                .filter(word -> other(word, person).equals(other))
                .filter(word -> !word.logged().record().issuer().equals(other))
                .anyMatch(word -> !state.isEnded(word.logged().id(), Long.MAX_VALUE));
    }

    /** Whoever said no to something, and to what: where nobody did, nobody's words need be read. */
    private Map<PartyState, List<Id>> closings() {
        Map<PartyState, List<Id>> all = new LinkedHashMap<>();
        for (PartyState party : state.parties()) {
            List<Id> closings = closings(party.id());
            if (!closings.isEmpty()) {
                all.put(party, closings);
            }
        }
        return all;
    }

    private List<Id> closings(Id person) {
        List<Id> closings = new ArrayList<>();
        state.prohibitionsOf(person).forEach(each -> closings.add(each.logged().id()));
        for (Ruled<Grant> grant : state.grantsOf(person)) {
            state.revocationsOf(grant.logged().id())
                    .forEach(each -> closings.add(each.logged().id()));
        }
        return closings;
    }

    /** The identifiers of a party; empty when its words are not there, so that nobody can tell. */
    private Optional<Set<ExternalId>> identifiers(PartyState party, Evidence evidence) {
        return identifiers.computeIfAbsent(
                party.id(),
                any -> evidence.words(party.currentEntry())
                        .filter(Annex.OfParty.class::isInstance)
                        .map(annex -> Set.copyOf(((Annex.OfParty) annex).identifiers())));
    }
}
