package org.countenance.verify;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.manifest.Production;
import org.countenance.record.ExternalId;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.ProductionPin;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;
import org.countenance.registry.Unlogged;
import org.countenance.scope.ProductionType;

/**
 * How a grant stands, without any production being asked about: what a verifier would hold against it, in words (decision.md
 * section 3).
 *
 * @param standing how it stands
 * @param stops what happened to it, from when to when each stops what
 */
public record GrantToday(Verdict.Standing standing, List<Timeline.Stopped> stops) {

    /** Keeps a copy. */
    public GrantToday {
        stops = List.copyOf(stops);
    }

    /** What happened to it, each in one clause. */
    public List<String> events() {
        return stops.stream().map(Timeline.Stopped::why).distinct().toList();
    }

    /**
     * Reads a grant from a log that was held against its checkpoint.
     *
     * @return nothing when the log has no such grant, or it is not admissible
     */
    public static Optional<GrantToday> read(TrustPolicy policy, ProvenEntries proven, Id grant, Id person, Instant now)
            throws MalformedException {
        return Optional.ofNullable(
                read(policy, proven, List.of(grant), person, now).get(grant));
    }

    /**
     * Reads several grants of one person.
     *
     * @return those that the log has and that are admissible
     */
    public static Map<Id, GrantToday> read(
            TrustPolicy policy, ProvenEntries proven, Collection<Id> grants, Id person, Instant now)
            throws MalformedException {
        return read(policy, proven, grants, person, now, List.of());
    }

    /**
     * The same as if these closing records, which nobody has signed, were logged now.
     *
     * @throws MalformedException when one of them opens, or would not be admitted
     */
    public static Map<Id, GrantToday> read(
            TrustPolicy policy,
            ProvenEntries proven,
            Collection<Id> grants,
            Id person,
            Instant now,
            List<ParsedRecord> supposed)
            throws MalformedException {
        Set<String> keys = new LinkedHashSet<>(
                List.of(SubjectKeys.keysOf(person), SubjectKeys.closingOf(person), SubjectKeys.openingOf(person)));
        grants.forEach(grant -> keys.add(SubjectKeys.about(grant)));
        RegistryState state = Slice.read(
                        policy.name(), proven, keys, new Unlogged(List.of(), supposed, now), now, Runnable::run)
                .state();
        Map<Id, GrantToday> found = new LinkedHashMap<>();
        for (Ruled<Grant> grant : state.grantsOf(person)) {
            if (grants.contains(grant.logged().id())) {
                found.put(grant.logged().id(), of(grant, state, policy, now));
            }
        }
        return found;
    }

    private static GrantToday of(Ruled<Grant> grant, RegistryState state, TrustPolicy policy, Instant now)
            throws MalformedException {
        Production production =
                production(grant.content(), grant.logged().record().subject());
        Stops stops = new Stops(state, policy, production);
        Evidence evidence = new Evidence(
                state,
                policy,
                production,
                any -> Optional.empty(),
                new AsOf(now),
                Verifier.BUDGET,
                new Allowance(Verifier.BUDGET, 1));
        return new GrantToday(
                new Standings(evidence, stops).standing(grant),
                stops.on(grant, stops.authority().since(grant), false).stream()
                        .map(stop ->
                                Timelines.stopped(stop, List.of(grant.logged().id())))
                        .distinct()
                        .toList());
    }

    /** The work that it is for; where it is for any, one that nobody has named. */
    private static Production production(Grant grant, Id person) throws MalformedException {
        ProductionPin pin = grant.productions().items().stream()
                .findFirst()
                .orElse(new ProductionPin(
                        ExternalId.parse("x-any:any"), Optional.empty(), Optional.empty(), Optional.empty()));
        Id licensee = grant.licensees().items().stream().findFirst().orElse(person);
        return new Production(
                pin.id(),
                "",
                pin.type().orElse(ProductionType.OTHER),
                number(pin.season()),
                number(pin.episodes()),
                licensee.text());
    }

    private static OptionalLong number(Optional<Long> pinned) {
        return pinned.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
