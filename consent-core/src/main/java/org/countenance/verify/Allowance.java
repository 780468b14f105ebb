package org.countenance.verify;

/**
 * How much work one whole answer may take, over all its decisions: a manifest or a log that was made to explode ends in
 * {@code undetermined}, never in an endless run (LC307). One unit is a node of a decision diagram.
 */
final class Allowance {

    /** What a stop costs, which is kept for as long as the answer is worked on. */
    private static final int PER_STOP = 64;

    private static final int DECISIONS = 64;
    private static final int PER_USE = 2_000;

    private long left;

    /** Enough for so many uses, whose decisions may take {@code budget} nodes each. */
    Allowance(int budget, long uses) {
        this.left = (long) DECISIONS * budget + PER_USE * uses;
    }

    /** Says that nothing is left. */
    static final class ExhaustedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExhaustedException() {
            super("wanted an answer within its allowance of work, found more to do");
        }
    }

    /** Takes note of nodes that were made. */
    void spend(long units) {
        left -= units;
        if (left < 0) {
            throw new ExhaustedException();
        }
    }

    /** Takes note of stops that were found. */
    void stops(long count) {
        spend(count * PER_STOP);
    }
}
