package org.countenance.tlog;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** An invented time-stamping authority with a root of its own, whose faults are chosen one by one. */
final class Authority {

    static final String POLICY = "1.3.6.1.4.1.99999.1";
    static final Instant STAMPED = Instant.parse("2026-11-24T10:00:07Z");

    private static final KeyPair ROOT = pair();
    private static final KeyPair SIGNING = pair();

    private final KeyPair root;
    private final X509CertificateHolder rootCertificate;
    X509CertificateHolder certificate;
    String policy = POLICY;
    String signature = "SHA256withECDSA";
    ASN1ObjectIdentifier essHash = org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256;

    private Authority(KeyPair root) {
        this.root = root;
        this.rootCertificate = issued(
                "CN=Moon Gate Root",
                root.getPublic(),
                "2020",
                "2040",
                List.of(
                        extension(Extension.basicConstraints, true, new BasicConstraints(1)),
                        extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))));
        this.certificate = signing("2025", "2030", true, KeyPurposeId.id_kp_timeStamping);
    }

    static Authority sound() {
        return new Authority(ROOT);
    }

    /** Another root of the same name. */
    static Authority stranger() {
        return new Authority(pair());
    }

    X509CertificateHolder signing(String from, String until, boolean critical, KeyPurposeId... purposes) {
        return issued(
                "CN=Moon Gate Stamps",
                SIGNING.getPublic(),
                from,
                until,
                List.of(extension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes))));
    }

    X509CertificateHolder rootThatMayNotIssue() {
        return issued("CN=Moon Gate Root", root.getPublic(), "2020", "2040", List.of());
    }

    X509CertificateHolder forKey(PublicKey key) {
        return issued("CN=Moon Gate Weak", key, "2025", "2030", List.of());
    }

    X509CertificateHolder plain() {
        return issued("CN=Moon Gate Stamps", SIGNING.getPublic(), "2025", "2030", List.of());
    }

    Bytes pem() {
        return pem(rootCertificate);
    }

    static Bytes pem(X509CertificateHolder certificate) {
        try {
            return Bytes.utf8("words around it\n-----BEGIN CERTIFICATE-----\n"
                    + Base64Padded.encodeLines(Bytes.of(certificate.getEncoded())) + "\n-----END CERTIFICATE-----\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Bytes stamp(TimestampRequest request) throws Exception {
        return stamp(request.bytes());
    }

    Bytes stampSha1(Bytes content) throws Exception {
        var asked = new TimeStampRequestGenerator();
        asked.setCertReq(true);
        byte[] hash = java.security.MessageDigest.getInstance("SHA-1").digest(content.toArray());
        return stamp(Bytes.of(asked.generate(OIWObjectIdentifiers.idSHA1, hash, BigInteger.TEN)
                .getEncoded()));
    }

    private Bytes stamp(Bytes request) throws Exception {
        var response = new TimeStampResponseGenerator(generator(), org.bouncycastle.tsp.TSPAlgorithms.ALLOWED);
        return Bytes.of(response.generateGrantedResponse(
                        new org.bouncycastle.tsp.TimeStampRequest(request.toArray()),
                        BigInteger.valueOf(7),
                        new ASN1GeneralizedTime("20261124100007Z").getDate())
                .getEncoded());
    }

    /** What {@link #stamp} would say, signed under a certificate that no generator of stamps would use. */
    Bytes stampUnder(X509CertificateHolder faulty, TimestampRequest request) throws Exception {
        byte[] statement =
                TimestampToken.parse(stamp(request)).statement().content().getEncoded();
        var attribute = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(
                        Sha256.hash(Bytes.of(faulty.getEncoded())).toArray()))));
        var signer = new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(Certificates.PROVIDER)
                .setSignedAttributeGenerator(
                        new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(attribute))))
                .build("SHA256withECDSA", SIGNING.getPrivate(), java(faulty));
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(signer);
        generator.addCertificate(faulty);
        return Bytes.of(generator
                .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, statement), true)
                .getEncoded("DER"));
    }

    Bytes refuse() throws Exception {
        var response = new TimeStampResponseGenerator(generator(), org.bouncycastle.tsp.TSPAlgorithms.ALLOWED);
        return Bytes.of(response.generateFailResponse(2, 1, "too busy").getEncoded());
    }

    private TimeStampTokenGenerator generator()
            throws GeneralSecurityException, OperatorException, TSPException, IOException {
        var digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(Certificates.PROVIDER)
                .build();
        var signer = new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(Certificates.PROVIDER)
                .build("SHA256withECDSA", SIGNING.getPrivate(), java(certificate));
        var generator = new TimeStampTokenGenerator(
                signer, digests.get(new AlgorithmIdentifier(essHash)), new ASN1ObjectIdentifier(policy));
        generator.setAccuracySeconds(1);
        generator.addCertificates(new JcaCertStore(List.of(java(certificate))));
        return generator;
    }

    private X509CertificateHolder issued(
            String subject, PublicKey key, String from, String until, List<Extension> extensions) {
        try {
            var builder = new X509v3CertificateBuilder(
                    new X500Name("CN=Moon Gate Root"),
                    new BigInteger(64, new java.util.Random(subject.hashCode())).add(BigInteger.ONE),
                    new Time(new ASN1GeneralizedTime(from + "0101000000Z")),
                    new Time(new ASN1GeneralizedTime(until + "0101000000Z")),
                    new X500Name(subject),
                    SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            for (Extension each : extensions) {
                builder.addExtension(each);
            }
            PrivateKey issuer = root.getPrivate();
            return builder.build(new JcaContentSignerBuilder(signature)
                    .setProvider(Certificates.PROVIDER)
                    .build(issuer));
        } catch (IOException | OperatorException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Extension extension(
            ASN1ObjectIdentifier id, boolean critical, org.bouncycastle.asn1.ASN1Object value) {
        try {
            return new Extension(id, critical, value.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate java(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .setProvider(Certificates.PROVIDER)
                .getCertificate(holder);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Certificates.PROVIDER);
            generator.initialize(new ECGenParameterSpec("P-256"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
