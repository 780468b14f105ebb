package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says no to new keys that others want to give a party, before they take effect. */
@Command(
        name = "veto",
        description = "stop new keys that others want to give you",
        footer = {
            "",
            "Example:",
            "  consent party veto id:<update> --key lin",
            "  it wants your manage key; `consent show @lin` shows what is pending"
        },
        mixinStandardHelpOptions = true)
final class PartyVetoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "UPDATE", description = "the id of the party record with the new keys, in full")
    private String update = "";

    PartyVetoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        try (Signing signing = Signing.openManaging(surroundings, options)) {
            Id id = signing.book().resolve(update);
            LogView.Found found = signing.view()
                    .find(id)
                    .orElseThrow(() -> CommandException.failed(
                            "wanted an update in this registry, found " + id.shown() + " nowhere in it",
                            "`consent show @you` shows what is pending"));
            Id party = found.record().subject();
            checkPending(signing, party, id);
            Draft draft = signing.draft(RecordKind.REVOCATION, party)
                    .with("target", id.text())
                    .with("event", "invalidated");
            signing.confirm("this stops the new keys that "
                    + signing.view().shown(found.record().issuer()) + " wants to give "
                    + signing.view().shown(party) + "\nthe keys of now stay; whoever wants to help must begin again");
            signing.finish(draft, "vetoed the new keys " + id.shown() + ": {id}, entry {entry}");
        }
        return ExitCode.DONE.number();
    }

    private static void checkPending(Signing signing, Id party, Id update) throws CommandException, MalformedException {
        RegistryState state = signing.state();
        Optional<Version> version = state.party(party)
                .flatMap(known -> known.version(update))
                .filter(each -> each.recovery().isPresent());
        if (version.isEmpty()) {
            throw CommandException.failed(
                    "wanted new keys by somebody else, found record " + update.shown(),
                    "what you signed yourself is replaced: `consent party update`");
        }
        if (!version.get().effective().isAfter(signing.now())) {
            throw CommandException.failed(
                    "wanted new keys that have not taken effect, found some in effect since "
                            + RecoveryWords.day(version.get().effective()),
                    state.party(party)
                            .map(PartyState::current)
                            .flatMap(current -> current.recovery())
                            .map(any -> "your friends or a registrar can recover your keys again")
                            .orElse("a registrar can recover your keys again"));
        }
    }
}
