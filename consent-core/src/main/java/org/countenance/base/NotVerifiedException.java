package org.countenance.base;

/** Says that evidence does not hold: which check failed, and on what. */
public final class NotVerifiedException extends Exception {

    private final String step;
    private final String evidence;

    /**
     * A failed check.
     *
     * @param step what was checked, in a word or two: {@code signature}, {@code inclusion}
     * @param evidence what was wanted and what was found
     */
    public NotVerifiedException(String step, String evidence) {
        super(step + " does not hold: " + evidence);
        this.step = step;
        this.evidence = evidence;
    }

    /** The whole in one sentence. */
    @Override
    public String getMessage() {
        return step + " does not hold: " + evidence;
    }

    /** What was checked. */
    public String step() {
        return step;
    }

    /** What was wanted and what was found. */
    public String evidence() {
        return evidence;
    }
}
