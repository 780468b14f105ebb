package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.countenance.Kit;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.junit.jupiter.api.Test;

class TlogProofTest {

    private static final CheckpointSigner SIGNER = new CheckpointSigner(
            "test.example/log/0",
            SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32])),
            SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));
    private static final LogKeys KEYS = LogKeys.always(SIGNER.verifierKeys());
    private static final Instant LATER = Instant.parse("2026-11-02T00:00:00Z");

    private final LogStore log = new Kit().log();
    private final Checkpoint checkpoint = new Checkpoint(
            "test.example/log/0", log.head().size(), LogStores.frontier(log).root());
    private final TlogProof proof = proof(LATER);
    private final Entry entry = LogStores.entry(log, 1);

    private TlogProof proof(Instant signed) {
        Bytes bytes = log.entries(1, 2).get(0);
        return TlogProof.of(1, checkpoint.size(), log::node, bytes, SIGNER.sign(checkpoint, signed));
    }

    @Test
    void provesAnEntryThatItCarriesAlong() throws Exception {
        assertThat(TlogProof.parse(proof.bytes())).isEqualTo(proof);
        VerifiedCheckpoint verified = TlogProof.parse(proof.bytes()).verify(KEYS, Entry.parse(proof.extra()));
        assertThat(verified.checkpoint()).isEqualTo(checkpoint);
        assertThat(verified.instant()).isEqualTo(LATER);
        assertThat(proof.bytes().text())
                .startsWith("c2sp.org/tlog-proof@v1\nextra "
                        + Base64Padded.encode(entry.bytes()) + "\nindex 1\n"
                        + Base64Padded.encode(proof.hashes().get(0)) + "\n")
                .endsWith("\n\n" + proof.note().text());
    }

    @Test
    void provesAnEntryThatSomebodyElseHolds() throws Exception {
        TlogProof bare = new TlogProof(Bytes.EMPTY, 1, proof.hashes(), proof.note());
        assertThat(bare.bytes().text()).startsWith("c2sp.org/tlog-proof@v1\nindex 1\n");
        assertThat(TlogProof.parse(bare.bytes())).isEqualTo(bare);
        bare.verify(KEYS, entry);
    }

    @Test
    void doesNotHoldForAnotherEntryPlaceOrKey() {
        assertThatThrownBy(() -> proof.verify(KEYS, LogStores.entry(log, 2)))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageStartingWith("inclusion does not hold");
        TlogProof elsewhere = new TlogProof(proof.extra(), 0, proof.hashes(), proof.note());
        assertThatThrownBy(() -> elsewhere.verify(KEYS, entry)).isInstanceOf(NotVerifiedException.class);
        TlogProof beyond = new TlogProof(proof.extra(), 3, proof.hashes(), proof.note());
        assertThatThrownBy(() -> beyond.verify(KEYS, entry)).hasMessageContaining("wanted an index below 3, found 3");
        LogKeys others = LogKeys.always(new CheckpointSigner(
                        "test.example/log/0",
                        SigningKey.fromSeed(Algorithm.ED25519, Merkle.EMPTY_ROOT),
                        SigningKey.fromSeed(Algorithm.ML_DSA_44, Merkle.EMPTY_ROOT))
                .verifierKeys());
        assertThatThrownBy(() -> proof.verify(others, entry)).hasMessageContaining("LC301");
    }

    @Test
    void doesNotHoldForAnEntryFromAfterItsCheckpoint() throws Exception {
        proof(entry.instant().minusSeconds(300)).verify(KEYS, entry);
        assertThatThrownBy(() -> proof(entry.instant().minusSeconds(301)).verify(KEYS, entry))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageStartingWith("instant of entry 1 (LC304) does not hold");
    }

    @Test
    void neverHoldsWithAChangedByte() {
        byte[] file = proof.bytes().toArray();
        Random random = new Random(1);
        for (int at = 0; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> {
                        TlogProof read = TlogProof.parse(Bytes.of(changed));
                        read.verify(KEYS, Entry.parse(read.extra()));
                    })
                    .as("byte " + at)
                    .isInstanceOfAny(MalformedException.class, NotVerifiedException.class);
        }
    }

    @Test
    void refusesEveryOtherForm() throws Exception {
        String text = proof.bytes().text();
        String extra = text.lines().skip(1).findFirst().orElseThrow() + "\n";
        String hash = text.lines().skip(3).findFirst().orElseThrow() + "\n";
        for (String wrong : List.of(
                "",
                "\n",
                text.replace("@v1", "@v2"),
                text.replace("\n", "\r\n"),
                " " + text,
                text.replace("extra ", "extra"),
                text.replace("extra ", "Extra "),
                text.replace(extra, "extra \n"),
                text.replace(extra, "extra ====\n"),
                text.replace(extra, extra + extra),
                text.replace("index 1", "index 01"),
                text.replace("index 1", "index -1"),
                text.replace("index 1", "index"),
                text.replace("index 1", "index 1 "),
                text.replace("index 1", "index 1\u0661"),
                text.replace("index 1", "index 99999999999999999999"),
                text.replace("index 1\n", ""),
                text.replace("index 1\n", "index 1\n\n"),
                text.replace(hash, " " + hash),
                text.replace(hash, "AAAA\n"),
                text.replace(hash, hash.replace("=", "")),
                text.replace("\n\n", "\n"),
                text.substring(0, text.indexOf("\n\n") + 2),
                text.replace("\ntest.example/log/0\n", "\n"))) {
            assertThatThrownBy(() -> TlogProof.parse(Bytes.utf8(wrong)))
                    .as(wrong)
                    .isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> TlogProof.parse(Bytes.of(new byte[(1 << 20) + 1])))
                .hasMessage("tlog-proof: wanted at most 1048576 bytes, found 1048577 bytes");
    }
}
