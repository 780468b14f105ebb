package org.countenance.jws;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/**
 * A provider of the Java Cryptography Architecture that is asked before Bouncy Castle whether a signature holds, for whoever checks very
 * many: Amazon's Corretto provider takes about half the time. Nobody asks one unless it is named. Only its yes is an answer, and must be
 * right; whatever it denies or fails at is asked again of Bouncy Castle. One that takes any of the wrong signatures that are tried first is
 * refused. There is one for a process, as {@link java.security.Security} has them, since any key may be asked anywhere.
 */
public final class SignatureProvider {

    private static final Bytes MESSAGE = Bytes.utf8("countenance-provider-v1");
    private static final int HALF = 32;

    /** Of the group of Ed25519 (RFC 8032 section 5.1). */
    private static final BigInteger ORDER =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static volatile Optional<SignatureProvider> used = Optional.empty();

    private final Provider provider;
    private final Set<Algorithm> algorithms = EnumSet.noneOf(Algorithm.class);

    private SignatureProvider(Provider provider) {
        this.provider = provider;
        for (Algorithm algorithm : Algorithm.values()) {
            if (name(algorithm).filter(this::offers).isPresent()) {
                check(algorithm);
                algorithms.add(algorithm);
            }
        }
    }

    /**
     * Asks {@code provider} first from now on, for all of this process.
     *
     * @throws IllegalArgumentException when it knows signatures of neither Ed25519 nor ES256, or judges some of them wrongly; then nothing
     *     changes
     */
    public static void use(Provider provider) {
        SignatureProvider checked = new SignatureProvider(provider);
        if (checked.algorithms.isEmpty()) {
            throw checked.refused("knows signatures of Ed25519 or ES256", "knows neither");
        }
        used = Optional.of(checked);
    }

    /** Asks Bouncy Castle alone again. */
    public static void useNone() {
        used = Optional.empty();
    }

    /** Whether there is a provider that says that a signature holds; a no says nothing. */
    static boolean confirms(VerificationKey key, Bytes message, Bytes signature) {
        Optional<SignatureProvider> asked = used;
        return asked.isPresent()
                && asked.get().algorithms.contains(key.algorithm())
                && asked.get().says(key, message, signature);
    }

    private static Optional<String> name(Algorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> Optional.of("Ed25519");
            case ES256 -> Optional.of("SHA256withECDSAinP1363Format");
            // So few are signed with these that nobody waits for them.
            case ML_DSA_65, ML_DSA_44 -> Optional.empty();
        };
    }

    private boolean offers(String name) {
        return provider.getService("Signature", name) != null;
    }

    private boolean says(VerificationKey key, Bytes message, Bytes signature) {
        try {
            Signature check = Signature.getInstance(name(key.algorithm()).orElseThrow(), provider);
            check.initVerify(publicKey(key));
            check.update(message.toArray());
            return check.verify(signature.toArray());
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            // Whatever is wrong with the signature, or with the provider: it has not said yes.
            return false;
        }
    }

    private static PublicKey publicKey(VerificationKey key) throws GeneralSecurityException {
        String kind = key.algorithm() == Algorithm.ED25519 ? "Ed25519" : "EC";
        return KeyFactory.getInstance(kind)
                .generatePublic(new X509EncodedKeySpec(key.toDer().toArray()));
    }

    /** Tries it with a signature that holds, and with such as would do harm if they were taken for one. */
    private void check(Algorithm algorithm) {
        SigningKey signer = SigningKey.fromSeed(algorithm, zero());
        VerificationKey key = signer.verificationKey();
        VerificationKey other =
                SigningKey.fromSeed(algorithm, Sha256.hash(MESSAGE)).verificationKey();
        Bytes signature = signer.sign(MESSAGE);
        if (!says(key, MESSAGE, signature)) {
            throw refused("takes what " + algorithm.joseName() + " signed", "does not");
        }
        if (says(other, MESSAGE, signature)
                || says(key, Bytes.EMPTY, signature)
                || altered(algorithm, signature).stream().anyMatch(each -> says(key, MESSAGE, each))) {
            throw refused("takes only what " + algorithm.joseName() + " signed", "takes more");
        }
    }

    private static List<Bytes> altered(Algorithm algorithm, Bytes signature) {
        List<Bytes> altered = new ArrayList<>();
        for (int at : new int[] {0, HALF - 1, HALF, 2 * HALF - 1}) {
            byte[] bytes = signature.toArray();
            bytes[at] ^= 1;
            altered.add(Bytes.of(bytes));
        }
        Bytes one = signature.slice(0, HALF);
        Bytes two = signature.slice(HALF, 2 * HALF);
        for (Bytes none : algorithm == Algorithm.ED25519 ? List.of(zero()) : List.of(zero(), orderOfP256())) {
            altered.add(Bytes.concat(none, none));
            altered.add(Bytes.concat(one, none));
            altered.add(Bytes.concat(none, two));
        }
        if (algorithm == Algorithm.ED25519) {
            altered.add(Bytes.concat(one, beyondOrder(two)));
        }
        return altered;
    }

    private static Bytes zero() {
        return Bytes.of(new byte[HALF]);
    }

    /** As good as zero for a scalar. */
    private static Bytes orderOfP256() {
        return Bytes.of(BigIntegers.asUnsignedByteArray(HALF, Primitives.p256().getN()));
    }

    /** The same scalar written another way, which RFC 8032 refuses (section 5.1.7). */
    private static Bytes beyondOrder(Bytes scalar) {
        byte[] bigEndian = Arrays.reverse(scalar.toArray());
        BigInteger beyond = new BigInteger(1, bigEndian).add(ORDER);
        return Bytes.of(Arrays.reverse(BigIntegers.asUnsignedByteArray(HALF, beyond)));
    }

    private IllegalArgumentException refused(String does, String instead) {
        return new IllegalArgumentException(
                "wanted a provider that " + does + ", found `" + provider.getName() + "`, which " + instead);
    }
}
