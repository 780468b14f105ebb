package org.countenance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.countenance.verify.Rule;
import org.countenance.verify.Severity;
import org.countenance.verify.Verdict;

/**
 * The verdict for a person at a terminal: the answer and what it rests on, what is missing, grouped where many uses fail for
 * one reason, then what to do.
 */
public final class TextReport {

    private static final String UNDER = "         ";

    private TextReport() {}

    /** The report as one text. */
    public static String render(Verdict verdict, Names names) {
        StringBuilder out = new StringBuilder();
        try {
            render(Answer.of(verdict, names), out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString();
    }

    static void render(Answer answer, Appendable out) throws IOException {
        Account account = Account.of(answer);
        Lines lines = new Lines(out);
        lines.add(account.words().text("title", account.outcome(), account.title()));
        lines.add(account.assurance());
        lines.add(account.counts());
        if (!account.waivers().isEmpty()) {
            lines.heading(account.words().text("section.waivers"));
            lines.addEach("  ", account.waivers());
        }
        for (Map.Entry<Severity, List<Cause>> causes : account.causes().entrySet()) {
            lines.heading(account.heading(causes.getKey()));
            for (Cause cause : causes.getValue()) {
                cause(account, cause, lines);
            }
        }
        signers(account, lines);
        remedies(account, answer.verdict(), lines);
        tail(account, answer.verdict().basis(), lines);
    }

    private static void cause(Account account, Cause cause, Lines lines) throws IOException {
        String who = cause.person()
                .map(person -> account.shown(person) + account.words().text("colon"))
                .orElse("");
        lines.add("  " + cause.rule().code() + "  " + who + account.message(cause));
        lines.addEach(UNDER, account.people(cause).stream().toList());
        lines.addEach(UNDER, account.where(cause).stream().toList());
        lines.addEach(UNDER, account.found(cause).stream().toList());
    }

    private static void signers(Account account, Lines lines) throws IOException {
        List<Verdict.GrantStanding> others = account.signedByOthers();
        if (!others.isEmpty()) {
            lines.heading(account.words().text("section.signers"));
        }
        for (Verdict.GrantStanding grant : others) {
            lines.add("  "
                    + account.words().text("signed.grant", grant.id().shown(), account.shown(grant.person()))
                    + account.signers(grant));
            lines.addEach(UNDER, account.custody(grant).stream().toList());
        }
    }

    private static void remedies(Account account, Verdict verdict, Lines lines) throws IOException {
        if (verdict.remedies().isEmpty()) {
            return;
        }
        lines.heading(account.words().text("section.remedies"));
        for (Verdict.Remedy remedy : verdict.remedies()) {
            lines.add("  " + account.remedy(remedy));
        }
        lines.add("  " + account.words().text("remedies.how"));
    }

    private static void tail(Account account, Verdict.Basis basis, Lines lines) throws IOException {
        lines.add("");
        for (String skipped : account.skipped()) {
            lines.add(account.words().text("line.skipped", skipped));
        }
        lines.add(account.words()
                .text(
                        "line.basis",
                        account.log(),
                        basis.policy().hex().substring(0, 12),
                        Rule.VERSION,
                        Rule.tableHash().hex().substring(0, 12)));
        lines.add(account.statement());
    }
}
