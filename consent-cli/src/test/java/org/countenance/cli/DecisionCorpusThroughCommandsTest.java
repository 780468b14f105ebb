package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.decisions.CorpusFile;
import org.countenance.decisions.CorpusLog;
import org.countenance.registry.LogStore;
import org.countenance.store.SqliteLogStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case of the decision corpus as a person would ask it: {@code consent verify} on a registry on disk. */
class DecisionCorpusThroughCommandsTest {

    private static final Path CORPUS = Path.of("../consent-core").resolve(CorpusFile.DIRECTORY);
    private static final Map<String, Integer> STATUS =
            Map.of("cleared", 0, "blocked", 3, "undetermined", 5, "cleared-with-waivers", 5);

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> answersAsTheSpecificationDoes() {
        return CorpusFile.all(CORPUS).entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> ask(directory.resolve(each.getKey()), each.getValue())));
    }

    private static void ask(Path place, CorpusFile file) throws IOException {
        Files.createDirectories(place.resolve("registry"));
        try (LogStore log = SqliteLogStore.create(
                place.resolve("registry/registry.db"), file.registry(), Bytes.utf8("nothing yet"))) {
            CorpusLog.fill(log, file);
        }
        List<String> words =
                new ArrayList<>(List.of("verify", "manifest.json", "--trust", "trust.json", "--format", "json"));
        write(place.resolve("manifest.json"), file.file("manifest"));
        write(place.resolve("trust.json"), file.file("policy"));
        add(place, words, "--inventory", file.files("inventories"));
        add(
                place,
                words,
                "--waiver",
                file.texts("waivers").stream().map(Bytes::utf8).toList());
        add(place, words, "--also", file.texts("also").stream().map(Bytes::utf8).toList());
        if (!file.contents().isEmpty()) {
            Files.createDirectories(place.resolve("files"));
            for (Map.Entry<String, Bytes> each : file.contents().entrySet()) {
                write(place.resolve("files").resolve(each.getKey()), each.getValue());
            }
            words.addAll(List.of("--assets", "files"));
        }
        if (file.signature().isPresent()) {
            write(
                    place.resolve("manifest.json.jws"),
                    Bytes.utf8(file.signature().get()));
        }
        if (file.mode().equals("plan")) {
            words.add("--plan");
        }
        if (file.mode().equals("historical")) {
            words.addAll(List.of("--at", file.evaluated(), "--allow-past"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                Main.run(words.toArray(String[]::new), surroundings(place, Instant.parse(file.evaluated()), out, err));
        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(said).as(file.sentence()).isEmpty();
        JsonNode verdict = new ObjectMapper().readTree(out.toByteArray());
        assertThat(file.differences(verdict)).as(file.sentence()).isEmpty();
        assertThat(status)
                .as(file.sentence())
                .isEqualTo(STATUS.get(verdict.get("outcome").asText()));
    }

    private static void add(Path place, List<String> words, String option, List<Bytes> texts) throws IOException {
        for (Bytes text : texts) {
            String name = option.substring(2) + words.size();
            write(place.resolve(name), text);
            words.addAll(List.of(option, name));
        }
    }

    private static void write(Path file, Bytes bytes) throws IOException {
        Files.write(file, bytes.toArray());
    }

    private static Surroundings surroundings(
            Path place, Instant now, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Surroundings(
                new BufferedReader(new StringReader("")),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("XDG_CONFIG_HOME", place.toString()),
                place,
                Clock.fixed(now, ZoneOffset.UTC),
                new SecureRandom(),
                false);
    }
}
