package org.countenance.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.Instants;
import org.countenance.base.PlainText;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;
import org.countenance.words.Language;

/**
 * What the reports for people say of an audit, in words. Nothing in them steers a terminal or hides itself; escaping for its own
 * markup is left to each report.
 */
final class AuditAccount {

    private static final int LONGEST_TITLE = 120;
    private static final int NAMED = 5;

    private final Audit audit;
    private final ReportWords words = ReportWords.in(Language.ENGLISH);
    private final AuditSummary summary;

    AuditAccount(Audit audit) {
        this.audit = audit;
        this.summary = AuditSummary.of(audit);
    }

    Audit audit() {
        return audit;
    }

    AuditSummary summary() {
        return summary;
    }

    /** {@code 3 titles, 1 cleared, 1 blocked, 1 without an answer}. */
    String counts() {
        String counts = Account.counts(
                words,
                "count.titles",
                audit.titles().size(),
                outcome -> summary.outcomes().getOrDefault(outcome, 0L));
        int failed = audit.titles().size() - audit.answered().size();
        return (failed > 0
                        ? counts.substring(0, counts.length() - 1) + ", " + Count.of(failed) + " without an answer"
                        : counts.substring(0, counts.length() - 1))
                + ".";
    }

    /** The answer that is furthest from cleared; a manifest without an answer leaves all in doubt. Empty for no titles. */
    Optional<Outcome> outcomeOfAll() {
        Outcome worst = AuditSummary.worst(summary.outcomes());
        boolean doubt = audit.answered().size() < audit.titles().size() && worst != Outcome.BLOCKED;
        return audit.titles().isEmpty() ? Optional.empty() : Optional.of(doubt ? Outcome.UNDETERMINED : worst);
    }

    /** How many answers were given now, how many kept, and what was passed over. */
    String sources() {
        String leftOut = audit.leftOut() == 0
                ? ""
                : "; " + Count.of(audit.leftOut(), "JSON file", "JSON files") + " left out, no manifest in any of them";
        return Count.of(audit.count(AuditTitle.State.VERIFIED)) + " verified now, "
                + Count.of(audit.count(AuditTitle.State.KEPT)) + " kept from an earlier audit" + leftOut + ".";
    }

    /** The one thing that the report claims (README of the design, principle 10). */
    String statement() {
        boolean clear = summary.outcomes().getOrDefault(Outcome.CLEARED, 0L)
                        == audit.titles().size()
                && !audit.titles().isEmpty();
        return (clear ? "No violation found" : "These answers are given") + " under these rules, as of "
                + Instants.format(audit.evaluated()) + ", as declared by the producers.";
    }

    /** {@code registry.example/likeness/0 of 12 entries at 2026-11-22T10:00:00Z}. */
    String log() {
        return log(audit.log());
    }

    private static String log(AuditAnswer.Log log) {
        return PlainText.shown(log.origin()) + " of " + Count.of(log.size()) + " entries at "
                + Instants.format(log.instant());
    }

    /** {@code BLOCKED}, {@code NO ANSWER}. */
    String outcome(AuditTitle title) {
        return title.answer()
                .map(answer -> answer.outcome().word().replace('-', ' ').toUpperCase(Locale.ROOT))
                .orElse("NO ANSWER");
    }

    /** The production's title, or where there is none, the file. */
    String name(AuditTitle title) {
        return PlainText.shown(title.answer().map(AuditAnswer::title).orElse(title.manifest()), LONGEST_TITLE);
    }

    /** The title with its file. */
    String nameAndFile(AuditTitle title) {
        return title.answer().isPresent()
                ? name(title) + " (" + PlainText.shown(title.manifest()) + ")"
                : PlainText.shown(title.manifest());
    }

    /** When and of which log an answer was given; why there is none where there is none. */
    String source(AuditTitle title) {
        return switch (title.state()) {
            case VERIFIED ->
                "verified now, as of " + Instants.format(answer(title).evaluated()) + ", log of "
                        + Count.of(answer(title).log().size(), "entry", "entries");
            case KEPT ->
                "kept, as verified at " + Instants.format(answer(title).evaluated()) + " with a log of "
                        + Count.of(answer(title).log().size(), "entry", "entries")
                        + "; nothing that it rests on has changed";
            case UNREADABLE -> "could not be verified: " + PlainText.shown(title.why());
            case UNPROVEN -> "the evidence does not hold: " + PlainText.shown(title.why());
        };
    }

    private static AuditAnswer answer(AuditTitle title) {
        return title.answer().orElseThrow();
    }

    /** {@code 3 uses, 2 cleared, 1 blocked.} */
    String counts(AuditAnswer answer) {
        return Account.counts(words, "count.uses", answer.uses(), answer::count);
    }

    /** What an answer rests on, in one sentence. */
    String assurance(AuditAnswer answer) {
        return Account.assurance(words, answer.assurance());
    }

