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
    private final Lines lines;

    private MarkdownReport(Answer answer, Appendable out) {
        this.answer = answer;
        this.verdict = answer.verdict();
        this.account = Account.of(answer);
        this.lines = new Lines(out);
    }

    static void render(Answer answer, Appendable out) throws IOException {
        MarkdownReport report = new MarkdownReport(answer, out);
        report.head();
        report.list("What officers let pass", report.account.waivers());
        report.byPerson();
        report.together(Severity.WARNING);
        report.together(Severity.NOTE);
        report.grants();
        report.list(
                "What would clear it, unless something else stands in the way",
                report.verdict.remedies().stream().map(report.account::remedy).toList());
        report.basis();
    }

    private void head() throws IOException {
        lines.add("# " + account.outcome() + ": " + Markdown.text(account.title()));
        lines.heading(Markdown.text(account.assurance()));
        lines.heading(account.counts());
        lines.heading("**" + account.statement() + "**");
        section("What to do next");
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
            lines.heading("## What stands in the way");
        }
        for (Map.Entry<Optional<Id>, List<Cause>> person : people.entrySet()) {
            lines.heading("### "
                    + person.getKey().map(account::shown).map(Markdown::text).orElse("No person in particular"));
            lines.add("");
            for (Cause cause : person.getValue()) {
                cause(cause, cause.severity() == Severity.BLOCK ? " blocks: " : " cannot be told: ");
            }
        }
    }

    private void together(Severity severity) throws IOException {
        List<Cause> causes = account.causes().getOrDefault(severity, List.of());
        if (!causes.isEmpty()) {
            section(Account.heading(severity));
        }
        for (Cause cause : causes) {
            cause(cause, ": ");
        }
    }

    private void cause(Cause cause, String weighs) throws IOException {
        lines.add("- **" + cause.rule().code() + "**" + weighs + Markdown.text(cause.message()));
        for (Optional<String> more : List.of(
                account.people(cause),
                Optional.of(cause.where()).filter(where -> !where.isEmpty()),
                cause.found().map(found -> "found: " + found))) {
            lines.addEach("  - ", more.map(Markdown::text).stream().toList());
        }
    }

    private void grants() throws IOException {
        if (verdict.grants().isEmpty()) {
            return;
        }
        section("Grants");
        lines.add("| grant | person | signed as | identified | stands | uses |");
        lines.add("|---|---|---|---|---|---:|");
        for (Verdict.GrantStanding grant : verdict.grants()) {
            lines.add("| " + grant.id().shown() + " | " + Markdown.text(account.shown(grant.person())) + " | "
                    + grant.capacity() + " | " + grant.identity() + " | "
                    + grant.standing().words() + " | "
                    + Count.of(grant.uses()) + " |");
        }
        List<String> others = new ArrayList<>();
        for (Verdict.GrantStanding grant : account.signedByOthers()) {
            others.add("grant " + grant.id().shown() + account.signers(grant)
                    + account.custody(grant).map(custody -> "; " + custody).orElse(""));
        }
        list("Who signed for others", others);
    }

    private void basis() throws IOException {
        Verdict.Basis basis = verdict.basis();
        section("What this rests on");
        lines.add("- log " + Markdown.text(account.log()) + ", root " + Markdown.code(basis.root()));
        lines.add("- manifest " + Markdown.code(answer.manifest()) + ", SHA-256 "
                + Markdown.code(basis.manifest().hex()));
        lines.add("- policy, SHA-256 " + Markdown.code(basis.policy().hex()));
        lines.add("- rules " + Rule.VERSION + ", SHA-256 "
                + Markdown.code(Rule.tableHash().hex()));
        lines.addEach(
                "- not checked: ",
                account.skipped().stream().map(Markdown::text).toList());
    }

    private void list(String heading, List<String> items) throws IOException {
        if (!items.isEmpty()) {
            section(heading);
            lines.addEach("- ", items.stream().map(Markdown::text).toList());
        }
    }

    private void section(String heading) throws IOException {
        lines.heading("## " + heading);
        lines.add("");
    }
}
