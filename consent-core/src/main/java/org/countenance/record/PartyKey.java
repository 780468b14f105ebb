package org.countenance.record;

import java.util.Optional;
import java.util.Set;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.jws.VerificationKey;

/**
 * One key of a party (records.md, {@code party}).
 *
 * @param key the public key, fully validated
 * @param powers what it may sign
 * @param proof its own signature, on a key new to the party
 * @param custody the party that holds it; absent for {@code own}
 */
public record PartyKey(VerificationKey key, Set<Use> powers, Optional<Bytes> proof, Optional<Id> custody) {

    /** What a key may sign. */
    public enum Use {
        /** Records. */
        SIGN,
        /** The next party record, declarations of compromise, vetoes. */
        MANAGE;

        static Use parse(String text) throws MalformedException {
            return Words.constant(Use.class, "a power of a key", text);
        }
    }

    /** The thumbprint of the key. */
    public String thumbprint() {
        return key.thumbprint();
    }

    static PartyKey read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        PartyKey key = new PartyKey(
                members.required("jwk", jwk -> VerificationKey.fromJwk(Values.object(jwk))),
                members.required("powers", Values.setOf(Values.text(Use::parse))),
                members.optionalText("proof", Base64Url::decode),
                members.optional(
                                "custody",
                                custody -> Values.string(custody).equals("own")
                                        ? Optional.<Id>empty()
                                        : Optional.of(Id.read(custody)))
                        .flatMap(custody -> custody));
        members.end();
        return key;
    }

    /**
     * What a key new to a party signs, so that nobody enrols another's key.
     *
     * @param audience the registry's name
     * @param signer thumbprint of the key that signs the record
     * @param mark the record's {@code jti}
     */
    public static Bytes proofInput(String audience, String signer, String mark) {
        return Bytes.utf8("countenance-key-v1\n" + audience + "\n" + signer + "\n" + mark);
    }
}
