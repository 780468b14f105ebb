package org.countenance.scope;

/** What consent is worth at one point, in ascending order (decision.md section 2). */
public enum Worth {
    /** Nothing. */
    NO,
    /** Nobody can tell. */
    UNDETERMINED,
    /** It is given. */
    YES;

    /** The greater. */
    public Worth or(Worth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The lesser. */
    public Worth and(Worth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** What is left where {@code other} takes away: nothing where it is certain, doubt where it is not. */
    public Worth minus(Worth other) {
        return and(other.inverse());
    }

    /** {@code no} for {@code yes} and the other way round. */
    public Worth inverse() {
        return switch (this) {
            case NO -> YES;
            case UNDETERMINED -> UNDETERMINED;
            case YES -> NO;
        };
    }
}
