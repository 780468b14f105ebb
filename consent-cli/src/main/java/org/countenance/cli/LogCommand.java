package org.countenance.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The log. */
@Command(
        name = "log",
        description = "the log behind the registry",
        mixinStandardHelpOptions = true,
        subcommands = {
            LogAuditCommand.class,
            CheckpointCommand.class,
            CosignCommand.class,
            ExportCommand.class,
            ProveCommand.class,
            TimestampCommand.class
        })
final class LogCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandException {
        throw CommandException.usage(
                "wanted `consent log` with audit, checkpoint, cosign, export, prove or timestamp, found none of them",
                "");
    }
}
