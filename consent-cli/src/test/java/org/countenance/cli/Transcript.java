package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What happens in a Markdown text, in its order: blocks with a file's name are files, {@code console} blocks hold
 * commands with their answers and lines that say what time it is.
 *
 * @param parts what happens
 */
record Transcript(List<Part> parts) {

    private static final Pattern FILE = Pattern.compile("```\\w+ (\\S+)");
    private static final Pattern CLOCK = Pattern.compile("# (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)\\b.*");
    private static final Pattern EXIT = Pattern.compile("\\[exit (\\d)]");
    private static final String PROMPT = "$ consent ";

    /** Something that happens. */
    sealed interface Part permits Moment, Document, Exchange {}

    /**
     * From here on it is later: {@code # 2027-03-01T10:00:00Z}, perhaps with words behind it.
     *
     * @param instant when the next command runs
     */
    record Moment(Instant instant) implements Part {}

    /**
     * Somebody has a file.
     *
     * @param name what it is called
     * @param text what is in it; what stands in double braces is filled in
     */
    record Document(String name, String text) implements Part {}

    /**
     * A command and its answer. {@code …} stands for what differs each time, alone on a line for any lines; a last line
     * {@code [exit 3]} is the exit status where it is not 0.
     *
     * @param command what is typed after {@code consent}
     * @param answer what is seen
     */
    record Exchange(String command, List<String> answer) implements Part {

        int code() {
            Matcher exit = EXIT.matcher(answer.isEmpty() ? "" : answer.get(answer.size() - 1));
            return exit.matches() ? Integer.parseInt(exit.group(1)) : 0;
        }

        Pattern pattern() {
            return Pattern.compile(answer.stream()
                    .filter(line -> !EXIT.matcher(line).matches())
                    .map(Exchange::pattern)
                    .collect(Collectors.joining()));
        }

        private static String pattern(String line) {
            return line.equals("…")
                    ? "(?:.*\n)*?"
                    : Pattern.compile("…")
                            .splitAsStream(line + "\n")
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*"));
        }
    }

    /** Reads a Markdown file. */
    static Transcript of(Path markdown) throws IOException {
        List<Part> parts = new ArrayList<>();
        Iterator<String> lines = Files.readAllLines(markdown).iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            Matcher file = FILE.matcher(line);
            if (line.equals("```console")) {
                readSession(block(lines), parts);
            } else if (file.matches()) {
                parts.add(new Document(file.group(1), String.join("\n", block(lines)) + "\n"));
            }
        }
        return new Transcript(List.copyOf(parts));
    }

    /** Its commands alone. */
    List<Exchange> exchanges() {
        return parts.stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
    }

    private static List<String> block(Iterator<String> lines) {
        List<String> block = new ArrayList<>();
        for (String line = lines.next(); !line.equals("```"); line = lines.next()) {
            block.add(line);
        }
        return block;
    }

    private static void readSession(List<String> block, List<Part> parts) {
        List<String> answer = new ArrayList<>();
        for (Iterator<String> lines = block.iterator(); lines.hasNext(); ) {
            String line = lines.next();
            Matcher clock = CLOCK.matcher(line);
            if (clock.matches()) {
                parts.add(new Moment(Instant.parse(clock.group(1))));
            } else if (line.startsWith(PROMPT)) {
                answer = new ArrayList<>();
                parts.add(new Exchange(command(line, lines), answer));
            } else {
                answer.add(line);
            }
        }
    }

    /** A line that ends with a backslash goes on in the next one. */
    private static String command(String first, Iterator<String> lines) {
        StringBuilder command = new StringBuilder(first.substring(PROMPT.length()));
        while (command.charAt(command.length() - 1) == '\\') {
            command.setLength(command.length() - 1);
            command.append(lines.next().strip());
        }
        return command.toString();
    }
}
