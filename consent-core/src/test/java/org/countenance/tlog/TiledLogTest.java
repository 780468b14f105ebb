package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countenance.Vectors;
import org.countenance.base.Bytes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reads a whole log that another implementation made, at each size that it had. */
class TiledLogTest {

    private static final String KEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
    private static final List<String> WORDS = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eit",
            "nain",
            "ten",
            "ileven",
            "twelf",
            "threeten",
            "fourten",
            "fivten");

    private final Path log = Vectors.path("tlog-tiles/testdata/log");
    private final TileSource source = path -> {
        Path file = log.resolve(path);
        return Files.exists(file) ? Optional.of(Bytes.of(Files.readAllBytes(file))) : Optional.empty();
    };

    @TestFactory
    Stream<DynamicTest> readsTheLogAtEachSize() {
        return IntStream.rangeClosed(0, WORDS.size())
                .mapToObj(size -> DynamicTest.dynamicTest(size + " entries", () -> check(size)));
    }

    private void check(int size) throws Exception {
        Checkpoint checkpoint = checkpoint("checkpoint." + size);
        assertThat(checkpoint.size()).isEqualTo(size);
        TreeNodes nodes = new TileNodes(source, size);
        assertThat(TreeProofs.root(size, nodes)).isEqualTo(checkpoint.root());
        List<Bytes> entries = new ArrayList<>();
        for (Tile tile : Tile.of(size).toList()) {
            EntryBundle bundle = EntryBundle.under(tile);
            entries.addAll(bundle.decode(source.read(bundle.path()).orElseThrow()));
            List<Bytes> leaves = entries.stream().map(Merkle::leafHash).toList();
            assertThat(tile.decode(source.read(tile.path()).orElseThrow())).isEqualTo(leaves);
        }
        assertThat(entries)
                .isEqualTo(WORDS.subList(0, size).stream().map(Bytes::utf8).toList());
        for (int index = 0; index < size; index++) {
            List<Bytes> proof = TreeProofs.inclusion(index, size, nodes);
            Merkle.verifyInclusion(index, size, Merkle.leafHash(entries.get(index)), proof, checkpoint.root());
            Bytes oldRoot = checkpoint("checkpoint." + (index + 1)).root();
            proof = TreeProofs.consistency(index + 1, size, nodes);
            Merkle.verifyConsistency(index + 1, size, proof, oldRoot, checkpoint.root());
        }
    }

    @Test
    void readsEveryFileThatTheLogHas() throws Exception {
        int files = 0;
        for (Path file : Vectors.files("tlog-tiles/testdata/log/tile")) {
            String path = log.relativize(file).toString().replace('\\', '/');
            Bytes content = source.read(path).orElseThrow();
            if (path.startsWith("tile/entries/")) {
                assertThat(EntryBundle.parse(path).decode(content)).isNotEmpty();
            } else {
                assertThat(Tile.parse(path).decode(content)).isNotEmpty();
            }
            files++;
        }
        assertThat(files).isEqualTo(30);
        assertThat(checkpoint(TileSource.CHECKPOINT)).isEqualTo(checkpoint("checkpoint.15"));
    }

    private Checkpoint checkpoint(String path) throws Exception {
        SignedNote note = SignedNote.parse(source.read(path).orElseThrow());
        VerifierKey key = VerifierKey.parse(KEY);
        assertThat(note.by(key)).anyMatch(signature -> key.key().verifies(Bytes.utf8(note.text()), signature.bytes()));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.origin()).isEqualTo(key.name());
        return checkpoint;
    }
}
