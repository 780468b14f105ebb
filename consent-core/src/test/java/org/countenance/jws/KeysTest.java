package org.countenance.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final char[] PASSPHRASE = "correct horse".toCharArray();
    private static final Bytes MESSAGE = Bytes.utf8("a message");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void comeBackFromRest(Algorithm algorithm) throws MalformedException {
        SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
        Bytes pem = key.toEncryptedPem(PASSPHRASE, new SecureRandom());
        assertThat(SigningKey.fromPem(pem, PASSPHRASE).verificationKey()).isEqualTo(key.verificationKey());
        assertThat(SigningKey.fromPem(key.toPem(), new char[0]).sign(MESSAGE)).isEqualTo(key.sign(MESSAGE));
        assertThatThrownBy(() -> SigningKey.fromPem(pem, "another".toCharArray()))
                .isInstanceOf(MalformedException.class)
                .hasMessage("key file: wanted the passphrase under which it was encrypted, found another");
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void verifyTheirOwnSignaturesAndNoOthers(Algorithm algorithm) {
        SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
        Bytes signature = key.sign(MESSAGE);
        assertThat(key.verificationKey().verifies(MESSAGE, signature)).isTrue();
        assertThat(key.verificationKey().verifies(Bytes.utf8("another"), signature))
                .isFalse();
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            byte[] changed = signature.toArray();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(key.verificationKey().verifies(MESSAGE, Bytes.of(changed)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "ES256", "ML_DSA_65"})
    void roundTripAsJwk(Algorithm algorithm) throws MalformedException {
        VerificationKey key = SigningKey.generate(algorithm, new SecureRandom()).verificationKey();
        assertThat(VerificationKey.fromJwk(key.toJwk())).isEqualTo(key);
        assertThat(key.thumbprint()).hasSize(43);
    }

    @Test
    void neverPrintThemselves() {
        SigningKey key = SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32]));
        assertThat(key.toString())
                .isEqualTo(
                        "private part of Ed25519 key " + key.verificationKey().thumbprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-algorithm ED25519", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256"})
    void areReadFromOpenSsl(String kind) throws Exception {
        Path file = directory.resolve("key.pem");
        openssl("genpkey " + kind + " -aes-256-cbc -pass pass:secret -out " + file);
        SigningKey key = SigningKey.fromPem(Bytes.of(Files.readAllBytes(file)), "secret".toCharArray());
        assertThat(key.verificationKey().verifies(MESSAGE, key.sign(MESSAGE))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "-algorithm ED25519, -scrypt",
        "-algorithm ED25519, -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 10000",
        "-algorithm ED25519, -nocrypt",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256, -scrypt",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256, -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 10000",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256, -nocrypt"
    })
    void areReadFromOpenSslHoweverItKeepsThem(String kind, String kept) throws Exception {
        Path made = directory.resolve("made.pem");
        Path file = directory.resolve("key.pem");
        openssl("genpkey " + kind + " -out " + made);
        openssl("pkcs8 -topk8 -in " + made + " -out " + file + " -passout pass:secret " + kept);
        SigningKey key = SigningKey.fromPem(Bytes.of(Files.readAllBytes(file)), "secret".toCharArray());
        Path ours = directory.resolve("ours.pub");
        Path message = Files.write(directory.resolve("message"), MESSAGE.toArray());
        openssl("pkey -in " + made + " -pubout -outform DER -out " + ours);
        assertThat(VerificationKey.fromSubjectPublicKeyInfo(Bytes.of(Files.readAllBytes(ours))))
                .isEqualTo(key.verificationKey());
        if (key.verificationKey().algorithm() == Algorithm.ED25519) {
            Path signature = Files.write(
                    directory.resolve("signature"), key.sign(MESSAGE).toArray());
            openssl("pkeyutl -verify -rawin -inkey " + made + " -in " + message + " -sigfile " + signature);
        }
    }

    /** Numbers beyond an {@code int}, and fewer of them than scrypt takes, made the reader fail with what nobody catches. */
    @ParameterizedTest
    @ValueSource(strings = {"short", "huge"})
    void refuseNumbersThatNoKeyDerivationHas(String how) throws Exception {
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        numbers.add(new DEROctetString(new byte[16]));
        if (how.equals("huge")) {
            numbers.add(new ASN1Integer(BigInteger.ONE.shiftLeft(70)));
        }
        PBES2Parameters parameters = new PBES2Parameters(
                new KeyDerivationFunc(new ASN1ObjectIdentifier("1.3.6.1.4.1.11591.4.11"), new DERSequence(numbers)),
                new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16])));
        byte[] der = new EncryptedPrivateKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), new byte[32])
                .getEncoded("DER");
        assertThatThrownBy(() -> SigningKey.fromPem(Pem.write("ENCRYPTED PRIVATE KEY", der), PASSPHRASE))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("wanted encryption by scrypt or PBKDF2 with AES-256-CBC");
    }

    @Test
    void refuseDamagedFilesWithNothingButMalformed() throws Exception {
        SigningKey key = SigningKey.generate(Algorithm.ED25519, new SecureRandom());
        for (Bytes pem : List.of(key.toEncryptedPem(PASSPHRASE, new SecureRandom()), key.toPem())) {
            Pem.Block block = Pem.read(pem);
            Random random = new Random(11);
            for (int i = 0; i < 150; i++) {
                byte[] der = block.content().toArray();
                // The frame alone: beyond it stand salt and ciphertext, where a change is another passphrase.
                int at = random.nextInt(Math.min(der.length, 60));
                byte before = der[at];
                der[at] = (byte) (i % 3 == 0 ? before ^ 1 << random.nextInt(8) : random.nextInt(256));
                Bytes damaged = Pem.write(block.type(), der);
                try {
                    SigningKey.fromPem(damaged, PASSPHRASE);
                } catch (MalformedException refused) {
                    assertThat(refused.getCause()).isNull();
                    assertThat(refused.toString()).doesNotContain("correct horse");
                } catch (RuntimeException escaped) {
                    throw new AssertionError("byte " + at + " was " + before + ", is " + der[at], escaped);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "ES256"})
    void areReadByOpenSsl(Algorithm algorithm) throws Exception {
        SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
        Path file = directory.resolve("key.pem");
        Path plain = directory.resolve("plain.pem");
        Files.write(
                file,
                key.toEncryptedPem("secret".toCharArray(), new SecureRandom()).toArray());
        openssl("pkcs8 -in " + file + " -passin pass:secret -topk8 -nocrypt -out " + plain);
        SigningKey read = SigningKey.fromPem(Bytes.of(Files.readAllBytes(plain)), new char[0]);
        assertThat(read.verificationKey()).isEqualTo(key.verificationKey());
    }

    @Test
    void refuseGarbageWithNothingButMalformed() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> CompactJws.parse(text)).as("round " + i).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> SigningKey.fromPem(Bytes.of(bytes), PASSPHRASE))
                    .as("round " + i)
                    .isInstanceOf(MalformedException.class);
        }
    }

    private static void openssl(String arguments) throws Exception {
        Openssl.run(arguments);
    }
}
