package org.countenance.verify;

import java.util.Arrays;
import java.util.Locale;

/** The steps of a verification, in their order (decision.md section 5). */
public enum Step {
    /** V1: does it read? */
    MANIFEST,
    /** V2: is the checkpoint signed and fresh? */
    CHECKPOINT,
    /** V3: is every entry included, and nothing left out? */
    COMPLETENESS,
    /** V4: does every signature hold? */
    SIGNATURE,
    /** V5: whose key was it, and might it sign? */
    AUTHORITY,
    /** V6: what is each grant worth? */
    STANDING,
    /** V7: is each use covered? */
    COVERAGE,
    /** V8: caps and exclusivity. */
    LIMITS,
    /** V9: approval, label, credit, payment. */
    DUTIES,
    /** V10: the law packs that policy names. */
    LAW,
    /** V11: manifest against files, inventory, detections. */
    INVENTORY;

    /** Whether a word names a step up to the duties: a clearance that skipped one proves nothing (section 3). */
    static boolean isOfTheDecision(String word) {
        return Arrays.stream(values()).anyMatch(step -> step.word().equals(word) && step.compareTo(LAW) < 0);
    }

    /** How it is spelled in a verdict. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
