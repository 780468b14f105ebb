package org.countenance.report;

import java.io.IOException;
import java.util.List;
import org.countenance.base.Instants;
import org.countenance.verify.Rule;

/** An audit for a letter or a pull request: a table of the titles, then each with its reasons, people, rules and endings. */
final class AuditMarkdown {

    private final Audit audit;
    private final AuditAccount account;
    private final Lines lines;

    private AuditMarkdown(Audit audit, Appendable out) {
        this.audit = audit;
        this.account = new AuditAccount(audit);
        this.lines = new Lines(out);
    }

    static void render(Audit audit, Appendable out) throws IOException {
        AuditMarkdown report = new AuditMarkdown(audit, out);
        report.head();
        report.table();
        report.people();
        report.rules();
        report.endings();
        report.titles();
        report.basis();
    }

    private void head() throws IOException {
        lines.add("# Audit: " + account.counts());
        lines.heading(account.sources());
        lines.heading("**" + account.statement() + "**");
    }

    private void table() throws IOException {
        section("Titles");
        lines.add("| answer | title | manifest | uses | given |");
        lines.add("|---|---|---|---:|---|");
        for (AuditTitle title : audit.titles()) {
            lines.add("| " + account.outcome(title) + " | " + Markdown.text(account.name(title)) + " | "
                    + Markdown.text(title.manifest()) + " | "
                    + title.answer().map(answer -> Count.of(answer.uses())).orElse("") + " | "
                    + Markdown.text(account.source(title)) + " |");
        }
    }

    private void people() throws IOException {
        section("People");
        for (AuditSummary.PersonLine line : account.summary().people()) {
            lines.add("- " + Markdown.text(account.person(line)));
            lines.addEach("  - ", texts(account.personDetails(line)));
        }
    }

    private void rules() throws IOException {
        section("Rules");
        for (AuditSummary.RuleLine line : account.summary().rules()) {
            lines.add("- " + Markdown.text(account.rule(line)));
        }
    }

    private void endings() throws IOException {
        section("What ends by " + Instants.format(account.horizon()));
        for (AuditSummary.EndingLine line : account.summary().endings()) {
            lines.add("- " + Markdown.text(account.ending(line.ending())));
            for (AuditSummary.Relying each : line.titles()) {
                lines.add("  - " + Markdown.text(account.endingTitle(each)));
            }
        }
        for (Audit.PolicyEnding ending : audit.policyEndings()) {
            lines.add("- " + Markdown.text(account.ending(ending)));
        }
    }

    private void titles() throws IOException {
        for (AuditTitle title : audit.answered()) {
            AuditAnswer answer = title.answer().orElseThrow();
            section(account.outcome(title) + ": " + Markdown.text(account.name(title)));
            lines.add(account.counts(answer) + " " + Markdown.text(account.assurance(answer)));
            lines.add("");
            lines.add("- production " + Markdown.code(answer.production()) + ", manifest "
                    + Markdown.code(title.manifest()) + ", SHA-256 "
                    + Markdown.code(answer.manifest().hex()));
            lines.add("- " + Markdown.text(account.source(title)));
            for (AuditConcern concern : answer.concerns()) {
                lines.add("- **" + concern.rule().code() + "** "
                        + concern.severity().word() + ": " + Markdown.text(account.message(concern)));
                lines.addEach("  - ", texts(account.details(concern)));
            }
            lines.addEach(
                    "- waiver: ",
                    texts(answer.waivers().stream().map(account::waiver).toList()));
            lines.addEach(
                    "- not checked: ",
                    texts(answer.skipped().stream().map(account::skipped).toList()));
        }
    }

    private void basis() throws IOException {
        section("What this rests on");
        lines.add("- log " + Markdown.text(account.log()) + ", root "
                + Markdown.code(audit.log().root()));
        lines.add("- policy, SHA-256 " + Markdown.code(audit.policy().hex()));
        lines.add("- rules " + Rule.VERSION + ", SHA-256 "
                + Markdown.code(Rule.tableHash().hex()));
    }

    private static List<String> texts(List<String> words) {
        return words.stream().map(Markdown::text).toList();
    }

    private void section(String heading) throws IOException {
        lines.heading("## " + heading);
        lines.add("");
    }
}
