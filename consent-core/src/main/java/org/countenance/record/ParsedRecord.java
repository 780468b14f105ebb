package org.countenance.record;

import org.countenance.jws.CompactJws;

/** A record that has the shape of its kind. Untrusted: nobody has checked who signed it. */
public final class ParsedRecord {

    private final CompactJws jws;
    private final Id id;
    private final Claims claims;
    private final Content content;

    ParsedRecord(CompactJws jws, Claims claims, Content content) {
        this.jws = jws;
        this.id = new Id(jws.id());
        this.claims = claims;
        this.content = content;
    }

    /** The bytes that were signed. */
    public CompactJws jws() {
        return jws;
    }

    /** SHA-256 of the signing input. */
    public Id id() {
        return id;
    }

    /** What every record says. */
    public Claims claims() {
        return claims;
    }

    /** What this kind of record says. */
    public Content content() {
        return content;
    }

    /** Who signs; the party itself in its first record. */
    public Id issuer() {
        return claims.issuerOr(id);
    }

    /** Whom it is about; the party itself in its first record. */
    public Id subject() {
        return claims.subjectOr(id);
    }

    @Override
    public String toString() {
        return content.kind().word() + " " + id.shown();
    }
}
