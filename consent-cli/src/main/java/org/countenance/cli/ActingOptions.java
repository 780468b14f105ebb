package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import picocli.CommandLine.Option;

/** For whom and under which link somebody signs who is not the person (records.md, Claims of every record). */
final class ActingOptions {

    @Option(
            names = "--capacity",
            paramLabel = "WORD",
            description = "agent, guild, guardian, estate or court, when you sign for somebody else")
    private Optional<String> capacity = Optional.empty();

    @Option(names = "--delegation", paramLabel = "ID", description = "the delegation that lets you")
    private Optional<String> delegation = Optional.empty();

    /** Writes both into a record, or neither. */
    void addTo(Draft draft, AddressBook book) throws CommandException, IOException, MalformedException {
        if (capacity.isPresent() != delegation.isPresent()) {
            throw CommandException.usage(
                    "wanted --capacity and --delegation together, found one of them",
                    "`consent list --kind delegation` shows who may act for whom");
        }
        if (capacity.isPresent()) {
            Id link = book.resolve(delegation.orElseThrow());
            draft.with("capacity", capacity.get()).with("delegation", link.text());
        }
    }
}
