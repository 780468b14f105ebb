package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.Id;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.verify.GrantToday;
import org.countenance.verify.TrustPolicy;

/** How grants stand today, judged as a verifier would, where there is a trust policy to judge by. */
final class GrantsToday {

    private final Surroundings surroundings;
    private final LogStore log;

    GrantsToday(Surroundings surroundings, LogStore log) {
        this.surroundings = surroundings;
        this.log = log;
    }

    /** Those of one person; none, and a hint, where nobody can tell. */
    Map<Id, GrantToday> of(Id person, Collection<Id> grants) throws IOException, MalformedException {
        if (grants.isEmpty()) {
            return Map.of();
        }
        Instant now = surroundings.clock().instant();
        try (Moment moment = log.moment()) {
            TrustPolicy policy = TrustFile.read(surroundings, Optional.empty(), log.name());
            ProvenEntries proven = ProvenEntries.read(moment.slice(), policy.keys());
            return GrantToday.read(policy, proven, grants, person, now);
        } catch (CommandException | NotVerifiedException e) {
            surroundings
                    .err()
                    .println("consent: hint: how " + (grants.size() == 1 ? "it stands" : "they stand")
                            + " today is not told: " + e.getMessage());
            return Map.of();
        }
    }
}
