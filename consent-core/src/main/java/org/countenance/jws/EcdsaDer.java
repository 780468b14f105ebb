package org.countenance.jws;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Two spellings of an ECDSA signature: R and S of 32 bytes each as in a JWS, and the DER that everybody else writes (RFC 3279). */
final class EcdsaDer {

    private static final int SCALAR = 32;

    private EcdsaDer() {}

    static Bytes of(Bytes pair) {
        byte[] both = pair.toArray();
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(both, 0, SCALAR));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(both, SCALAR, 2 * SCALAR));
        try {
            return Bytes.of(
                    StandardDSAEncoding.INSTANCE.encode(Primitives.p256().getN(), r, s));
        } catch (IOException e) {
            throw new IllegalStateException("two numbers have no DER", e);
        }
    }

    /** Reads the only spelling of a pair; the numbers lie between 1 and the order of the curve. */
    static Bytes pair(Bytes der) throws MalformedException {
        try {
            BigInteger[] pair =
                    StandardDSAEncoding.INSTANCE.decode(Primitives.p256().getN(), der.toArray());
            return Bytes.concat(
                    Bytes.of(BigIntegers.asUnsignedByteArray(SCALAR, pair[0])),
                    Bytes.of(BigIntegers.asUnsignedByteArray(SCALAR, pair[1])));
        } catch (IOException | RuntimeException e) {
            throw MalformedException.of(Place.NOWHERE, "an ECDSA signature in DER", "something else");
        }
    }
}
