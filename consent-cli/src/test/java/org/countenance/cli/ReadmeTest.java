package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types the sessions of the README and compares every answer; {@code …} stands for what differs each time. */
class ReadmeTest {

    @TempDir
    private Path directory;

    @Test
    void answersAsTheReadmeShows() throws Exception {
        Terminal terminal = new Terminal(directory);
        List<Exchange> exchanges = exchanges(Files.readString(Path.of("../README.md")));
        assertThat(exchanges).hasSizeGreaterThan(9);
        for (Exchange exchange : exchanges) {
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

    private record Exchange(String command, List<String> answer) {

        /** A line that is {@code …} alone stands for any lines. */
        Pattern pattern() {
            String regex = answer.stream()
                    .map(line -> line.equals("…")
                            ? "(?:.*\n)*?"
                            : Pattern.compile("…")
                                    .splitAsStream(line + "\n")
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining(".*")))
                    .collect(Collectors.joining());
            return Pattern.compile(regex);
        }
    }

    private static List<Exchange> exchanges(String readme) {
        List<Exchange> exchanges = new ArrayList<>();
        boolean console = false;
        for (String line : readme.lines().toList()) {
            if (line.startsWith("```")) {
                console = line.equals("```console");
            } else if (console && line.startsWith("$ consent ")) {
                exchanges.add(new Exchange(line.substring("$ consent ".length()), new ArrayList<>()));
            } else if (console) {
                exchanges.get(exchanges.size() - 1).answer().add(line);
            }
        }
        return exchanges;
    }
}
