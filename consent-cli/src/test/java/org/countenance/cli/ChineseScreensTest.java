package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays stories for somebody who reads Chinese: no English is left on her screens but what somebody typed. */
class ChineseScreensTest {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** What is the same in every language: quoted words, ids, hashes, paths, options, codes, vocabulary in its brackets. */
    private static final Pattern SAME = Pattern.compile(
            "`[^`]*`|--[a-z-]+|https?://\\S+|@[\\w-]+|\\S*/\\S*"
                    + "|[a-z2-7]{4}(-[a-z2-7]{4}){3}|[0-9a-f]{64}|[A-Za-z0-9_-]{43}|[A-Za-z0-9+/]{43}=|[0-9a-f]{12}|（[a-z]+(-[a-z]+)*）"
                    + "|\\S+\\.(txt|json|jws|pem|html|xml)\\b"
                    + "|\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+Z)?|LC\\d+( [a-z-]+)?|consent:|\\b(JSON|SHA-256|UTF-8|ML-DSA-44|Ed25519|P-256|PIN|in-toto)\\b|x-[a-z]+:\\S+");

    /** What is written for programs. */
    private static final Pattern MACHINE = Pattern.compile("--format (json|sarif|junit)|evidence show|explain schema");

    @TempDir
    private Path directory;

    /** Those in which people read most; the others would only take their time again. */
    static List<Path> stories() throws IOException {
        return StoriesTest.stories().stream()
                .filter(story -> story.getFileName().toString().matches("(01|06|08|13|15|16|17|18|19)-.*"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void leaveNoEnglish(Path story) throws Exception {
        assertThat(left(story, directory)).isEmpty();
    }

    /** The lines with English in them, and the English. */
    static Set<String> left(Path story, Path directory) throws Exception {
        Set<String> left = new TreeSet<>();
        Set<String> typed = typed(story);
        StoryPlay.of(directory, story).forReadersOf("zh-Hans").play((exchange, answer) -> {
            if (!MACHINE.matcher(exchange.command()).find()
                    && !exchange.command().contains("--lang en")) {
                answer.screen().lines().forEach(line -> {
                    List<String> english = english(line, typed);
                    if (!english.isEmpty()) {
                        left.add(line + " " + english);
                    }
                });
            }
        });
        return left;
    }

    private static List<String> english(String line, Set<String> typed) {
        return words(SAME.matcher(line).replaceAll(" "))
                .filter(word -> !typed.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What the people of a story wrote themselves: in files, in quotation marks, and as the values of options. */
    private static Set<String> typed(Path story) throws IOException {
        Set<String> typed = new HashSet<>();
        for (Transcript.Part part : Transcript.of(story).parts()) {
            String text = part instanceof Transcript.Document document
                    ? document.text()
                    : part instanceof Transcript.Exchange exchange ? values(exchange.command()) : "";
            words(text).map(word -> word.toLowerCase(Locale.ROOT)).forEach(typed::add);
        }
        return typed;
    }

    private static String values(String command) {
        return String.join(
                " ",
                Pattern.compile("\"[^\"]*\"|--?[a-z-]+[ =][^-\"]\\S*")
                        .matcher(command)
                        .results()
                        .map(found -> found.group().replaceFirst("^--?[a-z-]+[ =]", ""))
                        .toList());
    }

    private static java.util.stream.Stream<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group());
    }
}
