package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.verify.GrantToday;
import org.countenance.verify.TrustPolicy;

/** How grants stand today, judged as a verifier would, where there is a trust policy to judge by. */
final class GrantsToday {

    private final Surroundings surroundings;
    private final LogStore log;
    private final TrustOption trust;

    GrantsToday(Surroundings surroundings, LogStore log, TrustOption trust) {
        this.surroundings = surroundings;
        this.log = log;
        this.trust = trust;
    }

    /**
     * Those of these grants of which anybody can tell; none, and a hint, where the configured policy is not there or does not
     * hold. One that the user names must hold.
     *
     * @param supposed closing records that nobody has signed, as if they were logged now
     */
    Map<Id, GrantToday> of(Collection<ParsedRecord> grants, List<ParsedRecord> supposed)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        if (grants.isEmpty() && trust.file().isEmpty()) {
            return Map.of();
        }
        try (Moment moment = log.moment()) {
            TrustPolicy policy = trust.policy(surroundings, log.name());
            ProvenEntries proven = ProvenEntries.read(moment.slice(), policy.keys());
            Instant now = surroundings.clock().instant();
            Map<Id, GrantToday> today = new HashMap<>();
            for (Map.Entry<Id, Set<Id>> person : byPerson(grants).entrySet()) {
                today.putAll(GrantToday.read(policy, proven, person.getValue(), person.getKey(), now, supposed));
            }
            return today;
        } catch (CommandException | NotVerifiedException e) {
            if (trust.file().isPresent()) {
                throw e;
            }
            surroundings
                    .err()
                    .println("consent: hint: how " + (grants.size() == 1 ? "it stands" : "they stand")
                            + " today is not told: " + e.getMessage());
            return Map.of();
        }
    }

    private static Map<Id, Set<Id>> byPerson(Collection<ParsedRecord> grants) {
        return grants.stream()
                .collect(Collectors.groupingBy(
                        ParsedRecord::subject, Collectors.mapping(ParsedRecord::id, Collectors.toSet())));
    }
}
