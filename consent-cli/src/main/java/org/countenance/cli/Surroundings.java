package org.countenance.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.words.Language;
import org.countenance.words.Phrasebook;

/**
 * What a command may touch: streams, environment, clock, randomness, working directory. Tests hand in their own.
 *
 * @param in what a person types
 * @param out results, and nothing else
 * @param err everything else
 * @param environment variables
 * @param directory against which relative paths are resolved
 * @param clock the machine's clock
 * @param random for keys, marks and salts
 * @param terminal whether a person sits in front of it
 */
public record Surroundings(
        BufferedReader in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        Clock clock,
        SecureRandom random,
        boolean terminal) {

    /** The variable that says what the person reads, where {@code --lang} does not. */
    static final String LANGUAGE = "CONSENT_LANG";

    /** The real ones. Newer platforms have a console object even where nobody sits: the check for none is not enough there. */
    @SuppressWarnings("SystemConsoleNull")
    public static Surroundings ofProcess(InputStream in, PrintStream out, PrintStream err) {
        return new Surroundings(
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
                out,
                err,
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Clock.systemUTC(),
                new SecureRandom(),
                System.console() != null && System.getenv("CI") == null);
    }

    /** The same for somebody who reads this language. */
    Surroundings speaking(Language language) {
        Map<String, String> told = new HashMap<>(environment);
        told.put(LANGUAGE, language.tag());
        if (language == Language.ENGLISH) {
            return new Surroundings(in, out, err, Map.copyOf(told), directory, clock, random, terminal);
        }
        Phrasebook phrases = Phrasebook.in(language).and(Surroundings.class, "phrases." + language.tag() + ".txt");
        return new Surroundings(
                in,
                new Spoken(out, phrases),
                new Spoken(err, phrases),
                Map.copyOf(told),
                directory,
                clock,
                random,
                terminal);
    }

    /** What the person in front of it reads. */
    Language language() {
        return variable(LANGUAGE).flatMap(Language::of).orElse(Language.ENGLISH);
    }

    /** Standard output for what is written for programs, or in the person's language already. */
    PrintStream plain() {
        return Spoken.raw(out);
    }

    /** A text for people that is kept in a file, in their language. */
    String said(String text) {
        return Spoken.said(out, text);
    }

    /** What a person types unseen; empty when nobody sits there or answers. */
    Optional<char[]> askSecret(String prompt) {
        return terminal
                ? Optional.ofNullable(System.console()).map(console -> console.readPassword("%s", said(prompt)))
                : Optional.empty();
    }

    /** A variable, if it is set to something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Where the user keeps keys and trust files. */
    Path configuration() {
        return variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .or(() -> variable("HOME").map(home -> Path.of(home, ".config")))
                .orElse(directory)
                .resolve("consent");
    }

    /** All of a file that the user named. */
    Bytes read(String written) throws IOException {
        return Bytes.of(Files.readAllBytes(file(path(written))));
    }

    /** The same path, unless it is a directory, of which Java says no more than that it cannot be read. */
    static Path file(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "a directory");
        }
        return file;
    }

    /**
     * Writes a file whole or not at all: what was there stays until the new content is complete. A pipe or a device is
     * written as it is.
     */
    void write(String written, Content content) throws IOException {
        Path file = path(written);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            fill(file, content);
            return;
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new FileSystemException(file.toString(), null, "no directory to put it in");
        }
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path whole = target.resolveSibling(target.getFileName() + ".part");
        try {
            fill(whole, content);
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** The same with a text that is at hand. */
    void write(String written, String text) throws IOException {
        write(written, out -> out.append(text));
    }

    /** What is to stand in a file, written as it comes. */
    @FunctionalInterface
    interface Content {
        void to(Appendable out) throws IOException;
    }

    private static void fill(Path file, Content content) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            content.to(out);
        }
    }

    /** A path as the user wrote it. */
    Path path(String written) {
        return directory.resolve(written);
    }
}
