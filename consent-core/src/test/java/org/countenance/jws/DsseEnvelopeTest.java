package org.countenance.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Envelopes as the supply chain passes them on (DSSE v1). */
class DsseEnvelopeTest {

    private static final String TYPE = "application/vnd.in-toto+json";
    private static final Bytes PAYLOAD = Bytes.utf8("{\"_type\":\"https://in-toto.io/Statement/v1\"}");

    @TempDir
    private Path directory;

    @Test
    void signsTypeAndPayloadAsTheSpecificationSpellsThem() throws MalformedException {
        assertThat(DsseEnvelope.preAuthentication("http://example.com/HelloWorld", Bytes.utf8("hello world"))
                        .text())
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        assertThat(DsseEnvelope.preAuthentication("", Bytes.EMPTY).text()).isEqualTo("DSSEv1 0  0 ");
        assertThat(DsseEnvelope.preAuthentication("", Bytes.utf8("林")).text()).isEqualTo("DSSEv1 0  3 林");
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "ES256", "ML_DSA_65"})
    void verifiesWhatItSignedAndNothingElse(Algorithm algorithm) throws MalformedException {
        SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
        DsseEnvelope signed = DsseEnvelope.sign(key, TYPE, PAYLOAD);
        VerificationKey known = key.verificationKey();
        DsseEnvelope read = DsseEnvelope.parse(Bytes.utf8(JsonText.compact(signed.toJson())), "line 1");
        assertThat(read).isEqualTo(signed);
        assertThat(read.isSignedBy(known)).isTrue();
        assertThat(read.signatures().get(0).keyid()).contains(known.thumbprint());
        assertThat(read.isSignedBy(
                        SigningKey.generate(algorithm, new SecureRandom()).verificationKey()))
                .isFalse();
        assertThat(new DsseEnvelope(TYPE + "x", PAYLOAD, read.signatures()).isSignedBy(known))
                .isFalse();
        assertThat(new DsseEnvelope(TYPE, Bytes.utf8("{}"), read.signatures()).isSignedBy(known))
                .isFalse();
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            byte[] changed = read.signatures().get(0).sig().toArray();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            DsseEnvelope.Signature other = new DsseEnvelope.Signature(Optional.empty(), Bytes.of(changed));
            assertThat(new DsseEnvelope(TYPE, PAYLOAD, List.of(other)).isSignedBy(known))
                    .as("round " + i)
                    .isFalse();
        }
    }

    @Test
    void findsItsSignatureAmongOthersWhateverTheKeyIsCalled() {
        SigningKey key = SigningKey.generate(Algorithm.ED25519, new SecureRandom());
        Bytes signature =
                DsseEnvelope.sign(key, TYPE, PAYLOAD).signatures().get(0).sig();
        DsseEnvelope two = new DsseEnvelope(
                TYPE,
                PAYLOAD,
                List.of(
                        new DsseEnvelope.Signature(Optional.of("any"), Bytes.utf8("none")),
                        new DsseEnvelope.Signature(Optional.empty(), signature)));
        assertThat(two.isSignedBy(key.verificationKey())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ED25519, pkeyutl -verify -rawin -pubin -inkey KEY -in SIGNED -sigfile SIGNATURE",
        "ES256, dgst -sha256 -verify KEY -signature SIGNATURE SIGNED"
    })
    void isVerifiedByOpenSsl(Algorithm algorithm, String verify) throws Exception {
        SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
        DsseEnvelope signed = DsseEnvelope.sign(key, TYPE, PAYLOAD);
        Openssl.run(verify.replace("KEY", write("key.pem", key.verificationKey().toPem()))
                .replace("SIGNED", write("signed", DsseEnvelope.preAuthentication(TYPE, PAYLOAD)))
                .replace("SIGNATURE", write("sig", signed.signatures().get(0).sig())));
    }

    @ParameterizedTest
    @CsvSource({
        "-algorithm ED25519, pkeyutl -sign -rawin -inkey KEY -in SIGNED -out SIGNATURE",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256, dgst -sha256 -sign KEY -out SIGNATURE SIGNED"
    })
    void verifiesWhatOpenSslSigned(String kind, String sign) throws Exception {
        String key = directory.resolve("key.pem").toString();
        String known = directory.resolve("known.pem").toString();
        Path signature = directory.resolve("sig");
        Openssl.run("genpkey " + kind + " -out " + key);
        Openssl.run("pkey -in " + key + " -pubout -out " + known);
        Openssl.run(sign.replace("KEY", key)
                .replace("SIGNED", write("signed", DsseEnvelope.preAuthentication(TYPE, PAYLOAD)))
                .replace("SIGNATURE", signature.toString()));
        VerificationKey read = VerificationKey.parse(Bytes.of(Files.readAllBytes(Path.of(known))), "known.pem");
        assertThat(read.toPem().text()).isEqualTo(Files.readString(Path.of(known)));
        DsseEnvelope.Signature made =
                new DsseEnvelope.Signature(Optional.empty(), Bytes.of(Files.readAllBytes(signature)));
        assertThat(new DsseEnvelope(TYPE, PAYLOAD, List.of(made)).isSignedBy(read))
                .isTrue();
    }

    @Test
    void readsEitherAlphabet() throws MalformedException {
        String forUrls = "{\"payloadType\":\"t\",\"payload\":\"-_-_\",\"signatures\":[{\"sig\":\"\"}]}";
        assertThat(DsseEnvelope.parse(Bytes.utf8(forUrls), "line 1"))
                .isEqualTo(DsseEnvelope.parse(Bytes.utf8(forUrls.replace("-_-_", "+/+/")), "line 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":[]} | at least one element",
                "{\"payloadType\":\"t\",\"payload\":\"\"} | a member `signatures`",
                "{\"payloadType\":\"t\",\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":[{\"sig\":\"\"}]} | each member once",
                "{\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":[{\"sig\":\"\"}],\"more\":1} | a known member",
                "{\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":[{\"sig\":\"\",\"cert\":\"\"}]} | a known member",
                "{\"payloadType\":\"t\",\"payload\":\"QR==\",\"signatures\":[{\"sig\":\"\"}]} | canonical base64",
                "{\"payloadType\":\"t\",\"payload\":\"QQ\",\"signatures\":[{\"sig\":\"\"}]} | canonical base64",
                "{\"payloadType\":\"t\",\"payload\":\"+_+_\",\"signatures\":[{\"sig\":\"\"}]} | canonical base64",
                "[] | an object"
            })
    void refusesWhatIsNoEnvelope(String json, String wanted) {
        assertThatThrownBy(() -> DsseEnvelope.parse(Bytes.utf8(json), "line 1"))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("line 1")
                .hasMessageContaining(wanted);
    }

    @Test
    void refusesAnotherSpellingOfAnEcdsaSignature() {
        SigningKey key = SigningKey.generate(Algorithm.ES256, new SecureRandom());
        Bytes pair = key.sign(DsseEnvelope.preAuthentication(TYPE, PAYLOAD));
        for (Bytes sig : List.of(pair, Bytes.concat(EcdsaDer.of(pair), Bytes.of((byte) 0)))) {
            DsseEnvelope.Signature signature = new DsseEnvelope.Signature(Optional.empty(), sig);
            assertThat(new DsseEnvelope(TYPE, PAYLOAD, List.of(signature)).isSignedBy(key.verificationKey()))
                    .isFalse();
        }
    }

    private String write(String name, Bytes content) throws Exception {
        return Files.write(directory.resolve(name), content.toArray()).toString();
    }
}
