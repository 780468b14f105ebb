package org.countenance.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countenance.scope.Vocabulary;
import org.countenance.scope.Word;
import org.countenance.words.Language;

/** What every rule and every word means, in plain language, with an example: for people, no decision reads it. */
public final class Explanations {

    private static final Pattern PARAGRAPH =
            Pattern.compile("(?<=\\.)\n(?=[A-Z])|\n(?=(Why|Studio|Performer|Waiver|Example): )|(?<=[。；？！])\n");

    /** The labels of paragraphs in the other language, which stand before a wide colon. */
    private static final Map<String, String> LABELS =
            Map.of("Weighs", "权重", "Why", "原因", "Studio", "制作方", "Performer", "表演者", "Waiver", "豁免", "Example", "示例");

    private static final Map<String, String> LISTS = Map.of(
            "role", "roles",
            "modality", "modalities",
            "technique", "techniques",
            "context", "contexts",
            "medium", "media",
            "production-type", "production types");

    private static final Pattern AFTER_LABEL = Pattern.compile("^(\\w+: |\\p{IsHan}+：)");

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^[^。\n]*");

    private final Language language;
    private final List<Entry> entries;

    private Explanations(Language language, List<Entry> entries) {
        this.language = language;
        this.entries = List.copyOf(entries);
    }

    /**
     * One meaning of a word.
     *
     * @param kind what sort of word: {@code rule}, {@code technique}, {@code outcome}
     * @param spellings how it is written; the first is the usual one
     * @param text some lines, each ended
     */
    public record Entry(String kind, List<String> spellings, String text) {

        /** Keeps a copy. */
        public Entry {
            spellings = List.copyOf(spellings);
        }

        /** The usual spelling. */
        public String word() {
            return spellings.get(0);
        }

        /** What a rule says, without what it weighs, why it is so and what to do. */
        public String meaning() {
            return text.lines()
                    .dropWhile(line -> labelled(line, "Weighs"))
                    .takeWhile(line -> !labelled(line, "Why"))
                    .collect(Collectors.joining(" "));
        }

        /** One line: {@code LC103 outside-scope}, {@code technique face-swap: one person's face on another's head}. */
        public String heading() {
            if (kind.equals("rule")) {
                return String.join(" ", spellings);
            }
            return kind.replace('-', ' ') + " " + word()
                    + listed().map(word -> ": " + word.meaning() + named(word)).orElse("");
        }

        private static String named(Word word) {
            return word.namedOnly() ? " (no wildcard gives it)" : "";
        }

        /** Its paragraphs, each on one line: what it means, then those that a label begins, like {@code Why:}. */
        public List<String> paragraphs() {
            return List.of(PARAGRAPH.split(text.strip())).stream()
                    .map(paragraph -> paragraph.replace('\n', ' '))
                    .toList();
        }

        /** The paragraph of a label, without it; empty where there is none. */
        public String paragraph(String label) {
            return paragraphs().stream()
                    .filter(paragraph -> labelled(paragraph, label))
                    .map(paragraph -> AFTER_LABEL.matcher(paragraph).replaceFirst(""))
                    .findFirst()
                    .orElse("");
        }

        /** What the word is called in the language of the text: its last spelling. */
        public String name() {
            return spellings.get(spellings.size() - 1);
        }

        private static boolean labelled(String paragraph, String label) {
            return paragraph.startsWith(label + ":") || paragraph.startsWith(LABELS.get(label) + "：");
        }

        private Optional<? extends Word> listed() {
            return Vocabulary.lists().getOrDefault(LISTS.getOrDefault(kind, ""), List.of()).stream()
                    .filter(each -> each.word().equals(word()))
                    .findFirst();
        }
    }

    /** The texts that come with the program, in English. */
    public static Explanations shipped() {
        return parse(PageResource.text("explanations.txt"));
    }

    /** The same in another language; what has no text in it is told in English. */
    public static Explanations in(Language language) {
        Explanations english = shipped();
        if (language == Language.ENGLISH) {
            return english;
        }
        Map<String, Entry> said = new HashMap<>();
        parse(PageResource.text("explanations." + language.tag() + ".txt"))
                .entries()
                .forEach(entry -> said.put(entry.kind() + " " + entry.word(), entry));
        return new Explanations(
                language,
                english.entries().stream()
                        .map(entry -> said.getOrDefault(entry.kind() + " " + entry.word(), entry))
                        .toList());
    }

    /** The heading of one of these entries, in their language. */
    public String heading(Entry entry) {
        if (language == Language.ENGLISH || entry.kind().equals("rule")) {
            return entry.heading();
        }
        ReportWords words = ReportWords.in(language);
        return words.text(
                "sort.heading",
                words.text("sort." + entry.kind()),
                entry.word(),
                entry.name(),
                entry.listed().filter(Word::namedOnly).isPresent() ? words.text("sort.named") : "");
    }

    /** A word of one of the vocabulary's lists in one line. */
    public String gist(String list, Word word) {
        if (language == Language.ENGLISH) {
            return word.meaning() + Entry.named(word);
        }
        ReportWords words = ReportWords.in(language);
        return entries.stream()
                .filter(entry ->
                        list.equals(LISTS.get(entry.kind())) && entry.word().equals(word.word()))
                .findFirst()
                .map(entry -> words.text(
                        "sort.gist",
                        entry.name(),
                        FIRST_SENTENCE
                                .matcher(entry.text())
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(),
                        word.namedOnly() ? words.text("sort.named") : ""))
                .orElseGet(word::meaning);
    }

    /** Every entry, rules first. */
    public List<Entry> entries() {
        return entries;
    }

    /** Everything that a word means, upper or lower case, with spaces or hyphens; empty when it is unknown. */
    public List<Entry> of(String written) {
        String wanted = normal(written);
        // The rules of law packs are the packs' own to explain: here they have one text together.
        String known = wanted.matches("lc4\\d\\d") ? "lc4xx" : wanted;
        return entries.stream()
                .filter(entry ->
                        entry.spellings().stream().anyMatch(each -> normal(each).equals(known)))
                .toList();
    }

    /** The words of a kind, by its name in singular or plural; empty when there is no such kind. */
    public List<String> wordsOf(String kind) {
        String wanted = normal(kind);
        return entries.stream()
                .filter(entry -> wanted.equals(entry.kind()) || wanted.equals(plural(entry.kind())))
                .map(Entry::word)
                .toList();
    }

    private static String plural(String kind) {
        String regular = kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
        return LISTS.getOrDefault(kind, regular).replace(' ', '-');
    }

    /** Every spelling that means something. */
    public List<String> spellings() {
        return entries.stream()
                .flatMap(entry -> entry.spellings().stream())
                .distinct()
                .toList();
    }

    private static String normal(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Explanations parse(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String block : text.split("\n\n")) {
            if (block.startsWith("[")) {
                int end = block.indexOf("]\n");
                List<String> heading = List.of(block.substring(1, end).split(" "));
                String body = block.substring(end + 2).stripTrailing() + "\n";
                entries.add(new Entry(heading.get(0), heading.subList(1, heading.size()), body));
            }
        }
        return new Explanations(Language.ENGLISH, entries);
    }
}
