package org.countenance.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.PlainText;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;

/**
 * What the reports for people say of an audit, in words. Nothing in them steers a terminal or hides itself; escaping for its own
 * markup is left to each report.
 */
final class AuditAccount {

    private static final int LONGEST_TITLE = 120;
    private static final int NAMED = 5;

    private final Audit audit;
    private final AuditSummary summary;
    private final ReportWords words;
    private final Explanations explanations;

    AuditAccount(Audit audit) {
        this.audit = audit;
        this.summary = AuditSummary.of(audit);
        this.words = ReportWords.in(audit.language());
        this.explanations = Explanations.in(audit.language());
    }

    Audit audit() {
        return audit;
    }

    AuditSummary summary() {
        return summary;
    }

    /** The words in which it is given. */
    ReportWords words() {
        return words;
    }

    /** {@code 3 titles, 1 cleared, 1 blocked, 1 without an answer}. */
    String counts() {
        String counts = Account.tally(
                words,
                "titles",
                audit.titles().size(),
                outcome -> summary.outcomes().getOrDefault(outcome, 0L));
        int failed = audit.titles().size() - audit.answered().size();
        return words.text(
                "counts",
                failed == 0
                        ? counts
                        : counts
                                + words.text("comma")
                                + words.text("count.titles.unanswered", ReportWords.number(failed)));
    }

    /** The answer that is furthest from cleared; a manifest without an answer leaves all in doubt. Empty for no titles. */
    Optional<Outcome> outcomeOfAll() {
        Outcome worst = AuditSummary.worst(summary.outcomes());
        boolean doubt = audit.answered().size() < audit.titles().size() && worst != Outcome.BLOCKED;
        return audit.titles().isEmpty() ? Optional.empty() : Optional.of(doubt ? Outcome.UNDETERMINED : worst);
    }

    /** How many answers were given now, how many kept, and what was passed over. */
    String sources() {
        return words.text(
                "audit.sources",
                ReportWords.number(audit.count(AuditTitle.State.VERIFIED)),
                ReportWords.number(audit.count(AuditTitle.State.KEPT)),
                audit.leftOut() == 0 ? "" : words.count("audit.passed", audit.leftOut()));
    }

    /** The one thing that the report claims (README of the design, principle 10). */
    String statement() {
        boolean clear = summary.outcomes().getOrDefault(Outcome.CLEARED, 0L)
                        == audit.titles().size()
                && !audit.titles().isEmpty();
        return words.text(clear ? "audit.claim.cleared" : "audit.claim.other", Instants.format(audit.evaluated()));
    }

    /** {@code registry.example/likeness/0 of 12 entries at 2026-11-22T10:00:00Z}. */
    String log() {
        return Account.log(
                words, audit.log().origin(), audit.log().size(), audit.log().instant());
    }

    /** {@code BLOCKED}, {@code NO ANSWER}. */
    String outcome(AuditTitle title) {
        return words.text(title.answer()
                        .map(answer -> "outcome." + answer.outcome().word())
                        .orElse("audit.unanswered"))
                .toUpperCase(Locale.ROOT);
    }

    /** The production's title, or where there is none, the file. */
    String name(AuditTitle title) {
        return PlainText.shown(title.answer().map(AuditAnswer::title).orElse(title.manifest()), LONGEST_TITLE);
    }

    /** The title with its file. */
    String nameAndFile(AuditTitle title) {
        return title.answer().isPresent()
                ? words.text("skipped", name(title), PlainText.shown(title.manifest()))
                : PlainText.shown(title.manifest());
    }

    /** When and of which log an answer was given; why there is none where there is none. */
    String source(AuditTitle title) {
        String key = "audit.state." + title.state().word();
        return title.answer()
                .map(answer -> words.text(
                        key,
                        Instants.format(answer.evaluated()),
                        words.count("entries", answer.log().size())))
                .orElseGet(() -> words.text(key, words.say(PlainText.shown(title.why()))));
    }

    /** {@code 3 uses, 2 cleared, 1 blocked.} */
    String counts(AuditAnswer answer) {
        return words.text("counts", Account.tally(words, "uses", answer.uses(), answer::count));
    }

    /** The same of one person in one title. */
    String counts(AuditAnswer.PersonUses person) {
        return words.text("counts", tally(person.uses(), person.outcomes()));
    }

