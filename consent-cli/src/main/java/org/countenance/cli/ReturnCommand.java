package org.countenance.cli;

import picocli.CommandLine.Command;

/** Gives a grant back, as a licensee. */
@Command(
        name = "return",
        description = "give a grant back, as a licensee",
        footer = {"", "Example:", "  consent return id:<record id> --key studio"},
        mixinStandardHelpOptions = true)
final class ReturnCommand extends TargetCommand {

    ReturnCommand(Surroundings surroundings) {
        super(surroundings, "returned", "returns");
    }
}
