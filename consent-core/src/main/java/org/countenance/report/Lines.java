package org.countenance.report;

import java.io.IOException;
import java.util.Collection;

/** Lines of text on their way out. */
final class Lines {

    private final Appendable out;

    Lines(Appendable out) {
        this.out = out;
    }

    void add(String line) throws IOException {
        out.append(line).append('\n');
    }

    /** A line that stands apart from those before it. */
    void heading(String line) throws IOException {
        add("");
        add(line);
    }

    /** Each with the same before it. */
    void addEach(String before, Collection<String> lines) throws IOException {
        for (String line : lines) {
            add(before + line);
        }
    }
}
