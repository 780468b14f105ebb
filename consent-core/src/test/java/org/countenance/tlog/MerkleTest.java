package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.countenance.Vectors;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MerkleTest {

    @TestFactory
    Stream<DynamicTest> agreesOnInclusion() {
        return vectors(
                "merkle/inclusion",
                test -> Merkle.verifyInclusion(
                        test.get("leafIdx").asLong(),
                        test.get("treeSize").asLong(),
                        hash(test, "leafHash"),
                        proof(test),
                        hash(test, "root")));
    }

    @TestFactory
    Stream<DynamicTest> agreesOnConsistency() {
        return vectors(
                "merkle/consistency",
                test -> Merkle.verifyConsistency(
                        test.get("size1").asLong(),
                        test.get("size2").asLong(),
                        proof(test),
                        hash(test, "root1"),
                        hash(test, "root2")));
    }

    private interface Check {
        void run(JsonNode test) throws NotVerifiedException;
    }

    private static Stream<DynamicTest> vectors(String folder, Check check) {
        return Vectors.files(folder).stream()
                .map(file -> DynamicTest.dynamicTest(file.getParent().getFileName() + "/" + file.getFileName(), () -> {
                    JsonNode test = Vectors.json(file);
                    // Size 0 is handled outside the proof verifier: whoever starts from nothing has nothing to prove.
                    boolean refused = test.get("wantErr").asBoolean()
                            || (test.has("size1") && test.get("size1").asLong() == 0);
                    if (refused) {
                        assertThatThrownBy(() -> check.run(test)).isInstanceOf(NotVerifiedException.class);
                    } else {
                        assertThatCode(() -> check.run(test)).doesNotThrowAnyException();
                    }
                }));
    }

    private static Bytes hash(JsonNode test, String member) {
        return test.get(member).isNull() ? Bytes.EMPTY : Vectors.base64(test.get(member));
    }

    private static List<Bytes> proof(JsonNode test) {
        return test.get("proof").isNull()
                ? List.of()
                : Vectors.stream(test.get("proof")).map(Vectors::base64).toList();
    }

    @Test
    void agreesWithTheDefinitionForEverySizeTo64() throws NotVerifiedException {
        for (int size = 1; size <= 64; size++) {
            List<Bytes> leaves = leaves(size);
            Bytes root = TreeDefinition.root(leaves);
            assertThat(Merkle.root(leaves)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                Merkle.verifyInclusion(index, size, leaves.get(index), TreeDefinition.inclusion(index, leaves), root);
            }
            for (int old = 1; old <= size; old++) {
                Merkle.verifyConsistency(
                        old,
                        size,
                        TreeDefinition.consistency(old, leaves),
                        TreeDefinition.root(leaves.subList(0, old)),
                        root);
            }
        }
    }

    @Test
    void agreesWithTheDefinitionForRandomLargerSizes() throws NotVerifiedException {
        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            int size = 65 + random.nextInt(2000);
            List<Bytes> leaves = leaves(size);
            Bytes root = TreeDefinition.root(leaves);
            assertThat(Merkle.root(leaves)).as("size " + size).isEqualTo(root);
            int index = random.nextInt(size);
            List<Bytes> proof = TreeDefinition.inclusion(index, leaves);
            Merkle.verifyInclusion(index, size, leaves.get(index), proof, root);
            assertThatThrownBy(() -> Merkle.verifyInclusion(
                            index, size, leaves.get(index), proof.subList(1, proof.size()), root))
                    .hasMessageContaining("wanted a proof of " + proof.size() + " hashes");
            int old = 1 + random.nextInt(size);
            Merkle.verifyConsistency(
                    old,
                    size,
                    TreeDefinition.consistency(old, leaves),
                    TreeDefinition.root(leaves.subList(0, old)),
                    root);
        }
    }

    @Test
    void goesOnFromTheEdgeOfATree() {
        for (int size = 0; size < 70; size++) {
            List<Bytes> leaves = leaves(size + 1);
            Frontier whole = new Frontier();
            leaves.subList(0, size).forEach(whole::append);
            List<Frontier.Node> made = whole.completed();
            List<Bytes> edge = Frontier.nodesOf(size).stream()
                    .map(node -> made.stream()
                            .filter(each -> each.level() == node.level() && each.index() == node.index())
                            .findFirst()
                            .orElseThrow()
                            .hash())
                    .toList();
            Frontier resumed = new Frontier(size, edge);
            resumed.append(leaves.get(size));
            assertThat(resumed.root()).isEqualTo(TreeDefinition.root(leaves));
        }
    }

    private static List<Bytes> leaves(int size) {
        List<Bytes> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(Merkle.leafHash(Bytes.uint64(i)));
        }
        return leaves;
    }
}
