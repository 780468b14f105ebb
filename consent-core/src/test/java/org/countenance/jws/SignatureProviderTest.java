package org.countenance.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another provider makes checks quicker and changes no answer. */
class SignatureProviderTest {

    private static final Bytes MESSAGE = Bytes.utf8("what was signed");
    private static final Map<Algorithm, String> NAMES =
            Map.of(Algorithm.ED25519, "Ed25519", Algorithm.ES256, "SHA256withECDSAinP1363Format");
    private static final SigningKey SIGNER = SigningKey.fromSeed(Algorithm.ED25519, Sha256.hash(MESSAGE));
    private static final VerificationKey KEY = SIGNER.verificationKey();
    private static final Bytes SIGNATURE = SIGNER.sign(MESSAGE);

    @AfterEach
    void asksNobodyElse() {
        SignatureProvider.useNone();
    }

    /** What a provider says of a message and a signature. */
    @FunctionalInterface
    private interface Opinion {
        boolean of(PublicKey key, Bytes message, Bytes signature) throws SignatureException;
    }

    /** A provider with an opinion about signatures of one algorithm, which may change. */
    private static final class Opinionated extends Provider {

        private static final long serialVersionUID = 1L;
        private final AtomicInteger asked = new AtomicInteger();
        private transient Opinion opinion;

        Opinionated(Opinion opinion) {
            this(Algorithm.ED25519, opinion);
        }

        Opinionated(Algorithm algorithm, Opinion opinion) {
            super("Opinionated", "1", "for tests");
            this.opinion = opinion;
            putService(new Service(this, "Signature", NAMES.get(algorithm), "none", null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Check();
                }
            });
        }

        private final class Check extends SignatureSpi {

            private final ByteArrayOutputStream message = new ByteArrayOutputStream();
            private PublicKey key;

            @Override
            protected void engineInitVerify(PublicKey with) {
                key = with;
            }

            @Override
            protected void engineUpdate(byte[] bytes, int from, int count) {
                message.write(bytes, from, count);
            }

            @Override
            protected boolean engineVerify(byte[] signature) throws SignatureException {
                asked.incrementAndGet();
                return opinion.of(key, Bytes.of(message.toByteArray()), Bytes.of(signature));
            }

            @Override
            protected void engineInitSign(PrivateKey with) {
                throw new UnsupportedOperationException();
            }

            @Override
            protected void engineUpdate(byte single) {
                message.write(single);
            }

            @Override
            protected byte[] engineSign() {
                throw new UnsupportedOperationException();
            }

            @Override
            @Deprecated
            protected void engineSetParameter(String name, Object value) {
                throw new UnsupportedOperationException();
            }

