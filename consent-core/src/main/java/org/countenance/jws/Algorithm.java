package org.countenance.jws;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** How something is signed. The key chooses it, never the message. */
public enum Algorithm {
    /** RFC 8032 over the bytes themselves; RFC 9864 names it. */
    ED25519("Ed25519", 32, 64),
    /** ECDSA over P-256 with SHA-256 (RFC 7518), the signature as R and S of 32 bytes each. */
    ES256("ES256", 65, 64),
    /** FIPS 204 at level 3 (RFC 9964). */
    ML_DSA_65("ML-DSA-65", 1952, 3309),
    /** FIPS 204 at level 2, for cosignatures of a log alone; no record is signed with it. */
    ML_DSA_44("ML-DSA-44", 1312, 2420);

    private static final Set<String> REFUSED = Set.of("none", "EdDSA");

    private final String joseName;
    private final int keySize;
    private final int signatureSize;

    Algorithm(String joseName, int keySize, int signatureSize) {
        this.joseName = joseName;
        this.keySize = keySize;
        this.signatureSize = signatureSize;
    }

    /** The algorithm that a record's header names, if this program knows it. */
    public static Optional<Algorithm> ofRecord(String name) {
        return Arrays.stream(values())
                .filter(each -> each != ML_DSA_44 && each.joseName.equals(name))
                .findFirst();
    }

    /** Whether no version of this program will ever take this name. */
    public static boolean isRefused(String name) {
        return REFUSED.contains(name);
    }

    /** The name in a header or JWK. */
    public String joseName() {
        return joseName;
    }

    /** Bytes of a raw public key. */
    public int keySize() {
        return keySize;
    }

    /** Bytes of a signature; there is no other size. */
    public int signatureSize() {
        return signatureSize;
    }
}
