package org.countenance.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestReader;
import org.countenance.registry.EvidenceFile;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.SliceSource;
import org.countenance.report.Answer;
import org.countenance.report.Names;
import org.countenance.report.SavedAnswer;
import org.countenance.verify.Beside;
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

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "MANIFEST", description = "the production's manifest")
    private String manifest = "";

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    private BesideOptions beside = new BesideOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--save-evidence",
            paramLabel = "FILE",
            description = "keep the answer with all that it rests on, to be verified anywhere")
    private Optional<String> saveEvidence = Optional.empty();

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "answer from a file of evidence instead of a registry")
    private Optional<String> evidence = Optional.empty();

    @Option(names = "--plan", description = "a draft, before anything is made: who would have to sign what")
    private boolean plan;

    @Option(names = "--accept-waivers", description = "let `cleared-with-waivers` end with 0")
    private boolean acceptWaivers;

    @Mixin
    private ClearanceOptions clearance = new ClearanceOptions();

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
        Manifest read = read(surroundings.path(manifest));
        Beside given = beside.read(surroundings, surroundings.path(manifest));
        return evidence.isPresent() ? fromEvidence(reports, read, given) : fromRegistry(reports, read, given);
    }

    private Integer fromRegistry(Reports reports, Manifest read, Beside given)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        RegistryDirectory registry = new RegistryDirectory(surroundings, options);
        Optional<Clearing> clearing = clearance.isWanted()
                ? Optional.of(clearance.clearing(surroundings, options, registry, manifest))
                : Optional.empty();
        try (LogStore log = registry.open()) {
            TrustPolicy policy = trust.policy(surroundings, log.name());
            new HeadRenewal(registry, log, policy, options)
                    .renew(surroundings.clock().instant(), at.isEmpty(), saveEvidence.isPresent());
            Verdict verdict = verify(log, policy, read, given);
            report(reports, verdict, LogView.of(log));
            if (clearing.isPresent()) {
                clearing.get().log(log, verdict, read);
            }
            return exit(verdict).number();
        }
    }

    private void report(Reports reports, Verdict verdict, Names names) throws IOException {
        if (!options.quiet()) {
            reports.write(new Answer(
                    verdict, names, manifest, Optional.of(exit(verdict).number())));
        }
    }

    private Verdict verify(LogStore log, TrustPolicy policy, Manifest read, Beside given)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        try (Moment moment = log.moment()) {
            SliceSource slice = moment.slice();
            ProvenEntries proven = ProvenEntries.read(slice, policy.keys());
            // The clock is read after the log: what somebody else appends meanwhile must not look like the future.
            Request request = request(read, surroundings.clock().instant()).with(given);
            Verdict verdict =
                    Verifier.trusting(policy).on(ForkJoinPool.commonPool()).verify(request, proven, log::annex);
            if (saveEvidence.isPresent()) {
                save(SavedAnswer.of(
                        verdict,
                        request,
                        manifestOf(verdict),
                        TrustFile.bytes(surroundings, trust.file(), log.name()),
                        proven,
                        slice,
                        log::annex));
            }
            return verdict;
        }
    }

    /** The manifest's bytes; what was judged, not what somebody wrote into the file since. */
    private Bytes manifestOf(Verdict verdict) throws CommandException, IOException {
        Bytes bytes = surroundings.read(manifest);
        if (!Sha256.hash(bytes).equals(verdict.basis().manifest())) {
            throw CommandException.failed(
                    "wanted `" + manifest + "` as it was read before, found it changed", "verify again");
        }
        return bytes;
    }

    private void save(EvidenceFile file) throws IOException, MalformedException {
        String text = file.bytes().text();
        surroundings.write(saveEvidence.orElseThrow(), out -> out.append(text));
        if (!options.quiet()) {
            surroundings
                    .err()
                    .println("kept this answer, with all that it rests on, in `" + saveEvidence.get()
                            + "`: it holds names and other words for people");
        }
    }

    private Integer fromEvidence(Reports reports, Manifest read, Beside given)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        Evidence file = Evidence.read(surroundings, surroundings.read(evidence.orElseThrow()), trust.file());
        Instant now = surroundings.clock().instant();
        Request request = request(read, now);
        // An instant at which the file's checkpoint was fresh is no past one for who asks the file.
        boolean then = request.historical() && file.isFreshAt(request.evaluated());
        if (then) {
            request = Request.now(read, request.evaluated());
        }
        Verdict verdict = file.verify(request.with(file.beside(read, given)));
        report(reports, verdict, file);
        if (!file.isFreshAt(now)) {
            surroundings
                    .err()
                    .println("consent: hint: the evidence is old; `consent evidence verify " + evidence.orElseThrow()
                            + "` gives its answer for its own instant");
        }
        ExitCode code = exit(verdict);
        return (then && !allowPast && !file.isFreshAt(now) && code == ExitCode.DONE ? ExitCode.UNDETERMINED : code)
                .number();
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
        if (clearance.isWanted() && (plan || at.isPresent())) {
            throw CommandException.usage(
                    "wanted --clearance of an answer of now, found " + (plan ? "--plan" : "--at"), "");
        }
        if (evidence.isPresent() && (clearance.isWanted() || saveEvidence.isPresent())) {
            throw CommandException.usage(
                    "wanted a registry beside " + (clearance.isWanted() ? "--clearance" : "--save-evidence")
                            + ", found --evidence",
                    "");
        }
        clearance.check();
    }

    private ExitCode exit(Verdict verdict) {
        return ExitCode.of(verdict, acceptWaivers, allowPast);
    }
}
