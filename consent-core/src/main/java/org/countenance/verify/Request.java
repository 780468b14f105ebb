package org.countenance.verify;

import java.time.Instant;
import java.util.List;
import org.countenance.manifest.Manifest;
import org.countenance.record.ParsedRecord;

/**
 * What a verifier is asked.
 *
 * @param manifest what is declared
 * @param evaluated as of when; truncated to seconds
 * @param mode whether it is asked of now, of a past instant, of a plan, or under a supposition
 * @param beside what there is beside manifest and log
 * @param supposed closing records that nobody has signed, as if they were logged now; none but under a supposition
 */
public record Request(Manifest manifest, Instant evaluated, Mode mode, Beside beside, List<ParsedRecord> supposed) {

    /** Keeps a copy, and supposes nothing in earnest. */
    public Request {
        supposed = List.copyOf(supposed);
        if (supposed.isEmpty() == (mode == Mode.SUPPOSED)) {
            throw new IllegalArgumentException(
                    "wanted records to suppose in mode supposed alone, found " + supposed.size() + " in mode " + mode);
        }
    }

    /** Of what an answer is asked. */
    public enum Mode {
        /** Of what is there now: all entries under the checkpoint count. */
        CURRENT,
        /** Of a past instant: only the entries up to it count. */
        HISTORICAL,
        /** Of a draft, before anything is made: it is never cleared. */
        PLAN,
        /** Of a log with records in it that nobody has signed: it is never cleared, and counts for nothing. */
        SUPPOSED
    }

    /** May this go out now? */
    public static Request now(Manifest manifest, Instant now) {
        return new Request(manifest, now, Mode.CURRENT, Beside.NOTHING, List.of());
    }

    /** What would the answer have been then? */
    public static Request asOf(Manifest manifest, Instant then) {
        return new Request(manifest, then, Mode.HISTORICAL, Beside.NOTHING, List.of());
    }

    /** Who would have to sign what, if this were made? */
    public static Request plan(Manifest manifest, Instant now) {
        return new Request(manifest, now, Mode.PLAN, Beside.NOTHING, List.of());
    }

    /** What would the answer be, if these closing records were signed and logged now? */
    public static Request supposing(Manifest manifest, Instant now, List<ParsedRecord> records) {
        return new Request(manifest, now, Mode.SUPPOSED, Beside.NOTHING, records);
    }

    /** The same question with something beside it. */
    public Request with(Beside more) {
        return new Request(manifest, evaluated, mode, more, supposed);
    }

    /** The same question with the files beside it. */
    public Request with(FilesRead read) {
        return with(beside.with(read));
    }

    /** Whether a past instant is meant. */
    public boolean historical() {
        return mode == Mode.HISTORICAL;
    }

    /** Whether it is of a log that nobody has. */
    public boolean supposing() {
        return mode == Mode.SUPPOSED;
    }

    /** Whether it is a draft. */
    public boolean plan() {
        return mode == Mode.PLAN;
    }
}
