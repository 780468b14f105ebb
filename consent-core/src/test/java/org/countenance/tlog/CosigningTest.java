package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.countenance.tlog.Continuation.Answer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosigningTest {

    private static final String ORIGIN = "log.example/0";
    private static final CheckpointSigner LOG = new CheckpointSigner(
            ORIGIN,
            SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32])),
            SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));

    /** The tree over {@code size} leaves, of which those from {@code fork} on are others. */
    private record Tree(long size, long fork) {

        private Bytes leaf(long index) {
            return Merkle.leafHash(Bytes.utf8((index < fork ? "leaf " : "other ") + index));
        }

        private Bytes node(int level, long index) {
            return level == 0
                    ? leaf(index)
                    : Merkle.nodeHash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
        }

        Checkpoint head() {
            return new Checkpoint(ORIGIN, size, TreeProofs.root(size, this::node));
        }

        AddCheckpoint request(long oldSize) {
            return AddCheckpoint.of(oldSize, size, this::node, LOG.sign(head(), Instant.EPOCH));
        }
    }

    private static Answer answer(Optional<Checkpoint> remembered, Tree offered, long oldSize) {
        return Continuation.of(remembered, offered.head(), offered.request(oldSize))
                .answer();
    }

    @Nested
    class Continues {

        /** Two histories that go apart at a random leaf, or never: the larger continues the smaller only where they agree. */
        @Test
        void onlyWhatHoldsAllThatWasCosigned() {
            for (long seed = 0; seed < Long.getLong("scenarios", 400); seed++) {
                Random random = new Random(seed);
                Tree old = new Tree(random.nextInt(20), Long.MAX_VALUE);
                Tree offered = new Tree(random.nextInt(20), random.nextInt(24));
                boolean grows = offered.size() >= old.size();
                Answer wanted =
                        !grows ? Answer.ROLLED_BACK : offered.fork() >= old.size() ? Answer.CONTINUES : Answer.FORKED;
                AddCheckpoint request = grows ? offered.request(old.size()) : offered.request(0);
                assertThat(Continuation.of(Optional.of(old.head()), offered.head(), request)
                                .answer())
                        .as("seed %s: %s after %s", seed, offered, old)
                        .isEqualTo(wanted);
            }
        }

        @Test
        void anyHeadWhenNoneWasCosigned() {
            assertThat(answer(Optional.empty(), new Tree(5, 9), 0)).isEqualTo(Answer.CONTINUES);
            assertThat(answer(Optional.empty(), new Tree(0, 9), 0)).isEqualTo(Answer.CONTINUES);
        }

        @Test
        void noEmptyTreeWithARoot() {
            Checkpoint empty = new Checkpoint(ORIGIN, 0, Merkle.leafHash(Bytes.EMPTY));
            AddCheckpoint request = new AddCheckpoint(0, List.of(), LOG.sign(empty, Instant.EPOCH));
            assertThat(Continuation.of(Optional.empty(), empty, request).answer())
                    .isEqualTo(Answer.FORKED);
        }

        @Test
        void nothingWhenTheOldSizeIsNotTheRememberedOne() {
            Optional<Checkpoint> remembered = Optional.of(new Tree(3, 9).head());
            Continuation conflict = Continuation.of(remembered, new Tree(5, 9).head(), new Tree(5, 9).request(2));
            assertThat(conflict.answer()).isEqualTo(Answer.OTHER_OLD_SIZE);
            assertThat(conflict.why()).contains("wanted `old 3`").endsWith("found `old 2`");
            assertThat(answer(remembered, new Tree(5, 9), 0)).isEqualTo(Answer.OTHER_OLD_SIZE);
            assertThat(answer(Optional.empty(), new Tree(5, 9), 2)).isEqualTo(Answer.OTHER_OLD_SIZE);
        }

        @Test
        void noProofWithAHashTooFewOrTooMany() {
            Tree tree = new Tree(7, 9);
            AddCheckpoint request = tree.request(3);
            List<Bytes> more = new ArrayList<>(request.proof());
            more.add(Merkle.EMPTY_ROOT);
            for (List<Bytes> proof :
                    List.of(request.proof().subList(1, request.proof().size()), more)) {
                assertThat(Continuation.of(
                                        Optional.of(new Tree(3, 9).head()),
                                        tree.head(),
                                        new AddCheckpoint(3, proof, request.note()))
                                .answer())
                        .isEqualTo(Answer.FORKED);
            }
        }
    }

    @Nested
    class Requests {

        @Test
        void readAsTheyAreWritten() throws MalformedException {
            for (long oldSize : new long[] {0, 1, 3, 7}) {
                AddCheckpoint request = new Tree(7, 9).request(oldSize);
                assertThat(AddCheckpoint.parse(Bytes.utf8(request.text()))).isEqualTo(request);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "old 1\n",
                    "old 01\n\nx",
                    "old -1\n\nx",
                    "old 9999999999999999999\n\nx",
                    "Old 1\n\nx",
                    "old 1 \n\nx",
                    "old 1\nQQ==\n\nx",
                    "old 1\nnonsense\n\nx",
                    "old 0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nx",
                    "\n\nx"
                })
        void areRefusedInAnyOtherForm(String text) {
            assertThatThrownBy(() -> AddCheckpoint.parse(Bytes.utf8(text))).isInstanceOf(MalformedException.class);
        }

        @Test
        void holdAtMostSixtyThreeHashes() throws MalformedException {
            String hash = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
            assertThat(AddCheckpoint.parse(Bytes.utf8("old 1\n" + hash.repeat(63) + "\nx"))
                            .proof())
                    .hasSize(63);
            assertThatThrownBy(() -> AddCheckpoint.parse(Bytes.utf8("old 1\n" + hash.repeat(64) + "\nx")))
                    .hasMessageContaining("at most 63 hashes");
        }
    }

    @Nested
    class Answers {

        private final Cosigner mei = Cosigning.witness("mei.example");
        private final Checkpoint head = new Tree(7, 9).head();
        private final Bytes note = LOG.sign(head, Instant.EPOCH);
        private final List<Quorum.Witness> known = List.of(new Quorum.Witness("mei", mei.verifierKey()));

        private Bytes line(Cosigner witness, Checkpoint checkpoint, int second) {
            return Bytes.utf8(
                    witness.sign(checkpoint, Instant.ofEpochSecond(second)).line());
        }

        @ParameterizedTest
        @CsvSource({"1,2,2,2", "2,1,1,2", "2,2,1,2"})
        void leaveTheNewestLineOfAWitness(int first, int second, int added, int newest) throws Exception {
            CosignedNote cosigned = CosignedNote.of(note, known);
            assertThat(cosigned.add(line(mei, head, first)) + cosigned.add(line(mei, head, second)))
                    .isEqualTo(added);
            SignedNote merged = SignedNote.parse(cosigned.bytes());
            assertThat(merged.signatures()).hasSize(3);
            assertThat(Cosignature.newest(mei.verifierKey(), merged, head)).hasValue(Instant.ofEpochSecond(newest));
        }

        @Test
        void mayBeAWholeNoteAndAreTakenOnce() throws Exception {
            Bytes whole = Cosigning.cosign(LOG.sign(head, Instant.ofEpochSecond(9)), mei, "2026-11-24T11:00:00Z");
            CosignedNote cosigned = CosignedNote.of(note, known);
            assertThat(cosigned.add(whole)).isEqualTo(1);
            assertThat(CosignedNote.of(cosigned.bytes(), known).add(whole)).isZero();
            assertThat(LogKeys.always(LOG.verifierKeys())
                            .verify(cosigned.bytes())
                            .instant())
                    .as("the log's own lines are its own business")
                    .isEqualTo(Instant.EPOCH);
        }

        @Test
        void areRefusedOverAnotherHead() {
            Checkpoint older = new Tree(6, 9).head();
            assertThatThrownBy(() -> CosignedNote.of(note, known).add(line(mei, older, 1)))
                    .isInstanceOf(NotVerifiedException.class)
                    .hasMessageContaining("one over this head of 7 entries");
            Bytes whole = Cosigning.cosign(LOG.sign(older, Instant.EPOCH), mei, "2026-11-24T11:00:00Z");
            assertThatThrownBy(() -> CosignedNote.of(note, known).add(whole))
                    .hasMessageContaining("wanted one of the head of 7 entries, found one of `6`");
        }

        @Test
        void areRefusedFromStrangers() {
            Cosigner stranger = Cosigning.witness("stranger.example");
            assertThatThrownBy(() -> CosignedNote.of(note, known).add(line(stranger, head, 1)))
                    .hasMessageContaining(
                            "wanted one by a witness that the trust policy names, found one by `stranger.example`");
        }
    }
}
