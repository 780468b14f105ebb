package org.countenance.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.registry.LogStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The log. */
@Command(
        name = "log",
        description = "the log behind the registry",
        mixinStandardHelpOptions = true,
        subcommands = {LogCommand.CheckpointOf.class, ProveCommand.class, ExportCommand.class, TimestampCommand.class})
final class LogCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandException {
        throw CommandException.usage(
                "wanted `consent log checkpoint`, `prove`, `export` or `timestamp`, found none of them", "");
    }

    /** Prints the newest signed checkpoint. */
    @Command(
            name = "checkpoint",
            description = "print the newest signed checkpoint",
            footer = {"", "Example:", "  consent log checkpoint"},
            mixinStandardHelpOptions = true)
    static final class CheckpointOf implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private CommonOptions options;

        CheckpointOf(Surroundings surroundings) {
            this.surroundings = surroundings;
            this.options = new CommonOptions(surroundings);
        }

        @Override
        public Integer call() throws CommandException, IOException, MalformedException {
            try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
                surroundings.out().print(log.head().checkpoint().text());
            }
            return ExitCode.DONE.number();
        }
    }
}
