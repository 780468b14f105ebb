package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.registry.LogStore;
import org.countenance.report.Names;
import org.countenance.report.VerdictDiff;
import org.countenance.report.VerdictDiffJson;
import org.countenance.report.VerdictDiffText;
import org.countenance.report.VerdictDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two verdicts: what changed and why. */
@Command(
        name = "diff",
        description = "what changed between two verdicts, and why",
        footer = {
            "",
            "Example:",
            "  consent diff yesterday.json today.json",
            "  exit 3 when the answer, or that of a use, is further from cleared, or a new use is not cleared; else 0"
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(index = "0", paramLabel = "A", description = "the earlier verdict, from `verify --format json`")
    private String earlier = "";

    @Parameters(index = "1", paramLabel = "B", description = "the later one")
    private String later = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private String format = "text";

    @Option(names = "-o", paramLabel = "FILE", description = "write to a file instead of standard output")
    private Optional<String> output = Optional.empty();

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        VerdictDiff diff = VerdictDiff.between(read(earlier), read(later));
        String text = render(diff);
        if (output.isPresent()) {
            surroundings.write(output.get(), text);
        } else if (!options.quiet()) {
            surroundings.out().print(text);
            surroundings.out().flush();
        }
        return (diff.isWorse() ? ExitCode.BLOCKED : ExitCode.DONE).number();
    }

    private VerdictDocument read(String file) throws IOException, MalformedException {
        return VerdictDocument.parse(surroundings.read(file), file);
    }

    private String render(VerdictDiff diff) throws CommandException {
        return switch (format) {
            case "text" -> named(diff);
            case "json" -> VerdictDiffJson.render(diff);
            default -> throw TextOrJson.unknown(format);
        };
    }

    /** With names where a registry is at hand, and with ids where none is: verdicts travel without one. */
    private String named(VerdictDiff diff) throws CommandException {
        RegistryDirectory registry = new RegistryDirectory(surroundings, options);
        if (!Files.exists(registry.database())) {
            Names nobody = party -> Optional.empty();
            return VerdictDiffText.render(diff, nobody);
        }
        try (LogStore log = registry.open()) {
            return VerdictDiffText.render(diff, LogView.of(log));
        }
    }
}
