package org.countenance.jws;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.util.BigIntegers;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/** The signature algorithms, by Bouncy Castle's lightweight API. */
final class Primitives {

    private static final int SCALAR = 32;

    private Primitives() {}

    /** Made when it is needed: all curves come with it, and few keys are of any. */
    private static final class Curve {
        static final ECDomainParameters P256 = domain(CustomNamedCurves.getByName("P-256"));
    }

    static ECDomainParameters p256() {
        return Curve.P256;
    }

    static AsymmetricKeyParameter publicKey(Algorithm algorithm, Bytes raw) throws MalformedException {
        if (raw.size() != algorithm.keySize()) {
            throw MalformedException.of(
                    Place.NOWHERE, "a public key of " + algorithm.keySize() + " bytes", Count.of(raw.size(), "byte"));
        }
        byte[] bytes = raw.toArray();
        try {
            return switch (algorithm) {
                case ED25519 -> ed25519(bytes);
                case ES256 -> new ECPublicKeyParameters(p256().getCurve().decodePoint(bytes), p256());
                case ML_DSA_65, ML_DSA_44 -> new MLDSAPublicKeyParameters(mldsa(algorithm), bytes);
            };
        } catch (IllegalArgumentException e) {
            throw MalformedException.of(
                    Place.NOWHERE, "a valid " + algorithm.joseName() + " public key", "another point or encoding");
        }
    }

    private static Ed25519PublicKeyParameters ed25519(byte[] bytes) {
        Ed25519.PublicPoint point = Ed25519.validatePublicKeyFullExport(bytes, 0);
        if (point == null) {
            throw new IllegalArgumentException("not of prime order");
        }
        return new Ed25519PublicKeyParameters(point);
    }

    static boolean verifies(Algorithm algorithm, AsymmetricKeyParameter key, byte[] message, byte[] signature) {
        try {
            return switch (algorithm) {
                case ED25519 -> verifiesEd25519((Ed25519PublicKeyParameters) key, message, signature);
                case ES256 -> verifiesEcdsa(key, message, signature);
                case ML_DSA_65, ML_DSA_44 -> verifiesMldsa(key, message, signature);
            };
        } catch (RuntimeException e) {
            // Engines throw where others return false: whatever goes wrong, the signature is not valid.
            return false;
        }
    }

    private static boolean verifiesEd25519(Ed25519PublicKeyParameters key, byte[] message, byte[] signature) {
        return key.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    }

    private static boolean verifiesMldsa(AsymmetricKeyParameter key, byte[] message, byte[] signature) {
        MLDSASigner engine = new MLDSASigner();
        engine.init(false, key);
        engine.update(message, 0, message.length);
        return engine.verifySignature(signature);
    }

    private static boolean verifiesEcdsa(AsymmetricKeyParameter key, byte[] message, byte[] signature) {
        ECDSASigner engine = new ECDSASigner();
        engine.init(false, key);
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(signature, 0, SCALAR));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, SCALAR, 2 * SCALAR));
        return engine.verifySignature(digest(message), r, s);
    }

    /** The private key that a seed of 32 bytes stands for; for ES256 the scalar is the seed modulo n-1, plus one. */
    static AsymmetricKeyParameter privateKey(Algorithm algorithm, byte[] seed) {
        return switch (algorithm) {
            case ED25519 -> new Ed25519PrivateKeyParameters(seed, 0);
            case ES256 ->
                new ECPrivateKeyParameters(
                        new BigInteger(1, seed)
                                .mod(p256().getN().subtract(BigInteger.ONE))
                                .add(BigInteger.ONE),
                        p256());
            case ML_DSA_65, ML_DSA_44 -> new MLDSAPrivateKeyParameters(mldsa(algorithm), seed);
        };
    }

    static Bytes rawPublicKey(AsymmetricKeyParameter key) {
        if (key instanceof Ed25519PrivateKeyParameters ed) {
            return Bytes.of(ed.generatePublicKey().getEncoded());
        }
        if (key instanceof ECPrivateKeyParameters ec) {
            return Bytes.of(p256().getG().multiply(ec.getD()).normalize().getEncoded(false));
        }
        return Bytes.of(((MLDSAPrivateKeyParameters) key).getPublicKey());
    }

    /** Signs, always the same way for the same key and message. */
    static byte[] sign(AsymmetricKeyParameter key, byte[] message) {
        if (key instanceof ECPrivateKeyParameters) {
            return signEcdsa(key, message);
        }
        Signer engine = key instanceof Ed25519PrivateKeyParameters ? new Ed25519Signer() : new MLDSASigner();
        engine.init(true, key);
        engine.update(message, 0, message.length);
        try {
            return engine.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("a valid key did not sign", e);
        }
    }

    private static byte[] signEcdsa(AsymmetricKeyParameter key, byte[] message) {
        ECDSASigner engine = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        engine.init(true, key);
        BigInteger[] pair = engine.generateSignature(digest(message));
        Bytes r = Bytes.of(BigIntegers.asUnsignedByteArray(SCALAR, pair[0]));
        return Bytes.concat(r, Bytes.of(BigIntegers.asUnsignedByteArray(SCALAR, pair[1])))
                .toArray();
    }

    private static byte[] digest(byte[] message) {
        return Sha256.hash(Bytes.of(message)).toArray();
    }

    static MLDSAParameters mldsa(Algorithm algorithm) {
        return algorithm == Algorithm.ML_DSA_65 ? MLDSAParameters.ml_dsa_65 : MLDSAParameters.ml_dsa_44;
    }

    private static ECDomainParameters domain(X9ECParameters curve) {
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
