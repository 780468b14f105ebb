package org.countenance.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes keystores with the platform's own {@code keytool}. */
public final class Keytool {

    /** Of every token and keystore that this makes. */
    public static final String PIN = "0427 quiet";

    private Keytool() {}

    /** A PKCS#12 file with one key for each list of words about its kind, called by the first of them. */
    public static KeyPlace pkcs12(Path directory, String... kinds) throws IOException, InterruptedException {
        Path file = directory.resolve("keys.p12");
        for (String kind : kinds) {
            generate(directory, kind, Map.of(), "-keystore", file.toString(), "-storetype", "PKCS12");
        }
        return new KeyPlace(KeyPlace.Kind.PKCS12, file);
    }

    static void generate(Path directory, String kind, Map<String, String> environment, String... store)
            throws IOException, InterruptedException {
        Path pin = Files.writeString(directory.resolve("pin"), PIN + "\n");
        List<String> words = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair"),
                        Stream.of(store),
                        Stream.of("-storepass:file", pin.toString(), "-dname", "CN=invented", "-validity", "36500"),
                        Stream.of("-alias", kind.split(" ")[0], "-keyalg"),
                        Stream.of(kind.split(" ")))
                .flatMap(each -> each)
                .toList();
        run(words, environment);
    }

    static void run(List<String> words, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words + "\n" + output).isZero();
    }
}
