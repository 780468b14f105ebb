package org.countenance.examples.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.countenance.cli.Main;
import org.countenance.cli.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    @TempDir
    private Path directory;

    private String[] gate = new String[0];

    @BeforeEach
    void registersEverybody() throws Exception {
        consent("init", "--name", "test.example/likeness", "--no-passphrase");
        String lin = party("lin", "person", "--adult");
        String studio = party("studio", "organisation", "--yes");
        String manifest = new String(
                        GateTest.class.getResourceAsStream("/manifest.json").readAllBytes(), StandardCharsets.UTF_8)
                .replace("${lin}", lin)
                .replace("${studio}", studio)
                .replace("${yesterday}", day(-1))
                .replace("${tomorrow}", day(1));
        Files.writeString(directory.resolve("manifest.json"), manifest);
        gate = new String[] {
            directory.resolve("registry/registry.db").toString(),
            directory.resolve("consent/trust/test.example/likeness.json").toString(),
            directory.resolve("manifest.json").toString()
        };
    }

    @Test
    void stopsTheBuildWithoutConsent() {
        assertThatThrownBy(() -> Gate.main(gate))
                .hasMessageContaining("BLOCKED")
                .hasMessageContaining("LC102");
    }

    @Test
    void letsAClearedProductionThrough() {
        consent(
                "grant",
                "--key",
                "lin",
                "--licensee",
                "@studio",
                "--production",
                "x-house:P-1",
                "--character",
                "any",
                "--role",
                "depicted",
                "--modality",
                "face",
                "--technique",
                "face-generation",
                "--context",
                "none",
                "--medium",
                "svod",
                "--territory",
                "CN",
                "--language",
                "zh",
                "--made",
                day(-9) + "/" + day(9),
                "--shown",
                day(0) + "/" + day(9),
                "--notice",
                "P30D",
                "--cause",
                "P7D",
                "--released",
                "withdraw",
                "--ratifies",
                "--intended-use",
                "a test",
                "--no-passphrase",
                "--yes");
        assertThatCode(() -> Gate.main(gate)).doesNotThrowAnyException();
    }

    @Test
    void isTheSnippetOfTheReadme() throws Exception {
        String code = Files.readString(Path.of("src/main/java/org/countenance/examples/pipeline/Gate.java"));
        String region = code.substring(
                code.indexOf("// tag::verify[]\n") + "// tag::verify[]\n".length(),
                code.indexOf("    // end::verify[]"));
        assertThat(Files.readString(Path.of("../../README.md")))
                .contains(region.stripTrailing().stripIndent());
    }

    private static String day(int offset) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(offset).toString();
    }

    private String party(String name, String kind, String more) {
        return consent(
                "party",
                "register",
                "--key",
                name,
                "--kind",
                kind,
                more,
                "--name",
                name,
                "--alias",
                name,
                "--no-passphrase",
                "--quiet");
    }

    private String consent(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new BufferedReader(Reader.nullReader()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("XDG_CONFIG_HOME", directory.toString()),
                directory,
                Clock.systemUTC(),
                new SecureRandom(),
                false);
        assertThat(Main.run(words, surroundings))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
