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
import org.countenance.base.PlainText;
import org.countenance.record.Assurance;
import org.countenance.record.Id;
import org.countenance.record.Waiver;
import org.countenance.verify.Finding;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.Severity;
import org.countenance.verify.Verdict;

/**
 * What the reports for people say of an answer, in words. Nothing in them steers a terminal or hides itself
 * ({@link PlainText#shown}); escaping for its own markup is left to each report.
 */
public final class Account {

    private static final int LONGEST_TITLE = 200;
    private static final int PEOPLE = 9;

    private final Answer answer;
    private final Verdict verdict;

    private Account(Answer answer) {
        this.answer = answer;
        this.verdict = answer.verdict();
    }

    /** The account of an answer. */
    public static Account of(Answer answer) {
        return new Account(answer);
    }

    /** {@code BLOCKED}, {@code CLEARED as of 2026-11-22T10:00:00Z}. */
    public String outcome() {
        Verdict.Basis basis = verdict.basis();
        return verdict.outcome().word().replace('-', ' ').toUpperCase(Locale.ROOT)
                + (basis.historical() ? " as of " + Instants.format(basis.evaluated()) : "")
                + (basis.mode() == Request.Mode.SUPPOSED ? " under a supposition" : "");
    }

    /** The production's title; the end of a very long one is left out. */
    public String title() {
        return PlainText.shown(verdict.basis().title(), LONGEST_TITLE);
    }

    /** What the answer rests on, in one sentence (decision.md section 4, Assurance). */
    public String assurance() {
        return assurance(verdict.basis().assurance());
    }

    /** The same of any answer. */
    static String assurance(Assurance assurance) {
        return "As " + (assurance.producer() == Assurance.Producer.CLAIMED ? "declared" : "signed")
                + " by the producer: "
                + Count.of(assurance.hashed()) + " of " + Count.of(assurance.of()) + " files were read; "
                + (assurance.inventory() == Assurance.Inventory.NONE ? "no" : "an") + " inventory; making "
                + assurance.made().name().toLowerCase(Locale.ROOT) + "; identities "
                + (assurance.identity() == Assurance.Identity.SELF
                        ? "self-asserted"
                        : assurance.identity().word())
                + "; "
                + (assurance.witnesses() == 0
                        ? "no witnesses"
                        : Count.of(assurance.witnesses(), "witness", "witnesses"))
                + ".";
    }

    /** {@code 3,200 uses, 3,199 cleared, 1 blocked.} */
    public String counts() {
        return counts("use", "uses", verdict.uses().size(), verdict::count);
    }

    /** The same of anything that has answers. */
    static String counts(String one, String many, long all, ToLongFunction<Outcome> counted) {
        List<String> parts = new ArrayList<>();
        parts.add(Count.of(all, one, many));
        for (Outcome outcome :
                List.of(Outcome.CLEARED, Outcome.CLEARED_WITH_WAIVERS, Outcome.BLOCKED, Outcome.UNDETERMINED)) {
            long count = counted.applyAsLong(outcome);
            if (count > 0 || outcome == Outcome.CLEARED) {
                parts.add(Count.of(count) + " " + outcome.word().replace('-', ' '));
            }
        }
        return String.join(", ", parts) + ".";
    }

