package org.countenance.registry;

import java.util.List;

/**
 * What the reducer says of a record.
 *
 * @param force what it counts for
 * @param why the reason, in words; empty when it counts in full
 * @param chain the links that it was signed under, from the signer's to the topmost; empty for one's own word
 */
public record Ruling(Force force, String why, List<Link> chain) {

    Ruling(Force force, String why) {
        this(force, why, List.of());
    }

    /** What a record counts for (README principle 2). */
    public enum Force {
        /** Everything it says. */
        FULL,
        /** A closing record about which there is doubt: what it touches is undetermined. */
        DOUBTFUL,
        /** An opening record that is not proven: nothing. */
        NOTHING,
        /** Not admissible: it has no effect, and where it stands in a log that is its operator's fault. */
        REFUSED
    }

    /** It counts in full. */
    public static final Ruling FULL = new Ruling(Force.FULL, "");

    /** It counts in full, as signed under these links. */
    static Ruling under(List<Link> chain) {
        return new Ruling(Force.FULL, "", List.copyOf(chain));
    }

    /** Not admissible. */
    public static Ruling refused(String why) {
        return new Ruling(Force.REFUSED, why);
    }

    /** Not proven: an opening record gives nothing, a closing one leaves doubt. */
    public static Ruling unproven(boolean closes, String why) {
        return new Ruling(closes ? Force.DOUBTFUL : Force.NOTHING, why);
    }

    /** The same links, but not proven. */
    Ruling inDoubt(boolean closes, String doubt) {
        return new Ruling(closes ? Force.DOUBTFUL : Force.NOTHING, doubt, chain);
    }

    /** Whether a log may take it. */
    public boolean admissible() {
        return force != Force.REFUSED;
    }
}
