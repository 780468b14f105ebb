package org.countenance.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.Instants;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;

/**
 * An audit as test reports: a suite for every title, with a case for each person, one for the whole answer and one for each step
 * that was not performed. What is blocked has failed; what nobody can tell, and a manifest without an answer, is in error.
 */
final class AuditJUnit {

    private final Audit audit;
    private final AuditAccount account;
    private final Xml xml;

    private AuditJUnit(Audit audit, Appendable out) {
        this.audit = audit;
        this.account = new AuditAccount(audit);
        this.xml = new Xml(out);
    }

    static void render(Audit audit, Appendable out) throws IOException {
        AuditJUnit report = new AuditJUnit(audit, out);
        report.xml.begin();
        report.xml.open("testsuites", "name", "audit as of " + Instants.format(audit.evaluated()));
        for (AuditTitle title : audit.titles()) {
            if (title.answer().isPresent()) {
                report.suite(title, title.answer().get());
            } else {
                report.failed(title);
            }
        }
        report.xml.close("testsuites");
    }

    private void failed(AuditTitle title) throws IOException {
        open(title, 1, 0, 1, 0);
        xml.open("testcase", "classname", "answer", "name", "whole answer", "time", "0");
        xml.text("error", "", "message", account.source(title), "type", Outcome.UNDETERMINED.word());
        xml.close("testcase");
        xml.close("testsuite");
    }

    private void open(AuditTitle title, long tests, long failures, long errors, long skipped) throws IOException {
        xml.open(
                "testsuite",
                "name",
                account.nameAndFile(title),
                "tests",
                Long.toString(tests),
                "failures",
                Long.toString(failures),
                "errors",
                Long.toString(errors),
                "skipped",
                Long.toString(skipped),
                "time",
                "0");
        properties(title);
    }

    /** A case of a suite. */
    private record Case(String classname, String name, Outcome outcome, List<AuditConcern> concerns, String more) {}

    private void suite(AuditTitle title, AuditAnswer answer) throws IOException {
        List<Case> cases = cases(answer);
        open(
                title,
                cases.size() + (long) answer.skipped().size(),
                count(cases, Outcome.BLOCKED),
                count(cases, Outcome.UNDETERMINED),
                answer.skipped().size());
        for (Case each : cases) {
            write(each);
        }
        for (AuditAnswer.Skipped step : answer.skipped()) {
            xml.open("testcase", "classname", "not checked", "name", account.skipped(step), "time", "0");
            xml.leaf("skipped", "message", account.skipped(step));
            xml.close("testcase");
        }
        xml.close("testsuite");
    }

    private static long count(List<Case> cases, Outcome outcome) {
        return cases.stream().filter(each -> each.outcome() == outcome).count();
    }

    private List<Case> cases(AuditAnswer answer) {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                "answer",
                "whole answer",
                audit.judged(answer),
                of(answer, Optional.empty()),
                account.statement(answer) + "\n" + account.counts(answer) + "\n"));
        for (AuditAnswer.PersonUses person : answer.people()) {
            Outcome worst = AuditSummary.worst(person.outcomes());
            String counts = account.counts(person);
            cases.add(new Case(
                    "people",
                    person.person().map(account::shown).orElse("nobody by name"),
                    worst,
                    person.person().isPresent() ? of(answer, person.person()) : List.of(),
                    counts + "\n"));
        }
        return cases;
    }

    private static List<AuditConcern> of(AuditAnswer answer, Optional<Id> person) {
        return answer.concerns().stream()
                .filter(concern -> concern.person().equals(person))
                .toList();
    }

    private void write(Case each) throws IOException {
        xml.open("testcase", "classname", each.classname(), "name", each.name(), "time", "0");
        boolean fails = each.outcome() == Outcome.BLOCKED || each.outcome() == Outcome.UNDETERMINED;
        if (fails) {
            String message = each.concerns().stream()
                    .filter(AuditConcern::stands)
                    .findFirst()
                    .map(concern -> concern.rule().code() + " " + account.message(concern))
                    .orElse(each.outcome().word());
            xml.text(
                    each.outcome() == Outcome.BLOCKED ? "failure" : "error",
                    words(each.concerns(), true),
                    "message",
                    message,
                    "type",
                    each.outcome().word());
        }
        xml.text("system-out", each.more() + words(each.concerns(), false));
        xml.close("testcase");
    }

    private String words(List<AuditConcern> concerns, boolean standing) {
        return concerns.stream()
                .filter(concern -> concern.stands() == standing)
                .map(concern -> concern.rule().code() + " "
                        + account.words().text("weighs." + concern.severity().word())
                        + account.words().text("colon")
                        + account.message(concern)
                        + account.details(concern).stream()
                                .map(each -> account.words().text("comma") + each)
                                .collect(Collectors.joining())
                        + "\n")
                .collect(Collectors.joining());
    }

    private void properties(AuditTitle title) throws IOException {
        xml.open("properties");
        property("manifest", title.manifest());
        property("state", title.state().word());
        property("given", account.source(title));
        property("statement", title.answer().map(account::statement).orElse(account.statement()));
        property("log", account.log());
        property("log.root", audit.log().root());
        property("policy.sha256", audit.policy().hex());
        property("rules.version", Rule.VERSION);
        property("rules.sha256", Rule.tableHash().hex());
        if (title.answer().isPresent()) {
            AuditAnswer answer = title.answer().get();
            property("outcome", answer.outcome().word());
            property("manifest.sha256", answer.manifest().hex());
            property("assurance", account.assurance(answer));
            for (AuditAnswer.WaiverLine waiver : answer.waivers()) {
                property("waiver", account.waiver(waiver));
            }
            for (AuditEnding ending : answer.endings()) {
                property("ending", account.ending(ending));
            }
        }
        xml.close("properties");
    }

    private void property(String name, String value) throws IOException {
        xml.leaf("property", "name", name, "value", value);
    }
}
