package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays every story under {@code stories} and compares all that is seen. What was really seen is written to
 * {@code target/stories}, so that a story can be corrected from it once its change is understood.
 */
class StoriesTest {

    private static final Path STORIES = Path.of("src/test/resources/stories");
    private static final Pattern BRACES = Pattern.compile("\\{\\{(\\w* ?)([^}]*)}}");
    private static final Pattern CHANCE =
            Pattern.compile("id:\\S{43}|\\b[0-9a-f]{64}\\b|[A-Za-z0-9+/]{43}=|[A-Za-z0-9_-]{43}"
                    + "|(?:[a-z2-7]{4}-){3}[a-z2-7]{4}|\\b[0-9a-f]{12}\\b|/tmp/\\S*/");

    @TempDir
    private Path directory;

    static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void happensAsItIsTold(Path story) throws Exception {
        Transcript transcript = Transcript.of(story);
        Terminal terminal = Terminal.founded(
                directory, ((Transcript.Moment) transcript.parts().get(0)).instant());
        SoftAssertions softly = new SoftAssertions();
        List<String> seen = new ArrayList<>();
        for (Transcript.Part part : transcript.parts()) {
            if (part instanceof Transcript.Moment moment) {
                terminal.waitUntil(moment.instant());
            } else if (part instanceof Transcript.Document document) {
                terminal.write(document.name(), filledIn(document.text(), terminal));
            } else if (part instanceof Transcript.Exchange exchange) {
                Terminal.Answer answer = terminal.type(exchange.command());
                seen.add("$ consent " + exchange.command() + "\n"
                        + CHANCE.matcher(answer.screen()).replaceAll("…")
                        + (answer.code() == 0 ? "" : "[exit " + answer.code() + "]\n"));
                softly.assertThat(answer.code()).as(exchange.command()).isEqualTo(exchange.code());
                softly.assertThat(answer.screen()).as(exchange.command()).matches(exchange.pattern());
            }
        }
        Path played = Files.createDirectories(Path.of("target/stories"));
        Files.writeString(played.resolve(story.getFileName()), String.join("", seen));
        softly.assertAll();
    }

    /** {@code {{@lin}}} is a party's id, {@code {{sha256 words}}} the hash of a file or of the words that stand for one. */
    private String filledIn(String text, Terminal terminal) {
        return BRACES.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(filledIn(match.group(1).strip(), match.group(2), terminal)));
    }

    private String filledIn(String what, String words, Terminal terminal) {
        try {
            return switch (what) {
                case "" -> terminal.party(words.substring(1));
                case "consent" -> terminal.ok(words).strip();
                case "log" -> logKeys();
                case "sha256" -> hash(words);
                default -> throw new IllegalArgumentException(what);
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String hash(String words) throws IOException {
        Path file = directory.resolve(words);
        return Sha256.hash(Files.exists(file) ? Bytes.of(Files.readAllBytes(file)) : Bytes.utf8(words))
                .hex();
    }

    /** The keys that {@code consent init} wrote into the trust file of whoever made the registry. */
    private String logKeys() throws IOException {
        String trust = Files.readString(directory.resolve("consent/trust/registry.example/likeness.json"));
        Matcher log = Pattern.compile("\"log\": (\\[.*?])", Pattern.DOTALL).matcher(trust);
        assertThat(log.find()).isTrue();
        return log.group(1);
    }

    @Test
    void tellsFourteenStoriesEachWithAnAnswerThatStopsARelease() throws Exception {
        assertThat(stories())
                .hasSizeGreaterThanOrEqualTo(14)
                .allSatisfy(story -> assertThat(Transcript.of(story).exchanges())
                        .as(story.toString())
                        .anyMatch(exchange -> exchange.command().startsWith("verify ")
                                && List.of(3, 5).contains(exchange.code())));
    }

    @Test
    void listsEveryStoryInItsReadme() throws Exception {
        String readme = Files.readString(STORIES.resolve("README.md"));
        assertThat(stories()).allSatisfy(story -> assertThat(readme).contains("(" + story.getFileName() + ")"));
    }
}
