package org.countenance.examples.jade;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.countenance.cli.Main;
import org.countenance.cli.Surroundings;

/** Types commands in a directory of its own and shows what they answer. */
final class Shell {

    private final Path directory;
    private final PrintStream screen;
    private final SecureRandom random = new SecureRandom();

    Shell(Path directory, PrintStream screen) throws IOException {
        this.directory = directory;
        this.screen = new PrintStream(screen, true, StandardCharsets.UTF_8);
        write("passphrase", "a passphrase for an example\n");
    }

    Path directory() {
        return directory;
    }

    void title(String text) {
        screen.println();
        screen.println("== " + text);
    }

    void say(String text) {
        screen.println(text);
    }

    void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Types a command, shows it and its answer, and checks how it ended. */
    void show(int wanted, String... words) {
        screen.println("$ consent " + Arrays.stream(words).map(Shell::quoted).collect(Collectors.joining(" ")));
        screen.print(run(wanted, words));
    }

    /** Types a command and hands back its answer. */
    String quietly(String... words) {
        return run(0, words).strip();
    }

    private String run(int wanted, String... words) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(answer, true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                new BufferedReader(Reader.nullReader()),
                out,
                out,
                Map.of(
                        "XDG_CONFIG_HOME", directory.toString(),
                        "CONSENT_REGISTRY", directory.resolve("registry").toString(),
                        "CONSENT_KEYS", directory.resolve("keys").toString(),
                        "CONSENT_PASSPHRASE_FILE",
                                directory.resolve("passphrase").toString()),
                directory,
                Clock.systemUTC(),
                random,
                false);
        int code = Main.run(words, surroundings);
        String text = answer.toString(StandardCharsets.UTF_8);
        if (code != wanted) {
            throw new IllegalStateException("wanted exit " + wanted + " of consent " + String.join(" ", words)
                    + ", found " + code + ": " + text);
        }
        return text;
    }

    private static String quoted(String word) {
        return word.contains(" ") ? "\"" + word + "\"" : word;
    }
}
