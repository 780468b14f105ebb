package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.countenance.base.CalendarSpan;
import org.countenance.base.Count;
import org.countenance.record.AnyOr;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Terms;
import org.countenance.report.Names;

/** The terms of a grant in words: how it ends, and everything that is easy to overlook in it. */
final class TermsWords {

    private final Grant grant;
    private final Terms terms;
    private final Names names;

    TermsWords(Grant grant, Names names) {
        this.grant = grant;
        this.terms = grant.terms();
        this.names = names;
    }

    /** One term a line; what a grant does not have is not mentioned. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("ends    " + withdrawal());
        if (!terms.duties().isEmpty()) {
            lines.add("duties  "
                    + terms.duties().stream()
                            .map(duty -> duty.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        terms.caps().ifPresent(caps -> {
            caps.seconds().ifPresent(seconds -> lines.add("at most " + Count.of(seconds, "second")));
            caps.assets().ifPresent(assets -> lines.add("at most " + Count.of(assets, "asset")));
        });
        if (grant.ratifies()) {
            lines.add("ratifies what was made already, before this is logged");
        }
        if (terms.exclusive()) {
            lines.add("exclusive: you promise the same to nobody else");
        }
        AnyOr<Id> passedOn = terms.sublicensing().parties();
        if (passedOn.any() || !passedOn.items().isEmpty()) {
            lines.add("may be passed on to " + (passedOn.any() ? "anybody" : shown(passedOn.items())));
        }
        if (terms.survivesDeath()) {
            lines.add("holds after your death");
        }
        terms.agreement()
                .ifPresent(agreement -> lines.add("stands under the agreement " + agreement.cba() + " of "
                        + names.shown(agreement.guild())
                        + (terms.suspendedByStrike() ? ", whose strike suspends it" : "")));
        if (!grant.notwithstanding().isEmpty()) {
            lines.add("steps over your prohibitions "
                    + grant.notwithstanding().stream().map(Id::shown).sorted().collect(Collectors.joining(", ")));
        }
        grant.supersedes().ifPresent(old -> lines.add("takes the place of grant " + old.shown()));
        return lines;
    }

    /** {@code 30 days}. */
    static String span(CalendarSpan span) {
        String unit = span.unit().name().toLowerCase(Locale.ROOT);
        return Count.of(span.amount(), Count.one(unit));
    }

    private String shown(Iterable<Id> parties) {
        List<String> shown = new ArrayList<>();
        parties.forEach(party -> shown.add(names.shown(party)));
        return String.join(", ", shown);
    }

    private String withdrawal() {
        Terms.Withdrawal withdrawal = terms.withdrawal();
        String plain = withdrawal
                .notice()
                .span()
                .map(span -> "by withdrawal, " + span(span) + " after you say so")
                .orElse("not by withdrawal");
        String cause = withdrawal
                .cause()
                .span()
                .map(span -> ", " + span(span) + " with a cause")
                .orElse("");
        String out = switch (withdrawal.released()) {
            case CONTINUE -> "; work already out stays";
            case WIND_DOWN ->
                "; work already out has " + span(withdrawal.windDown().orElseThrow()) + " more";
            case WITHDRAW -> "; work already out ends with it";
        };
        return plain + cause + out;
    }
}
