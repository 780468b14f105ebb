package org.countenance.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.countenance.words.Phrasebook;

/** A stream for people: what is printed to it in English comes out in their language, line by line. */
final class Spoken extends PrintStream {

    private final PrintStream raw;

    Spoken(PrintStream raw, Phrasebook phrases) {
        super(new Lines(raw, phrases), true, StandardCharsets.UTF_8);
        this.raw = raw;
    }

    /** The stream behind it, for what is written for programs or is in the language already. */
    static PrintStream raw(PrintStream stream) {
        stream.flush();
        return stream instanceof Spoken spoken ? spoken.raw : stream;
    }

    /** Lines on their way, each said when it is whole or somebody is to answer it. */
    private static final class Lines extends OutputStream {

        /** What begins JSON, markup, tables of markup and armour, none of which is said. */
        private static final String MACHINE = "{}[]\"<|-#";

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
            byte[] said = said(line.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            line.reset();
            to.write(said, 0, said.length);
        }

        /** What stands around a line, such as its indent, stays. */
        private String said(String written) {
            String text = written.strip();
            if (text.isEmpty() || MACHINE.indexOf(text.charAt(0)) >= 0) {
                return written;
            }
            int from = written.indexOf(text);
            return written.substring(0, from) + phrases.say(text) + written.substring(from + text.length());
        }
    }
}