            @Override
            @Deprecated
            protected Object engineGetParameter(String name) {
                throw new UnsupportedOperationException();
            }
        }
    }

    /** As the provider of the JDK says. */
    private static boolean rightly(PublicKey key, Bytes message, Bytes signature) throws SignatureException {
        try {
            String name = NAMES.get(key.getAlgorithm().equals("EC") ? Algorithm.ES256 : Algorithm.ED25519);
            Signature check = Signature.getInstance(name, "SunEC");
            check.initVerify(key);
            check.update(message.toArray());
            return check.verify(signature.toArray());
        } catch (NoSuchAlgorithmException | NoSuchProviderException | InvalidKeyException e) {
            throw new SignatureException(e);
        }
    }

    @Test
    void isAskedBeforeAnyElse() {
        Opinionated provider = new Opinionated(SignatureProviderTest::rightly);
        SignatureProvider.use(provider);
        int before = provider.asked.get();
        provider.opinion = (key, message, signature) -> message.equals(MESSAGE) && signature.equals(SIGNATURE);
        assertThat(KEY.verifies(MESSAGE, SIGNATURE)).isTrue();
        assertThat(provider.asked.get()).isEqualTo(before + 1);
    }

    @Test
    void isOverruledWhereItDenies() {
        Opinionated provider = new Opinionated(SignatureProviderTest::rightly);
        SignatureProvider.use(provider);
        provider.opinion = (key, message, signature) -> false;
        assertThat(KEY.verifies(MESSAGE, SIGNATURE)).isTrue();
        assertThat(KEY.verifies(Bytes.EMPTY, SIGNATURE)).isFalse();
    }

    @Test
    void isOverruledWhereItFails() {
        Opinionated provider = new Opinionated(SignatureProviderTest::rightly);
        SignatureProvider.use(provider);
        provider.opinion = (key, message, signature) -> {
            throw new SignatureException("out of order");
        };
        assertThat(KEY.verifies(MESSAGE, SIGNATURE)).isTrue();
        assertThat(KEY.verifies(Bytes.EMPTY, SIGNATURE)).isFalse();
    }

    @Test
    void isRefusedWhenItTakesEverything() {
        tooMuch(Algorithm.ED25519, (key, message, signature) -> true);
    }

    @Test
    void isRefusedWhenItTakesNothing() {
        refused(
                new Opinionated((key, message, signature) -> false),
                "wanted a provider that takes what Ed25519 signed, found `Opinionated`, which does not");
    }

    @Test
    void isRefusedWhenItTakesAnyMessage() {
        AtomicReference<Bytes> first = new AtomicReference<>();
        tooMuch(Algorithm.ED25519, (key, message, signature) -> {
            first.compareAndSet(null, message);
            return rightly(key, first.get(), signature);
        });
    }

    @Test
    void isRefusedWhenItTakesAnyKey() {
        AtomicReference<PublicKey> first = new AtomicReference<>();
        tooMuch(Algorithm.ED25519, (key, message, signature) -> {
            first.compareAndSet(null, key);
            return rightly(first.get(), message, signature);
        });
    }

    @Test
    void isRefusedWhenItReadsHalfOfTheSignature() {
        for (Algorithm algorithm : NAMES.keySet()) {
            AtomicReference<Bytes> first = new AtomicReference<>();
            tooMuch(algorithm, (key, message, signature) -> {
                first.compareAndSet(null, signature);
                return rightly(
                        key,
                        message,
                        Bytes.concat(signature.slice(0, 32), first.get().slice(32, 64)));
            });
            AtomicReference<Bytes> other = new AtomicReference<>();
            tooMuch(algorithm, (key, message, signature) -> {
                other.compareAndSet(null, signature);
                return rightly(key, message, Bytes.concat(other.get().slice(0, 32), signature.slice(32, 64)));
            });
        }
    }

    /** As in CVE-2022-21449: a scalar that is nothing fits everything. */
    @Test
    void isRefusedWhenItTakesNoScalar() throws MalformedException {
        Bytes zero = Bytes.of(new byte[32]);
        Bytes order = Bytes.fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
        takesNoScalar(Algorithm.ED25519, zero);
        takesNoScalar(Algorithm.ES256, zero);
        takesNoScalar(Algorithm.ES256, order);
    }

    private static void takesNoScalar(Algorithm algorithm, Bytes none) {
        Opinion both = (key, message, signature) -> signature.equals(Bytes.concat(none, none));
        Opinion first = (key, message, signature) -> isOnly(none, signature.slice(0, 32), signature.slice(32, 64));
        Opinion second = (key, message, signature) -> isOnly(none, signature.slice(32, 64), signature.slice(0, 32));
        for (Opinion lax : List.of(both, first, second)) {
            tooMuch(
                    algorithm,
                    (key, message, signature) -> lax.of(key, message, signature) || rightly(key, message, signature));
        }
    }

    private static boolean isOnly(Bytes none, Bytes half, Bytes other) {
        return half.equals(none) && !other.equals(none);
    }

    private static void tooMuch(Algorithm algorithm, Opinion opinion) {
        refused(
                new Opinionated(algorithm, opinion),
                "wanted a provider that takes only what " + algorithm.joseName()
                        + " signed, found `Opinionated`, which takes more");
    }

    /** RFC 8032 section 5.1.7 wants the scalar below the order; whoever reduces it first takes two spellings of one signature. */
    @Test
    void isRefusedWhenItTakesTwoSpellings() {
        tooMuch(
                Algorithm.ED25519,
                (key, message, signature) -> signature.at(63) >= 0x10 || rightly(key, message, signature));
    }

    @Test
    void isRefusedWhenItKnowsNoAlgorithm() {
        refused(
                new Provider("Empty", "1", "for tests") {
                    private static final long serialVersionUID = 1L;
                },
                "wanted a provider that knows signatures of Ed25519 or ES256, found `Empty`, which knows neither");
    }

    /** One that is refused leaves the one before it in use. */
    private static void refused(Provider provider, String message) {
        Opinionated before = new Opinionated(SignatureProviderTest::rightly);
        SignatureProvider.use(before);
        assertThatThrownBy(() -> SignatureProvider.use(provider))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        int asked = before.asked.get();
        assertThat(KEY.verifies(MESSAGE, SIGNATURE)).isTrue();
        assertThat(before.asked.get()).isEqualTo(asked + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "ES256"})
    void corretto(Algorithm algorithm) {
        SignatureProvider.use(corretto());
        SigningKey signer = SigningKey.fromSeed(algorithm, Sha256.hash(MESSAGE));
        Bytes signature = signer.sign(MESSAGE);
        assertThat(SignatureProvider.confirms(signer.verificationKey(), MESSAGE, signature))
                .isTrue();
        assertThat(SignatureProvider.confirms(signer.verificationKey(), Bytes.EMPTY, signature))
                .isFalse();
    }

    /** Every case of Project Wycheproof has the same answer. */
    @TestFactory
    Stream<DynamicTest> correttoAgreesOnEveryCase() {
        SignatureProvider.use(corretto());
        WycheproofTest cases = new WycheproofTest();
        return Stream.of(cases.agreesOnEd25519(), cases.agreesOnEcdsa(), cases.agreesOnJwsWithEs256())
                .flatMap(each -> each);
    }

    private static Provider corretto() {
        AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
        assumeTrue(corretto.getLoadingError() == null, "no library of Amazon's Corretto provider for this machine");
        return corretto;
    }
}
