package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Window;
import org.countenance.json.JsonObject;
import org.countenance.record.DangerousTerms;
import org.countenance.record.Grant;
import org.countenance.record.RecordCodec;
import org.countenance.report.Names;
import org.countenance.scope.Languages;
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
        lines.add("as      " + characters());
        for (Scope permission : grant.permissions()) {
            lines.add("allows  " + permission(permission));
        }
        for (Scope carved : grant.prohibitions()) {
            lines.add("but not " + permission(carved));
        }
        lines.add("nothing else is allowed"
                + (grant.permissions().stream().allMatch(GrantWords::isPlain)
                        ? ", in particular no sensitive setting"
                        : ""));
        lines.addAll(new TermsWords(grant, names).lines());
        return String.join("\n", lines);
    }

    /** What could be done with it, in one sentence: all its consents together, so that none of them hides behind another. */
    String sentence() {
        return licensees() + " could use your " + together(Scope::modalities) + ", made by "
                + together(Scope::techniques) + " " + whole(scope -> window(scope.made())) + ", in " + productions()
                + settings() + ", and show it on " + together(Scope::media) + " in " + whole(Scope::territories)
                + " " + whole(scope -> window(scope.shown())) + "; " + backInWords() + ".";
    }

    private String settings() {
        List<Scope> sensitive =
                grant.permissions().stream().filter(scope -> !isPlain(scope)).toList();
        return sensitive.isEmpty() ? "" : ", also in the settings " + together(sensitive, Scope::contexts);
    }

    private String together(Function<Scope, Object> part) {
        return together(grant.permissions(), part);
    }

    /** For what has commas of its own. */
    private String whole(Function<Scope, Object> part) {
        return grant.permissions().stream()
                .map(scope -> part.apply(scope).toString())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String together(List<Scope> scopes, Function<Scope, Object> part) {
        return scopes.stream()
                .flatMap(scope -> Stream.of(part.apply(scope).toString().split(", ")))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String characters() {
        int named = grant.characters().items().size();
        return grant.characters().any() ? "any character" : named == 1 ? "one character" : named + " characters";
    }

    private static boolean isPlain(Scope scope) {
        return !scope.contexts().any() && scope.contexts().items().isEmpty();
    }

    private String backInWords() {
        return grant.terms()
                .withdrawal()
                .notice()
                .span()
                .map(span -> span.amount() == 0
                        ? "you can stop new uses at once"
                        : "you can stop new uses " + TermsWords.span(span) + " after you say so")
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

    /** For what. */
    String productions() {
        return grant.productions().any()
                ? "any production"
                : grant.productions().items().stream()
                        .map(pin -> pin.id().toString())
                        .collect(Collectors.joining(", "));
    }

    static String permission(Scope scope) {
        return scope.modalities() + " (" + scope.roles() + "), by " + scope.techniques()
                + "; on " + scope.media() + "; in " + scope.territories() + "; " + spoken(scope)
                + (isPlain(scope) ? "" : "; in the settings " + scope.contexts())
                + "; made " + window(scope.made()) + "; shown " + window(scope.shown());
    }

    private static String spoken(Scope scope) {
        return scope.languages().tags().equals(Set.of(Languages.NONE_SPOKEN))
                ? "without speech"
                : "spoken " + scope.languages();
    }

    static String window(Window window) {
        if (window.equals(Window.ALWAYS)) {
            return "at any time";
        }
        return day(window.from()) + " until "
                + (window.until().equals(Window.NEVER) ? "for ever" : day(window.until()));
    }

    static String day(java.time.Instant instant) {
        String text = Instants.format(instant);
        return text.endsWith("T00:00:00Z") ? text.substring(0, 10) : text;
    }
}
