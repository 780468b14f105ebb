package org.countenance.verify;

import java.time.Instant;
import org.countenance.manifest.Manifest;

/**
 * What a verifier is asked.
 *
 * @param manifest what is declared
 * @param evaluated as of when; truncated to seconds
 * @param mode whether it is asked of now, of a past instant, or of a plan
 * @param beside what there is beside manifest and log
 */
public record Request(Manifest manifest, Instant evaluated, Mode mode, Beside beside) {

    /** Of what an answer is asked. */
    public enum Mode {
        /** Of what is there now: all entries under the checkpoint count. */
        CURRENT,
        /** Of a past instant: only the entries up to it count. */
        HISTORICAL,
        /** Of a draft, before anything is made: it is never cleared. */
        PLAN
    }

    /** May this go out now? */
    public static Request now(Manifest manifest, Instant now) {
        return new Request(manifest, now, Mode.CURRENT, Beside.NOTHING);
    }

    /** What would the answer have been then? */
    public static Request asOf(Manifest manifest, Instant then) {
        return new Request(manifest, then, Mode.HISTORICAL, Beside.NOTHING);
    }

    /** Who would have to sign what, if this were made? */
    public static Request plan(Manifest manifest, Instant now) {
        return new Request(manifest, now, Mode.PLAN, Beside.NOTHING);
    }

    /** The same question with something beside it. */
    public Request with(Beside more) {
        return new Request(manifest, evaluated, mode, more);
    }

    /** The same question with the files beside it. */
    public Request with(FilesRead read) {
        return with(beside.with(read));
    }

    /** Whether a past instant is meant. */
    public boolean historical() {
        return mode == Mode.HISTORICAL;
    }

    /** Whether it is a draft. */
    public boolean plan() {
        return mode == Mode.PLAN;
    }
}
