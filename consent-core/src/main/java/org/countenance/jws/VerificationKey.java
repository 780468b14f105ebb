package org.countenance.jws;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.Members;
import org.countenance.json.TextReader;

/** A public key that passed full validation: no small order, on its curve, of exact length (authority.md, Keys). */
public final class VerificationKey {

    private final Algorithm algorithm;
    private final Bytes raw;
    private final AsymmetricKeyParameter parameters;
    private final String thumbprint;

    private VerificationKey(Algorithm algorithm, Bytes raw, AsymmetricKeyParameter parameters) {
        this.algorithm = algorithm;
        this.raw = raw;
        this.parameters = parameters;
        this.thumbprint = Base64Url.encode(Sha256.hash(Bytes.utf8(JsonText.compact(Jwk.required(algorithm, raw)))));
    }

    /**
     * Takes a raw public key.
     *
     * @param raw 32 bytes for Ed25519, an uncompressed point of 65 for ES256, the encoded key for ML-DSA
     */
    public static VerificationKey fromRaw(Algorithm algorithm, Bytes raw) throws MalformedException {
        return new VerificationKey(algorithm, raw, Primitives.publicKey(algorithm, raw));
    }

    /**
     * Reads the DER of a {@code SubjectPublicKeyInfo} (RFC 5280), as certificates hold it.
     *
     * @throws MalformedException when it is no Ed25519 or P-256 key, or not a valid one
     */
    public static VerificationKey fromSubjectPublicKeyInfo(Bytes der) throws MalformedException {
        return SubjectPublicKey.read(der);
    }

    /**
     * Reads a public key as a file holds it: a JWK as {@link #toJwk} writes it, or PEM as {@link #toPem} does.
     *
     * @param document its name in messages
     */
    public static VerificationKey parse(Bytes file, String document) throws MalformedException {
        return file.text().startsWith("-----")
                ? SubjectPublicKey.read(Pem.read(file).content())
                : fromKeptJwk(JsonText.parseObject(file, document));
    }

    /** Reads a JWK of exactly its RFC members; every other curve, key type and member is refused. */
    public static VerificationKey fromJwk(JsonObject jwk) throws MalformedException {
        return fromJwk(jwk, Jwk::algorithm);
    }

    /** Reads what {@link #toJwk} wrote beside a private key: a key that signs no records, too. */
    public static VerificationKey fromKeptJwk(JsonObject jwk) throws MalformedException {
        return fromJwk(jwk, Jwk::anyAlgorithm);
    }

    private static VerificationKey fromJwk(JsonObject jwk, TextReader<Algorithm> algorithms) throws MalformedException {
        Members members = jwk.members();
        Algorithm algorithm = members.text("alg", algorithms);
        Bytes raw = Jwk.raw(algorithm, members);
        members.end();
        try {
            return fromRaw(algorithm, raw);
        } catch (MalformedException e) {
            throw e.at(jwk.place());
        }
    }

    /** How this key signs. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** The raw public key. */
    public Bytes raw() {
        return raw;
    }

    /** RFC 7638 thumbprint: SHA-256 as 43 characters of base64url. */
    public String thumbprint() {
        return thumbprint;
    }

    /** The key as a JWK, its members in a fixed order. */
    public JsonObject toJwk() {
        return Jwk.full(algorithm, raw);
    }

    /** The key as a {@code SubjectPublicKeyInfo} in PEM (RFC 7468), as OpenSSL and most others read it. */
    public Bytes toPem() {
        return SubjectPublicKey.pem(parameters);
    }

    /** The key as a {@code SubjectPublicKeyInfo} in DER. */
    Bytes toDer() {
        return SubjectPublicKey.der(parameters);
    }

    /** Whether {@code signature} is this key's over {@code message}; anything wrong with it is a no. */
    public boolean verifies(Bytes message, Bytes signature) {
        return signature.size() == algorithm.signatureSize()
                && (SignatureProvider.confirms(this, message, signature)
                        || Primitives.verifies(algorithm, parameters, message.toArray(), signature.toArray()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey key && algorithm == key.algorithm && raw.equals(key.raw);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    @Override
    public String toString() {
        return algorithm.joseName() + " key " + thumbprint;
    }
}
