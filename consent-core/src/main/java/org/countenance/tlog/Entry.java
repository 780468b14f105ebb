package org.countenance.tlog;

import java.time.Instant;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.jws.CompactJws;

/**
 * One entry of a log: when it was taken, and the record as it was received (log.md, Entry). Untrusted: neither its place nor
 * its signature has been checked.
 *
 * @param instant when the log took it, in milliseconds
 * @param jws the record
 */
public record Entry(Instant instant, CompactJws jws) {

    /** Bytes of the longest. */
    public static final int LONGEST = 65_535;

    private static final int INSTANT = 24;

    /** Reads {@code <instant> SP <compact JWS>}. */
    public static Entry parse(Bytes bytes) throws MalformedException {
        if (bytes.size() > LONGEST) {
            throw MalformedException.of(Place.in("entry"), "at most " + LONGEST + " bytes", bytes.size() + " bytes");
        }
        String text = bytes.text();
        if (text.length() <= INSTANT || text.charAt(INSTANT) != ' ') {
            throw MalformedException.of(Place.in("entry"), "an instant, a space and a record", "something else");
        }
        return new Entry(
                Instants.parseMillis(text.substring(0, INSTANT)), CompactJws.parse(text.substring(INSTANT + 1)));
    }

    /** The entry as bytes. */
    public Bytes bytes() {
        return Bytes.utf8(Instants.formatMillis(instant) + " " + jws.text());
    }

    /** Its leaf in the tree. */
    public Bytes leafHash() {
        return Merkle.leafHash(bytes());
    }
}
