package org.countenance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.record.Assurance;
import org.countenance.record.Id;
import org.countenance.record.Waiver;
import org.countenance.verify.Finding;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;
import org.countenance.verify.Severity;
import org.countenance.verify.Verdict;

/**
 * The verdict for a person at a terminal: the answer and what it rests on, what is missing, grouped where many uses fail for
 * one reason, then what to do.
 */
public final class TextReport {

    private static final int EXAMPLES = 3;
    private static final int PEOPLE = 9;

    private final Verdict verdict;
    private final Names names;
    private final StringBuilder out = new StringBuilder();

    private TextReport(Verdict verdict, Names names) {
        this.verdict = verdict;
        this.names = names;
    }

    /** The report. */
    public static String render(Verdict verdict, Names names) {
        TextReport report = new TextReport(verdict, names);
        report.head();
        report.waivers();
        report.findings();
        report.signers();
        report.remedies();
        report.tail();
        return report.out.toString();
    }

    private void head() {
        Verdict.Basis basis = verdict.basis();
        line(verdict.outcome().word().replace('-', ' ').toUpperCase(java.util.Locale.ROOT)
                + (basis.historical() ? " as of " + Instants.format(basis.evaluated()) : "") + ": " + basis.title());
        line(assurance(basis.assurance()));
        line(counts());
    }

    /** What the answer rests on comes before what it is (decision.md section 4, Assurance). */
    private static String assurance(Assurance assurance) {
        return "As " + (assurance.producer() == Assurance.Producer.CLAIMED ? "declared" : "signed")
                + " by the producer: "
                + number(assurance.hashed()) + " of " + number(assurance.of()) + " files were read; "
                + (assurance.inventory() == Assurance.Inventory.NONE ? "no" : "an") + " inventory; making "
                + assurance.made().name().toLowerCase(java.util.Locale.ROOT) + "; identities "
                + (assurance.identity() == Assurance.Identity.SELF
                        ? "self-asserted"
                        : assurance.identity().word())
                + "; " + (assurance.witnesses() == 0 ? "no" : Long.toString(assurance.witnesses()))
                + (assurance.witnesses() == 1 ? " witness." : " witnesses.");
    }

    private String counts() {
        List<String> parts = new ArrayList<>();
        parts.add(number(verdict.uses().size()) + (verdict.uses().size() == 1 ? " use" : " uses"));
        parts.add(number(verdict.count(Outcome.CLEARED)) + " cleared");
        if (verdict.count(Outcome.CLEARED_WITH_WAIVERS) > 0) {
            parts.add(number(verdict.count(Outcome.CLEARED_WITH_WAIVERS)) + " cleared with waivers");
        }
        if (verdict.count(Outcome.BLOCKED) > 0) {
            parts.add(number(verdict.count(Outcome.BLOCKED)) + " blocked");
        }
        if (verdict.count(Outcome.UNDETERMINED) > 0) {
            parts.add(number(verdict.count(Outcome.UNDETERMINED)) + " undetermined");
        }
        return String.join(", ", parts) + ".";
    }

    /** What officers let pass comes before everything else (decision.md section 8). */
    private void waivers() {
        List<Verdict.WaiverUse> used =
                verdict.waivers().stream().filter(each -> each.findings() > 0).toList();
        if (used.isEmpty()) {
            return;
        }
        line("");
        line("What officers let pass");
        for (Verdict.WaiverUse each : used) {
            Waiver waiver = each.waiver();
            line("  " + waiver.rule() + "  "
                    + clean(waiver.use()
                            .map(use -> "use " + use)
                            .orElse("asset " + waiver.asset().orElse("")))
                    + ", by " + names.shown(waiver.issuer()) + " until " + Instants.format(waiver.until()) + ": "
                    + clean(waiver.reason()));
        }
    }

    /** One reason, told once; what blocks is told of each person, the rest of all together. */
    private record Group(Rule rule, Severity severity, Optional<Id> person, String message) {

        static Group of(Finding finding) {
            boolean weighs = finding.severity().compareTo(Severity.UNDETERMINED) <= 0;
            Optional<Id> person = weighs ? finding.person() : Optional.empty();
            return new Group(finding.rule(), finding.severity(), person, finding.message());
        }
    }

    private void findings() {
        for (Severity severity : Severity.values()) {
            Map<Group, List<Finding>> groups = new LinkedHashMap<>();
            for (Finding finding : verdict.findings()) {
                if (finding.severity() == severity && finding.waiver().isEmpty()) {
                    groups.computeIfAbsent(Group.of(finding), any -> new ArrayList<>())
                            .add(finding);
                }
            }
            if (!groups.isEmpty()) {
                line("");
                line(heading(severity));
                groups.forEach(this::group);
            }
        }
    }

