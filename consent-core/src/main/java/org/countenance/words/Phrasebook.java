package org.countenance.words;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;

/**
 * Says finished English texts in another language, by whole patterns: what it has no pattern for stays English, and what
 * people wrote stays as they wrote it. Texts in verdicts and evidence are English for ever; they are said when they are
 * shown. Not for several threads at once.
 */
public final class Phrasebook {

    private static final int LONGEST = 4_000;
    private static final int REMEMBERED = 50_000;
    /** How many parts of one text are looked up: what is made to have endlessly many stays English. */
    private static final int WORK = 2_000;

    /** Between parts of a list in English, and what stands there instead; the first that fits divides. */
    private static final List<Map.Entry<String, String>> BETWEEN = List.of(
            Map.entry("; and ", "；以及"),
            Map.entry("; ", "；"),
            Map.entry(", ", "、"),
            Map.entry(" and ", "和"),
            Map.entry(" or ", "或"));

    /** Several of something: a number, at most two other words, and the word for several. */
    private static final Pattern COUNTED = Pattern.compile("\\{n} (?:[a-z-]+ ){0,2}?(?<many>[a-z]+s|people)\\b");

    private final Language language;
    private final List<Phrase> phrases;
    private final Map<String, Optional<String>> whole = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();
    private final Map<Character, List<Phrase>> beginning = new HashMap<>();
    private int left;

    private Phrasebook(Language language, List<Phrase> phrases) {
        this.language = language;
        this.phrases = phrases.stream()
                .sorted(Comparator.comparingInt(Phrase::weight).reversed())
                .toList();
    }

    /** The phrases of verdicts and of what records and logs are refused for. */
    public static Phrasebook in(Language language) {
        Phrasebook none = new Phrasebook(language, List.of());
        return language == Language.ENGLISH ? none : none.and(Phrasebook.class, "phrases." + language.tag() + ".txt");
    }

    /**
     * The same with those of another file: a line a phrase, English, {@code =} and the other language.
     *
     * @param beside the class beside which the file lies
     */
    public Phrasebook and(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            return and(Bytes.of(in.readAllBytes()).text());
        } catch (IOException | MalformedException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    Phrasebook and(String lines) {
        List<Phrase> all = new ArrayList<>(phrases);
        lines.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
            int equals = line.indexOf(" = ");
            if (equals < 0) {
                throw new IllegalStateException("wanted a phrase in two languages, found " + line);
            }
            forms(line.substring(0, equals)).forEach(form -> all.add(Phrase.parse(form, line.substring(equals + 3))));
        });
        return new Phrasebook(language, all);
    }

    /** The pattern, and the same with one of whatever it has several of: the other language need not know the difference. */
    private static List<String> forms(String english) {
        List<String> forms = new ArrayList<>(List.of(""));
        Matcher counted = COUNTED.matcher(english);
        int from = 0;
        while (counted.find()) {
            String before = english.substring(from, counted.start("many"));
            String many = counted.group("many");
            forms = forms.stream()
                    .flatMap(form -> Stream.of(form + before + many, form + before + Count.one(many)))
                    .toList();
            from = counted.end();
        }
        String rest = english.substring(from);
        return forms.stream().map(form -> form + rest).toList();
    }

    /** The language that it says things in. */
    public Language language() {
        return language;
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /** The text in this language; as much of it as there are phrases for, which may be nothing. */
    public String say(String english) {
        if (phrases.isEmpty() || english.isEmpty() || english.length() > LONGEST) {
            return english;
        }
        if (said.size() + whole.size() > REMEMBERED) {
            said.clear();
            whole.clear();
        }
        String known = said.get(english);
        if (known == null) {
            left = WORK;
            known = whole(english).orElseGet(() -> inPart(english));
            said.put(english, known);
        }
        return known;
    }

    /** Whether there are phrases for all of it. */
    public boolean knows(String english) {
        left = WORK;
        return whole(english).isPresent();
    }

    private Optional<String> whole(String english) {
        Optional<String> known = whole.get(english);
        if (known == null) {
            if (left-- <= 0) {
                return Optional.empty();
            }
            known = phrase(english, this::whole).or(() -> list(english));
            whole.put(english, known);
        }
        return known;
    }

    /**
     * What there is a phrase for, with what stands in its slots said as far as it can be. A phrase that begins with a gap
     * comes last: it would take whatever stands there for one text.
     */
    private String inPart(String english) {
        Function<String, Optional<String>> inner =
                part -> Optional.of(whole(part).orElseGet(() -> inPart(part)));
        return phrase(english, inner, Phrase::beginsWithWords)
                .or(() -> phrase(english, inner, phrase -> !phrase.beginsWithWords()))
                .orElse(english);
    }

    private Optional<String> phrase(String english, Function<String, Optional<String>> inner) {
        return phrase(english, inner, any -> true);
    }

    private Optional<String> phrase(String english, Function<String, Optional<String>> inner, Predicate<Phrase> meant) {
        Quotes quotes = Quotes.in(english);
        for (Phrase phrase : beginning.computeIfAbsent(english.charAt(0), this::beginningWith)) {
            Optional<String> told = meant.test(phrase) ? phrase.say(english, quotes, inner) : Optional.empty();
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    private List<Phrase> beginningWith(char first) {
        return phrases.stream().filter(phrase -> phrase.mayBeginWith(first)).toList();
    }

    /** Parts that can all be said. */
    private Optional<String> list(String english) {
        Quotes quotes = Quotes.in(english);
        for (Map.Entry<String, String> between : BETWEEN) {
            int length = between.getKey().length();
            int at = english.indexOf(between.getKey(), 1);
            while (at > 0 && at + length < english.length()) {
                String rest = english.substring(at + length);
                Optional<String> first =
                        quotes.splits(at) ? Optional.empty() : phrase(english.substring(0, at), this::whole);
                Optional<String> told = first.flatMap(one -> whole(rest).map(more -> one + between.getValue() + more));
                if (told.isPresent()) {
                    return told;
                }
                at = english.indexOf(between.getKey(), at + 1);
            }
        }
        return Optional.empty();
    }
}
