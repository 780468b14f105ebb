package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.countenance.words.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far it has come is seen at once, in the reader's language, although no line ends there. */
class ProgressLineTest {

    @ParameterizedTest
    @CsvSource({"ENGLISH, '250 of 1000 entries, 30 s left'", "SIMPLIFIED_CHINESE, '已处理250个条目，共1000个，还需30秒'"})
    void tellsHowFarItHasComeBeforeItsLineEnds(Language language, String far) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Instant[] now = {Instant.parse("2026-11-26T10:00:00Z")};
        InstantSource moving = () -> now[0];
        Surroundings surroundings = new Surroundings(
                        new BufferedReader(new StringReader("")),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of(),
                        Path.of("."),
                        moving.withZone(ZoneOffset.UTC),
                        new SecureRandom(),
                        true)
                .speaking(language);
        ProgressLine progress = new ProgressLine(surroundings, "entries");
        progress.at(100, 1_000);
        assertThat(err.size()).as("in its first second").isZero();
        now[0] = now[0].plusSeconds(10);
        progress.at(250, 1_000);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\r#######....................... " + far + "  ");
    }
}
