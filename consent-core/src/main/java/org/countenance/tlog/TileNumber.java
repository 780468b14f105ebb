package org.countenance.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/**
 * Which of its kind a tile or a bundle is: {@code x001/x234/067}, with {@code .p/<width>} when it is partial.
 *
 * @param index how many come before it
 * @param width how many of 256 places are taken, from the left
 */
record TileNumber(long index, int width) {

    static final int FULL = 256;

    /** Six groups of digits: what fits into a long whatever the digits are. */
    private static final Pattern FORM = Pattern.compile("((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    TileNumber {
        if (index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "wanted an index and a width from 1 to 256, found " + index + " and " + width);
        }
    }

    /** Reads its only spelling; {@code path} is the whole path, for the message. */
    static TileNumber parse(String text, String path) throws MalformedException {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            int width = matcher.group(2) == null ? FULL : Integer.parseInt(matcher.group(2));
            if (width <= FULL) {
                long index = Long.parseLong(matcher.group(1).replaceAll("[x/]", ""));
                TileNumber number = new TileNumber(index, width);
                if (number.toString().equals(text)) {
                    return number;
                }
            }
        }
        throw malformed(path);
    }

    static MalformedException malformed(String path) {
        return MalformedException.of(
                Place.in("tile"),
                "a path like `tile/0/x001/x234/067` or `tile/entries/000.p/5`",
                MalformedException.quote(path));
    }

    boolean isPartial() {
        return width < FULL;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(group(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            text.insert(0, "x" + group(rest % 1000) + "/");
        }
        return isPartial() ? text.append(".p/").append(width).toString() : text.toString();
    }

    private static String group(long digits) {
        return Long.toString(1000 + digits).substring(1);
    }
}
