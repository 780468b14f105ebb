package org.countenance.tlog;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Place;

/**
 * The answer of a time-stamping authority (RFC 3161 section 2.4.2). Untrusted: {@link TimestampAuthorities} checks it.
 */
public final class TimestampToken {

    private static final Place PLACE = Place.in("timestamp");
    private static final int LARGEST = 1 << 18;
    private static final BigInteger GRANTED_WITH_CHANGES = BigInteger.ONE;

    private final Bytes bytes;
    private final TimestampStatement statement;
    private final SignerInformation signer;
    private final List<X509CertificateHolder> certificates;

    private TimestampToken(ContentInfo token) throws IOException, CMSException {
        this.bytes = Bytes.of(token.getEncoded(ASN1Encoding.DL));
        CMSSignedData signed = new CMSSignedData(token);
        if (!PKCSObjectIdentifiers.id_ct_TSTInfo.getId().equals(signed.getSignedContentTypeOID())) {
            throw new IOException("wanted a TSTInfo, found " + signed.getSignedContentTypeOID());
        }
        byte[] content = (byte[]) signed.getSignedContent().getContent();
        this.statement = new TimestampStatement(TSTInfo.getInstance(ASN1Primitive.fromByteArray(content)));
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw new IOException("wanted one signature, found " + signers.size());
        }
        this.signer = signers.iterator().next();
        this.certificates = List.copyOf(signed.getCertificates().getMatches(null));
    }

    /**
     * Reads the authority's whole response, or the token in it.
     *
     * @throws MalformedException when it is neither
     * @throws NotVerifiedException when the response says that no token was granted
     */
    public static TimestampToken parse(Bytes der) throws MalformedException, NotVerifiedException {
        if (der.size() > LARGEST) {
            throw MalformedException.of(PLACE, "at most " + LARGEST + " bytes", der.size() + " bytes");
        }
        try {
            ASN1Sequence read = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der.toArray()));
            return new TimestampToken(
                    read.getObjectAt(0) instanceof ASN1ObjectIdentifier
                            ? ContentInfo.getInstance(read)
                            : granted(TimeStampResp.getInstance(read)));
        } catch (IOException | CMSException | RuntimeException unreadable) {
            throw MalformedException.of(
                    PLACE, "a response or token of RFC 3161 in DER", der.size() + " bytes that are none");
        }
    }

    private static ContentInfo granted(TimeStampResp response) throws NotVerifiedException {
        BigInteger status = response.getStatus().getStatus();
        if (status.signum() < 0 || status.compareTo(GRANTED_WITH_CHANGES) > 0) {
            throw new NotVerifiedException(
                    "timestamp status",
                    "wanted 0 (granted) or 1 (granted with changes), found " + status + words(response));
        }
        if (response.getTimeStampToken() == null) {
            throw new NotVerifiedException(
                    "timestamp status", "wanted a token beside status " + status + ", found none");
        }
        return response.getTimeStampToken();
    }

    private static String words(TimeStampResp response) {
        var words = response.getStatus().getStatusString();
        return words == null || words.size() == 0
                ? ""
                : " " + MalformedException.quote(words.getStringAtUTF8(0).getString());
    }

    /** The token without the response around it. */
    public Bytes bytes() {
        return bytes;
    }

    TimestampStatement statement() {
        return statement;
    }

    SignerInformation signer() {
        return signer;
    }

    /** The certificates that came with it: for building a path, never for trust. */
    List<X509CertificateHolder> certificates() {
        return certificates;
    }
}
