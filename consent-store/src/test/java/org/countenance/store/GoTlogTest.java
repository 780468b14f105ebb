package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.countenance.base.Bytes;
import org.countenance.registry.LogStore;
import org.countenance.tlog.TlogProof;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets another implementation read logs of several levels, as they grow. */
class GoTlogTest {

    @TempDir
    private static Path built;

    private static GoTlog go;

    @TempDir
    private Path directory;

    @BeforeAll
    static void buildsTheProgram() throws Exception {
        go = GoTlog.in(built);
    }

    @Test
    void readsAGrowingLogAndItsProofs() throws Exception {
        try (GrowingLog log = new GrowingLog(directory.resolve("registry.db"))) {
            String key = log.signer().verifierKeys().get(0).text();
            int before = 1;
            for (int size : new int[] {1, 5, 256, 700, 66_000}) {
                log.growTo(size);
                LogExport.export(log.store(), directory.resolve("at-" + size));
                prove(log.store(), size - 1, "last.tlog-proof");
                prove(log.store(), size / 3, "third.tlog-proof");
                GoTlog.Answer answer =
                        go.read(directory, key, "at-" + size, "at-" + before, "last.tlog-proof", "third.tlog-proof");
                assertThat(answer.code()).as(answer.text()).isZero();
                assertThat(answer.text().lines())
                        .hasSize(4)
                        .contains("at-" + before + ": the first " + before + " of " + size + " entries")
                        .contains("last.tlog-proof: entry " + (size - 1) + " of " + size);
                before = size;
            }
        }
    }

    private void prove(LogStore log, long index, String file) throws Exception {
        Bytes entry = log.entries(index, index + 1).get(0);
        TlogProof proof = TlogProof.of(
                index, log.head().size(), log::node, entry, log.head().checkpoint());
        Files.write(directory.resolve(file), proof.bytes().toArray());
    }

    @Test
    void refusesWhatDoesNotHold() throws Exception {
        try (GrowingLog log = new GrowingLog(directory.resolve("registry.db"));
                GrowingLog fork = new GrowingLog(directory.resolve("fork.db"))) {
            String key = log.signer().verifierKeys().get(0).text();
            LogExport.export(log.growTo(600).store(), directory.resolve("log"));
            LogExport.export(fork.saying("another").growTo(300).store(), directory.resolve("fork"));
            prove(fork.store(), 0, "fork.tlog-proof");
            assertThat(go.read(directory, key, "log", "fork").code()).isEqualTo(1);
            assertThat(go.read(directory, key, "log", "fork.tlog-proof").code()).isEqualTo(1);
            change("log/tile/entries/002.p/88");
            assertThat(go.read(directory, key, "log").text()).contains("wanted another entry");
            change("fork/checkpoint");
            assertThat(go.read(directory, key, "fork").text()).contains("invalid signature");
        }
    }

    private void change(String path) throws Exception {
        byte[] content = Files.readAllBytes(directory.resolve(path));
        content[5] ^= 1;
        Files.write(directory.resolve(path), content);
    }
}
