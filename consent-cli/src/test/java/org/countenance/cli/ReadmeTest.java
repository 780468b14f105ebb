package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types the sessions of the README and compares every answer; {@code …} stands for what differs each time. */
class ReadmeTest {

    @TempDir
    private Path directory;

    @Test
    void answersAsTheReadmeShows() throws Exception {
        Terminal terminal = new Terminal(directory);
        List<Transcript.Exchange> exchanges =
                Transcript.of(Path.of("../README.md")).exchanges();
        assertThat(exchanges).hasSizeGreaterThan(9);
        for (Transcript.Exchange exchange : exchanges) {
            if (exchange.command().startsWith("verify") && !Files.exists(directory.resolve("manifest.json"))) {
                terminal.writeManifest();
            }
            Terminal.Answer answer = terminal.type(exchange.command());
            assertThat(answer.code())
                    .as(exchange.command() + "\n" + answer.err())
                    .isIn(0, 3);
            assertThat(answer.out()).as(exchange.command()).matches(exchange.pattern());
        }
    }
}
