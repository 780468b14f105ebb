package org.countenance.cli;

import picocli.CommandLine.Command;

/** Ends a prohibition or a withdrawal. */
@Command(
        name = "lift",
        description = "end a prohibition or a withdrawal of yours",
        footer = {"", "Example:", "  consent lift id:<record id> --key lin"},
        mixinStandardHelpOptions = true)
final class LiftCommand extends TargetCommand {

    LiftCommand(Surroundings surroundings) {
        super(surroundings, "lifted", "lifts");
    }
}
