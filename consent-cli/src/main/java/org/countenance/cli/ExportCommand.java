package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countenance.base.Count;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.LogStore;
import org.countenance.store.LogExport;
import org.countenance.tlog.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the log as static files, or adds what is new to those that are there. */
@Command(
        name = "export",
        description = "write the log as static files that any web server serves; again: add what is new",
        footer = {
            "",
            "Example:",
            "  consent log export public",
            "",
            "The files are those of C2SP tlog-tiles: checkpoint, tile/<level>/<n>,",
            "tile/entries/<n>. Beside them annex/<sha256> holds the words for people,",
            "names and intended uses, which replicas want and a public place may not.",
            "What was erased from the registry is removed there by the next export."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "DIR", description = "an empty directory, or one that this log was exported to before")
    private String directory = "";

    @Option(
            names = "--without-annexes",
            description = "leave out the words for people, and remove those that are there")
    private boolean withoutAnnexes;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, NotVerifiedException {
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            Path to = surroundings.path(directory);
            LogExport.Outcome outcome =
                    withoutAnnexes ? LogExport.exportWithoutAnnexes(log, to) : LogExport.export(log, to);
            outcome.damaged().forEach(path -> hint("`" + path + "` was missing or damaged, and is written anew"));
            if (outcome.repaired() > outcome.damaged().size()) {
                hint("so were "
                        + Count.of(outcome.repaired() - outcome.damaged().size(), "more file"));
            }
            if (!options.quiet()) {
                surroundings.out().print(words(outcome));
            }
        }
        return ExitCode.DONE.number();
    }

    private void hint(String words) {
        surroundings.err().println("consent: hint: " + words);
    }

    private String words(LogExport.Outcome outcome) {
        Checkpoint checkpoint = outcome.checkpoint();
        String written = outcome.written() == 0 ? "nothing new" : Count.of(outcome.written(), "new file");
        String erased = outcome.erased() == 0 ? "" : ", " + Count.of(outcome.erased(), "annex") + " removed";
        return "exported " + checkpoint.origin() + " at " + Count.of(checkpoint.size(), "entry") + " to `" + directory
                + "`: " + written + erased + "\n";
    }
}