    /** The one thing that an answer claims. */
    String statement(AuditAnswer answer) {
        return Account.statement(words, answer.outcome(), audit.evaluated());
    }

    /** Who a reason is about and what it says: {@code Lin Yue (…): grant …: withdrawn}. */
    String message(AuditConcern concern) {
        String who = concern.person()
                .or(() -> concern.people().size() == 1
                        ? Optional.of(concern.people().get(0))
                        : Optional.empty())
                .map(person -> shown(person) + ": ")
                .orElse("");
        return who
                + PlainText.shown(concern.message())
                + concern.waiver()
                        .map(waiver -> " (let pass by waiver " + waiver.shown() + ")")
                        .orElse("");
    }

    /** Where a reason stands and what there was, each on a line of its own. */
    List<String> details(AuditConcern concern) {
        List<String> details = new ArrayList<>();
        if (!concern.where().isEmpty()) {
            details.add(concern.where());
        }
        concern.found().map(found -> "found: " + PlainText.shown(found)).ifPresent(details::add);
        return details;
    }

    /** What somebody let pass: {@code LC121  use u1, by Ren (…) until …: reason}. */
    String waiver(AuditAnswer.WaiverLine waiver) {
        return waiver.rule() + "  " + PlainText.shown(waiver.what()) + ", by " + shown(waiver.officer()) + " until "
                + Instants.format(waiver.until()) + ": " + PlainText.shown(waiver.reason())
                + (waiver.findings() == 0 ? " (does nothing)" : "");
    }

    /** {@code law (policy names no packs)}. */
    String skipped(AuditAnswer.Skipped step) {
        return step.step() + " (" + PlainText.shown(step.why()) + ")";
    }

    /** {@code 3 uses, 2 cleared, 1 blocked.}, of one person in one title. */
    String countsOf(AuditAnswer.PersonUses person) {
        return Account.counts(
                words, "count.uses", person.uses(), outcome -> person.outcomes().getOrDefault(outcome, 0L));
    }

    /** {@code Lin Yue (…): 3 uses in 2 titles, 2 cleared, 1 blocked}. */
    String person(AuditSummary.PersonLine line) {
        String counts = Account.counts(
                words, "count.uses", line.uses(), outcome -> line.outcomes().getOrDefault(outcome, 0L));
        return shown(line.person()) + ": in " + Count.of(line.titles().size(), "title", "titles") + ", "
                + counts.substring(0, counts.length() - 1);
    }

    /** The titles that somebody is in, and what stands in the way of which. */
    List<String> personDetails(AuditSummary.PersonLine line) {
        List<String> details = new ArrayList<>();
        details.add("in " + titles(line.titles()));
        for (Map.Entry<Rule, List<AuditTitle>> block : line.blocks().entrySet()) {
            details.add(block.getKey().code() + " stands in the way of " + titles(block.getValue()));
        }
        return details;
    }

    /** {@code LC105 ended: 3 findings in 2 titles}. */
    String rule(AuditSummary.RuleLine line) {
        List<String> counts = new ArrayList<>();
        if (line.findings() > 0) {
            counts.add(Count.of(line.findings(), "finding", "findings"));
        }
        if (line.waived() > 0) {
            counts.add(Count.of(line.waived()) + " waived");
        }
        return line.rule().code() + "  " + line.rule().word().replace('-', ' ') + ": " + String.join(", ", counts)
                + " in " + Count.of(line.titles().size(), "title", "titles") + ": " + titles(line.titles());
    }

    /** {@code 2027-01-01T00:00:00Z  showing under the grant … of Lin Yue (…)}. */
    String ending(AuditEnding ending) {
        return Instants.format(ending.until()) + "  "
                + (ending.kind() == AuditEnding.Kind.STOPPED ? "takes effect: " : "ends: ")
                + ending.kind().words() + " " + ending.record().shown()
                + ending.person().map(person -> " of " + shown(person)).orElse("");
    }

    /** A title that relies on what ends, with its releases. */
    String endingTitle(AuditSummary.Relying relying) {
        List<String> releases = relying.releases();
        return name(relying.title())
                + (releases.isEmpty() ? "" : ", " + Count.some(releases.size(), releases, "release", "releases"));
    }

    /** {@code 2027-01-01T00:00:00Z  ends: the policy's key of the log …}. */
    String ending(Audit.PolicyEnding ending) {
        return Instants.format(ending.until()) + "  ends: " + PlainText.shown(ending.what());
    }

    /** Until when what ends is told. */
    Instant horizon() {
        return audit.horizon();
    }

    /** The first of many titles by name. */
    String titles(List<AuditTitle> titles) {
        return titles.stream().limit(NAMED).map(this::name).collect(Collectors.joining(", "))
                + (titles.size() > NAMED ? " and " + Count.of(titles.size() - NAMED) + " more" : "");
    }

    /** Name and short id of a party, or the short id alone. */
    String shown(Id party) {
        return PlainText.shown(audit.names().shown(party));
    }
}
