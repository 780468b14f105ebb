package org.countenance.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerId;
import org.countenance.base.NotVerifiedException;

/** Finds the certificate that a token was signed with: the one its signed attributes name, made for time-stamping alone. */
final class SigningCertificate {

    private static final String STEP = "timestamp certificate";

    private final TimestampToken token;

    SigningCertificate(TimestampToken token) {
        this.token = token;
    }

    /**
     * Finds it.
     *
     * @param known certificates of the verifier, since an authority may leave its own out
     */
    X509CertificateHolder find(List<X509CertificateHolder> known) throws NotVerifiedException {
        SignerId signer = token.signer().getSID();
        List<X509CertificateHolder> named = Stream.concat(token.certificates().stream(), known.stream())
                .filter(signer::match)
                .toList();
        if (named.isEmpty()) {
            throw new NotVerifiedException(
                    STEP, "wanted that of the signer in the token or among those that you pinned, found none");
        }
        List<ESSCertIDv2> ids = ids();
        X509CertificateHolder found = named.stream()
                .filter(each -> ids.stream().allMatch(id -> fits(id, each)))
                .findFirst()
                .orElseThrow(() -> new NotVerifiedException(
                        STEP, "wanted the one that the signed attributes name (RFC 5816), found another"));
        checkPurpose(found);
        checkName(found);
        return found;
    }

    /** The first id of each attribute is that of the signing certificate (RFC 5035 section 5.4). */
    private List<ESSCertIDv2> ids() throws NotVerifiedException {
        List<ESSCertIDv2> ids = new ArrayList<>();
        for (ASN1Encodable value : values(PKCSObjectIdentifiers.id_aa_signingCertificate)) {
            ESSCertID id = org.bouncycastle.asn1.ess.SigningCertificate.getInstance(value)
                    .getCerts()[0];
            ids.add(ESSCertIDv2.from(id));
        }
        for (ASN1Encodable value : values(PKCSObjectIdentifiers.id_aa_signingCertificateV2)) {
            ESSCertIDv2 id = SigningCertificateV2.getInstance(value).getCerts()[0];
            // SHA-1 has an attribute of its own, where nobody gains by a collision; here it would be a step back
            if (!Strength.isStrongHash(id.getHashAlgorithm().getAlgorithm())) {
                throw new NotVerifiedException(
                        STEP,
                        "wanted an id with a strong hash, found "
                                + id.getHashAlgorithm().getAlgorithm());
            }
            ids.add(id);
        }
        if (ids.isEmpty()) {
            throw new NotVerifiedException(STEP, "wanted its id among the signed attributes (RFC 5816), found none");
        }
        return ids;
    }

    private List<ASN1Encodable> values(ASN1ObjectIdentifier type) {
        AttributeTable signed = token.signer().getSignedAttributes();
        List<ASN1Encodable> values = new ArrayList<>();
        if (signed != null) {
            ASN1EncodableVector attributes = signed.getAll(type);
            for (int i = 0; i < attributes.size(); i++) {
                values.addAll(List.of(Attribute.getInstance(attributes.get(i)).getAttributeValues()));
            }
        }
        return values;
    }

    private static boolean fits(ESSCertIDv2 id, X509CertificateHolder certificate) {
        ASN1ObjectIdentifier hash = id.getHashAlgorithm().getAlgorithm();
        String algorithm = hash.equals(OIWObjectIdentifiers.idSHA1) ? "SHA-1" : Strength.hash(hash);
        try {
            byte[] der = certificate.getEncoded();
            ASN1OctetString wanted = id.getCertHashObject();
            return MessageDigest.isEqual(MessageDigest.getInstance(algorithm).digest(der), wanted.getOctets())
                    && (id.getIssuerSerial() == null || fits(id.getIssuerSerial(), certificate));
        } catch (java.io.IOException | NoSuchAlgorithmException unknown) {
            return false;
        }
    }

    private static boolean fits(IssuerSerial id, X509CertificateHolder certificate) {
        GeneralName[] issuer = id.getIssuer().getNames();
        return id.getSerial().hasValue(certificate.getSerialNumber())
                && issuer.length == 1
                && isDirectory(issuer[0], certificate.getIssuer());
    }

    /** RFC 3161 section 2.3: exactly this purpose, and critical. */
    private static void checkPurpose(X509CertificateHolder certificate) throws NotVerifiedException {
        Extension extension = certificate.getExtension(Extension.extendedKeyUsage);
        if (extension == null || !extension.isCritical()) {
            throw new NotVerifiedException(
                    STEP,
                    "wanted a critical extended key usage, found "
                            + (extension == null ? "none" : "one that is not critical"));
        }
        KeyPurposeId[] purposes =
                ExtendedKeyUsage.getInstance(extension.getParsedValue()).getUsages();
        if (purposes.length != 1 || !purposes[0].equals(KeyPurposeId.id_kp_timeStamping)) {
            throw new NotVerifiedException(
                    STEP, "wanted the one purpose time-stamping, found " + Arrays.toString(purposes));
        }
    }

    /** Where the statement names its authority, it is a name of the certificate (RFC 3161 section 2.4.2). */
    private void checkName(X509CertificateHolder certificate) throws NotVerifiedException {
        GeneralName told = token.statement().content().getTsa();
        GeneralNames others =
                GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
        if (told != null
                && !isDirectory(told, certificate.getSubject())
                && (others == null || !List.of(others.getNames()).contains(told))) {
            throw new NotVerifiedException(STEP, "wanted one in the name that the statement gives, found another");
        }
    }

    private static boolean isDirectory(GeneralName name, X500Name wanted) {
        return name.getTagNo() == GeneralName.directoryName
                && X500Name.getInstance(name.getName()).equals(wanted);
    }
}
