package org.countenance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.jws.Algorithm;
import org.countenance.jws.VerificationKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reads every published record: valid ones as they are, the others refused in their class and at their place. */
class RecordVectorsTest {

    @Test
    void shipsWhatTheGeneratorMakes() throws IOException {
        assertThat(Files.readString(RecordVectors.FILE)).isEqualTo(RecordVectors.text());
    }

    @Test
    void holdsAtLeastAHundredAndFiftyFaultsTogetherWithTheManifests() throws IOException {
        long records =
                lines().filter(line -> !line.contains("\"expect\":\"valid\"")).count();
        long manifests = Files.readString(RecordVectors.FILE.resolveSibling("../manifest/faults.json"))
                .lines()
                .filter(line -> line.startsWith("{"))
                .count();
        assertThat(records).isGreaterThan(100);
        assertThat(records + manifests).isGreaterThan(150);
    }

    @TestFactory
    Stream<DynamicTest> reads() throws IOException {
        return lines().map(RecordVectorsTest::parse)
                .map(vector -> DynamicTest.dynamicTest(text(vector, "says"), () -> check(vector)));
    }

    private static void check(JsonObject vector) throws MalformedException {
        String record = text(vector, "record");
        switch (text(vector, "expect")) {
            case "valid" -> assertThatCode(() -> verify(record)).doesNotThrowAnyException();
            case "not-verified" -> {
                RecordCodec.parse(record);
                assertThat(catchThrowableOfType(NotVerifiedException.class, () -> verify(record))
                                .step())
                        .isEqualTo(text(vector, "at"));
            }
            default -> {
                MalformedException refusal =
                        catchThrowableOfType(MalformedException.class, () -> RecordCodec.parse(record));
                assertThat(refusal).as("refusal").isNotNull();
                String place =
                        (refusal.place().document() + " " + refusal.place().pointer()).strip();
                assertThat(place).as(refusal.getMessage()).isEqualTo(text(vector, "at"));
                assertThat(refusal.getMessage())
                        .contains("wanted ")
                        .contains("found ")
                        .doesNotEndWith(".");
            }
        }
    }

    private static void verify(String record) throws MalformedException, NotVerifiedException {
        ParsedRecord parsed = RecordCodec.parse(record);
        assertThat(parsed.jws().text()).isEqualTo(record);
        VerificationKey key = Arrays.stream(Algorithm.values())
                .map(algorithm -> RecordVectors.key(algorithm).verificationKey())
                .filter(each -> each.thumbprint().equals(parsed.jws().kid()))
                .findFirst()
                .orElseThrow();
        RecordVerifier.verify(parsed, key);
    }

    private static Stream<String> lines() throws IOException {
        return Files.readString(RecordVectors.FILE).lines();
    }

    private static JsonObject parse(String line) {
        try {
            return (JsonObject) JsonText.parse(Bytes.utf8(line), "vector", JsonLimits.DOCUMENT);
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonObject vector, String member) {
        return ((JsonString) vector.get(member).orElseThrow()).text();
    }
}
