package org.countenance.base;

import java.util.Optional;

/** Says that a text has not the form it must have: where, what was wanted, what was found. */
public final class MalformedException extends Exception {

    private static final int LONGEST_QUOTE = 80;

    private final transient Place place;
    private final String wanted;
    private final String found;
    private final String hint;

    private MalformedException(Place place, String wanted, String found, String hint) {
        super(sentence(place, wanted, found, hint));
        this.place = place;
        this.wanted = wanted;
        this.found = found;
        this.hint = hint;
    }

    /** A failure without a hint. */
    public static MalformedException of(Place place, String wanted, String found) {
        return new MalformedException(place, wanted, found, "");
    }

    /** A failure with what the writer may have meant, e.g. {@code did you mean `svod`?}. */
    public static MalformedException of(Place place, String wanted, String found, String hint) {
        return new MalformedException(place, wanted, found, hint);
    }

    /** The same failure at a place that only the caller knew. */
    public MalformedException at(Place known) {
        return place.equals(Place.NOWHERE) ? new MalformedException(known, wanted, found, hint) : this;
    }

    /** The user's own text in backticks, shortened, with what cannot be seen shown as escapes. */
    public static String quote(String text) {
        return "`" + PlainText.shown(text, LONGEST_QUOTE) + "`";
    }

    /** The whole in one sentence. */
    @Override
    public String getMessage() {
        return sentence(place, wanted, found, hint);
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }

    /** What must stand there. */
    public String wanted() {
        return wanted;
    }

    /** What stands there. */
    public String found() {
        return found;
    }

    /** What may have been meant. */
    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }

    private static String sentence(Place place, String wanted, String found, String hint) {
        String where = place.toString();
        return (where.isEmpty() ? "" : where + ": ")
                + "wanted " + wanted + ", found " + found
                + (hint.isEmpty() ? "" : ", " + hint);
    }
}
