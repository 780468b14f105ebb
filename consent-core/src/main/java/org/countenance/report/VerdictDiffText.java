package org.countenance.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.PlainText;
import org.countenance.report.VerdictDiff.Change;
import org.countenance.report.VerdictDiff.OnlyIn;
import org.countenance.report.VerdictDocument.Reason;
import org.countenance.report.VerdictDocument.RemedyLine;
import org.countenance.verify.Outcome;

/** The difference of two verdicts for a person at a terminal: the answer first, then what moved and why. */
public final class VerdictDiffText {

    private static final int EXAMPLES = 3;
    private static final String NOTHING = "nothing";

    private final VerdictDiff diff;
    private final Names names;
    private final StringBuilder out = new StringBuilder();

    private VerdictDiffText(VerdictDiff diff, Names names) {
        this.diff = diff;
        this.names = names;
    }

    /** The report. */
    public static String render(VerdictDiff diff, Names names) {
        VerdictDiffText text = new VerdictDiffText(diff, names);
        text.head();
        text.uses();
        text.reasons("What changed for no use in particular", "  ", diff.general());
        text.grants();
        text.changes("Steps that ended otherwise", diff.steps());
        text.waivers();
        text.remedies();
        text.changes("What the answer rests on", diff.basis());
        return text.out.toString();
    }

    private void head() {
        if (diff.isSameAnswer()) {
            line("THE SAME ANSWER: " + upper(diff.outcome().to()));
        } else if (diff.outcome().isNone()) {
            line("STILL " + upper(diff.outcome().to()) + ", for other reasons");
        } else {
            line("FROM " + upper(diff.outcome().from()) + " TO "
                    + upper(diff.outcome().to()));
        }
    }

    private void uses() {
        if (diff.uses().isEmpty()) {
            return;
        }
        heading("What changed for uses");
        for (VerdictDiff.Group group : diff.uses()) {
            line("  " + moved(group.outcome()) + ": " + uses(group.uses()));
            reasons("    ", group.reasons());
        }
    }

    private static String moved(Change<Outcome> change) {
        if (change.isNone()) {
            return "still " + words(change.to());
        }
        if (change.from().isEmpty()) {
            return "new, " + words(change.to());
        }
        return words(change.from()) + " → " + (change.to().isEmpty() ? "no longer there" : words(change.to()));
    }

    private void reasons(String heading, String indent, OnlyIn<Reason> reasons) {
        if (!reasons.isNone()) {
            heading(heading);
            reasons(indent, reasons);
        }
    }

    private void reasons(String indent, OnlyIn<Reason> reasons) {
        reasons.fresh().forEach(reason -> line(indent + "new   " + words(reason)));
        reasons.gone().forEach(reason -> line(indent + "gone  " + words(reason)));
    }

    private String words(Reason reason) {
        String records = reason.records().isEmpty()
                ? ""
                : " ["
                        + reason.records().stream()
                                .map(org.countenance.record.Id::shown)
                                .collect(Collectors.joining(", "))
                        + "]";
        return reason.rule() + "  "
                + reason.person().map(person -> names.shown(person) + ": ").orElse("") + reason.message() + records;
    }

    private void grants() {
        if (diff.grants().isEmpty()) {
            return;
        }
        heading("Grants that stand otherwise");
        for (VerdictDiff.GrantChange grant : diff.grants()) {
            line("  " + grant.grant().shown() + " by " + names.shown(grant.person()) + ": "
                    + grant.standing().from().orElse(NOTHING) + " → "
                    + grant.standing().to().orElse(NOTHING));
        }
    }

    private void changes(String heading, Map<String, Change<String>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        heading(heading);
        changes.forEach((name, change) -> line("  " + name + ": "
                + change.from().orElse(NOTHING) + " → " + change.to().orElse(NOTHING)));
    }

    private void waivers() {
        if (diff.waivers().isNone()) {
            return;
        }
        heading("Waivers");
        diff.waivers().gone().forEach(waiver -> line("  gone  " + waiver));
        diff.waivers().fresh().forEach(waiver -> line("  new   " + waiver));
    }

    private void remedies() {
        if (diff.remedies().isNone()) {
            return;
        }
        heading("What would clear it");
        diff.remedies().gone().forEach(remedy -> line("  gone  " + words(remedy)));
        diff.remedies().fresh().forEach(remedy -> line("  new   " + words(remedy)));
    }

    private String words(RemedyLine remedy) {
        return "a grant signed by "
                + remedy.signs().stream().map(names::shown).collect(Collectors.joining(", ")) + " for "
                + uses(remedy.uses());
    }

    private static String uses(List<String> uses) {
        String shown = String.join(", ", uses.subList(0, Math.min(EXAMPLES, uses.size())));
        String more = uses.size() > EXAMPLES ? " and " + number(uses.size() - EXAMPLES) + " more" : "";
        return number(uses.size()) + (uses.size() == 1 ? " use: " : " uses: ") + shown + more;
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String words(Optional<Outcome> outcome) {
        return outcome.map(Outcome::word).orElse(NOTHING);
    }

    private static String upper(Optional<Outcome> outcome) {
        return words(outcome).replace('-', ' ').toUpperCase(Locale.ROOT);
    }

    private void heading(String text) {
        line("");
        line(text);
    }

    /** What files say is put on one line and may not steer the terminal. */
    private void line(String text) {
        out.append(PlainText.shown(text)).append('\n');
    }
}
