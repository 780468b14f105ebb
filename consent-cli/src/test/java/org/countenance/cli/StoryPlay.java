package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** Plays a story in a directory of its own: writes its files, moves the clock, types its commands. */
final class StoryPlay {

    /** Where the stories are. */
    static final Path STORIES = Path.of("src/test/resources/stories");

    private static final Pattern BRACES = Pattern.compile("\\{\\{(\\w* ?)([^}]*)}}");

    private final Path directory;
    private final Transcript transcript;
    private final Terminal terminal;

    private StoryPlay(Path directory, Transcript transcript, Terminal terminal) {
        this.directory = directory;
        this.transcript = transcript;
        this.terminal = terminal;
    }

    static StoryPlay of(Path directory, Path story) throws IOException {
        Transcript transcript = Transcript.of(story);
        Terminal terminal = Terminal.founded(
                directory, ((Transcript.Moment) transcript.parts().get(0)).instant());
        return new StoryPlay(directory, transcript, terminal);
    }

    /** Every story, in the order of their numbers. */
    static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    /** Who looks on. */
    interface Audience {
        void see(Transcript.Exchange exchange, Terminal.Answer answer) throws Exception;
    }

    Terminal terminal() {
        return terminal;
    }

    /** The same for somebody who reads a language. */
    StoryPlay forReadersOf(String language) {
        terminal.set("CONSENT_LANG", language);
        return this;
    }

    void play(Audience audience) throws Exception {
        for (Transcript.Part part : transcript.parts()) {
            if (part instanceof Transcript.Moment moment) {
                terminal.waitUntil(moment.instant());
            } else if (part instanceof Transcript.Document document) {
                terminal.write(document.name(), filledIn(document.text()));
            } else if (part instanceof Transcript.Exchange exchange) {
                audience.see(exchange, terminal.type(exchange.command()));
            }
        }
    }

    /** {@code {{@lin}}} is a party's id, {@code {{sha256 words}}} the hash of a file or of the words that stand for one. */
    private String filledIn(String text) {
        return BRACES.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(filledIn(match.group(1).strip(), match.group(2))));
    }

    private String filledIn(String what, String words) {
        try {
            return switch (what) {
                case "" -> terminal.party(words.substring(1));
                case "consent" -> terminal.ok(words).strip();
                case "log" -> logKeys();
                case "sha256" -> hash(words);
                default -> throw new IllegalArgumentException(what);
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String hash(String words) throws IOException {
        Path file = directory.resolve(words);
        return Sha256.hash(Files.exists(file) ? Bytes.of(Files.readAllBytes(file)) : Bytes.utf8(words))
                .hex();
    }

    /** The keys that {@code consent init} wrote into the trust file of whoever made the registry. */
    private String logKeys() throws IOException {
        String trust = Files.readString(directory.resolve("consent/trust/registry.example/likeness.json"));
        Matcher log = Pattern.compile("\"log\": (\\[.*?])", Pattern.DOTALL).matcher(trust);
        assertThat(log.find()).isTrue();
        return log.group(1);
    }
}
