package org.countenance.record;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.jws.CompactJws;
import org.countenance.jws.Jws;
import org.countenance.jws.Signer;
import org.countenance.jws.VerificationKey;

/** A record on its way to being signed: claims first, then what its kind adds; checked as strictly as when read. */
public final class Draft {

    private static final int MARK_BYTES = 16;

    private final RecordKind kind;
    private final JsonObject.Builder payload;
    private Optional<Bytes> annex = Optional.empty();

    private Draft(RecordKind kind, JsonObject.Builder payload) {
        this.kind = kind;
        this.payload = payload;
    }

    /**
     * Starts a record.
     *
     * @param issuer who signs; absent in a first party record
     * @param subject whom it is about; absent in a first party record
     * @param audience the registry's name
     * @param now the signer's own time
     * @param random for the record's mark
     */
    public static Draft of(
            RecordKind kind,
            Optional<Id> issuer,
            Optional<Id> subject,
            String audience,
            Instant now,
            SecureRandom random) {
        JsonObject.Builder payload =
                JsonObject.builder().put("v", Claims.VERSION).put("vocabulary", Claims.VOCABULARY);
        payload.putIf("iss", issuer.map(Id::toJson)).putIf("sub", subject.map(Id::toJson));
        payload.put("aud", audience).put("iat", now.getEpochSecond()).put("jti", mark(random));
        return new Draft(kind, payload);
    }

    /** A record whose payload somebody else wrote; nothing is added but what it lacks. */
    public static Draft ofPayload(RecordKind kind, JsonObject payload) {
        return new Draft(kind, payload.toBuilder());
    }

    /** 128 random bits as 22 characters of base64url: a {@code jti} or a salt. */
    public static String mark(SecureRandom random) {
        byte[] bits = new byte[MARK_BYTES];
        random.nextBytes(bits);
        return Base64Url.encode(Bytes.of(bits));
    }

    /** Adds a member. */
    public Draft with(String name, JsonValue value) {
        payload.put(name, value);
        return this;
    }

    /** Adds a string. */
    public Draft with(String name, String text) {
        payload.put(name, text);
        return this;
    }

    /** Adds an instant. */
    public Draft with(String name, Instant instant) {
        return with(name, Instants.format(instant));
    }

    /** Adds a member where there is a value. */
    public Draft withIf(String name, Optional<? extends JsonValue> value) {
        payload.putIf(name, value);
        return this;
    }

    /** Puts words for people beside the record and names them in it. */
    public Draft annexed(JsonObject words) {
        Bytes bytes = Bytes.utf8(JsonText.compact(words));
        annex = Optional.of(bytes);
        payload.put("annex", Annex.hash(bytes));
        return this;
    }

    /** The payload so far. */
    public JsonObject payload() {
        return payload.build();
    }

    /** The words for people, if there are any. */
    public Optional<Bytes> annex() {
        return annex;
    }

    /**
     * What was drafted, as if {@code key} were to sign it: for suppositions, since no signature is there to hold.
     *
     * @throws MalformedException when a registry would refuse to read it
     */
    public ParsedRecord unsigned(VerificationKey key) throws MalformedException {
        return RecordCodec.parse(Jws.unsigned(key, kind.typ(), payload.build()));
    }

    /**
     * Signs what was drafted.
     *
     * @throws MalformedException when a registry would refuse to read it
     */
    public Submission sign(Signer key) throws MalformedException {
        JsonObject finished = payload.build();
        RecordCodec.check(kind, finished);
        if (annex.isPresent()) {
            Annex.parse(kind, annex.get());
        }
        CompactJws jws = Jws.sign(key, kind.typ(), finished);
        return new Submission(RecordCodec.parse(jws), annex);
    }
}
