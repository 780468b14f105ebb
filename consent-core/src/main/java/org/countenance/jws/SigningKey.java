package org.countenance.jws;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;

/** A private key in memory. It never prints itself. */
public final class SigningKey implements Signer {

    private static final int SEED = 32;

    private final AsymmetricKeyParameter secret;
    private final VerificationKey verificationKey;

    private SigningKey(AsymmetricKeyParameter secret, VerificationKey verificationKey) {
        this.secret = secret;
        this.verificationKey = verificationKey;
    }

    /** A new key. */
    public static SigningKey generate(Algorithm algorithm, SecureRandom random) {
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return fromSeed(algorithm, Bytes.of(seed));
    }

    /** The key that 32 bytes stand for; whoever knows them knows the key. */
    public static SigningKey fromSeed(Algorithm algorithm, Bytes seed) {
        if (seed.size() != SEED) {
            throw new IllegalArgumentException("wanted a seed of 32 bytes, found " + seed.size());
        }
        try {
            return of(algorithm, Primitives.privateKey(algorithm, seed.toArray()));
        } catch (MalformedException e) {
            throw new IllegalStateException("a seed made a key whose public part is not valid", e);
        }
    }

    /**
     * Reads a key at rest: PKCS#8 in PEM, encrypted or not.
     *
     * @param passphrase empty for a file that is not encrypted
     * @throws MalformedException when it is no such file, or the passphrase is another
     */
    public static SigningKey fromPem(Bytes pem, char[] passphrase) throws MalformedException {
        return KeyFile.read(pem, passphrase);
    }

    static SigningKey of(Algorithm algorithm, AsymmetricKeyParameter secret) throws MalformedException {
        return new SigningKey(secret, VerificationKey.fromRaw(algorithm, Primitives.rawPublicKey(secret)));
    }

    @Override
    public VerificationKey verificationKey() {
        return verificationKey;
    }

    /** Signs {@code message}; the same message gives the same signature. */
    @Override
    public Bytes sign(Bytes message) {
        return Bytes.of(Primitives.sign(secret, message.toArray()));
    }

    /** The key at rest, under a passphrase: PKCS#8 with scrypt and AES-256 (authority.md, Keys at rest). */
    public Bytes toEncryptedPem(char[] passphrase, SecureRandom random) {
        return KeyFile.encrypted(secret, passphrase, random);
    }

    /** The key at rest, readable by whoever has the file. */
    public Bytes toPem() {
        return KeyFile.plain(secret);
    }

    @Override
    public String toString() {
        return "private part of " + verificationKey;
    }
}
