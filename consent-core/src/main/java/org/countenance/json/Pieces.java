package org.countenance.json;

import com.fasterxml.jackson.core.JsonLocation;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text handed on piece by piece, none of which goes beyond a closing brace: what follows an object is not with the parser yet,
 * and can be looked at and skipped. Knows where in the whole text the parser is that sees only what was not skipped.
 */
final class Pieces extends Reader {

    /** Read at once; what is malformed beyond it must not hide what is malformed before. */
    private static final int CHUNK = 4_000;

    /** So much of what follows can be looked at, and so much of what was handed on is kept. */
    private static final int AHEAD = 1 << 14;

    private final Reader in;
    private char[] window = {};
    private int next;
    private int end;
    private long handed;
    private boolean over;
    private @Nullable IOException failure;

    private int lines;
    private int columns;
    private int row;

    Pieces(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] to, int from, int count) throws IOException {
        if (next == end) {
            fill();
        }
        if (next == end) {
            if (failure != null) {
                throw failure;
            }
            return -1;
        }
        int until = Math.min(end, next + count);
        int at = next + 1;
        while (at < until && window[at - 1] != '}') {
            at++;
        }
        int size = at - next;
        CharBuffer.wrap(window, next, size).get(to, from, size);
        next = at;
        handed += size;
        return size;
    }

    private void fill() {
        if (over) {
            return;
        }
        if (window.length == 0) {
            window = new char[4 * AHEAD];
        } else if (window.length - end < CHUNK) {
            int drop = next - Math.min(next, AHEAD);
            CharBuffer.wrap(window, drop, end - drop).compact();
            next -= drop;
            end -= drop;
        }
        try {
            int count = in.read(window, end, CHUNK);
            over = count < 0;
            end += Math.max(0, count);
        } catch (IOException e) {
            // Whoever has read everything before it is told.
            failure = e;
            over = true;
        }
    }

    /** The text from an offset up to where the parser is; nothing where that is not all that it was handed, or much. */
    Optional<String> since(long from, long offset) {
        long size = offset - from;
        return offset == handed && size <= Math.min(next, AHEAD)
                ? Optional.of(new String(window, next - (int) size, (int) size))
                : Optional.empty();
    }

    /** Text with what was not handed on yet from {@link #next} to {@link #end}: much, or all that there is. */
    char[] ahead() {
        while (end - next < AHEAD && !over) {
            fill();
        }
        return window;
    }

    /** Where in {@link #ahead} the parser goes on. */
    int next() {
        return next;
    }

    /** Where the text ends that can be looked at. */
    int end() {
        return end;
    }

    /**
     * Keeps from the parser what stands before {@code at}.
     *
     * @param parser where the parser thinks it is
     * @param line the true line there
     * @param column the true column there
     */
    void skip(int at, JsonLocation parser, int line, int column) {
        next = at;
        lines = line - parser.getLineNr();
        columns = column - parser.getColumnNr();
        row = parser.getLineNr();
    }

    /** The line of what the parser has seen. */
    int line(JsonLocation location) {
        return location.getLineNr() + lines;
    }

    /** The column of what the parser has seen. */
    int column(JsonLocation location) {
        return location.getColumnNr() + (location.getLineNr() == row ? columns : 0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
