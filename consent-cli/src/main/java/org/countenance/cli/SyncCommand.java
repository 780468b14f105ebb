package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.json.JsonText;
import org.countenance.record.Claims;
import org.countenance.registry.LogStore;
import org.countenance.registry.Replay;
import org.countenance.registry.Replication;
import org.countenance.registry.ReplicationException;
import org.countenance.store.SqliteLogStore;
import org.countenance.store.TileDirectory;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.SignedNote;
import org.countenance.tlog.TileSource;
import org.countenance.verify.TrustPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a replica of a registry, or brings it up to date, believing nothing (log.md, Tiles and sync). */
@Command(
        name = "sync",
        description = "make a replica of a registry, or bring it up to date",
        footer = {
            "",
            "Example:",
            "  consent log export tiles",
            "  consent sync tiles --registry replica",
            "",
            "Every hash, every signature and every record is checked before the replica moves. What breaks off",
            "goes on where it was. A log that contradicts itself ends with 4, and what proves it is kept in a file."
        },
        mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "SOURCE", description = "a directory that a log was exported to")
    private String source = "";

    @Mixin
    private TrustOption trust = new TrustOption();

    @Option(
            names = "--words",
            description = "look again for words for people and lists that were missing when their records came")
    private boolean words;

    SyncCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        Path from = surroundings.path(source);
        if (!Files.isDirectory(from)) {
            throw CommandException.failed(
                    "wanted a directory that a log was exported to, found `" + source + "`, which is none",
                    "`consent log export DIR` makes one");
        }
        RegistryDirectory registry = new RegistryDirectory(surroundings, options);
        if (registry.hasLogKeys()) {
            throw CommandException.failed(
                    "wanted a replica in `" + registry.directory() + "`, found a registry with its own keys",
                    "--registry names another place for the replica");
        }
        TileDirectory files = new TileDirectory(from);
        TrustPolicy policy = policy(files);
        try (LogStore replica = open(registry, policy)) {
            return run(replica, policy, files, registry).number();
        }
    }

    /**
     * What the files say they are about only chooses among the user's own policies; nothing is made before its keys have signed
     * the checkpoint.
     */
    private TrustPolicy policy(TileSource files)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        Bytes note = files.read(TileSource.CHECKPOINT)
                .orElseThrow(() -> new NotVerifiedException(
                        "export", "wanted `" + TileSource.CHECKPOINT + "` in `" + source + "`, found none"));
        String origin = Checkpoint.parse(SignedNote.parse(note).text()).origin();
        String name = origin.endsWith("/0") ? origin.substring(0, origin.length() - 2) : origin;
        Claims.checkRegistry(name);
        TrustPolicy policy = trust.policy(surroundings, name);
        if (!policy.name().equals(name)) {
            throw new NotVerifiedException("export", "wanted the log of " + policy.name() + ", found that of " + name);
        }
        policy.keys().verify(note);
        return policy;
    }

    private static LogStore open(RegistryDirectory registry, TrustPolicy policy) throws CommandException, IOException {
        if (Files.exists(registry.database())) {
            return registry.open();
        }
        Files.createDirectories(registry.directory());
        return SqliteLogStore.create(registry.database(), policy.name(), Bytes.EMPTY);
    }

    private ExitCode run(LogStore replica, TrustPolicy policy, TileSource files, RegistryDirectory registry)
            throws CommandException, IOException, NotVerifiedException {
        ProgressLine progress = new ProgressLine(surroundings, "entries");
        try {
            Replication replication = new Replication(replica, policy.keys(), files, ForkJoinPool.commonPool());
            Replication.Outcome outcome = (words ? replication.lookingForWords() : replication).run(progress::at);
            progress.end();
            return tell(outcome);
        } catch (ReplicationException e) {
            progress.end();
            Path kept = keep(e, registry.directory());
            throw CommandException.of(
                    ExitCode.NOT_VERIFIED,
                    String.valueOf(e.getMessage()),
                    "the replica did not move; what proves it is in `" + kept
                            + "`: show it to others who use this log");
        }
    }

    private static String news(long added) {
        return added == 0 ? "nothing new" : Count.of(added, "new entry");
    }

    private ExitCode tell(Replication.Outcome outcome) {
        if (!options.quiet()) {
            surroundings
                    .out()
                    .println(news(outcome.added()) + ": "
                            + outcome.checkpoint().origin() + " of "
                            + Count.of(outcome.checkpoint().size(), "entry") + " at "
                            + Instants.format(outcome.instant()));
        }
        if (outcome.brought() > 0 && !options.quiet()) {
            surroundings.out().println("words for people that were missing and are here now: " + outcome.brought());
        }
        if (outcome.withoutWords() > 0 && !options.quiet()) {
            surroundings
                    .err()
                    .println("consent: hint: words for people that " + Count.of(outcome.withoutWords(), "record")
                            + (outcome.withoutWords() == 1 ? " names" : " name")
                            + " were not there: erased, or not exported"
                            + (words ? "" : "; `consent sync " + source + " --words` looks for them again"));
        }
        if (outcome.faulty() == 0) {
            return ExitCode.DONE;
        }
        surroundings
                .err()
                .println("consent: error: wanted a log that its operator may have written, found "
                        + Count.of(outcome.faulty(), "entry") + (outcome.faulty() == 1 ? " that counts" : " that count")
                        + " for nothing:");
        for (Replay.Fault fault : outcome.faults().stream().limit(SHOWN).toList()) {
            surroundings.err().println("  entry " + fault.index() + ": " + RecordWords.clean(fault.why()));
        }
        return ExitCode.NOT_VERIFIED;
    }

    private Path keep(ReplicationException fault, Path directory) throws IOException {
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        Path file = directory.resolve(
                "sync-" + fault.kind().word() + "-" + Instants.format(now).replace(':', '-') + ".json");
        surroundings.write(file.toString(), out -> out.append(JsonText.pretty(fault.evidence())));
        return file;
    }
}
