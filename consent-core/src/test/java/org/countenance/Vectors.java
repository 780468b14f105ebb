package org.countenance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.countenance.base.Bytes;

/** Public test vectors beside the checkout; tests that need them are skipped, visibly, where they are absent. */
public final class Vectors {

    private static final Path DIRECTORY = Path.of(System.getProperty("vectors.dir", "../../shared/vectors"))
            .toAbsolutePath()
            .normalize();

    private Vectors() {}

    /** A file or folder. */
    public static Path path(String name) {
        Path path = DIRECTORY.resolve(name);
        assumeTrue(Files.exists(path), "no public vectors `" + name + "` in " + DIRECTORY);
        return path;
    }

    /** A JSON file, read by somebody else's reader. */
    public static JsonNode json(String name) {
        return json(path(name));
    }

    public static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every file below a folder, sorted. */
    public static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    public static Bytes base64(JsonNode text) {
        return Bytes.of(Base64.getDecoder().decode(text.asText()));
    }
}
