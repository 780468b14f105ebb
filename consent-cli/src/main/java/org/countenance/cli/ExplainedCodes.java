package org.countenance.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.countenance.base.CalendarSpan;
import org.countenance.base.MalformedException;
import org.countenance.scope.Territories;
import org.countenance.words.Language;

/** Codes in words: territories and their groups, languages, durations. The names are those that Java knows, for people only. */
final class ExplainedCodes {

    private final Locale reader;

    /** For who reads a language, in which countries and languages are called by their names. */
    ExplainedCodes(Language language) {
        this.reader = Locale.forLanguageTag(language.tag());
    }

    /** What a code means, or of which country or language a word is the name. */
    Optional<String> of(String written) {
        return territory(written)
                .or(() -> language(written))
                .or(() -> duration(written))
                .or(() -> country(written));
    }

    private Optional<String> territory(String written) {
        String code = written.toUpperCase(Locale.ROOT);
        try {
            SortedSet<String> members = Territories.of(List.of(code), List.of()).codes();
            String heading = "territory " + code + ": " + name(code, reader);
            String group =
                    members.contains(code) ? "" : "\nA group of " + members.size() + ": " + String.join(" ", members);
            return Optional.of(heading + group + "\nExample: `--territory " + code + "` allows it, `--territory 001,-"
                    + code + "` everything else");
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private Optional<String> country(String written) {
        return Territories.wildcard().codes().stream()
                .filter(code -> Stream.of(reader, Locale.ENGLISH)
                        .anyMatch(any -> name(code, any).equalsIgnoreCase(written)))
                .findFirst()
                .flatMap(this::territory);
    }

    private Optional<String> language(String written) {
        Locale locale = Locale.forLanguageTag(written);
        String name = locale.getDisplayName(reader);
        boolean known = !locale.getLanguage().isEmpty()
                && !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
        return known
                ? Optional.of("language " + locale.toLanguageTag() + ": " + name
                        + "\nThe language that is spoken. A grant for `" + locale.getLanguage()
                        + "` covers every kind of it, one for a kind covers that kind alone."
                        + "\nExample: `--language " + locale.toLanguageTag() + "`")
                : Optional.empty();
    }

    private static Optional<String> duration(String written) {
        try {
            CalendarSpan span = CalendarSpan.parse(written.toUpperCase(Locale.ROOT));
            return Optional.of(
                    "duration " + span + ": " + TermsWords.span(span) + "\nExample: `--notice " + span + "`");
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static String name(String code, Locale reader) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(reader);
    }
}
