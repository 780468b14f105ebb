package org.countenance.jws;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Private keys as PEM files that OpenSSL reads too (authority.md, Keys at rest). */
final class KeyFile {

    private static final String PLAIN = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    /** {@code id-Ed25519} of RFC 8410 section 3. */
    private static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

    private static final Place PLACE = Place.in("key file");

    private KeyFile() {}

    static Bytes plain(AsymmetricKeyParameter secret) {
        return Pem.write(PLAIN, der(secret));
    }

    static Bytes encrypted(AsymmetricKeyParameter secret, char[] passphrase, SecureRandom random) {
        return Pem.write(ENCRYPTED, Pbes2.encrypt(der(secret), passphrase, random));
    }

    static SigningKey read(Bytes pem, char[] passphrase) throws MalformedException {
        Pem.Block block = Pem.read(pem);
        return switch (block.type()) {
            case PLAIN -> key(block.content().toArray());
            case ENCRYPTED -> key(Pbes2.decrypt(block.content().toArray(), passphrase));
            default ->
                throw MalformedException.of(PLACE, "a private key in PKCS#8", MalformedException.quote(block.type()));
        };
    }

    private static SigningKey key(byte[] der) throws MalformedException {
        AsymmetricKeyParameter secret;
        try {
            secret = PrivateKeyFactory.createKey(PrivateKeyInfo.getInstance(der));
        } catch (IOException | RuntimeException e) {
            // Never the cause: it could quote the key.
            throw MalformedException.of(PLACE, "a private key in PKCS#8", "something else");
        }
        return SigningKey.of(algorithm(secret), secret);
    }

    private static Algorithm algorithm(AsymmetricKeyParameter secret) throws MalformedException {
        if (secret instanceof Ed25519PrivateKeyParameters) {
            return Algorithm.ED25519;
        }
        if (secret instanceof ECPrivateKeyParameters ec
                && ec.getParameters().getCurve().equals(Primitives.p256().getCurve())) {
            return Algorithm.ES256;
        }
        if (secret instanceof MLDSAPrivateKeyParameters mldsa) {
            for (Algorithm each : new Algorithm[] {Algorithm.ML_DSA_65, Algorithm.ML_DSA_44}) {
                if (mldsa.getParameters().equals(Primitives.mldsa(each))) {
                    return each;
                }
            }
        }
        throw MalformedException.of(PLACE, "a key of Ed25519, P-256, ML-DSA-65 or ML-DSA-44", "a key of another kind");
    }

    private static byte[] der(AsymmetricKeyParameter secret) {
        try {
            return info(secret).getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a private key has no encoding", e);
        }
    }

    private static PrivateKeyInfo info(AsymmetricKeyParameter secret) throws IOException {
        // With the public key inside, as Bouncy Castle writes it, older OpenSSL does not read it (RFC 8410 section 7).
        return secret instanceof Ed25519PrivateKeyParameters ed
                ? new PrivateKeyInfo(new AlgorithmIdentifier(ED25519), new DEROctetString(ed.getEncoded()))
                : PrivateKeyInfoFactory.createPrivateKeyInfo(secret);
    }
}
