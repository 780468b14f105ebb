package org.countenance.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestReader;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.report.Answer;
import org.countenance.verify.Beside;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job: may this production go out? */
@Command(
        name = "verify",
        description = "may this production go out?",
        footer = {
            "",
            "Example:",
            "  consent verify manifest.json --format json",
            "  exit 0 cleared, 3 blocked, 5 undetermined, 4 evidence does not hold"
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    /** A head older than this is signed anew before it is judged by, when the log's keys are at hand. */
    private static final Duration OLD = Duration.ofHours(1);

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "MANIFEST", description = "the production's manifest")
    private String manifest = "";

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "your trust policy (else $CONSENT_TRUST, else in your configuration)")
    private Optional<String> trust = Optional.empty();

    @Mixin
    private BesideOptions beside = new BesideOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--plan", description = "a draft, before anything is made: who would have to sign what")
    private boolean plan;

    @Option(names = "--accept-waivers", description = "let `cleared-with-waivers` end with 0")
    private boolean acceptWaivers;

    @Option(names = "--clearance", description = "sign the answer and log it; the manifest must be signed")
    private boolean clearance;

    @Option(names = "--key", paramLabel = "NAME", description = "with --clearance: your key")
    private Optional<String> key = Optional.empty();

    @Option(names = "--at", paramLabel = "INSTANT", description = "the answer as of a past instant")
    private Optional<String> at = Optional.empty();

    @Option(names = "--allow-past", description = "let a historical answer end with 0 when it is cleared")
    private boolean allowPast;

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; text without it; several at once: text,json=verdict.json",
            completionCandidates = Reports.Words.class)
    private List<String> formats = new ArrayList<>();

    @Option(names = "-o", paramLabel = "FILE", description = "write to a file instead of standard output")
    private Optional<String> output = Optional.empty();

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        checkOptions();
        Reports reports = Reports.parse(surroundings, formats, output);
        RegistryDirectory registry = new RegistryDirectory(surroundings, options);
        try (LogStore log = registry.open()) {
            TrustPolicy policy = TrustFile.read(surroundings, trust, log.name());
            Manifest read = read(surroundings.path(manifest));
            Beside given = beside.read(surroundings, surroundings.path(manifest));
            renew(registry, log, policy, surroundings.clock().instant());
            Verdict verdict = verify(log, policy, read, given);
            if (!options.quiet()) {
                reports.write(new Answer(
                        verdict,
                        LogView.of(log),
                        manifest,
                        Optional.of(exit(verdict).number())));
            }
            if (clearance) {
                new Clearing(surroundings, options, registry, key).log(log, verdict, read);
            }
            return exit(verdict).number();
        }
    }

    private Verdict verify(LogStore log, TrustPolicy policy, Manifest read, Beside given)
            throws CommandException, MalformedException, NotVerifiedException {
        try (Moment moment = log.moment()) {
            ProvenEntries proven = ProvenEntries.read(moment.slice(), policy.keys());
            // The clock is read after the log: what somebody else appends meanwhile must not look like the future.
            Request request = request(read, surroundings.clock().instant()).with(given);
            return Verifier.trusting(policy).verify(request, proven, log::annex);
        }
    }

    private Manifest read(Path file) throws IOException, MalformedException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Surroundings.file(file)))) {
            return plan ? ManifestReader.readPlan(in, limits.limits()) : ManifestReader.read(in, limits.limits());
        }
    }

    private Request request(Manifest read, Instant now) throws CommandException, MalformedException {
        if (at.isPresent()) {
            Instant past = Instants.parse(ScopeWords.instant(at.get()));
            if (past.isAfter(now)) {
                throw CommandException.usage(
                        "wanted --at of the past, found " + Instants.format(past),
                        "what will be logged until then, nobody knows");
            }
            return Request.asOf(read, past);
        }
        return plan ? Request.plan(read, now) : Request.now(read, now);
    }

    private void checkOptions() throws CommandException {
        if (plan && at.isPresent()) {
            throw CommandException.usage("wanted --plan or --at, found both", "a plan is judged as of now");
        }
        if (clearance && (plan || at.isPresent())) {
            throw CommandException.usage(
                    "wanted --clearance of an answer of now, found " + (plan ? "--plan" : "--at"), "");
        }
        if (clearance != key.isPresent()) {
            throw CommandException.usage(
                    clearance
                            ? "wanted --key NAME beside --clearance, found none"
                            : "wanted --clearance beside --key, found none",
                    "");
        }
    }

    /** Cosigns an old head, so that an embedded registry that nobody wrote to for a day does not look stale (log.md). */
    private void renew(RegistryDirectory registry, LogStore log, TrustPolicy policy, Instant now)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        Instant signed = policy.keys().verify(log.head().checkpoint()).signed();
        boolean old = signed.plus(OLD).isBefore(now);
        if (at.isEmpty()
                && old
                && registry.hasLogKeys()
                && options.passphrase().isAtHand()
                && Files.isWritable(registry.database())) {
            // Nobody signs a head anew without having seen that everything under it is there.
            held(log, policy);
            registry.writer(log).renew(now);
        }
    }

    private static void held(LogStore log, TrustPolicy policy) throws NotVerifiedException {
        try (Moment moment = log.moment()) {
            ProvenEntries.read(moment.slice(), policy.keys());
        }
    }

    private ExitCode exit(Verdict verdict) {
        if (verdict.outcome() == Outcome.BLOCKED) {
            return ExitCode.BLOCKED;
        }
        boolean past = verdict.basis().historical() && !allowPast;
        boolean cleared = verdict.outcome() == Outcome.CLEARED
                || (acceptWaivers && verdict.outcome() == Outcome.CLEARED_WITH_WAIVERS);
        return cleared && !past ? ExitCode.DONE : ExitCode.UNDETERMINED;
    }
}
