package org.countenance.jws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.countenance.Vectors;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Project Wycheproof's cases for the algorithms of this project. */
class WycheproofTest {

    private static final String JWS = "wycheproof/json_web_signature_test.json";

    @TestFactory
    Stream<DynamicTest> agreesOnEd25519() {
        return raw("ed25519_test", Algorithm.ED25519, group -> group.at("/publicKey/pk"));
    }

    @TestFactory
    Stream<DynamicTest> agreesOnEcdsa() {
        return raw("ecdsa_secp256r1_sha256_p1363_test", Algorithm.ES256, group -> group.at("/publicKey/uncompressed"));
    }

    @TestFactory
    Stream<DynamicTest> agreesOnMlDsa65() {
        return raw("mldsa_65_verify_test", Algorithm.ML_DSA_65, group -> group.get("publicKey"));
    }

    @TestFactory
    Stream<DynamicTest> agreesOnMlDsa44() {
        return raw("mldsa_44_verify_test", Algorithm.ML_DSA_44, group -> group.get("publicKey"));
    }

    private static Stream<DynamicTest> raw(String file, Algorithm algorithm, Function<JsonNode, JsonNode> key) {
        // JOSE and cosignatures sign with the empty context, so cases with another do not concern us.
        return groups("wycheproof/" + file + ".json")
                .flatMap(group -> Vectors.stream(group.get("tests"))
                        .filter(test -> test.path("ctx").asText("").isEmpty())
                        .map(test -> DynamicTest.dynamicTest(name(test), () -> {
                            boolean valid = verifies(
                                    algorithm, hex(key.apply(group)), hex(test.get("msg")), hex(test.get("sig")));
                            assertThat(valid).isEqualTo(isValid(test));
                        })));
    }

    /** A key that cannot be enrolled verifies nothing. */
    private static boolean verifies(Algorithm algorithm, Bytes key, Bytes message, Bytes signature) {
        try {
            return VerificationKey.fromRaw(algorithm, key).verifies(message, signature);
        } catch (MalformedException e) {
            return false;
        }
    }

    /** The ES256 groups; 372 and 373 are called valid with a character outside the alphabet inside. */
    @TestFactory
    Stream<DynamicTest> agreesOnJwsWithEs256() {
        return groups(JWS)
                .filter(group -> group.path("public").path("alg").asText("").equals("ES256"))
                .flatMap(group -> Vectors.stream(group.get("tests"))
                        .map(test -> DynamicTest.dynamicTest(name(test), () -> {
                            boolean wanted = isValid(test)
                                    && !List.of(372, 373)
                                            .contains(test.get("tcId").asInt());
                            assertThat(verifies(
                                            group.get("public"), test.get("jws").asText()))
                                    .isEqualTo(wanted);
                        })));
    }

    /** HMAC, RSA and foreign headers are refused as such, whatever their signatures are worth. */
    @Test
    void refusesEveryOneAsARecord() {
        List<String> all = groups(JWS)
                .flatMap(group -> Vectors.stream(group.get("tests")))
                .map(test -> test.get("jws").asText())
                .toList();
        assertThat(all).hasSizeGreaterThan(300).noneMatch(WycheproofTest::isRecord);
    }

    /** 367 and 370 are byte-identical to the valid 357, so nothing can tell them apart. */
    @TestFactory
    Stream<DynamicTest> refusesSpellingsThatAreNotCanonical() {
        return groups(JWS)
                .filter(group -> group.get("comment").asText().equals("base64"))
                .flatMap(group -> Vectors.stream(group.get("tests")))
                .filter(test -> !isValid(test)
                        && !List.of(367, 370).contains(test.get("tcId").asInt()))
                .map(test -> DynamicTest.dynamicTest(
                        name(test),
                        () -> assertThat(parts(test.get("jws").asText())).isEmpty()));
    }

    @Test
    void readsTheKeyAndSignatureOfRfc9964() {
        JsonNode example = Vectors.json("mldsa-jose/ML_DSA_65.jose.json");
        VerificationKey key = SigningKey.fromSeed(Algorithm.ML_DSA_65, hex(example.get("priv")))
                .verificationKey();
        assertThat(key.raw()).isEqualTo(hex(example.get("raw_public_key")));
        assertThat(key.thumbprint()).isEqualTo(example.at("/jwk/kid").asText());
        assertThat(key.toJwk().get("pub").orElseThrow().toString())
                .isEqualTo(example.at("/jwk/pub").toString());
        assertThat(key.verifies(hex(example.get("raw_to_be_signed")), hex(example.get("raw_signature"))))
                .isTrue();
    }

    private static boolean isRecord(String jws) {
        try {
            CompactJws.parse(jws);
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    /** Canonical parts, the key's algorithm, the signature: what every record goes through, less our own header. */
    private static boolean verifies(JsonNode jwk, String jws) throws MalformedException {
        List<Bytes> parts = parts(jws);
        if (parts.isEmpty() || !parts.get(0).text().contains("\"ES256\"")) {
            return false;
        }
        Bytes x = Base64Url.decode(jwk.get("x").asText());
        Bytes y = Base64Url.decode(jwk.get("y").asText());
        Bytes input = Bytes.utf8(jws.substring(0, jws.lastIndexOf('.')));
        return verifies(Algorithm.ES256, Bytes.concat(Bytes.of((byte) 4), x, y), input, parts.get(2));
    }

    /** The three parts, or none where one is not canonical. */
    private static List<Bytes> parts(String jws) {
        String[] parts = jws.split("\\.", -1);
        try {
            return parts.length == 3
                    ? List.of(Base64Url.decode(parts[0]), Base64Url.decode(parts[1]), Base64Url.decode(parts[2]))
                    : List.of();
        } catch (MalformedException e) {
            return List.of();
        }
    }

    private static Stream<JsonNode> groups(String file) {
        return Vectors.stream(Vectors.json(file).get("testGroups"));
    }

    private static String name(JsonNode test) {
        return test.get("tcId") + " " + test.get("comment").asText();
    }

    private static boolean isValid(JsonNode test) {
        return test.get("result").asText().equals("valid");
    }

    private static Bytes hex(JsonNode text) {
        return Bytes.of(HexFormat.of().parseHex(text.asText()));
    }
}
