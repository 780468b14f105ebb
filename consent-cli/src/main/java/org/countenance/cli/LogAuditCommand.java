package org.countenance.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.registry.Difference;
import org.countenance.store.LogAudit;
import org.countenance.verify.TrustPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether the database is what the entries of its log make it, and whose fault it is when it is not. */
@Command(
        name = "audit",
        description = "check every entry, and that the whole database is what they make it",
        footer = {
            "",
            "Example:",
            "  consent log audit",
            "  exit 0 whole, 4 not: what is wrong first, and whose fault it is",
            "",
            "The database is a cache of its log. All of it is made anew in a temporary file,",
            "as large as itself, and compared; it is only read. Words for people that are not",
            "there are counted: whether they were erased or lost, the log does not say."
        },
        mixinStandardHelpOptions = true)
final class LogAuditCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Mixin
    private TrustOption trust = new TrustOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private String format = "text";

    LogAuditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        TextOrJson.check(format);
        try (LogAudit audit = LogAudit.open(new RegistryDirectory(surroundings, options).present())) {
            TrustPolicy policy = trust.policy(surroundings, audit.name());
            ProgressLine progress = new ProgressLine(surroundings, "entries");
            LogAudit.Outcome outcome = audit.run(policy.name(), policy.keys(), ForkJoinPool.commonPool(), progress::at);
            progress.end();
            if (!options.quiet()) {
                surroundings
                        .out()
                        .print(format.equals("json") ? json(policy.name(), outcome) : words(policy.name(), outcome));
            }
            hint(outcome);
            return (outcome.isWhole() ? ExitCode.DONE : ExitCode.NOT_VERIFIED).number();
        }
    }

    private static String json(String name, LogAudit.Outcome outcome) {
        JsonObject document = JsonObject.builder()
                .put("audit", 1)
                .put("outcome", outcome.isWhole() ? "whole" : "damaged")
                .put(
                        "log",
                        JsonObject.builder()
                                .put("origin", name + "/0")
                                .put("size", outcome.size())
                                .build())
                .put("staged", outcome.staged())
                .put("faulty", outcome.faulty())
                .put("withoutWords", outcome.withoutWords())
                .put(
                        "differences",
                        JsonArray.of(outcome.differences().stream()
                                .map(LogAuditCommand::json)
                                .toList()))
                .build();
        return JsonText.pretty(document);
    }

    private static JsonObject json(Difference difference) {
        return JsonObject.builder()
                .put("fault", difference.fault().word())
                .put("what", difference.what())
                .build();
    }

    private static String words(String name, LogAudit.Outcome outcome) {
        StringBuilder text = new StringBuilder(outcome.isWhole() ? "whole: " : "not whole: ")
                .append(name)
                .append("/0 at ")
                .append(Count.of(outcome.size(), "entry"))
                .append(outcome.isWhole() ? ", and every table is what they make it\n" : "\n");
        outcome.differences()
                .forEach(difference -> text.append("  the ")
                        .append(difference.fault().word())
                        .append("'s fault: ")
                        .append(RecordWords.clean(difference.what()))
                        .append('\n'));
        if (outcome.faulty() > 0) {
            text.append("in all ")
                    .append(Count.of(outcome.faulty(), "entry"))
                    .append(" that the operator should not have taken\n");
        }
        if (outcome.staged() > 0) {
            text.append("beyond the head: ")
                    .append(Count.of(outcome.staged(), "entry"))
                    .append(" of a sync that is not finished\n");
        }
        if (outcome.withoutWords() > 0) {
            text.append("not here: ")
                    .append(Count.of(outcome.withoutWords(), "annex"))
                    .append(" that records name, erased or never brought\n");
        }
        return text.toString();
    }

    private void hint(LogAudit.Outcome outcome) {
        if (outcome.differences().stream().anyMatch(each -> each.fault() == Difference.Fault.DATABASE)) {
            surroundings.err().println("consent: hint: " + Failures.RESTORE);
        } else if (!outcome.isWhole()) {
            surroundings
                    .err()
                    .println("consent: hint: every honest copy of this log shows the same; keep this one, and ask its"
                            + " operator");
        }
    }
}
