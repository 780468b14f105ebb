package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays every story under {@code stories} and compares all that is seen. What was really seen is written to
 * {@code target/stories}, so that a story can be corrected from it once its change is understood.
 */
class StoriesTest {

    private static final Pattern CHANCE =
            Pattern.compile("id:\\S{43}|\\b[0-9a-f]{64}\\b|[A-Za-z0-9+/]{43}=|[A-Za-z0-9_-]{43}"
                    + "|(?:[a-z2-7]{4}-){3}[a-z2-7]{4}|\\b[0-9a-f]{12}\\b|/tmp/\\S*/");

    @TempDir
    private Path directory;

    static List<Path> stories() throws IOException {
        return StoryPlay.stories();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void happensAsItIsTold(Path story) throws Exception {
        SoftAssertions softly = new SoftAssertions();
        List<String> seen = new ArrayList<>();
        StoryPlay.of(directory, story).forReadersOf("en").play((exchange, answer) -> {
            seen.add("$ consent " + exchange.command() + "\n"
                    + CHANCE.matcher(answer.screen()).replaceAll("…")
                    + (answer.code() == 0 ? "" : "[exit " + answer.code() + "]\n"));
            softly.assertThat(answer.code()).as(exchange.command()).isEqualTo(exchange.code());
            softly.assertThat(answer.screen()).as(exchange.command()).matches(exchange.pattern());
        });
        Path played = Files.createDirectories(Path.of("target/stories"));
        Files.writeString(played.resolve(story.getFileName()), String.join("", seen));
        softly.assertAll();
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
        String readme = Files.readString(StoryPlay.STORIES.resolve("README.md"));
        assertThat(stories()).allSatisfy(story -> assertThat(readme).contains("(" + story.getFileName() + ")"));
    }
}
