package org.countenance.record;

import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.JsonObject;
import org.countenance.json.Members;
import org.countenance.jws.CompactJws;

/** Reads records: the shape of each kind, exactly, with nothing unknown (records.md). */
public final class RecordCodec {

    private RecordCodec() {}

    /** Reads what a signer says, from a text in compact serialization. */
    public static ParsedRecord parse(String compact) throws MalformedException {
        return parse(CompactJws.parse(compact));
    }

    /** Reads what a signer says; the signature is not looked at. */
    public static ParsedRecord parse(CompactJws jws) throws MalformedException {
        RecordKind kind = RecordKind.ofTyp(jws.typ())
                .orElseThrow(() -> MalformedException.of(
                        Place.in("header /typ"), "a known kind of record", MalformedException.quote(jws.typ())));
        return parse(jws, kind, jws.payload());
    }

    /** Checks a payload before it is signed. */
    public static void check(RecordKind kind, JsonObject payload) throws MalformedException {
        Members members = payload.members();
        Claims claims = Claims.read(members, kind);
        readContent(kind, members, claims);
        members.end();
    }

    /** Reads the content of a grant that nobody has signed yet. */
    public static Grant grant(JsonObject payload) throws MalformedException {
        Members members = payload.members();
        return Grant.read(members, Claims.read(members, RecordKind.GRANT));
    }

    private static ParsedRecord parse(CompactJws jws, RecordKind kind, JsonObject payload) throws MalformedException {
        Members members = payload.members();
        Claims claims = Claims.read(members, kind);
        Content content = readContent(kind, members, claims);
        members.end();
        if (content.closes() && claims.submitBy().isPresent()) {
            throw members.fault("submitBy", "none on a closing record, which never expires", "one");
        }
        return new ParsedRecord(jws, claims, content);
    }

    private static Content readContent(RecordKind kind, Members members, Claims claims) throws MalformedException {
        return switch (kind) {
            case PARTY -> Party.read(members, claims);
            case DELEGATION -> Delegation.read(members, claims);
            case GRANT -> Grant.read(members, claims);
            case PROHIBITION -> Prohibition.read(members, claims);
            case REVOCATION -> Revocation.read(members, claims);
            case ENDORSEMENT -> Endorsement.read(members, claims);
            case CLEARANCE -> Clearance.read(members, claims);
            case COMMITMENT -> Commitment.read(members, claims);
            case INDEX -> IndexRoot.read(members, claims);
        };
    }
}
