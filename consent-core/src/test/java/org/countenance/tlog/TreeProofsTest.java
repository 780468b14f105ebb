package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.junit.jupiter.api.Test;

class TreeProofsTest {

    @Test
    void equalsTheDefinitionForEverySizeTo64() throws NotVerifiedException {
        Tree tree = new Tree(64);
        assertThat(TreeProofs.root(0, tree)).isEqualTo(Merkle.EMPTY_ROOT);
        for (int size = 1; size <= 64; size++) {
            assertThat(TreeProofs.root(size, tree)).isEqualTo(tree.root(size));
            for (int index = 0; index < size; index++) {
                checkInclusion(index, size, tree);
                checkConsistency(index + 1, size, tree);
            }
        }
    }

    @Test
    void makesManyProofsOfOneTreeAsItMakesEach() {
        Tree tree = new Tree(64);
        for (int size = 1; size <= 64; size++) {
            TreeProofs proofs = TreeProofs.of(size, tree);
            for (int index = size - 1; index >= 0; index--) {
                assertThat(proofs.inclusion(index)).isEqualTo(TreeProofs.inclusion(index, size, tree));
            }
        }
    }

    @Test
    void equalsTheDefinitionForRandomLargerSizes() throws NotVerifiedException {
        Random random = new Random(9162);
        Tree tree = new Tree(5_000);
        for (int round = 0; round < 60; round++) {
            int size = 65 + random.nextInt(4_936);
            int index = random.nextInt(size);
            assertThat(TreeProofs.root(size, tree)).isEqualTo(tree.root(size));
            checkInclusion(index, size, tree);
            checkConsistency(index + 1, size, tree);
        }
    }

    @Test
    void readsAboutTwoNodesForEachLevelOfAHugeTree() {
        Random random = new Random(62);
        for (int round = 0; round < 1_000; round++) {
            long size = 1 + (random.nextLong() >>> (1 + random.nextInt(61)));
            long index = (random.nextLong() >>> 1) % size;
            int levels = Long.SIZE - Long.numberOfLeadingZeros(size);
            Counter counter = new Counter(size);
            TreeProofs.inclusion(index, size, counter);
            assertThat(counter.reads).isLessThanOrEqualTo(2 * levels);
            counter.reads = 0;
            TreeProofs.consistency(index + 1, size, counter);
            assertThat(counter.reads).isLessThanOrEqualTo(2 * levels);
        }
    }

    @Test
    void refusesWhatIsNotInTheTree() {
        Tree tree = new Tree(4);
        assertThatThrownBy(() -> TreeProofs.root(-1, tree)).hasMessage("wanted a size of at least 0, found -1");
        assertThatThrownBy(() -> TreeProofs.inclusion(4, 4, tree)).hasMessage("wanted an index below 4, found 4");
        assertThatThrownBy(() -> TreeProofs.inclusion(-1, 4, tree)).hasMessage("wanted an index below 4, found -1");
        assertThatThrownBy(() -> TreeProofs.consistency(0, 4, tree)).hasMessage("wanted a size from 1 to 4, found 0");
        assertThatThrownBy(() -> TreeProofs.consistency(5, 4, tree)).hasMessage("wanted a size from 1 to 4, found 5");
    }

    private static void checkInclusion(int index, int size, Tree tree) throws NotVerifiedException {
        List<Bytes> proof = TreeProofs.inclusion(index, size, tree);
        assertThat(proof).as(index + " of " + size).isEqualTo(TreeDefinition.inclusion(index, tree.leaves(size)));
        Merkle.verifyInclusion(index, size, tree.leaves.get(index), proof, tree.root(size));
    }

    private static void checkConsistency(int oldSize, int size, Tree tree) throws NotVerifiedException {
        List<Bytes> proof = TreeProofs.consistency(oldSize, size, tree);
        assertThat(proof).as(oldSize + " in " + size).isEqualTo(TreeDefinition.consistency(oldSize, tree.leaves(size)));
        Merkle.verifyConsistency(oldSize, size, proof, tree.root(oldSize), tree.root(size));
    }

    /** A tree with each of its complete subtrees, as a store keeps them. */
    private static final class Tree implements TreeNodes {

        private final List<Bytes> leaves = new ArrayList<>();
        private final Map<Frontier.Node, Bytes> nodes = new HashMap<>();

        Tree(int size) {
            Frontier frontier = new Frontier();
            for (int i = 0; i < size; i++) {
                leaves.add(Merkle.leafHash(Bytes.uint64(i)));
                frontier.append(leaves.get(i));
            }
            frontier.completed().forEach(node -> nodes.put(place(node.level(), node.index()), node.hash()));
        }

        @Override
        public Bytes node(int level, long index) {
            return nodes.get(place(level, index));
        }

        List<Bytes> leaves(int size) {
            return leaves.subList(0, size);
        }

        Bytes root(int size) {
            return TreeDefinition.root(leaves(size));
        }

        private static Frontier.Node place(int level, long index) {
            return new Frontier.Node(level, index, Bytes.EMPTY);
        }
    }

    /** Counts what is read of a tree that nobody could keep, and refuses what is not complete in it. */
    private static final class Counter implements TreeNodes {

        private final long size;
        private int reads;

        Counter(long size) {
            this.size = size;
        }

        @Override
        public Bytes node(int level, long index) {
            assertThat(index).isBetween(0L, (size >>> level) - 1);
            reads++;
            return Merkle.EMPTY_ROOT;
        }
    }
}
