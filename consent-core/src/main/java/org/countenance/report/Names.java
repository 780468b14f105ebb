package org.countenance.report;

import java.util.Optional;
import org.countenance.record.Id;

/** What people call the parties of a report; whoever has no name is shown by id. */
@FunctionalInterface
public interface Names {

    /** The name of a party, where its words were not erased. */
    Optional<String> of(Id party);

    /** Name and short id, or the short id alone. */
    default String shown(Id party) {
        return of(party).map(name -> name + " (" + party.shown() + ")").orElse(party.shown());
    }
}
