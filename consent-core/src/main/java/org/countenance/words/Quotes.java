package org.countenance.words;

import java.util.BitSet;

/** Where a text is inside backticks: what somebody else wrote is never taken apart. */
final class Quotes {

    private final BitSet inside = new BitSet();

    private Quotes() {}

    static Quotes in(String text) {
        Quotes quotes = new Quotes();
        int open = text.indexOf('`');
        while (open >= 0) {
            int close = text.indexOf('`', open + 1);
            quotes.inside.set(open + 1, close < 0 ? text.length() : close + 1);
            open = close < 0 ? -1 : text.indexOf('`', close + 1);
        }
        return quotes;
    }

    /** Whether a part that ends here would end within what is quoted. */
    boolean splits(int at) {
        return inside.get(at);
    }
}
