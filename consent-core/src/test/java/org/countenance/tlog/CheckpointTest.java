package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.countenance.Vectors;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CheckpointTest {

    private static final CheckpointSigner SIGNER = new CheckpointSigner(
            "test.example/log/0",
            SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32])),
            SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));

    @TestFactory
    Stream<DynamicTest> agreesOnSignedNotes() {
        return Vectors.stream(Vectors.json("signed-note/note_vectors.json").get("note_cases"))
                .map(test -> DynamicTest.dynamicTest(test.get("name").asText(), () -> check(test)));
    }

    private static void check(JsonNode test) throws MalformedException {
        Bytes bytes = test.has("note")
                ? Bytes.utf8(test.get("note").asText())
                : Bytes.fromHex(test.get("note_hex").asText());
        if (test.path("error").asText("").startsWith("malformed")) {
            assertThatThrownBy(() -> SignedNote.parse(bytes)).isInstanceOf(MalformedException.class);
            return;
        }
        SignedNote note = SignedNote.parse(bytes);
        assertThat(note.bytes()).isEqualTo(bytes);
        for (JsonNode text : test.get("keys")) {
            VerifierKey key = VerifierKey.parse(text.asText());
            assertThat(key.text()).isEqualTo(text.asText());
            boolean verified = note.by(key).stream()
                    .allMatch(signature -> key.key().verifies(Bytes.utf8(note.text()), signature.bytes()));
            assertThat(verified).isEqualTo(test.get("ok").asBoolean());
        }
    }

    @TestFactory
    Stream<DynamicTest> agreesOnVerifierKeys() {
        JsonNode keys = Vectors.json("signed-note/note_vectors.json").get("vkeys");
        return Stream.concat(
                Vectors.stream(keys.get("valid"))
                        .map(key -> DynamicTest.dynamicTest(
                                "reads " + key.asText(),
                                () -> assertThat(VerifierKey.parse(key.asText()).text())
                                        .isEqualTo(key.asText()))),
                Vectors.stream(keys.get("invalid"))
                        .map(key -> DynamicTest.dynamicTest(
                                "refuses " + key,
                                () -> assertThatThrownBy(() -> VerifierKey.parse(key.asText()))
                                        .isInstanceOf(MalformedException.class))));
    }

    @Test
    void verifiesWhatTheLogSignedAndTellsWhen() throws NotVerifiedException {
        Checkpoint checkpoint = new Checkpoint("test.example/log/0", 7, Merkle.EMPTY_ROOT);
        Bytes note = SIGNER.sign(checkpoint, Instant.parse("2026-11-24T10:00:00.900Z"));
        VerifiedCheckpoint verified = LogKeys.always(SIGNER.verifierKeys()).verify(note);
        assertThat(verified.checkpoint()).isEqualTo(checkpoint);
        assertThat(verified.instant()).isEqualTo("2026-11-24T10:00:00Z");
    }

    @Test
    void refusesEveryChangedByte() {
        Bytes note = SIGNER.signEmpty(Instant.parse("2026-11-24T10:00:00Z"));
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            byte[] changed = note.toArray();
            int at = i < 120 ? i : random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(7));
            assertThatThrownBy(() -> LogKeys.always(SIGNER.verifierKeys()).verify(Bytes.of(changed)))
                    .as("byte " + at)
                    .isInstanceOf(NotVerifiedException.class);
        }
    }

    @Test
    void wantsEveryKeyThatIsValidThen() {
        CheckpointSigner other = new CheckpointSigner(
                "test.example/log/0",
                SigningKey.fromSeed(Algorithm.ED25519, Merkle.EMPTY_ROOT),
                SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));
        Bytes note = other.signEmpty(Instant.parse("2026-11-24T10:00:00Z"));
        assertThatThrownBy(() -> LogKeys.always(SIGNER.verifierKeys()).verify(note))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageContaining("LC301");
    }

    @Test
    void refusesSpellingsOfASizeThatAreNotDecimal() {
        for (String size : List.of("07", "-1", "+1", "", "1e3", "9999999999999999999")) {
            assertThatThrownBy(() -> Checkpoint.parse(
                            "o\n" + size + "\n" + new Checkpoint("o", 0, Merkle.EMPTY_ROOT).rootBase64() + "\n"))
                    .isInstanceOf(MalformedException.class);
        }
    }
}
