package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Types commands as a person would, in a directory of its own, with a clock that can be moved. */
final class Terminal {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\(consent ([^)]*)\\)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private Instant now = Instant.parse("2026-11-24T10:00:00.250Z");

    Terminal(Path directory) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve("passphrase"), "correct horse\n");
        environment.put("XDG_CONFIG_HOME", directory.toString());
        environment.put(
                "CONSENT_PASSPHRASE_FILE", directory.resolve("passphrase").toString());
    }

    /** A terminal with a registry, a performer and a studio; made once and copied, because keys take their time. */
    static Terminal registered(Path directory) throws IOException {
        Path made = Registered.DIRECTORY;
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(
                        file, directory.resolve(made.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Terminal terminal = new Terminal(directory);
        terminal.wait(Duration.ofMinutes(1));
        return terminal;
    }

    /** A terminal with a registry that opened an hour before {@code day}, in which nobody is registered yet. */
    static Terminal founded(Path directory, Instant day) throws IOException {
        Terminal terminal = new Terminal(directory);
        terminal.now = day.minus(Duration.ofHours(1));
        terminal.ok("init --name registry.example/likeness");
        return terminal;
    }

    private static final class Registered {
        static final Path DIRECTORY = make();

        private static Path make() {
            try {
                Path directory = Files.createTempDirectory("registered");
                Terminal terminal = new Terminal(directory);
                terminal.ok("init --name registry.example/likeness");
                terminal.ok("party register --key lin --kind person --adult --name \"Lin Yue\" --alias lin");
                terminal.ok(
                        "party register --key studio --kind organisation --name \"Jade Lantern Pictures\" --alias studio");
                terminal.writeManifest();
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * What a command answered.
     *
     * @param code its exit status
     * @param out what it printed
     * @param err what it complained about
     * @param screen both, in the order in which a person sees them
     */
    record Answer(int code, String out, String err, String screen) {}

    Path directory() {
        return directory;
    }

    Terminal set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Terminal unset(String variable) {
        environment.remove(variable);
        return this;
    }

    void wait(Duration duration) {
        now = now.plus(duration);
    }

    /** Moves the clock, so that the next command runs at {@code instant}. */
    void waitUntil(Instant instant) {
        assertThat(now).as("no story goes back in time").isBefore(instant);
        now = instant.minusSeconds(1);
    }

    void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Types one line without the word {@code consent}; {@code $(consent …)} is replaced by its answer. */
    Answer type(String line) {
        Matcher inner = SUBSTITUTION.matcher(line);
        String typed = inner.replaceAll(
                match -> Matcher.quoteReplacement(ok(match.group(1)).strip()));
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(typed);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return run(words.toArray(String[]::new));
    }

    /** Types a line that must end with 0, and hands back what it printed. */
    String ok(String line) {
        Answer answer = type(line);
        assertThat(answer.code()).as(line + "\n" + answer.err()).isZero();
        return answer.out();
    }

    Answer run(String... words) {
        return run("", false, words);
    }

    /** Types a command and then, line by line, what a person answers to its questions. */
    Answer typing(String answers, String... words) {
        return run(answers, true, words);
    }

    private Answer run(String answers, boolean person, String... words) {
        now = now.plusSeconds(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new BufferedReader(new StringReader(answers)),
                onScreen(out, screen),
                onScreen(err, screen),
                Map.copyOf(environment),
                directory,
                Clock.fixed(now, ZoneOffset.UTC),
                new SecureRandom(),
                person);
        int code = Main.run(words, surroundings);
        return new Answer(
                code,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8),
                screen.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream onScreen(OutputStream alone, OutputStream screen) {
        OutputStream both = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                alone.write(octet);
                screen.write(octet);
            }
        };
        return new PrintStream(both, true, StandardCharsets.UTF_8);
    }

    /** The id behind an alias of the address book. */
    String party(String alias) throws IOException {
        String book = Files.readString(directory.resolve("consent/keys/aliases.json"));
        Matcher matcher =
                Pattern.compile("\"" + alias + "\": \"([A-Za-z0-9_-]{43})\"").matcher(book);
        assertThat(matcher.find()).as(alias).isTrue();
        return matcher.group(1);
    }

    /** Writes the one-use manifest of these tests, filled in. */
    void writeManifest() throws IOException {
        try (var in = Terminal.class.getResourceAsStream("manifest.json")) {
            write(
                    "manifest.json",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("${lin}", party("lin"))
                            .replace("${studio}", party("studio")));
        }
    }
}
