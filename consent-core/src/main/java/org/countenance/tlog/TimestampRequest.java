package org.countenance.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/**
 * What is sent to a time-stamping authority: a hash and a number that its answer must repeat (RFC 3161 section 2.4.1). It asks
 * for the authority's certificates too, so that the answer can be verified alone.
 *
 * @param imprint SHA-256 of the bytes to stamp
 * @param nonce a positive number that nobody could know before
 */
public record TimestampRequest(Bytes imprint, BigInteger nonce) {

    private static final Place PLACE = Place.in("timestamp request");
    private static final int LARGEST = 1024;
    private static final int SHORTEST_NONCE = 8;
    private static final int LONGEST_NONCE = 32;

    /** Checks the lengths. */
    public TimestampRequest {
        if (imprint.size() != Sha256.SIZE || nonce.signum() <= 0 || nonce.bitLength() > LONGEST_NONCE * Byte.SIZE) {
            throw new IllegalArgumentException("wanted a hash of 32 bytes and a positive nonce of at most "
                    + LONGEST_NONCE + " bytes, found " + imprint.size() + " bytes and " + nonce);
        }
    }

    /**
     * Asks for a stamp over {@code content}, the exact bytes of a signed checkpoint.
     *
     * @param random 8 to 32 random bytes, for the nonce
     */
    public static TimestampRequest of(Bytes content, Bytes random) {
        if (random.size() < SHORTEST_NONCE) {
            throw new IllegalArgumentException(
                    "wanted a nonce of at least " + SHORTEST_NONCE + " bytes, found " + random.size());
        }
        return new TimestampRequest(Sha256.hash(content), new BigInteger(1, random.toArray()));
    }

    /** Reads a request that this program wrote; any other spelling is refused. */
    public static TimestampRequest parse(Bytes der) throws MalformedException {
        if (der.size() <= LARGEST) {
            try {
                TimeStampReq read = TimeStampReq.getInstance(ASN1Primitive.fromByteArray(der.toArray()));
                TimestampRequest request = new TimestampRequest(
                        Bytes.of(read.getMessageImprint().getHashedMessage()),
                        read.getNonce().getValue());
                if (request.bytes().equals(der)) {
                    return request;
                }
            } catch (IOException | RuntimeException unreadable) {
                throw malformed(der);
            }
        }
        throw malformed(der);
    }

    /** The request as DER, to be sent as {@code application/timestamp-query}. */
    public Bytes bytes() {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        TimeStampReq request = new TimeStampReq(
                new MessageImprint(sha256, imprint.toArray()), null, new ASN1Integer(nonce), ASN1Boolean.TRUE, null);
        try {
            return Bytes.of(request.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static MalformedException malformed(Bytes der) {
        return MalformedException.of(
                PLACE, "a request that `consent log timestamp --request` wrote", der.size() + " other bytes");
    }
}
