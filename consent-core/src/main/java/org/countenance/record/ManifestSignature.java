package org.countenance.record;

import java.time.Instant;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.jws.CompactJws;

/**
 * A producer's signature over a manifest, beside it and never logged (decision.md section 4). Untrusted: nobody has checked whose
 * key it is.
 *
 * @param jws what was signed
 * @param issuer party id of the producer
 * @param registry name of the registry whose parties it speaks of
 * @param issuedAt the producer's own time
 * @param manifest SHA-256 of the manifest
 * @param production which production
 */
public record ManifestSignature(
        CompactJws jws, Id issuer, String registry, Instant issuedAt, String manifest, ExternalId production) {

    /** The media type in the header. */
    public static final String TYP = "likeness-manifest+jwt";

    /** Reads a signature; like a record it is refused for anything that it should not hold. */
    public static ManifestSignature parse(Bytes text) throws MalformedException {
        CompactJws jws = CompactJws.parse(text);
        if (!jws.typ().equals(TYP)) {
            throw MalformedException.of(Place.in("header"), "`typ` " + TYP, MalformedException.quote(jws.typ()));
        }
        Members members = jws.payload().members();
        members.required("v", Claims.only(Claims.VERSION));
        members.required("vocabulary", Claims.only(Claims.VOCABULARY));
        members.text("jti", Words::jti);
        ManifestSignature signature = new ManifestSignature(
                jws,
                members.required("iss", Id::read),
                members.text("aud", Words::registryName),
                Instant.ofEpochSecond(members.required("iat", Values.atLeast(0))),
                members.text("manifest", Words::sha256),
                members.required("production", ExternalId::read));
        members.end();
        return signature;
    }
}
