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
 */
public final class Entry {

    /** Bytes of the longest. */
    public static final int LONGEST = 65_535;

    private static final int INSTANT = 24;

    private final Instant instant;
    private final CompactJws jws;
    private final Bytes bytes;
    private final Bytes leafHash;

    private Entry(Instant instant, CompactJws jws, Bytes bytes) {
        this.instant = instant;
        this.jws = jws;
        this.bytes = bytes;
        this.leafHash = Merkle.leafHash(bytes);
    }

    /**
     * An entry about to be made.
     *
     * @param instant when the log takes it, in milliseconds
     * @param jws the record
     */
    public Entry(Instant instant, CompactJws jws) {
        this(instant, jws, Bytes.utf8(Instants.formatMillis(instant) + " " + jws.text()));
    }

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
                Instants.parseMillis(text.substring(0, INSTANT)), CompactJws.parse(text.substring(INSTANT + 1)), bytes);
    }

    /** When the log took it, in milliseconds. */
    public Instant instant() {
        return instant;
    }

    /** The record. */
    public CompactJws jws() {
        return jws;
    }

    /** The entry as bytes. */
    public Bytes bytes() {
        return bytes;
    }

    /** Its leaf in the tree. */
    public Bytes leafHash() {
        return leafHash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && bytes.equals(entry.bytes);
    }

    @Override
    public int hashCode() {
        return leafHash.hashCode();
    }

    @Override
    public String toString() {
        return Instants.formatMillis(instant) + " " + jws.text();
    }
}
