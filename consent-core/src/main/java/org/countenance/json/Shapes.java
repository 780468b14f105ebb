package org.countenance.json;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.countenance.base.MalformedException;

/** Goes on in an array for as long as its elements are written like some of those that were read. */
final class Shapes<T> {

    private static final int MOST = 16;

    /** Where so many elements more were unlike than alike, looking for what they are like costs more than it saves. */
    private static final int PATIENCE = 256;

    private final ListReader<T> reader;
    private final Pieces pieces;
    private final int longest;
    private final List<Known<T>> known = new ArrayList<>();
    private int patience = PATIENCE;
    private int line;
    private int column;

    private record Known<T>(Shape shape, T read) {}

    Shapes(ListReader<T> reader, Pieces pieces, JsonLimits limits) {
        this.reader = reader;
        this.pieces = pieces;
        this.longest = limits.string();
    }

    /** Whether elements may be alike, and shapes come back at all. */
    boolean areWorthIt() {
        return patience > 0 && !reader.own().isEmpty();
    }

    /**
     * Learns from an element that was read, and reads those after it that have a known shape.
     *
     * @param object its text, if it is known
     * @param parser where the parser is, behind the element
     * @return how many elements were read
     */
    int goOn(Optional<String> object, T read, JsonLocation parser) throws MalformedException {
        if (object.isEmpty()) {
            return 0;
        }
        learn(object.get(), read);
        line = pieces.line(parser);
        column = pieces.column(parser);
        int count = 0;
        while (goOn(parser)) {
            count++;
        }
        patience = Math.min(PATIENCE, patience - 1 + count);
        return count;
    }

    private void learn(String object, T read) {
        Shape.of(object, reader.own(), longest).ifPresent(shape -> known.add(0, new Known<>(shape, read)));
        if (known.size() > MOST) {
            known.remove(MOST);
        }
    }

    private boolean goOn(JsonLocation parser) throws MalformedException {
        char[] text = pieces.ahead();
        int from = begin(text);
        for (int i = 0; from >= 0 && i < known.size(); i++) {
            Known<T> like = known.get(i);
            int end = like.shape().end(text, from, pieces.end());
            if (end >= 0) {
                Collections.rotate(known.subList(0, i + 1), 1);
                return take(like, text, from, end, parser);
            }
        }
        return false;
    }

    /** Where the next element begins, behind a comma and white space. */
    private int begin(char[] text) {
        int at = space(text, pieces.next());
        int begin = at < pieces.end() && text[at] == ',' ? space(text, at + 1) : pieces.end();
        return begin < pieces.end() ? begin : -1;
    }

    private int space(char[] text, int from) {
        int at = from;
        while (at < pieces.end() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) {
            at++;
        }
        return at;
    }

    private boolean take(Known<T> like, char[] text, int from, int end, JsonLocation parser) throws MalformedException {
        int beforeLine = line;
        int beforeColumn = column;
        advance(text, pieces.next(), from);
        T read;
        try {
            read = reader.again(like.read(), like.shape(), line, column);
        } catch (MalformedException e) {
            line = beforeLine;
            column = beforeColumn;
            return false;
        }
        advance(text, from, end);
        pieces.skip(end, parser, line, column);
        reader.take(read);
        return true;
    }

    private void advance(char[] text, int from, int until) {
        column += until - from;
        for (int at = from; at < until; at++) {
            if (text[at] == '\n') {
                line++;
                column = until - at;
            }
        }
    }
}