    private static String heading(Severity severity) {
        return switch (severity) {
            case BLOCK -> "What blocks it";
            case UNDETERMINED -> "What nobody can tell";
            case WARNING -> "What to look at";
            case NOTE -> "Good to know";
        };
    }

    private void group(Group group, List<Finding> findings) {
        Finding first = findings.get(0);
        String who = group.person().map(person -> names.shown(person) + ": ").orElse("");
        line("  " + group.rule().code() + "  " + who + clean(group.message()));
        if (group.person().isEmpty() && first.person().isPresent()) {
            line("         " + people(findings));
        }
        List<String> uses = findings.stream()
                .map(Finding::use)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (!uses.isEmpty()) {
            line("         " + uses(uses) + where(first));
        } else if (first.at().isPresent()) {
            line("         " + (findings.size() == 1 ? "one place" : number(findings.size()) + " places")
                    + where(first));
        }
        if (group.severity().compareTo(Severity.UNDETERMINED) <= 0
                && !group.message().contains(first.found())) {
            line("         found: " + clean(first.found()));
        }
    }

    private String people(List<Finding> findings) {
        List<String> people = findings.stream()
                .map(Finding::person)
                .flatMap(Optional::stream)
                .distinct()
                .map(person -> names.of(person).orElse(person.shown()))
                .map(TextReport::clean)
                .toList();
        return String.join(", ", people.subList(0, Math.min(PEOPLE, people.size())))
                + (people.size() > PEOPLE ? " and " + number(people.size() - PEOPLE) + " more" : "");
    }

    private static String uses(List<String> uses) {
        String shown = String.join(", ", uses.subList(0, Math.min(EXAMPLES, uses.size())));
        return uses.size() > EXAMPLES
                ? number(uses.size()) + " uses: " + shown + " and " + number(uses.size() - EXAMPLES) + " more"
                : (uses.size() == 1 ? "use " : "uses ") + shown;
    }

    private static String where(Finding finding) {
        return finding.at()
                .map(place -> ", first at " + place.pointer() + " (line " + place.line() + ")")
                .orElse("");
    }

    /** Grants relied on that somebody else signed than the person with a key of her own. */
    private void signers() {
        List<Verdict.GrantStanding> others = verdict.grants().stream()
                .filter(grant -> grant.uses() > 0)
                .filter(grant -> !grant.chain().isEmpty() || grant.custody().isPresent())
                .toList();
        if (others.isEmpty()) {
            return;
        }
        line("");
        line("Who signed for others");
        for (Verdict.GrantStanding grant : others) {
            line("  grant " + grant.id().shown() + " for " + names.shown(grant.person()) + signed(grant));
            grant.custody()
                    .ifPresent(holder -> line("         signed by a key in custody of " + names.shown(holder)
                            + ": proves that the key was used, not that the person consented"));
        }
    }

    private String signed(Verdict.GrantStanding grant) {
        return grant.chain().stream()
                        .map(link -> ", by " + names.shown(link.party()) + " as " + link.capacity() + " under "
                                + link.link().shown())
                        .collect(java.util.stream.Collectors.joining())
                + " (identified: " + grant.identity() + ")";
    }

    private void remedies() {
        if (verdict.remedies().isEmpty()) {
            return;
        }
        line("");
        line("What would clear it, unless something else stands in the way");
        for (Verdict.Remedy remedy : verdict.remedies()) {
            List<String> who = remedy.signs().stream().map(names::shown).toList();
            String consents = who.size() == 1
                    ? ""
                    : ", with the consent of " + String.join(", ", who.subList(1, who.size())) + ",";
            line("  a grant signed by " + who.get(0) + consents + " for "
                    + number(remedy.uses().size()) + (remedy.uses().size() == 1 ? " use" : " uses"));
        }
        line(
                "  `consent verify MANIFEST --format json=verdict.json` and `consent request --from verdict.json --into DIR`"
                        + " write them out");
    }

    private void tail() {
        Verdict.Basis basis = verdict.basis();
        line("");
        verdict.steps().stream()
                .filter(step -> step.result() == Verdict.Result.SKIPPED)
                .forEach(step -> line("Not checked: " + step.step().word() + " (" + step.why() + ")."));
        line("Log " + basis.origin() + " of " + number(basis.size()) + " entries at " + Instants.format(basis.instant())
                + ", policy " + basis.policy().hex().substring(0, 12) + ", rules " + Rule.VERSION + " "
                + Rule.tableHash().hex().substring(0, 12) + ".");
        line((verdict.outcome() == Outcome.CLEARED ? "No violation found" : "This answer is given")
                + " under these rules, as of " + Instants.format(basis.evaluated()) + ", as declared by the producer.");
    }

    private static String clean(String text) {
        String quoted = MalformedException.quote(text);
        return text.length() > 80
                ? text.codePoints()
                        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : quoted.substring(1, quoted.length() - 1);
    }

    private static String number(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
