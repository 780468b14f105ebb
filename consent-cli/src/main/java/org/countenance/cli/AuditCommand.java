package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.countenance.base.CalendarSpan;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.Waiver;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.VerifiedEntries;
import org.countenance.report.Audit;
import org.countenance.report.AuditAnswer;
import org.countenance.report.AuditTitle;
import org.countenance.tlog.LogKeys;
import org.countenance.verify.Beside;
import org.countenance.verify.TrustPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a whole catalogue, and says what it comes to in one report. */
@Command(
        name = "audit",
        description = "verify a catalogue of manifests, with one report of all",
        footer = {
            "",
            "Example:",
            "  consent audit catalogue --format text,html=audit.html",
            "  exit is the first of 4 evidence does not hold, 3 blocked, 5 undetermined,",
            "  1 does not read, that any title has; 0 when all are cleared",
            "",
            "In directories every `*.json` with a member `manifest` is taken. All is answered",
            "at one checkpoint. With --state DIR answers are kept there: an audit that broke",
            "off goes on where it was, and the next one verifies anew only what may have",
            "another answer. DIR may be deleted at any time; without it nothing is kept."
        },
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    /** So many bytes of entries are remembered from one title to the next: the records of some thousand people. */
    private static final long REMEMBERED = 8 << 20;

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "manifests, and directories with manifests")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Option(
            names = "--waiver",
            paramLabel = "FILE",
            description = "what an officer lets pass (`consent waive`), of whichever manifest")
    private List<String> waivers = new ArrayList<>();

    @Option(
            names = "--also",
            paramLabel = "FILE",
            description = "a signed withdrawal, prohibition or the like that the registry does not have yet")
    private List<String> also = new ArrayList<>();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--state", paramLabel = "DIR", description = "keep answers in DIR for the next audit")
    private Optional<String> state = Optional.empty();

    @Option(names = "--jobs", paramLabel = "N", description = "how many at a time (as many as processors)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--ends-within", paramLabel = "SPAN", description = "tell what ends within SPAN (P90D)")
    private String endsWithin = "P90D";

    @Option(names = "--accept-waivers", description = "let `cleared-with-waivers` end with 0")
    private boolean acceptWaivers;

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; text without it; several at once: text,json=audit.json",
            completionCandidates = Reports.Words.class)
    private List<String> formats = new ArrayList<>();

    @Option(names = "-o", paramLabel = "FILE", description = "write to a file instead of standard output")
    private Optional<String> output = Optional.empty();

    AuditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        if (jobs < 1) {
            throw CommandException.usage("wanted --jobs of at least 1, found " + jobs, "");
        }
        CalendarSpan span = CalendarSpan.parse(endsWithin);
        Reports reports = Reports.parse(surroundings, formats, output);
        Beside everywhere = everywhere();
        List<Catalogue.Item> items = Catalogue.of(surroundings, paths);
        RegistryDirectory registry = new RegistryDirectory(surroundings, options);
        try (LogStore log = registry.open()) {
            TrustPolicy policy = trust.policy(surroundings, log.name());
            new HeadRenewal(registry, log, policy, options)
                    .renew(surroundings.clock().instant(), true, false);
            try (Moment moment = log.moment()) {
                Audit audit = audit(log, moment, policy, everywhere, items, span);
                if (!options.quiet()) {
                    reports.write(audit);
                }
                return audit.status().orElseThrow();
            }
        }
    }

    private Audit audit(
            LogStore log,
            Moment moment,
            TrustPolicy policy,
            Beside everywhere,
            List<Catalogue.Item> items,
            CalendarSpan span)
            throws CommandException, IOException, NotVerifiedException {
        SharedLog shared = new SharedLog(log, moment);
        ProvenEntries proven = ProvenEntries.read(shared, policy.keys(), VerifiedEntries.upTo(REMEMBERED));
        // The clock is read after the log: what somebody else appends meanwhile must not look like the future.
        Instant now = surroundings.clock().instant();
        KeptAnswers kept = KeptAnswers.in(surroundings, state);
        List<Optional<AuditTitle>> found = new AuditRun(policy, shared, proven, now, everywhere, limits.limits(), kept)
                .over(items, jobs, new ProgressLine(surroundings, "manifests"));
        kept.tell();
        List<AuditTitle> titles = found.stream().flatMap(Optional::stream).toList();
        if (titles.isEmpty()) {
            throw CommandException.failed(
                    "wanted a manifest under "
                            + paths.stream().map(MalformedException::quote).collect(Collectors.joining(", "))
                            + ", found none",
                    "a manifest is a file `*.json` with a member `manifest`");
        }
        Instant horizon = span.after(now);
        LogView names = LogView.of(log);
        return new Audit(
                now.truncatedTo(ChronoUnit.SECONDS),
                new AuditAnswer.Log(
                        proven.checkpoint().origin(),
                        proven.checkpoint().size(),
                        proven.checkpoint().rootBase64(),
                        proven.instant()),
                policy.sha256(),
                horizon,
                titles,
                found.size() - titles.size(),
                endings(policy, now, horizon, names),
                names,
                acceptWaivers,
                Optional.of(ExitCode.of(titles, acceptWaivers).number()),
                surroundings.language());
    }

    private Beside everywhere() throws IOException, MalformedException {
        List<Waiver> passed = new ArrayList<>();
        for (String file : waivers) {
            passed.add(Waiver.parse(BesideOptions.line(surroundings.path(file))));
        }
        List<ParsedRecord> records = new ArrayList<>();
        for (String file : also) {
            records.add(RecordCodec.parse(
                    BesideOptions.line(surroundings.path(file)).text()));
        }
        return Beside.NOTHING.withWaivers(passed).withAlso(records);
    }

    private static List<Audit.PolicyEnding> endings(TrustPolicy policy, Instant now, Instant horizon, LogView names) {
        List<Audit.PolicyEnding> endings = new ArrayList<>();
        for (LogKeys.Dated key : policy.log()) {
            endings.add(new Audit.PolicyEnding(
                    "the log's key " + key.key().name(), key.valid().until()));
        }
        for (Map.Entry<Id, TrustPolicy.Belief> party : policy.parties().entrySet()) {
            endings.add(new Audit.PolicyEnding(
                    "what the trust policy believes of " + names.shown(party.getKey()),
                    party.getValue().when().until()));
        }
        return endings.stream()
                .filter(each -> each.until().isAfter(now) && !each.until().isAfter(horizon))
                .sorted(java.util.Comparator.comparing(Audit.PolicyEnding::until)
                        .thenComparing(Audit.PolicyEnding::what))
                .toList();
    }
}
