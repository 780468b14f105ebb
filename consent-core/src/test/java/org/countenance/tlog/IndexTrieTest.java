package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The subject index against its definition, which is recursive and slow (log.md, Subject index). */
class IndexTrieTest {

    private static final Bytes ZEROS = Bytes.of(new byte[Sha256.SIZE]);

    private final Map<String, Bytes> pages = new HashMap<>();
    private final Map<Bytes, KeyFold> folds = new TreeMap<>();
    private long size;

    /** The definition: by the bits of the hashed keys, from the first. */
    private static Bytes defined(int depth, List<Map.Entry<Bytes, KeyFold>> leaves) {
        if (leaves.isEmpty()) {
            return ZEROS;
        }
        if (leaves.size() == 1) {
            KeyFold fold = leaves.get(0).getValue();
            return Sha256.hash(Bytes.of((byte) 3), leaves.get(0).getKey(), Bytes.uint64(fold.count()), fold.head());
        }
        List<Map.Entry<Bytes, KeyFold>> left = new ArrayList<>();
        List<Map.Entry<Bytes, KeyFold>> right = new ArrayList<>();
        leaves.forEach(leaf -> (bit(leaf.getKey(), depth) ? right : left).add(leaf));
        return Sha256.hash(Bytes.of((byte) 4), defined(depth + 1, left), defined(depth + 1, right));
    }

    private static boolean bit(Bytes hashed, int depth) {
        return (hashed.at(depth / 8) & 0x80 >>> depth % 8) != 0;
    }

    private Bytes defined() {
        return defined(0, List.copyOf(folds.entrySet()));
    }

    private IndexTrie stored() {
        return new IndexTrie(path -> Optional.ofNullable(pages.get(path)), defined());
    }

    /** Adds entries under random keys, and stores the pages. */
    private void grow(Random random, int entries, int keys) throws NotVerifiedException {
        IndexTrie trie = stored();
        for (int i = 0; i < entries; i++) {
            Bytes leaf = Sha256.hash(Bytes.uint64(random.nextLong()));
            Set<String> some = Set.copyOf(random.ints(random.nextInt(4), 0, keys)
                    .mapToObj(key -> "key " + key)
                    .toList());
            trie.add(size, leaf, some);
            for (String key : some) {
                KeyFold before = folds.getOrDefault(Sha256.hash(Bytes.utf8(key)), new KeyFold(0, ZEROS));
                Bytes head = Sha256.hash(Bytes.of((byte) 2), before.head(), Bytes.uint64(size), leaf);
                folds.put(Sha256.hash(Bytes.utf8(key)), new KeyFold(before.count() + 1, head));
            }
            size++;
        }
        assertThat(trie.root()).isEqualTo(defined());
        pages.putAll(trie.changed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100, 2_000})
    void hasTheDefinedRootHoweverItGrew(int keys) throws NotVerifiedException {
        Random random = new Random(keys);
        for (int round = 0; round < 20; round++) {
            grow(random, random.nextInt(1 + keys), keys);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 300})
    void provesWhatStandsUnderAKeyAndWhatDoesNot(int keys) throws NotVerifiedException, MalformedException {
        grow(new Random(keys), 2 * keys, keys);
        for (int key = 0; key < 2 * keys; key++) {
            IndexProof proof = stored().prove("key " + key);
            KeyFold fold = folds.getOrDefault(Sha256.hash(Bytes.utf8("key " + key)), new KeyFold(0, ZEROS));
            assertThat(proof.verify(defined())).as("key " + key).isEqualTo(fold);
            assertThat(IndexProof.read(proof.toJson())).isEqualTo(proof);
        }
    }

    @Test
    void provesThatNothingStandsUnderAnyKeyOfAnEmptyTrie() throws NotVerifiedException {
        assertThat(IndexTrie.empty().prove("any").verify(ZEROS)).isEqualTo(KeyFold.NOTHING);
    }

    @Test
    void noticesEveryChangeOfAProof() throws NotVerifiedException {
        grow(new Random(1), 100, 50);
        for (int key = 0; key < 60; key++) {
            for (IndexProof other : changed(stored().prove("key " + key), key)) {
                assertThatThrownBy(() -> other.verify(defined()))
                        .as("%s", other)
                        .hasMessageContaining("LC306");
            }
        }
    }

