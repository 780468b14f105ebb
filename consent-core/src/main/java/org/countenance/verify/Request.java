package org.countenance.verify;

import java.time.Instant;
import java.util.Optional;
import org.countenance.manifest.Manifest;

/**
 * What a verifier is asked.
 *
 * @param manifest what is declared
 * @param evaluated as of when; truncated to seconds
 * @param historical whether a past instant is meant, so that only the entries up to it count
 * @param files the files that were read, when somebody read them
 */
public record Request(Manifest manifest, Instant evaluated, boolean historical, Optional<FilesRead> files) {

    /** May this go out now? */
    public static Request now(Manifest manifest, Instant now) {
        return new Request(manifest, now, false, Optional.empty());
    }

    /** What would the answer have been then? */
    public static Request asOf(Manifest manifest, Instant then) {
        return new Request(manifest, then, true, Optional.empty());
    }

    /** The same question with the files beside it. */
    public Request with(FilesRead read) {
        return new Request(manifest, evaluated, historical, Optional.of(read));
    }
}
