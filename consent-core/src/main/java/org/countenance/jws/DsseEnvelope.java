package org.countenance.jws;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * Bytes with what they are and who signed both (DSSE v1). Untrusted: nobody has checked a signature until {@link #isSignedBy}
 * says so, and a {@code keyid} is a hint that nobody signed.
 *
 * @param payloadType what the payload is
 * @param payload the bytes
 * @param signatures at least one
 */
public record DsseEnvelope(String payloadType, Bytes payload, List<Signature> signatures) {

    /** A payload is one string; 256 MiB of base64 hold a verdict of a million uses. */
    private static final JsonLimits LIMITS = new JsonLimits(4, 1 << 28, 64);

    /**
     * One signature.
     *
     * @param keyid which key it says it is of
     * @param sig the signature; of P-256 in DER
     */
    public record Signature(Optional<String> keyid, Bytes sig) {}

    /** Keeps a copy. */
    public DsseEnvelope {
        signatures = List.copyOf(signatures);
    }

    /** Signs a payload; the {@code keyid} is the key's thumbprint. */
    public static DsseEnvelope sign(Signer key, String payloadType, Bytes payload) {
        VerificationKey known = key.verificationKey();
        Bytes signature = key.sign(preAuthentication(payloadType, payload));
        return new DsseEnvelope(
                payloadType,
                payload,
                List.of(new Signature(
                        Optional.of(known.thumbprint()),
                        known.algorithm() == Algorithm.ES256 ? EcdsaDer.of(signature) : signature)));
    }

    /** What is signed (DSSE v1, PAE): type and payload, each after its length in bytes. */
    public static Bytes preAuthentication(String payloadType, Bytes payload) {
        Bytes type = Bytes.utf8(payloadType);
        return Bytes.concat(
                Bytes.utf8("DSSEv1 " + type.size() + " "), type, Bytes.utf8(" " + payload.size() + " "), payload);
    }

    /**
     * Reads an envelope; members that DSSE does not name are refused.
     *
     * @param document its name in messages
     */
    public static DsseEnvelope parse(Bytes json, String document) throws MalformedException {
        Members members = Values.object(JsonText.parse(json, document, LIMITS)).members();
        DsseEnvelope envelope = new DsseEnvelope(
                members.string("payloadType"),
                members.text("payload", DsseEnvelope::base64),
                members.required("signatures", Values.listOf(DsseEnvelope::signature)));
        members.end();
        return envelope;
    }

    private static Signature signature(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Signature signature =
                new Signature(members.optional("keyid", Values::string), members.text("sig", DsseEnvelope::base64));
        members.end();
        return signature;
    }

    /** Either alphabet, as DSSE wants it, with padding. */
    private static Bytes base64(String text) throws MalformedException {
        boolean forUrls = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        boolean mixed = text.indexOf('+') >= 0 || text.indexOf('/') >= 0;
        return Base64Padded.decode(forUrls && !mixed ? text.replace('-', '+').replace('_', '/') : text);
    }

    /** Whether one of the signatures is this key's; whatever is wrong with one is a no. */
    public boolean isSignedBy(VerificationKey key) {
        Bytes signed = preAuthentication(payloadType, payload);
        return signatures.stream().anyMatch(signature -> verifies(key, signed, signature.sig()));
    }

    private static boolean verifies(VerificationKey key, Bytes signed, Bytes signature) {
        try {
            return key.verifies(signed, key.algorithm() == Algorithm.ES256 ? EcdsaDer.pair(signature) : signature);
        } catch (MalformedException e) {
            return false;
        }
    }

    /** The envelope as JSON. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("payloadType", payloadType)
                .put("payload", Base64Padded.encode(payload))
                .put(
                        "signatures",
                        JsonArray.of(
                                signatures.stream().map(DsseEnvelope::toJson).toList()))
                .build();
    }

    private static JsonObject toJson(Signature signature) {
        JsonObject.Builder json = JsonObject.builder();
        signature.keyid().ifPresent(keyid -> json.put("keyid", keyid));
        return json.put("sig", Base64Padded.encode(signature.sig())).build();
    }
}
