package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.MalformedException;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.report.Names;
import picocli.CommandLine.Option;

/** Who may help when keys are lost, and how many of them. */
final class RecoveryOptions {

    @Option(
            names = "--recovery",
            paramLabel = "PARTY,...",
            description = "friends who may replace your keys together when you lose them")
    private Optional<String> parties = Optional.empty();

    @Option(names = "--threshold", paramLabel = "K", description = "how many of them must agree")
    private Optional<Long> threshold = Optional.empty();

    /** Whether nothing was said. */
    boolean isSilent() {
        return parties.isEmpty() && threshold.isEmpty();
    }

    /** Writes them into a revision. */
    void addTo(PartyRevision revision, AddressBook book) throws CommandException, IOException, MalformedException {
        if (isSilent()) {
            return;
        }
        if (parties.isEmpty() || threshold.isEmpty()) {
            throw CommandException.usage(
                    "wanted --recovery PARTY,... and --threshold K together, found one of them",
                    "e.g. --recovery @ann,@bo,@cai --threshold 2");
        }
        List<Id> friends = new ArrayList<>();
        for (String each : ScopeWords.split(parties.get())) {
            friends.add(book.resolve(each));
        }
        if (threshold.get() < 1 || threshold.get() > friends.size()) {
            throw CommandException.usage(
                    "wanted --threshold from 1 to " + friends.size() + ", found " + threshold.get(),
                    "as many as must agree");
        }
        revision.recovery(friends, threshold.get());
    }

    static String words(Party after, Names names) {
        return after.recovery()
                .map(recovery -> "when your keys are lost, " + recovery.threshold() + " of "
                        + recovery.parties().stream().map(names::shown).collect(Collectors.joining(", "))
                        + " together can give you new ones, seven days after they agree"
                        + (recovery.threshold() == 1 ? "\none friend alone can do it: think of two" : ""))
                .orElse("nobody can replace your keys when they are lost");
    }
}
