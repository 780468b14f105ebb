package org.countenance.scope;

/** Says that a decision took more nodes than its budget; the use is undetermined (decision.md section 2, LC307). */
public final class TooComplexException extends RuntimeException {

    TooComplexException(int budget) {
        super("wanted at most " + budget + " nodes, found more");
    }
}
