package org.countenance.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.countenance.base.Instants;
import org.countenance.verify.Rule;

/** An audit for a person at a terminal: what it comes to, every title with what stands in its way, then people, rules, endings. */
final class AuditText {

    private static final String UNDER = "         ";

    private final AuditAccount account;
    private final ReportWords words;
    private final Lines lines;

    private AuditText(Audit audit, Appendable out) {
        this.account = new AuditAccount(audit);
        this.words = account.words();
        this.lines = new Lines(out);
    }

    static void render(Audit audit, Appendable out) throws IOException {
        AuditText text = new AuditText(audit, out);
        text.lines.add(text.words.text("audit.heading", text.account.counts()));
        text.lines.add(text.account.sources());
        text.titles();
        text.people();
        text.rules();
        text.endings();
        text.tail();
    }

    private void titles() throws IOException {
        lines.heading(words.text("audit.titles"));
        for (AuditTitle title : account.audit().titles()) {
            lines.add("  " + words.text("title", account.outcome(title), account.nameAndFile(title)));
            if (title.answer().isPresent()) {
                AuditAnswer answer = title.answer().get();
                lines.add("    " + account.counts(answer) + " " + account.assurance(answer));
                concerns(answer);
                for (AuditAnswer.WaiverLine waiver : answer.waivers()) {
                    lines.add("    " + words.text("audit.waiver", account.waiver(waiver)));
                }
            }
            lines.add("    " + account.source(title));
        }
    }

    private void concerns(AuditAnswer answer) throws IOException {
        for (AuditConcern concern : answer.concerns()) {
            if (concern.stands()) {
                lines.add("    " + concern.rule().code() + "  " + account.message(concern));
                lines.addEach(UNDER + "  ", account.details(concern));
            }
        }
    }

    private void people() throws IOException {
        List<AuditSummary.PersonLine> people = account.summary().people();
        if (!people.isEmpty()) {
            lines.heading(words.text("audit.people"));
        }
        for (AuditSummary.PersonLine line : people) {
            lines.add("  " + account.person(line));
            lines.addEach(UNDER, account.personDetails(line));
        }
    }

    private void rules() throws IOException {
        if (!account.summary().rules().isEmpty()) {
            lines.heading(words.text("audit.rules"));
        }
        for (AuditSummary.RuleLine line : account.summary().rules()) {
            lines.add("  " + account.rule(line));
        }
    }

    private void endings() throws IOException {
        lines.heading(words.text("audit.ending.by", Instants.format(account.horizon())));
        for (AuditSummary.EndingLine line : account.summary().endings()) {
            lines.add("  " + account.ending(line.ending()));
            for (AuditSummary.Relying each : line.titles()) {
                lines.add(UNDER + account.endingTitle(each));
            }
        }
        for (Audit.PolicyEnding ending : account.audit().policyEndings()) {
            lines.add("  " + account.ending(ending));
        }
        if (account.summary().endings().isEmpty()
                && account.audit().policyEndings().isEmpty()) {
            lines.add("  " + words.text("audit.nothing"));
        }
    }

    private void tail() throws IOException {
        lines.add("");
        for (Map.Entry<AuditAnswer.Skipped, List<AuditTitle>> step :
                account.summary().skipped().entrySet()) {
            lines.add(words.text(
                    "audit.skipped.in",
                    words.count("count.titles", step.getValue().size()),
                    account.skipped(step.getKey())));
        }
        lines.add(words.text(
                "line.basis",
                account.log(),
                account.audit().policy().hex().substring(0, 12),
                Rule.VERSION,
                Rule.tableHash().hex().substring(0, 12)));
        lines.add(account.statement());
    }
}
