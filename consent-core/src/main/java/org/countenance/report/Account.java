package org.countenance.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.countenance.base.Instants;
import org.countenance.base.Place;
import org.countenance.base.PlainText;
import org.countenance.record.Assurance;
import org.countenance.record.Id;
import org.countenance.record.Waiver;
import org.countenance.verify.Finding;
import org.countenance.verify.Outcome;
import org.countenance.verify.Severity;
import org.countenance.verify.Verdict;

/**
 * What the reports for people say of an answer, in words. Nothing in them steers a terminal or hides itself
 * ({@link PlainText#shown}); escaping for its own markup is left to each report.
 */
public final class Account {

    private static final int LONGEST_TITLE = 200;
    private static final int PEOPLE = 9;
    /** How many of many are named. */
    static final int EXAMPLES = 3;

    private final Answer answer;
    private final Verdict verdict;
    private final ReportWords words;

    private Account(Answer answer) {
        this.answer = answer;
        this.verdict = answer.verdict();
        this.words = ReportWords.in(answer.language());
    }

    /** The account of an answer, in its language. */
    public static Account of(Answer answer) {
        return new Account(answer);
    }

    /** The words in which it is given. */
    ReportWords words() {
        return words;
    }

    /** {@code BLOCKED}, {@code CLEARED as of 2026-11-22T10:00:00Z}. */
    public String outcome() {
        Verdict.Basis basis = verdict.basis();
        String outcome = words.text("outcome." + verdict.outcome().word()).toUpperCase(Locale.ROOT);
        return switch (basis.mode()) {
            case HISTORICAL -> words.text("answer.historical", outcome, Instants.format(basis.evaluated()));
            case SUPPOSED -> words.text("answer.supposed", outcome);
            case CURRENT, PLAN -> outcome;
        };
    }

    /** The production's title; the end of a very long one is left out. */
    public String title() {
        return PlainText.shown(verdict.basis().title(), LONGEST_TITLE);
    }

    /** What the answer rests on, in one sentence (decision.md section 4, Assurance). */
    public String assurance() {
        return assurance(words, verdict.basis().assurance());
    }

