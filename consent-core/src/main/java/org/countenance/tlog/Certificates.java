package org.countenance.tlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/** Reads X.509 certificates, with Bouncy Castle alone: what the platform is configured to believe plays no part. */
final class Certificates {

    /** Never registered with the platform. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final Place PLACE = Place.in("certificates");
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final int LARGEST = 1 << 20;
    private static final int SEQUENCE = 0x30;

    private Certificates() {}

    /** Reads one certificate as DER, or one or more as PEM with any words around them. */
    static List<X509Certificate> parse(Bytes file) throws MalformedException {
        if (file.size() > LARGEST) {
            throw MalformedException.of(PLACE, "at most " + LARGEST + " bytes", file.size() + " bytes");
        }
        if (file.size() > 0 && file.at(0) == SEQUENCE) {
            return List.of(certificate(file));
        }
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(file.text());
        while (blocks.find()) {
            if (!blocks.group(1).equals("CERTIFICATE")) {
                throw MalformedException.of(
                        PLACE, "blocks of `CERTIFICATE`", MalformedException.quote(blocks.group(1)));
            }
            certificates.add(certificate(Base64Padded.decode(blocks.group(2).replaceAll("\\s", ""))));
        }
        if (certificates.isEmpty()) {
            throw MalformedException.of(PLACE, "at least one certificate in PEM", "none");
        }
        return List.copyOf(certificates);
    }

    static X509Certificate of(X509CertificateHolder holder) throws MalformedException {
        try {
            return certificate(Bytes.of(holder.getEncoded()));
        } catch (IOException e) {
            throw malformed();
        }
    }

    static X509CertificateHolder holder(X509Certificate certificate) throws MalformedException {
        try {
            return new X509CertificateHolder(bytes(certificate).toArray());
        } catch (IOException e) {
            throw malformed();
        }
    }

    /** The DER. */
    static Bytes bytes(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }

    static Bytes sha256(X509Certificate certificate) {
        return Sha256.hash(bytes(certificate));
    }

    /** Whose certificate it is, for people. */
    static String subject(X509Certificate certificate) {
        return MalformedException.quote(certificate.getSubjectX500Principal().getName());
    }

    private static X509Certificate certificate(Bytes der) throws MalformedException {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", PROVIDER);
            if (factory.generateCertificate(new ByteArrayInputStream(der.toArray())) instanceof X509Certificate read
                    && bytes(read).equals(der)) {
                return read;
            }
        } catch (CertificateException | RuntimeException unreadable) {
            throw malformed();
        }
        throw malformed();
    }

    private static MalformedException malformed() {
        return MalformedException.of(PLACE, "an X.509 certificate in DER", "something else");
    }
}
