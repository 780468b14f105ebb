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
        lines.add(account.outcome() + ": " + account.title());
        lines.add(account.assurance());
        lines.add(account.counts());
        if (!account.waivers().isEmpty()) {
            lines.heading("What officers let pass");
            lines.addEach("  ", account.waivers());
        }
        for (Map.Entry<Severity, List<Cause>> causes : account.causes().entrySet()) {
            lines.heading(Account.heading(causes.getKey()));
            for (Cause cause : causes.getValue()) {
                cause(account, cause, lines);
            }
        }
        signers(account, lines);
        remedies(account, answer.verdict(), lines);
        tail(account, answer.verdict().basis(), lines);
    }

    private static void cause(Account account, Cause cause, Lines lines) throws IOException {
        String who = cause.person().map(person -> account.shown(person) + ": ").orElse("");
        lines.add("  " + cause.rule().code() + "  " + who + cause.message());
        lines.addEach(UNDER, account.people(cause).stream().toList());
        if (!cause.where().isEmpty()) {
            lines.add(UNDER + cause.where());
        }
        lines.addEach(UNDER + "found: ", cause.found().stream().toList());
    }

    private static void signers(Account account, Lines lines) throws IOException {
        List<Verdict.GrantStanding> others = account.signedByOthers();
        if (!others.isEmpty()) {
            lines.heading("Who signed for others");
        }
        for (Verdict.GrantStanding grant : others) {
            lines.add(
                    "  grant " + grant.id().shown() + " for " + account.shown(grant.person()) + account.signers(grant));
            lines.addEach(UNDER, account.custody(grant).stream().toList());
        }
    }

    private static void remedies(Account account, Verdict verdict, Lines lines) throws IOException {
        if (verdict.remedies().isEmpty()) {
            return;
        }
        lines.heading("What would clear it, unless something else stands in the way");
        for (Verdict.Remedy remedy : verdict.remedies()) {
            lines.add("  " + account.remedy(remedy));
        }
        lines.add(
                "  `consent verify MANIFEST --format json=verdict.json` and `consent request --from verdict.json --into DIR`"
                        + " write them out");
    }

    private static void tail(Account account, Verdict.Basis basis, Lines lines) throws IOException {
        lines.add("");
        for (String skipped : account.skipped()) {
            lines.add("Not checked: " + skipped + ".");
        }
        lines.add("Log " + account.log() + ", policy " + basis.policy().hex().substring(0, 12) + ", rules "
                + Rule.VERSION + " " + Rule.tableHash().hex().substring(0, 12) + ".");
        lines.add(account.statement());
    }
}
