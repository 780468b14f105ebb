package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.record.AssetList;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.Submission;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Hands in what was signed elsewhere. */
@Command(
        name = "submit",
        description = "hand in signed records",
        footer = {
            "",
            "Example:",
            "  consent submit grant.jws",
            "  a file FILE.annex beside it holds the record's words, <sha256>.txt a list of files it names"
        },
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "signed records, in this order")
    private List<String> files = new ArrayList<>();

    SubmitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        Submitting.Format format = options.format();
        List<Submission> submissions = new ArrayList<>();
        for (String file : files) {
            submissions.add(read(surroundings.path(file)));
        }
        RegistryDirectory registry = new RegistryDirectory(surroundings, options.common());
        Submitting submitting = new Submitting(surroundings, registry);
        try (LogStore log = registry.open()) {
            for (LogWriter.Receipt receipt : submitting.submit(log, submissions)) {
                submitting.tell(
                        receipt,
                        format,
                        "took the " + receipt.record() + " as entry "
                                + receipt.index().orElseThrow());
            }
        }
        return ExitCode.DONE.number();
    }

    /** The lists of files that the record names, where they lie beside it. */
    private static List<Bytes> lists(Path file, ParsedRecord record) throws IOException {
        List<Bytes> lists = new ArrayList<>();
        for (AssetList named : record.content().assetLists()) {
            Path list = listBeside(file, named);
            if (Files.exists(list)) {
                lists.add(Bytes.of(Files.readAllBytes(list)));
            }
        }
        return lists;
    }

    /** Where a list of files is kept while its record travels. */
    static Path listBeside(Path record, AssetList named) {
        return record.resolveSibling(named.list() + ".txt");
    }

    private static Submission read(Path file) throws IOException, MalformedException {
        String text = Files.readString(Surroundings.file(file)).strip();
        Path annex = SignCommand.annexBeside(file);
        Optional<Bytes> words =
                Files.exists(annex) ? Optional.of(Bytes.of(Files.readAllBytes(annex))) : Optional.empty();
        ParsedRecord record = RecordCodec.parse(text);
        return new Submission(record, words, lists(file, record));
    }
}
