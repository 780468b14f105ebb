package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.Prohibition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends a prohibition or a withdrawal. */
@Command(
        name = "lift",
        description = "end a prohibition or a withdrawal of yours",
        footer = {"", "Example:", "  consent lift id:<record id> --key lin", "  an agent adds --for @lin"},
        mixinStandardHelpOptions = true)
final class LiftCommand extends TargetCommand {

    @Mixin
    private ActingOptions acting = new ActingOptions();

    @Mixin
    private ForOption person = new ForOption();

    LiftCommand(Surroundings surroundings) {
        super(surroundings, "lifted", "lifts");
    }

    /** An order is lifted by who made it or by a court; everything else by the person or in her name. */
    @Override
    Optional<ActingFor> actingFor(Signing signing, LogView.Found found)
            throws CommandException, IOException, MalformedException {
        Id subject = found.record().subject();
        person.check(signing, subject);
        boolean prohibition = found.record().content() instanceof Prohibition;
        boolean order = prohibition && ((Prohibition) found.record().content()).ground() == Prohibition.Ground.ORDER;
        boolean own = found.record().issuer().equals(signing.signer());
        Power set = prohibition ? Power.PROHIBIT : Power.WITHDRAW;
        return order ? Optional.empty() : acting.find(signing, subject, own ? set : Power.LIFT);
    }
}
