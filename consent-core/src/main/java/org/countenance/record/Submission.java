package org.countenance.record;

import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/**
 * A signed record on its way to a log, with its annex beside it.
 *
 * @param record the record
 * @param annex bytes of its annex
 */
public record Submission(ParsedRecord record, Optional<Bytes> annex) {

    /** Checks that the annex is the one that the record names and has the members of its kind. */
    public void check() throws MalformedException {
        Optional<String> named = record.claims().annex();
        Optional<String> given = annex.map(Annex::hash);
        if (!named.equals(given)) {
            throw MalformedException.of(Place.in("annex"), named.orElse("no annex"), given.orElse("no annex"));
        }
        if (annex.isPresent()) {
            Annex.parse(record.content().kind(), annex.get());
        }
    }
}
