package org.countenance.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countenance.base.Instants;
import org.countenance.record.Id;
import org.countenance.verify.Finding;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;
import org.countenance.verify.Verdict;

/**
 * The verdict as a test report: a suite for the production, a case for each use under the name of its person, one for the whole
 * answer and one for each step that was not performed. A blocked use has failed; one that nobody can tell is in error. The
 * case of the whole answer passes only where the command ends with 0; nothing but a step is ever skipped.
 */
final class JUnitReport {

    private static final String WHOLE = "whole answer";

    private final Answer answer;
    private final Verdict verdict;
    private final Account account;
    private final Xml xml;
    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final Map<Id, Id> people = new HashMap<>();

    private JUnitReport(Answer answer, Appendable out) {
        this.answer = answer;
        this.verdict = answer.verdict();
        this.account = Account.of(answer);
        this.xml = new Xml(out);
        verdict.findings()
                .forEach(finding -> findings.computeIfAbsent(finding.use().orElse(""), any -> new ArrayList<>())
                        .add(finding));
        verdict.grants().forEach(grant -> people.put(grant.id(), grant.person()));
    }

    static void render(Answer answer, Appendable out) throws IOException {
        new JUnitReport(answer, out).suite();
    }

    private void suite() throws IOException {
        List<String> skipped = account.skipped();
        xml.begin();
        xml.open(
                "testsuite",
                "name",
                account.title(),
                "tests",
                Integer.toString(1 + verdict.uses().size() + skipped.size()),
                "failures",
                Long.toString(count(Outcome.BLOCKED)),
                "errors",
                Long.toString(count(Outcome.UNDETERMINED)),
                "skipped",
                Integer.toString(skipped.size()),
                "time",
                "0");
        properties();
        testcase("answer", WHOLE, judged(), account.outcome(), findings.getOrDefault("", List.of()));
        for (Verdict.UseVerdict use : verdict.uses()) {
            List<Finding> of = findings.getOrDefault(use.id(), List.of());
            testcase(person(use, of), use.id(), use.outcome(), use.outcome().word(), of);
        }
        for (String step : skipped) {
            xml.open("testcase", "classname", "not checked", "name", step, "time", "0");
            xml.leaf("skipped", "message", step);
            xml.close("testcase");
        }
        xml.close("testsuite");
    }

    private long count(Outcome outcome) {
        return verdict.count(outcome) + (judged() == outcome ? 1 : 0);
    }

    /** The whole answer as a pipeline is to take it: whatever does not pass and is not blocked is in error. */
    private Outcome judged() {
        return answer.passes() || verdict.outcome() == Outcome.BLOCKED ? verdict.outcome() : Outcome.UNDETERMINED;
    }

    private String person(Verdict.UseVerdict use, List<Finding> of) {
        return of.stream()
                .map(Finding::person)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> use.relied().stream().findFirst().map(people::get))
                .map(account::shown)
                .orElse("nobody by name");
    }

    private void testcase(String classname, String name, Outcome outcome, String message, List<Finding> of)
            throws IOException {
        xml.open("testcase", "classname", classname, "name", name, "time", "0");
        boolean fails = outcome == Outcome.BLOCKED || outcome == Outcome.UNDETERMINED;
        if (fails) {
            String kind = outcome == Outcome.BLOCKED ? "failure" : "error";
            xml.text(kind, words(of, Finding::weighs), "message", message(message, of), "type", outcome.word());
        }
        String rest = words(of, finding -> !(fails && finding.weighs()));
        xml.text("system-out", name.equals(WHOLE) ? account.statement() + "\n" + rest : rest);
        xml.close("testcase");
    }

    private String message(String otherwise, List<Finding> of) {
        return of.stream()
                .filter(finding -> finding.weighs() && finding.waiver().isEmpty())
                .findFirst()
                .map(finding -> finding.rule().code() + " " + account.words().say(finding.message()))
                .orElse(otherwise);
    }

    /** A finding a line. */
    private String words(List<Finding> of, Predicate<Finding> wanted) {
        return of.stream().filter(wanted).map(this::line).collect(Collectors.joining());
    }

    private String line(Finding finding) {
        ReportWords words = account.words();
        String place = finding.at()
                .map(at -> words.text("finding.place", at.pointer(), Integer.toString(at.line())))
                .orElse("");
        String waived = finding.waiver()
                .map(waiver -> words.text("finding.waived", waiver.shown()))
                .orElse("");
        return words.text(
                        "finding.line",
                        finding.rule().code(),
                        words.text("weighs." + finding.severity().word()),
                        words.say(finding.message()) + place,
                        words.say(finding.wanted()),
                        words.say(finding.found()) + waived)
                + "\n";
    }

    private void properties() throws IOException {
        Verdict.Basis basis = verdict.basis();
        xml.open("properties");
        property("outcome", verdict.outcome().word());
        property("statement", account.statement());
        property("assurance", account.assurance());
        property("evaluated", Instants.format(basis.evaluated()));
        property("manifest", answer.manifest());
        property("manifest.sha256", basis.manifest().hex());
        property("log", account.log());
        property("log.root", basis.root());
        property("policy.sha256", basis.policy().hex());
        property("rules.version", Rule.VERSION);
        property("rules.sha256", Rule.tableHash().hex());
        for (String waiver : account.waivers()) {
            property("waiver", waiver);
        }
        for (String step : account.skipped()) {
            property("not checked", step);
        }
        xml.close("properties");
    }

    private void property(String name, String value) throws IOException {
        xml.leaf("property", "name", name, "value", value);
    }
}