    private String tally(long uses, Map<Outcome, Long> outcomes) {
        return Account.tally(words, "uses", uses, outcome -> outcomes.getOrDefault(outcome, 0L));
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
                .map(person -> shown(person) + words.text("colon"))
                .orElse("");
        return who
                + words.say(PlainText.shown(concern.message()))
                + concern.waiver()
                        .map(waiver -> words.text("finding.waived", waiver.shown()))
                        .orElse("");
    }

    /** Where a reason stands and what there was, each on a line of its own. */
    List<String> details(AuditConcern concern) {
        List<String> details = new ArrayList<>();
        Account.where(words, concern.findings(), concern.uses(), concern.examples(), concern.at())
                .ifPresent(details::add);
        concern.found()
                .map(found -> words.text("line.found", words.say(PlainText.shown(found))))
                .ifPresent(details::add);
        return details;
    }

    /** What somebody let pass: {@code LC121  use u1, by Ren (…) until …: reason}. */
    String waiver(AuditAnswer.WaiverLine waiver) {
        boolean use = waiver.what().startsWith("use ");
        String passed = words.text(
                use ? "waived.use" : "waived.asset",
                waiver.rule(),
                PlainText.shown(waiver.what().substring(waiver.what().indexOf(' ') + 1)),
                shown(waiver.officer()),
                Instants.format(waiver.until()),
                PlainText.shown(waiver.reason()));
        return passed + (waiver.findings() == 0 ? words.text("audit.idle") : "");
    }

    /** {@code law (policy names no packs)}. */
    String skipped(AuditAnswer.Skipped step) {
        return words.text("skipped", words.text("short." + step.step()), words.say(PlainText.shown(step.why())));
    }

    /** {@code Lin Yue (…): 3 uses in 2 titles, 2 cleared, 1 blocked}. */
    String person(AuditSummary.PersonLine line) {
        return words.text(
                "audit.person",
                shown(line.person()),
                words.count("count.titles", line.titles().size()),
                tally(line.uses(), line.outcomes()));
    }

    /** The titles that somebody is in, and what stands in the way of which. */
    List<String> personDetails(AuditSummary.PersonLine line) {
        List<String> details = new ArrayList<>();
        details.add(words.text("audit.in", titles(line.titles())));
        for (Map.Entry<Rule, List<AuditTitle>> block : line.blocks().entrySet()) {
            details.add(words.text("audit.way", block.getKey().code(), titles(block.getValue())));
        }
        return details;
    }

    /** {@code LC105 ended: 3 findings in 2 titles}. */
    String rule(AuditSummary.RuleLine line) {
        List<String> counts = new ArrayList<>();
        if (line.findings() > 0) {
            counts.add(words.count("waiver.findings", line.findings()));
        }
        if (line.waived() > 0) {
            counts.add(words.text("audit.waived", ReportWords.number(line.waived())));
        }
        return words.text(
                "audit.rule",
                line.rule().code(),
                explanations.of(line.rule().code()).get(0).name().replace('-', ' '),
                String.join(words.text("comma"), counts),
                words.count("count.titles", line.titles().size()),
                titles(line.titles()));
    }

    /** {@code 2027-01-01T00:00:00Z  ends: showing under the grant … of Lin Yue (…)}. */
    String ending(AuditEnding ending) {
        return words.text(
                "audit.ends." + ending.kind().word(),
                Instants.format(ending.until()),
                ending.record().shown(),
                ending.person()
                        .map(person -> words.text("audit.of", shown(person)))
                        .orElse(""));
    }

    /** A title that relies on what ends, with its releases. */
    String endingTitle(AuditSummary.Relying relying) {
        List<String> releases = relying.releases();
        return name(relying.title())
                + (releases.isEmpty()
                        ? ""
                        : words.text("comma") + Account.some(words, "release", releases.size(), releases));
    }

    /** {@code 2027-01-01T00:00:00Z  ends: the policy's key of the log …}. */
    String ending(Audit.PolicyEnding ending) {
        return words.text(
                "audit.ends.policy", Instants.format(ending.until()), words.say(PlainText.shown(ending.what())));
    }

    /** Until when what ends is told. */
    Instant horizon() {
        return audit.horizon();
    }

    /** The first of many titles by name. */
    String titles(List<AuditTitle> titles) {
        return words.list(titles.stream().limit(NAMED).map(this::name).toList())
                + (titles.size() > NAMED ? words.text("uses.more", ReportWords.number(titles.size() - NAMED)) : "");
    }

    /** Name and short id of a party, or the short id alone. */
    String shown(Id party) {
        return PlainText.shown(audit.names().shown(party));
    }
}
