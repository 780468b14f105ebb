package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Window;
import org.countenance.json.JsonObject;
import org.countenance.record.DangerousTerms;
import org.countenance.record.Grant;
import org.countenance.record.RecordCodec;
import org.countenance.record.Terms;
import org.countenance.report.Names;
import org.countenance.scope.Scope;

/** A grant in words: what is allowed, what is not, how to take it back, and what is dangerous in it. */
final class GrantWords {

    private final Grant grant;
    private final Names names;

    GrantWords(Grant grant, Names names) {
        this.grant = grant;
        this.names = names;
    }

    /** Reads a payload that was checked before. */
    static Grant read(JsonObject payload) throws MalformedException {
        return RecordCodec.grant(payload);
    }

    /** Several lines. */
    String sentences() {
        List<String> lines = new ArrayList<>();
        lines.add("to      " + licensees());
        lines.add("for     " + productions());
        for (Scope permission : grant.permissions()) {
            lines.add("allows  " + permission(permission));
        }
        for (Scope carved : grant.prohibitions()) {
            lines.add("but not " + permission(carved));
        }
        lines.add("nothing else is allowed"
                + (grant.permissions().stream()
                                .allMatch(each -> each.contexts().items().isEmpty()
                                        && !each.contexts().any())
                        ? ", in particular no sensitive setting"
                        : ""));
        lines.add("ends    " + withdrawal());
        if (!grant.terms().duties().isEmpty()) {
            lines.add("duties  "
                    + grant.terms().duties().stream()
                            .map(duty -> duty.name().toLowerCase(java.util.Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        if (grant.ratifies()) {
            lines.add("ratifies what was made before this is logged");
        }
        return String.join("\n", lines);
    }

    /** What could be done with it, in one sentence. */
    String sentence() {
        Scope widest = grant.permissions().get(0);
        String more = grant.permissions().size() > 1
                ? " (and " + (grant.permissions().size() - 1) + " more such consents)"
                : "";
        return licensees() + " could use your " + widest.modalities() + ", made by " + widest.techniques() + " "
                + window(widest.made()) + ", in " + productions() + ", and show it on " + widest.media() + " in "
                + widest.territories() + " " + window(widest.shown()) + more + "; " + backInWords() + ".";
    }

    private String backInWords() {
        return grant.terms()
                .withdrawal()
                .notice()
                .span()
                .map(span -> span.amount() == 0
                        ? "you can stop new uses at once"
                        : "you can stop new uses " + span + " after you say so")
                .orElse("you cannot stop it by saying so");
    }

    /** Terms that a person should think about twice. */
    List<String> warnings(Optional<String> intendedUse) {
        return DangerousTerms.in(grant, intendedUse).stream()
                .map(DangerousTerms::warning)
                .toList();
    }

    String licensees() {
        return grant.licensees().any()
                ? "anybody"
                : grant.licensees().items().stream().map(names::shown).collect(Collectors.joining(", "));
    }

    private String productions() {
        return grant.productions().any()
                ? "any production"
                : grant.productions().items().stream()
                        .map(pin -> pin.id().toString())
                        .collect(Collectors.joining(", "));
    }

    private static String permission(Scope scope) {
        return scope.modalities() + " (" + scope.roles() + "), by " + scope.techniques()
                + "; on " + scope.media() + "; in " + scope.territories() + "; spoken " + scope.languages()
                + (scope.contexts().items().isEmpty() && !scope.contexts().any()
                        ? ""
                        : "; in the settings " + scope.contexts())
                + "; made " + window(scope.made()) + "; shown " + window(scope.shown());
    }

    private String withdrawal() {
        Terms.Withdrawal terms = grant.terms().withdrawal();
        String plain = terms.notice()
                .span()
                .map(span -> "by withdrawal, " + span + " after you say so")
                .orElse("not by withdrawal");
        String cause =
                terms.cause().span().map(span -> ", " + span + " with a cause").orElse("");
        String out = switch (terms.released()) {
            case CONTINUE -> "; work already out stays";
            case WIND_DOWN -> "; work already out has " + terms.windDown().orElseThrow() + " more";
            case WITHDRAW -> "; work already out ends with it";
        };
        return plain + cause + out;
    }

    static String window(Window window) {
        if (window.equals(Window.ALWAYS)) {
            return "at any time";
        }
        return day(window.from()) + " until "
                + (window.until().equals(Window.NEVER) ? "for ever" : day(window.until()));
    }

    private static String day(java.time.Instant instant) {
        String text = Instants.format(instant);
        return text.endsWith("T00:00:00Z") ? text.substring(0, 10) : text;
    }
}
