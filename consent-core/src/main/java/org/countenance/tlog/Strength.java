package org.countenance.tlog;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;

/** Which hashes and keys are strong enough under a timestamp. SHA-1 and short keys are not: a collision could be stamped beforehand. */
final class Strength {

    private static final String STEP = "timestamp strength";
    private static final Pattern HASH = Pattern.compile("SHA(-|3-)?(256|384|512)");
    private static final Pattern SIGNATURE =
            Pattern.compile("SHA(-|3-)?(256|384|512)-?WITH-?.*|ED25519|ED448|ML-DSA-(44|65|87)|SLH-DSA-.*");
    private static final Pattern KEY = Pattern.compile("ED25519|ED448|EDDSA|ML-DSA.*|SLH-DSA.*");
    private static final int RSA = 2048;
    private static final int EC = 256;

    private Strength() {}

    static boolean isStrongHash(ASN1ObjectIdentifier hash) {
        return HASH.matcher(name(new AlgorithmIdentifier(hash))).matches();
    }

    /** The platform's name of a hash. */
    static String hash(ASN1ObjectIdentifier hash) {
        return name(new AlgorithmIdentifier(hash));
    }

    /** Checks a certificate; the signature on a pinned one says nothing, since the verifier has chosen it. */
    static void check(X509Certificate certificate, boolean pinned) throws NotVerifiedException {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (!pinned && !SIGNATURE.matcher(signature).matches()) {
            throw weak("a strong signature on " + Certificates.subject(certificate), signature);
        }
        check(certificate.getPublicKey(), certificate);
    }

    /** Checks how a token is signed: the hash of its attributes, and that in the signature where it names its own. */
    static void check(SignerInformation signer) throws NotVerifiedException {
        AlgorithmIdentifier signature = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        boolean named = !signature.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
                && !signature.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
        String hash = name(signer.getDigestAlgorithmID());
        if (!HASH.matcher(hash).matches()
                || (named && !SIGNATURE.matcher(name(signature)).matches())) {
            throw weak("a strong signature", hash + " and " + name(signature));
        }
    }

    private static void check(PublicKey key, X509Certificate certificate) throws NotVerifiedException {
        boolean strong;
        if (key instanceof RSAKey rsa) {
            strong = rsa.getModulus().bitLength() >= RSA;
        } else if (key instanceof ECKey ec) {
            strong = ec.getParams().getOrder().bitLength() >= EC;
        } else {
            strong = KEY.matcher(key.getAlgorithm().toUpperCase(Locale.ROOT)).matches();
        }
        if (!strong) {
            throw weak("a strong key of " + Certificates.subject(certificate), key.getAlgorithm());
        }
    }

    private static String name(AlgorithmIdentifier algorithm) {
        return new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm).toUpperCase(Locale.ROOT);
    }

    private static NotVerifiedException weak(String wanted, String found) {
        return new NotVerifiedException(STEP, "wanted " + wanted + ", found " + MalformedException.quote(found));
    }
}
