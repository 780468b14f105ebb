package org.countenance.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countenance.words.Phrasebook;

/** A stream for people: what is printed to it in English comes out in their language, line by line. */
final class Spoken extends PrintStream {

    /** What begins JSON, markup, its tables and lists, and armour, none of which is said; an id may begin with a hyphen. */
    private static final Pattern MACHINE = Pattern.compile("[{}\\[\\]\"<|#]|-[ -]");

    private final PrintStream raw;
    private final Phrasebook phrases;

    Spoken(PrintStream raw, Phrasebook phrases) {
        super(new Lines(raw, phrases), true, StandardCharsets.UTF_8);
        this.raw = raw;
        this.phrases = phrases;
    }

    /** The stream behind it, for what is written for programs or is in the language already. */
    static PrintStream raw(PrintStream stream) {
        stream.flush();
        return stream instanceof Spoken spoken ? spoken.raw : stream;
    }

    /** A text that is kept rather than printed, line by line as it would come out of a stream. */
    static String said(PrintStream stream, String text) {
        return stream instanceof Spoken spoken
                ? Arrays.stream(text.split("\n", -1))
                        .map(line -> said(spoken.phrases, line))
                        .collect(Collectors.joining("\n"))
                : text;
    }

    /** What stands around a line, such as its indent, stays. */
    private static String said(Phrasebook phrases, String written) {
        String text = written.strip();
        if (text.isEmpty() || MACHINE.matcher(text).lookingAt()) {
            return written;
        }
        int from = written.indexOf(text);
        return written.substring(0, from) + phrases.say(text) + written.substring(from + text.length());
    }

    /** Lines on their way, each said when it is whole or somebody is to answer it. */
    private static final class Lines extends OutputStream {

        private final PrintStream to;
        private final Phrasebook phrases;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(PrintStream to, Phrasebook phrases) {
            this.to = to;
            this.phrases = phrases;
        }

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                say();
                to.write('\n');
            } else {
                line.write(b);
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            say();
            to.flush();
        }

        private void say() {
            byte[] said = said(phrases, line.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            line.reset();
            to.write(said, 0, said.length);
        }
    }
}
