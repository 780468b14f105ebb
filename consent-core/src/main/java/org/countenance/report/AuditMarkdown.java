package org.countenance.report;

import java.io.IOException;
import java.util.List;
import org.countenance.base.Instants;
import org.countenance.verify.Rule;

/** An audit for a letter or a pull request: a table of the titles, then each with its reasons, people, rules and endings. */
final class AuditMarkdown {

    private final Audit audit;
    private final AuditAccount account;
    private final ReportWords words;
    private final Lines lines;

    private AuditMarkdown(Audit audit, Appendable out) {
        this.audit = audit;
        this.account = new AuditAccount(audit);
        this.words = account.words();
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
        lines.add("# " + words.text("audit.title", account.counts()));
        lines.heading(account.sources());
        lines.heading("**" + account.statement() + "**");
    }

    private void table() throws IOException {
        section(words.text("audit.titles"));
        lines.add(words.text("audit.table"));
        lines.add("|---|---|---|---:|---|");
        for (AuditTitle title : audit.titles()) {
            lines.add("| " + account.outcome(title) + " | " + Markdown.text(account.name(title)) + " | "
                    + Markdown.text(title.manifest()) + " | "
                    + title.answer()
                            .map(answer -> ReportWords.number(answer.uses()))
                            .orElse("") + " | "
                    + Markdown.text(account.source(title)) + " |");
        }
    }

    private void people() throws IOException {
        section(words.text("audit.people"));
        for (AuditSummary.PersonLine line : account.summary().people()) {
            lines.add("- " + Markdown.text(account.person(line)));
            lines.addEach("  - ", texts(account.personDetails(line)));
        }
    }

    private void rules() throws IOException {
        section(words.text("audit.rules"));
        for (AuditSummary.RuleLine line : account.summary().rules()) {
            lines.add("- " + Markdown.text(account.rule(line)));
        }
    }

    private void endings() throws IOException {
        section(words.text("audit.ending.by", Instants.format(account.horizon())));
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
            section(words.text("title", account.outcome(title), Markdown.text(account.name(title))));
            lines.add(account.counts(answer) + " " + Markdown.text(account.assurance(answer)));
            lines.add("");
            lines.add("- "
                    + words.text(
                            "audit.production",
                            Markdown.code(answer.production()),
                            Markdown.code(title.manifest()),
                            Markdown.code(answer.manifest().hex())));
            lines.add("- " + Markdown.text(account.source(title)));
            for (AuditConcern concern : answer.concerns()) {
                lines.add("- **" + concern.rule().code() + "** "
                        + words.text(
                                "title",
                                words.text("weighs." + concern.severity().word()),
                                Markdown.text(account.message(concern))));
                lines.addEach("  - ", texts(account.details(concern)));
            }
            for (AuditAnswer.WaiverLine waiver : answer.waivers()) {
                lines.add("- " + words.text("audit.waiver", Markdown.text(account.waiver(waiver))));
            }
            for (AuditAnswer.Skipped step : answer.skipped()) {
                lines.add("- " + words.text("rests.skipped", Markdown.text(account.skipped(step))));
            }
        }
    }

    private void basis() throws IOException {
        section(words.text("audit.basis"));
        lines.add("- "
                + words.text(
                        "rests.log",
                        Markdown.text(account.log()),
                        Markdown.code(audit.log().root())));
        lines.add("- " + words.text("rests.policy", Markdown.code(audit.policy().hex())));
        lines.add("- "
                + words.text(
                        "rests.rules",
                        Rule.VERSION,
                        Markdown.code(Rule.tableHash().hex())));
    }

    private static List<String> texts(List<String> words) {
        return words.stream().map(Markdown::text).toList();
    }

    private void section(String heading) throws IOException {
        lines.heading("## " + heading);
        lines.add("");
    }
}
