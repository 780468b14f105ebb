package org.countenance.jws;

import java.io.IOException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Public keys as certificates and keystores hold them (RFC 5280, RFC 8410, RFC 5480). */
final class SubjectPublicKey {

    private SubjectPublicKey() {}

    static VerificationKey read(Bytes der) throws MalformedException {
        AsymmetricKeyParameter key;
        try {
            key = PublicKeyFactory.createKey(der.toArray());
        } catch (IOException | RuntimeException e) {
            throw another();
        }
        if (key instanceof Ed25519PublicKeyParameters ed) {
            return VerificationKey.fromRaw(Algorithm.ED25519, Bytes.of(ed.getEncoded()));
        }
        if (key instanceof ECPublicKeyParameters ec
                && ec.getParameters().getCurve().equals(Primitives.p256().getCurve())) {
            return VerificationKey.fromRaw(
                    Algorithm.ES256, Bytes.of(ec.getQ().normalize().getEncoded(false)));
        }
        throw another();
    }

    static Bytes pem(AsymmetricKeyParameter key) {
        return Pem.write("PUBLIC KEY", der(key).toArray());
    }

    static Bytes der(AsymmetricKeyParameter key) {
        try {
            return Bytes.of(info(key).getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("a public key has no encoding", e);
        }
    }

    /** Of P-256 by its name: a curve that is spelled out in numbers is refused by most. */
    private static SubjectPublicKeyInfo info(AsymmetricKeyParameter key) throws IOException {
        return key instanceof ECPublicKeyParameters ec
                ? new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1),
                        ec.getQ().normalize().getEncoded(false))
                : SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key);
    }

    private static MalformedException another() {
        return MalformedException.of(Place.NOWHERE, "a key of Ed25519 or P-256", "a key of another kind");
    }
}