    /** What the reader is to do about it, each in a sentence that holds nothing of what others wrote. */
    public List<String> next() {
        List<String> next = new ArrayList<>();
        next.add(
                switch (verdict.outcome()) {
                    case CLEARED ->
                        "Nothing is missing. Ask again right before the release: consent may end in between.";
                    case CLEARED_WITH_WAIVERS ->
                        "Read what officers let pass; `--accept-waivers` says that you accept it. A waiver ends.";
                    case UNDETERMINED -> "Take it as a no until what nobody can tell is settled.";
                    case BLOCKED -> "Do not release it: consent is missing for some of it.";
                });
        if (!verdict.remedies().isEmpty()) {
            int missing = verdict.remedies().size();
            next.add("Ask for the " + (missing == 1 ? "grant" : Count.of(missing) + " grants")
                    + " below: `consent verify MANIFEST --format json=verdict.json` and"
                    + " `consent request --from verdict.json --into DIR` write them out to be signed.");
        }
        List<String> codes = verdict.findings().stream()
                .filter(finding -> finding.weighs() && finding.waiver().isEmpty())
                .map(finding -> "`consent explain " + finding.rule().code() + "`")
                .distinct()
                .toList();
        if (!codes.isEmpty()) {
            next.add("Read what to do about each rule: " + String.join(", ", codes) + ".");
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
        String what = waiver.use()
                .map(use -> "use " + use)
                .orElse("asset " + waiver.asset().orElse(""));
        return waiver.rule() + "  " + PlainText.shown(what) + ", by " + shown(waiver.issuer()) + " until "
                + Instants.format(waiver.until()) + ": " + PlainText.shown(waiver.reason());
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
    public static String heading(Severity severity) {
        return switch (severity) {
            case BLOCK -> "What blocks it";
            case UNDETERMINED -> "What nobody can tell";
            case WARNING -> "What to look at";
            case NOTE -> "Good to know";
        };
    }

    /** The people of a cause that is told of all together; empty where it names its person, or has none. */
    public Optional<String> people(Cause cause) {
        List<Id> people = cause.person().isPresent() ? List.of() : cause.people();
        if (people.isEmpty()) {
            return Optional.empty();
        }
        String shown = people.stream()
                .limit(PEOPLE)
                .map(person -> PlainText.shown(answer.names().of(person).orElse(person.shown())))
                .collect(Collectors.joining(", "));
        return Optional.of(
                shown + (people.size() > PEOPLE ? " and " + Count.of(people.size() - PEOPLE) + " more" : ""));
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
                        .map(link -> ", by " + shown(link.party()) + " as " + link.capacity() + " under "
                                + link.link().shown())
                        .collect(Collectors.joining())
                + " (identified: " + grant.identity() + ")";
    }

    /** What a key in somebody else's hands proves; empty where the signer holds it. */
    public Optional<String> custody(Verdict.GrantStanding grant) {
        return grant.custody()
                .map(holder -> "signed by a key in custody of " + shown(holder)
                        + ": proves that the key was used, not that the person consented");
    }

    /** {@code a grant signed by Lin Yue (…), with the consent of Bo (…), for 3 uses}. */
    public String remedy(Verdict.Remedy remedy) {
        List<String> who = remedy.signs().stream().map(this::shown).toList();
        String consents =
                who.size() == 1 ? "" : ", with the consent of " + String.join(", ", who.subList(1, who.size())) + ",";
        return "a grant signed by " + who.get(0) + consents + " for "
                + Count.of(remedy.uses().size(), "use", "uses");
    }

    /** The steps that were not performed, with why: {@code law (policy names no packs)}. */
    public List<String> skipped() {
        return verdict.steps().stream()
                .filter(step -> step.result() == Verdict.Result.SKIPPED)
                .map(step -> step.step().word() + " (" + PlainText.shown(step.why()) + ")")
                .toList();
    }

    /** {@code registry.example/likeness/0 of 12 entries at 2026-11-22T10:00:00Z}. */
    public String log() {
        Verdict.Basis basis = verdict.basis();
        return PlainText.shown(basis.origin()) + " of " + Count.of(basis.size()) + " entries at "
                + Instants.format(basis.instant());
    }

    /** The one thing that a report claims (README of the design, principle 10). */
    public String statement() {
        return statement(verdict.outcome(), verdict.basis().evaluated());
    }

    /** The same of any answer. */
    static String statement(Outcome outcome, Instant evaluated) {
        return (outcome == Outcome.CLEARED ? "No violation found" : "This answer is given")
                + " under these rules, as of " + Instants.format(evaluated) + ", as declared by the producer.";
    }

    /** Name and short id of a party, or the short id alone. */
    public String shown(Id party) {
        return PlainText.shown(answer.names().shown(party));
    }
}
