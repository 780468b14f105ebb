package org.countenance.verify;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.manifest.Production;
import org.countenance.record.ExternalId;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ProductionPin;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.Ruled;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;
import org.countenance.scope.ProductionType;

/**
 * How a grant stands, without any production being asked about: what a verifier would hold against it, in words (decision.md
 * section 3).
 *
 * @param standing how it stands
 * @param events what happened to it, each in one clause
 */
public record GrantToday(Verdict.Standing standing, List<String> events) {

    /** Keeps a copy. */
    public GrantToday {
        events = List.copyOf(events);
    }

    /**
     * Reads a grant from a log that was held against its checkpoint.
     *
     * @return nothing when the log has no such grant, or it is not admissible
     */
    public static Optional<GrantToday> read(TrustPolicy policy, ProvenEntries proven, Id grant, Id person, Instant now)
            throws MalformedException {
        Set<String> keys = new LinkedHashSet<>(List.of(
                SubjectKeys.keysOf(person),
                SubjectKeys.closingOf(person),
                SubjectKeys.openingOf(person),
                SubjectKeys.about(grant)));
        Slice slice = Slice.read(policy.name(), proven, keys);
        Optional<Ruled<Grant>> found = slice.state().grantsOf(person).stream()
                .filter(each -> each.logged().id().equals(grant))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Production production = production(found.get().content(), person);
        Stops stops = new Stops(slice.state(), policy, production);
        Evidence evidence = new Evidence(
                slice.state(),
                policy,
                production,
                any -> Optional.empty(),
                new AsOf(now),
                Verifier.BUDGET,
                new Allowance(Verifier.BUDGET, 1));
        Standings standings = new Standings(evidence, stops);
        List<String> events = stops.on(found.get(), stops.authority().since(found.get()), false).stream()
                .map(Stop::why)
                .distinct()
                .toList();
        return Optional.of(new GrantToday(standings.standing(found.get()), events));
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
