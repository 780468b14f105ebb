package org.countenance.jws;

import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.Members;

/**
 * A JWS in compact serialization, well formed and spelled in its only way (records.md, Envelope). Untrusted: the signature
 * has not been checked.
 */
public final class CompactJws {

    /** Bytes of the longest. */
    public static final int LONGEST = 65_000;

    private final String text;
    private final Header header;
    private final Bytes payloadBytes;
    private final JsonObject payload;
    private final Bytes signature;

    private CompactJws(String text, Header header, Bytes payloadBytes, JsonObject payload, Bytes signature) {
        this.text = text;
        this.header = header;
        this.payloadBytes = payloadBytes;
        this.payload = payload;
        this.signature = signature;
    }

    private record Header(String alg, String kid, String typ) {}

    /** Reads the text of a record: three parts of canonical base64url, a header of exactly three strings, an object. */
    public static CompactJws parse(String text) throws MalformedException {
        if (text.length() > LONGEST) {
            throw MalformedException.of(Place.in("record"), "at most " + LONGEST + " bytes", text.length() + " bytes");
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw MalformedException.of(Place.in("record"), "three parts between two dots", parts.length + " parts");
        }
        Header header = readHeader(decode(parts[0], "header"));
        Bytes payload = decode(parts[1], "payload");
        Bytes signature = decode(parts[2], "signature");
        return new CompactJws(text, header, payload, JsonText.parseObject(payload, "payload"), signature);
    }

    /** Reads ASCII bytes. */
    public static CompactJws parse(Bytes ascii) throws MalformedException {
        return parse(ascii.text());
    }

    /** The algorithm as the header names it; the key decides whether that is so. */
    public String alg() {
        return header.alg();
    }

    /** Thumbprint of the key that is said to have signed. */
    public String kid() {
        return header.kid();
    }

    /** The media type. */
    public String typ() {
        return header.typ();
    }

    /** What is said. */
    public JsonObject payload() {
        return payload;
    }

    /** What is said, as it was spelled. */
    public Bytes payloadBytes() {
        return payloadBytes;
    }

    /** The signature. */
    public Bytes signature() {
        return signature;
    }

    /** What was signed: the ASCII of header and payload with the dot between them. */
    public Bytes signingInput() {
        return Bytes.utf8(text.substring(0, text.lastIndexOf('.')));
    }

    /** The record id: SHA-256 of the signing input as base64url. */
    public String id() {
        return Base64Url.encode(Sha256.hash(signingInput()));
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }

    private static Bytes decode(String part, String name) throws MalformedException {
        try {
            return Base64Url.decode(part);
        } catch (MalformedException e) {
            throw e.at(Place.in(name));
        }
    }

    private static Header readHeader(Bytes bytes) throws MalformedException {
        Members members = JsonText.parseObject(bytes, "header").members();
        Header header = new Header(members.string("alg"), members.string("kid"), members.string("typ"));
        members.end();
        if (Algorithm.isRefused(header.alg())) {
            throw members.fault("alg", "`Ed25519`, `ES256` or `ML-DSA-65`", MalformedException.quote(header.alg()));
        }
        if (header.kid().length() != 43 || Base64Url.decode(header.kid()).size() != Sha256.SIZE) {
            throw members.fault("kid", "a thumbprint of 43 characters", MalformedException.quote(header.kid()));
        }
        return header;
    }
}
