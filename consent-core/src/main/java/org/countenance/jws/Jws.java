package org.countenance.jws;

import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;

/** Makes signed texts. */
public final class Jws {

    private Jws() {}

    /** Signs {@code payload} as one of media type {@code typ}. */
    public static CompactJws sign(Signer key, String typ, JsonObject payload) throws MalformedException {
        return sign(key, typ, Bytes.utf8(JsonText.compact(payload)));
    }

    /** What {@code key} would sign, with no signature: it verifies under no key. */
    public static CompactJws unsigned(VerificationKey key, String typ, JsonObject payload) throws MalformedException {
        return CompactJws.parse(input(key, typ, Bytes.utf8(JsonText.compact(payload))) + ".");
    }

    /** Signs a payload that is spelled already. */
    public static CompactJws sign(Signer key, String typ, Bytes payload) throws MalformedException {
        String input = input(key.verificationKey(), typ, payload);
        return CompactJws.parse(input + "." + Base64Url.encode(key.sign(Bytes.utf8(input))));
    }

    private static String input(VerificationKey key, String typ, Bytes payload) {
        JsonObject header = JsonObject.builder()
                .put("alg", key.algorithm().joseName())
                .put("kid", key.thumbprint())
                .put("typ", typ)
                .build();
        return Base64Url.encode(Bytes.utf8(JsonText.compact(header))) + "." + Base64Url.encode(payload);
    }
}
