package org.countenance.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countenance.base.Bytes;
import org.countenance.jws.Signer;
import org.countenance.jws.SignerContract;
import org.countenance.jws.SignerException;
import org.countenance.jws.SignerException.Reason;
import org.countenance.jws.VerificationKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in PKCS#12 files. */
class Pkcs12SignerTest {

    @TempDir
    static Path directory;

    private static KeyPlace place;

    @BeforeAll
    static void makesTheFile() throws Exception {
        place = Keytool.pkcs12(directory, "Ed25519", "EC -groupname secp256r1", "RSA");
    }

    private static UnlockedKeys open() {
        return UnlockedKeys.open(place, Keytool.PIN.toCharArray());
    }

    @Nested
    class Ed25519 implements SignerContract {
        @Override
        public Signer signer() {
            return open().signer("ed25519");
        }

        @Override
        public String secret() {
            return Keytool.PIN;
        }
    }

    @Nested
    class P256 implements SignerContract {
        @Override
        public Signer signer() {
            return open().signer("ec");
        }

        @Override
        public String secret() {
            return Keytool.PIN;
        }
    }

    @Test
    void tellsWhatIsWrong() throws Exception {
        refuses(() -> UnlockedKeys.open(place, "another".toCharArray()), Reason.PIN, "wanted the passphrase of");
        refuses(() -> open().signer("nobody"), Reason.ENTRY, "found `ec`, `ed25519`, `rsa`");
        refuses(() -> open().signer("rsa"), Reason.KIND, "found one of RSA with");
        Path garbage = Files.writeString(directory.resolve("garbage"), "no keystore");
        for (Path file : new Path[] {garbage, directory.resolve("nothing")}) {
            KeyPlace wrong = new KeyPlace(KeyPlace.Kind.PKCS12, file);
            refuses(() -> UnlockedKeys.open(wrong, Keytool.PIN.toCharArray()), Reason.LIBRARY, "wanted ");
        }
    }

    @Test
    void releasesNoSignatureThatDoesNotVerify() throws Exception {
        KeyPair one = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair another = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        VerificationKey shown = VerificationKey.fromSubjectPublicKeyInfo(
                Bytes.of(one.getPublic().getEncoded()));
        Signer signer = KeyStoreSigner.of("a test", shown, another.getPrivate(), Signature::getInstance);
        refuses(() -> signer.sign(Bytes.utf8("x")), Reason.FALSE_SIGNATURE, "that verifies, found another");
    }

    @Test
    void tellsThatTheTokenIsGoneWithNothingOfTheProvidersOwnWords() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        VerificationKey shown = VerificationKey.fromSubjectPublicKeyInfo(
                Bytes.of(pair.getPublic().getEncoded()));
        Signer signer = KeyStoreSigner.of("a test", shown, pair.getPrivate(), Gone::new);
        refuses(() -> signer.sign(Bytes.utf8("x")), Reason.GONE, "found it failing with CKR_DEVICE_REMOVED");
    }

    private static void refuses(ThrowingCallable call, Reason reason, String part) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SignerException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(part)
                .hasNoCause()
                .message()
                .doesNotContain(Keytool.PIN, "hunter2");
    }

    /** An engine whose token was pulled out. */
    private static final class Gone extends Signature {
        Gone(String name) throws NoSuchAlgorithmException {
            super(name);
        }

        @Override
        protected void engineInitVerify(java.security.PublicKey key) {}

        @Override
        protected void engineInitSign(java.security.PrivateKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] b, int off, int len) {}

        @Override
        protected byte[] engineSign() throws SignatureException {
            throw new SignatureException("pin hunter2", new IllegalStateException("CKR_DEVICE_REMOVED hunter2"));
        }

        @Override
        protected boolean engineVerify(byte[] bytes) {
            return false;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            return name;
        }
    }
}