    @Test
    void noticesTheSameOfOneWhoseWayWasProvedBefore() throws NotVerifiedException {
        grow(new Random(1), 100, 50);
        ProvenIndex proven = new ProvenIndex(defined());
        for (int round = 0; round < 2; round++) {
            for (int key = 0; key < 60; key++) {
                IndexProof proof = stored().prove("key " + key);
                assertThat(proven.verify(proof)).isEqualTo(proof.verify(defined()));
                for (IndexProof other : changed(proof, key)) {
                    String message =
                            catchThrowable(() -> other.verify(defined())).getMessage();
                    assertThatThrownBy(() -> proven.verify(other))
                            .as("%s", other)
                            .isInstanceOf(NotVerifiedException.class)
                            .hasMessage(message);
                }
            }
        }
    }

    private static List<IndexProof> changed(IndexProof proof, int key) {
        List<IndexProof> others = new ArrayList<>();
        others.add(new IndexProof("key " + (key + 1), proof.leaf(), proof.path()));
        proof.leaf().ifPresent(leaf -> {
            others.add(new IndexProof(proof.key(), Optional.empty(), proof.path()));
            KeyFold fold = leaf.fold();
            others.add(with(proof, new IndexLeaf(leaf.key(), new KeyFold(fold.count() - 1, fold.head()))));
            others.add(with(proof, new IndexLeaf(leaf.key(), new KeyFold(fold.count(), ZEROS))));
            others.add(with(proof, new IndexLeaf(Sha256.hash(leaf.key()), fold)));
        });
        for (int i = 0; i < proof.path().size(); i++) {
            List<Bytes> path = new ArrayList<>(proof.path());
            path.set(i, Sha256.hash(path.get(i)));
            others.add(new IndexProof(proof.key(), proof.leaf(), path));
        }
        others.add(new IndexProof(
                proof.key(), proof.leaf(), proof.path().subList(0, proof.path().size() - 1)));
        return others;
    }

    private static IndexProof with(IndexProof proof, IndexLeaf leaf) {
        return new IndexProof(proof.key(), Optional.of(leaf), proof.path());
    }

    @Test
    void noticesAPageThatIsMissingCutOffOrAnother() throws NotVerifiedException {
        grow(new Random(1), 500, 200);
        for (Map.Entry<String, Bytes> page : Map.copyOf(pages).entrySet()) {
            byte[] flipped = page.getValue().toArray();
            flipped[flipped.length - 1] ^= 1;
            for (Bytes other : Arrays.asList(
                    null,
                    Bytes.of(flipped),
                    page.getValue().slice(0, page.getValue().size() - 1))) {
                pages.put(page.getKey(), other);
                String key = keyUnder(page.getKey());
                assertThatThrownBy(() -> stored().prove(key)).as(page.getKey()).hasMessageContaining("subject index");
                IndexTrie trie = stored();
                trie.add(size, ZEROS, Set.of(key));
                assertThatThrownBy(trie::root).as(page.getKey()).hasMessageContaining("subject index");
            }
            pages.put(page.getKey(), page.getValue());
        }
    }

    private static String keyUnder(String path) {
        for (int i = 0; ; i++) {
            if (Sha256.hash(Bytes.utf8("key " + i)).hex().startsWith(path)) {
                return "key " + i;
            }
        }
    }

    @Test
    void refusesAProofThatDoesNotRead() throws MalformedException, NotVerifiedException {
        grow(new Random(1), 10, 5);
        String json = JsonText.compact(stored().prove("key 1").toJson());
        for (String other : List.of(
                json.replace("\"key\":\"key 1\"", "\"key\":1"),
                json.replace("\"count\":", "\"count\":-"),
                json.replace("\"path\":[\"", "\"path\":[\"A"),
                json.replace("\"path\"", "\"way\""),
                json.replace("\"head\":\"", "\"head\":\"0"))) {
            assertThat(other).isNotEqualTo(json);
            assertThatThrownBy(() -> IndexProof.read(JsonText.parseObject(Bytes.utf8(other), "proof")))
                    .isInstanceOf(MalformedException.class);
        }
    }
}
