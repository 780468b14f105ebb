package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countenance.tlog.Cosigning.cosign;
import static org.countenance.tlog.Cosigning.line;

import java.time.Instant;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Window;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.junit.jupiter.api.Test;

class WitnessingTest {

    private static final CheckpointSigner LOG = new CheckpointSigner(
            "log.example/0",
            SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32])),
            SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));
    private static final Checkpoint HEAD = new Checkpoint("log.example/0", 7, Merkle.leafHash(Bytes.EMPTY));
    private static final Bytes NOTE = LOG.sign(HEAD, Instant.parse("2026-11-24T10:00:00Z"));

    private final Cosigner mei = Cosigning.witness("mei.example");
    private final Cosigner bo = Cosigning.witness("bo.example", Algorithm.ML_DSA_44);
    private final Cosigner wu = Cosigning.witness("wu.example");
    private final String three = line("mei", mei) + line("bo", bo) + line("wu", wu);

    private VerifiedCheckpoint verify(String policy, Bytes note) throws MalformedException, NotVerifiedException {
        List<LogKeys.Dated> keys = LOG.verifierKeys().stream()
                .map(key -> new LogKeys.Dated(key, Window.ALWAYS))
                .toList();
        return new LogKeys(keys, WitnessPolicy.parse(policy)).verify(note);
    }

    private VerifiedCheckpoint verifyTwoOfThree(Bytes note) throws MalformedException, NotVerifiedException {
        return verify(three + "group g 2 mei bo wu\nquorum g\n", note);
    }

    @Test
    void tellsTheInstantAtWhichTheQuorumIsComplete() throws MalformedException, NotVerifiedException {
        Bytes note = cosign(cosign(NOTE, mei, "2026-11-24T12:00:00Z"), bo, "2026-11-24T11:00:00Z");
        VerifiedCheckpoint verified = verifyTwoOfThree(note);
        assertThat(verified.instant()).isEqualTo("2026-11-24T11:00:00Z");
        assertThat(verified.witnessing().isReached()).isTrue();
        assertThat(verified.witnessing().count()).isEqualTo(2);
        assertThat(verified.witnessing().words()).isEqualTo("cosignatures by mei, bo and none by wu");
        assertThat(verifyTwoOfThree(cosign(note, wu, "2026-11-24T13:00:00Z")).instant())
                .isEqualTo("2026-11-24T12:00:00Z");
    }

    @Test
    void fallsBackOnTheLogsOwnTimeWhenTooFewHaveCosigned() throws MalformedException, NotVerifiedException {
        VerifiedCheckpoint verified = verifyTwoOfThree(cosign(NOTE, mei, "2026-11-24T12:00:00Z"));
        assertThat(verified.instant()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(verified.witnessing().isReached()).isFalse();
        assertThat(verified.witnessing().words()).isEqualTo("cosignatures by mei and none by bo, wu");
        assertThat(verifyTwoOfThree(NOTE).witnessing().words()).isEqualTo("none");
    }

    @Test
    void countsTwoKeysOfOneWitnessOnce() throws MalformedException, NotVerifiedException {
        Cosigner second = Cosigning.witness("mei.example", Algorithm.ML_DSA_44);
        String policy = line("mei", mei) + line("mei-pq", second) + line("wu", wu)
                + "group m any mei mei-pq\ngroup g all m wu\nquorum g\n";
        Bytes both = cosign(cosign(NOTE, mei, "2026-11-24T11:00:00Z"), second, "2026-11-24T12:00:00Z");
        assertThat(verify(policy, both).witnessing().isReached()).isFalse();
        assertThat(verify(policy, both).witnessing().count()).isEqualTo(1);
        Bytes all = cosign(both, wu, "2026-11-24T12:00:00Z");
        assertThat(verify(policy, all).witnessing().count()).isEqualTo(2);
        assertThat(verify(policy, all).instant()).isEqualTo("2026-11-24T12:00:00Z");
    }

    @Test
    void countsNoCosignatureOfAnotherHead() throws MalformedException, NotVerifiedException {
        Checkpoint other = new Checkpoint(HEAD.origin(), 8, HEAD.root());
        for (Cosigner witness : List.of(mei, bo)) {
            Bytes note = SignedNote.parse(NOTE)
                    .with(witness.sign(other, Instant.parse("2026-11-24T11:00:00Z")))
                    .bytes();
            assertThat(verifyTwoOfThree(note).witnessing().count()).isZero();
        }
    }

    @Test
    void takesTheNewestOfLinesByOneKeyAndIgnoresStrangers() throws MalformedException, NotVerifiedException {
        Bytes note = NOTE;
        for (String time : List.of("2026-11-24T11:00:00Z", "2026-11-24T13:00:00Z", "2026-11-24T12:00:00Z")) {
            note = cosign(cosign(note, mei, time), Cosigning.witness("stranger.example"), time);
        }
        VerifiedCheckpoint verified = verify(three + "quorum mei\n", cosign(note, mei, "2026-11-24T12:00:00Z"));
        assertThat(verified.instant()).isEqualTo("2026-11-24T13:00:00Z");
        assertThat(verified.witnessing().count()).isEqualTo(1);
        assertThat(verifyTwoOfThree(note).witnessing().isReached())
                .as("three lines of one witness")
                .isFalse();
    }

    @Test
    void countsNoLineUnderTheNameOfAnotherWitness() throws MalformedException, NotVerifiedException {
        SignedNote.Signature line = wu.sign(HEAD, Instant.parse("2026-11-24T11:00:00Z"));
        Bytes forged = SignedNote.parse(NOTE)
                .with(new SignedNote.Signature("mei.example", mei.verifierKey().id(), line.bytes()))
                .bytes();
        assertThat(verifyTwoOfThree(forged).witnessing().count()).isZero();
    }

    @Test
    void wantsTheLogsOwnSignaturesHoweverManyWitnessesThereAre() {
        CheckpointSigner other = new CheckpointSigner(
                "log.example/0",
                SigningKey.fromSeed(Algorithm.ED25519, Merkle.EMPTY_ROOT),
                SigningKey.fromSeed(Algorithm.ML_DSA_44, Merkle.EMPTY_ROOT));
        Bytes note = other.sign(HEAD, Instant.parse("2026-11-24T10:00:00Z"));
        for (Cosigner witness : List.of(mei, bo, wu)) {
            note = cosign(note, witness, "2026-11-24T11:00:00Z");
        }
        Bytes cosigned = note;
        assertThatThrownBy(() -> verifyTwoOfThree(cosigned))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageContaining("LC301");
    }

    @Test
    void wantsAKeyOfTheLogThatIsValidWhenTheWitnessesCosign() throws MalformedException {
        Window ended = new Window(Instant.MIN, Instant.parse("2026-11-24T10:30:00Z"));
        List<LogKeys.Dated> keys = LOG.verifierKeys().stream()
                .map(key -> new LogKeys.Dated(key, ended))
                .toList();
        LogKeys wanted = new LogKeys(keys, WitnessPolicy.parse(three + "quorum mei\n"));
        assertThatThrownBy(() -> wanted.verify(cosign(NOTE, mei, "2026-11-24T11:00:00Z")))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageContaining("wanted a key of the log that is valid at 2026-11-24T11:00:00Z, found none");
    }

    @Test
    void keepsWhatWitnessesSignedWhenTheLogSignsTheSameHeadAnew() throws MalformedException, NotVerifiedException {
        Instant later = Instant.parse("2026-11-24T15:00:00Z");
        Bytes note = cosign(cosign(NOTE, mei, "2026-11-24T12:00:00Z"), bo, "2026-11-24T11:00:00Z");
        Bytes renewed = LOG.renew(note, HEAD, later);
        assertThat(SignedNote.parse(renewed).signatures()).hasSize(4);
        assertThat(verifyTwoOfThree(renewed).instant()).isEqualTo("2026-11-24T11:00:00Z");
        assertThat(LogKeys.always(LOG.verifierKeys()).verify(renewed).instant()).isEqualTo(later);
        Checkpoint next = new Checkpoint(HEAD.origin(), 8, HEAD.root());
        assertThat(SignedNote.parse(LOG.renew(note, next, later)).signatures()).hasSize(2);
    }

    @Test
    void verifiesTheCosignatureInTheStandard() throws MalformedException {
        SignedNote note = SignedNote.parse(Bytes.utf8(String.join(
                        "\n",
                        "example.com/behind-the-sofa",
                        "20852163",
                        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
                        "",
                        "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==")
                + "\n"));
        assertThat(Cosignature.instant(note.signatures().get(0).bytes())).isEqualTo("2023-03-20T12:25:47Z");
    }
}
