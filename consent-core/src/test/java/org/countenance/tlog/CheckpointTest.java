package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
        Set<String> verified = new LinkedHashSet<>();
        for (JsonNode text : test.get("keys")) {
            VerifierKey key = VerifierKey.parse(text.asText());
            assertThat(key.text()).isEqualTo(text.asText());
            note.by(key).stream()
                    .filter(signature -> key.key().verifies(Bytes.utf8(note.text()), signature.bytes()))
                    .forEach(signature -> verified.add(signature.name()));
        }
        assertThat(verified)
                .containsExactlyElementsOf(Vectors.stream(test.path("verified"))
                        .map(JsonNode::asText)
                        .toList());
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
        long seed = 5;
        Random random = new Random(seed);
        for (int at = 0; at < note.size(); at++) {
            byte[] changed = note.toArray();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> LogKeys.always(SIGNER.verifierKeys()).verify(Bytes.of(changed)))
                    .as("seed %s, byte %s", seed, at)
                    .isInstanceOf(NotVerifiedException.class);
        }
    }

    @Test
    void refusesAnOriginThatNoCosignatureCanName() {
        Checkpoint endless = new Checkpoint("o".repeat(256), 7, Merkle.EMPTY_ROOT);
        SignedNote note = new SignedNote(endless.text(), List.of());
        for (VerifierKey key : SIGNER.verifierKeys()) {
            note = note.with(
                    new SignedNote.Signature(key.name(), key.id(), Bytes.concat(Bytes.uint64(1), Bytes.uint64(1))));
        }
        Bytes forged = note.bytes();
        assertThatThrownBy(() -> LogKeys.always(SIGNER.verifierKeys()).verify(forged))
                .isInstanceOf(NotVerifiedException.class);
    }

    @Test
    void refusesATimeBeyondAllCalendars() {
        SigningKey own = SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32]));
        VerifierKey key = SIGNER.verifierKeys().get(1);
        Checkpoint checkpoint = new Checkpoint(key.name(), 7, Merkle.EMPTY_ROOT);
        Bytes signature = own.sign(Cosignature.mldsaMessage(key.name(), Long.MAX_VALUE, checkpoint));
        Bytes timed = Cosignature.timed(Long.MAX_VALUE, signature);
        Bytes note = new SignedNote(checkpoint.text(), List.of(new SignedNote.Signature(key.name(), key.id(), timed)))
                .bytes();
        assertThatThrownBy(() -> LogKeys.always(List.of(key)).verify(note)).isInstanceOf(NotVerifiedException.class);
    }

    @Test
    void refusesKeysWhoseNameHasSpaces() {
        VerifierKey key = SIGNER.verifierKeys().get(0);
        for (String space : List.of(" ", "\u00a0", "\u2003", "\u3000")) {
            assertThatThrownBy(() -> VerifierKey.parse(key.text().replace("test.", "test" + space)))
                    .isInstanceOf(MalformedException.class);
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
