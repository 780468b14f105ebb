package org.countenance.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.record.Id;
import org.countenance.verify.Rule;
import org.countenance.verify.Severity;
import org.countenance.verify.Verdict;

/** The verdict for a pull request or a letter: the answer and what to do next first, then why, by person. */
final class MarkdownReport {

    private final Answer answer;
    private final Verdict verdict;
    private final Account account;
    private final ReportWords words;
    private final Lines lines;

    private MarkdownReport(Answer answer, Appendable out) {
        this.answer = answer;
        this.verdict = answer.verdict();
        this.account = Account.of(answer);
        this.words = account.words();
        this.lines = new Lines(out);
    }

    static void render(Answer answer, Appendable out) throws IOException {
        MarkdownReport report = new MarkdownReport(answer, out);
        report.head();
        report.list("section.waivers", report.account.waivers());
        report.byPerson();
        report.together(Severity.WARNING);
        report.together(Severity.NOTE);
        report.grants();
        report.list(
                "section.remedies",
                report.verdict.remedies().stream().map(report.account::remedy).toList());
        report.basis();
    }

    private void head() throws IOException {
        lines.add("# " + words.text("title", account.outcome(), Markdown.text(account.title())));
        lines.heading(Markdown.text(account.assurance()));
        lines.heading(account.counts());
        lines.heading("**" + account.statement() + "**");
        section(words.text("section.next"));
        for (String step : account.next()) {
            lines.add("- " + step);
        }
    }

    private void byPerson() throws IOException {
        Map<Optional<Id>, List<Cause>> people = new LinkedHashMap<>();
        account.causes().forEach((severity, causes) -> {
            if (severity.compareTo(Severity.UNDETERMINED) <= 0) {
                causes.forEach(cause -> people.computeIfAbsent(cause.person(), any -> new ArrayList<>())
                        .add(cause));
            }
        });
        if (!people.isEmpty()) {
            lines.heading("## " + words.text("next.others.alone"));
        }
        for (Map.Entry<Optional<Id>, List<Cause>> person : people.entrySet()) {
            lines.heading("### "
                    + person.getKey().map(account::shown).map(Markdown::text).orElse(words.text("people.nobody")));
            lines.add("");
            for (Cause cause : person.getValue()) {
                cause(cause, words.text(cause.severity() == Severity.BLOCK ? "cause.blocks" : "cause.undetermined"));
            }
        }
    }

    private void together(Severity severity) throws IOException {
        List<Cause> causes = account.causes().getOrDefault(severity, List.of());
        if (!causes.isEmpty()) {
            section(account.heading(severity));
        }
        for (Cause cause : causes) {
            cause(cause, words.text("colon"));
        }
    }

    private void cause(Cause cause, String weighs) throws IOException {
        lines.add("- **" + cause.rule().code() + "**" + weighs + Markdown.text(account.message(cause)));
        for (Optional<String> more : List.of(account.people(cause), account.where(cause), account.found(cause))) {
            lines.addEach("  - ", more.map(Markdown::text).stream().toList());
        }
    }

    private void grants() throws IOException {
        if (verdict.grants().isEmpty()) {
            return;
        }
        section(words.text("section.grants"));
        lines.add(words.text("grants.head"));
        lines.add("|---|---|---|---|---|---:|");
        for (Verdict.GrantStanding grant : verdict.grants()) {
            lines.add("| " + grant.id().shown() + " | " + Markdown.text(account.shown(grant.person())) + " | "
                    + words.text("capacity." + grant.capacity()) + " | " + words.say(grant.identity()) + " | "
                    + words.text("standing." + grant.standing().words().replace(' ', '-')) + " | "
                    + ReportWords.number(grant.uses()) + " |");
        }
        List<String> others = new ArrayList<>();
        for (Verdict.GrantStanding grant : account.signedByOthers()) {
            others.add(words.text("signed.it", grant.id().shown())
                    + account.signers(grant)
                    + account.custody(grant)
                            .map(custody -> words.text("semicolon") + custody)
                            .orElse(""));
        }
        list("section.signers", others);
    }

    private void basis() throws IOException {
        Verdict.Basis basis = verdict.basis();
        section(words.text("section.basis"));
        lines.add("- " + words.text("rests.log", Markdown.text(account.log()), Markdown.code(basis.root())));
        lines.add("- "
                + words.text(
                        "rests.manifest",
                        Markdown.code(answer.manifest()),
                        Markdown.code(basis.manifest().hex())));
        lines.add("- " + words.text("rests.policy", Markdown.code(basis.policy().hex())));
        lines.add("- "
                + words.text(
                        "rests.rules",
                        Rule.VERSION,
                        Markdown.code(Rule.tableHash().hex())));
        for (String skipped : account.skipped()) {
            lines.add("- " + words.text("rests.skipped", Markdown.text(skipped)));
        }
    }

    private void list(String key, List<String> items) throws IOException {
        if (!items.isEmpty()) {
            section(words.text(key));
            lines.addEach("- ", items.stream().map(Markdown::text).toList());
        }
    }

    private void section(String heading) throws IOException {
        lines.heading("## " + heading);
        lines.add("");
    }
}