    /** The same of any answer. */
    static String assurance(ReportWords words, Assurance assurance) {
        return words.text(
                "rests." + word(assurance.producer()),
                ReportWords.number(assurance.hashed()),
                ReportWords.number(assurance.of()),
                words.text("inventory." + word(assurance.inventory())),
                words.text("made." + word(assurance.made())),
                words.text("identity." + assurance.identity().word()),
                assurance.witnesses() == 0
                        ? words.text("witnesses.none")
                        : words.count("witnesses", assurance.witnesses()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** {@code 3,200 uses, 3,199 cleared, 1 blocked.} */
    public String counts() {
        return words.text("counts", tally(words, "uses", verdict.uses().size(), verdict::count));
    }

    /** The same of anything that has answers, without an end. */
    static String tally(ReportWords words, String what, long all, ToLongFunction<Outcome> counted) {
        List<String> parts = new ArrayList<>();
        parts.add(words.count("count." + what, all));
        for (Outcome outcome :
                List.of(Outcome.CLEARED, Outcome.CLEARED_WITH_WAIVERS, Outcome.BLOCKED, Outcome.UNDETERMINED)) {
            long count = counted.applyAsLong(outcome);
            if (count > 0 || outcome == Outcome.CLEARED) {
                parts.add(words.text("count." + what + "." + outcome.word(), ReportWords.number(count)));
            }
        }
        return String.join(words.text("comma"), parts);
    }

    /** What the reader is to do about it, each in a sentence that holds nothing of what others wrote. */
    public List<String> next() {
        List<String> next = new ArrayList<>();
        next.add(words.text("todo." + verdict.outcome().word()));
        if (!verdict.remedies().isEmpty()) {
            next.add(words.count("todo.ask", verdict.remedies().size()));
        }
        List<String> codes = verdict.findings().stream()
                .filter(finding -> finding.weighs() && finding.waiver().isEmpty())
                .map(finding -> "`consent explain " + finding.rule().code() + "`")
                .distinct()
                .toList();
        if (!codes.isEmpty()) {
            next.add(words.text("todo.read", words.list(codes)));
        }
        return List.copyOf(next);
    }

    /** What officers let pass: {@code LC120  use u1, by Ren (…) until 2027-01-01T00:00:00Z: reason}. */
    public List<String> waivers() {
        return verdict.waivers().stream()
                .filter(each -> each.findings() > 0)
                .map(each -> waiver(each.waiver()))
                .toList();
    }

    /** One waiver in words. */
    public String waiver(Waiver waiver) {
        return words.text(
                waiver.use().isPresent() ? "waived.use" : "waived.asset",
                waiver.rule(),
                PlainText.shown(waiver.use().or(waiver::asset).orElse("")),
                shown(waiver.issuer()),
                Instants.format(waiver.until()),
                PlainText.shown(waiver.reason()));
    }

    /** What was found and not waived, the heaviest first; severities without findings are left out. */
    public Map<Severity, List<Cause>> causes() {
        Map<Severity, List<Finding>> findings = new EnumMap<>(Severity.class);
        for (Finding finding : verdict.findings()) {
            if (finding.waiver().isEmpty()) {
                findings.computeIfAbsent(finding.severity(), any -> new ArrayList<>())
                        .add(finding);
            }
        }
        Map<Severity, List<Cause>> causes = new EnumMap<>(Severity.class);
        findings.forEach((severity, of) -> causes.put(severity, Cause.of(of)));
        return causes;
    }

    /** What the findings of a severity are to their reader. */
    public String heading(Severity severity) {
        return words.text("severity." + severity.word());
    }

    /** A cause in one sentence. */
    public String message(Cause cause) {
        return words.say(cause.message());
    }

    /** What there was, where a cause does not say it already: {@code found: …}. */
    public Optional<String> found(Cause cause) {
        return cause.found().map(found -> words.text("line.found", words.say(found)));
    }

    /** {@code use u1, first at /uses/0 (line 7)}; empty where it has no place. */
    public Optional<String> where(Cause cause) {
        return where(
                words,
                cause.findings().size(),
                cause.uses().size(),
                cause.uses(),
                cause.findings().get(0).at());
    }

    /** The same of any findings, where only the first of the uses are at hand. */
    static Optional<String> where(
            ReportWords words, long findings, long uses, List<String> examples, Optional<Place> first) {
        if (uses == 0 && first.isEmpty()) {
            return Optional.empty();
        }
        String where = uses == 0 ? words.count("places", findings) : some(words, "use", uses, examples);
        return Optional.of(first.map(place -> words.text(
                        "where.first", where, PlainText.shown(place.pointer()), Integer.toString(place.line())))
                .orElse(where));
    }

    /** {@code use u1}, {@code uses u1, u2}, {@code 3,200 uses: u1, u2, u3 and 3,197 more}; releases likewise. */
    static String some(ReportWords words, String what, long size, List<String> first) {
        String shown =
                words.list(first.stream().limit(EXAMPLES).map(PlainText::shown).toList());
        return size > EXAMPLES
                ? words.text(
                        "where.some",
                        words.count(what + "s", size),
                        shown + words.text("uses.more", ReportWords.number(size - EXAMPLES)))
                : words.text("where." + what + (size == 1 ? ".one" : ".many"), shown);
    }

    /** The people of a cause that is told of all together; empty where it names its person, or has none. */
    public Optional<String> people(Cause cause) {
        List<Id> people = cause.person().isPresent() ? List.of() : cause.people();
        if (people.isEmpty()) {
            return Optional.empty();
        }
        String shown = words.list(people.stream()
                .limit(PEOPLE)
                .map(person -> PlainText.shown(answer.names().of(person).orElse(person.shown())))
                .toList());
        return Optional.of(shown
                + (people.size() > PEOPLE ? words.text("uses.more", ReportWords.number(people.size() - PEOPLE)) : ""));
    }

    /** Grants relied on that somebody else signed than the person with a key of her own. */
    public List<Verdict.GrantStanding> signedByOthers() {
        return verdict.grants().stream()
                .filter(grant -> grant.uses() > 0)
                .filter(grant -> !grant.chain().isEmpty() || grant.custody().isPresent())
                .toList();
    }

    /** By whom and as what a grant was signed: {@code , by Wen (…) as agent under … (identified: self)}. */
    public String signers(Verdict.GrantStanding grant) {
        return grant.chain().stream()
                        .map(link -> words.text(
                                "signed.link",
                                shown(link.party()),
                                words.say(link.capacity()),
                                link.link().shown()))
                        .collect(Collectors.joining())
                + words.text("signed.identified", words.say(grant.identity()));
    }

    /** What a key in somebody else's hands proves; empty where the signer holds it. */
    public Optional<String> custody(Verdict.GrantStanding grant) {
        return grant.custody().map(holder -> words.text("js.custody", shown(holder)));
    }

    /** {@code a grant signed by Lin Yue (…), with the consent of Bo (…), for 3 uses}. */
    public String remedy(Verdict.Remedy remedy) {
        List<String> who = remedy.signs().stream().map(this::shown).toList();
        return words.text(
                who.size() == 1 ? "remedy.line" : "remedy.line.with",
                who.get(0),
                words.count("uses", remedy.uses().size()),
                words.list(who.subList(1, who.size())));
    }

    /** The steps that were not performed, with why: {@code law (policy names no packs)}. */
    public List<String> skipped() {
        return verdict.steps().stream()
                .filter(step -> step.result() == Verdict.Result.SKIPPED)
                .map(step -> words.text(
                        "skipped", words.text("short." + step.step().word()), words.say(PlainText.shown(step.why()))))
                .toList();
    }

    /** {@code registry.example/likeness/0 of 12 entries at 2026-11-22T10:00:00Z}. */
    public String log() {
        Verdict.Basis basis = verdict.basis();
        return log(words, basis.origin(), basis.size(), basis.instant());
    }

    /** The same of any log. */
    static String log(ReportWords words, String origin, long size, Instant instant) {
        return words.text("log.of", PlainText.shown(origin), words.count("entries", size), Instants.format(instant));
    }

    /** The one thing that a report claims (README of the design, principle 10). */
    public String statement() {
        return statement(words, verdict.outcome(), verdict.basis().evaluated());
    }

    /** The same of any answer. */
    static String statement(ReportWords words, Outcome outcome, Instant evaluated) {
        return words.text(outcome == Outcome.CLEARED ? "claim.cleared" : "claim.other", Instants.format(evaluated));
    }

    /** Name and short id of a party, or the short id alone. */
    public String shown(Id party) {
        return PlainText.shown(answer.names().shown(party));
    }
}
