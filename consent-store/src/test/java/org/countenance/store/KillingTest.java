package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.registry.LogStore;
import org.countenance.registry.Replication;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.SignedNote;
import org.countenance.tlog.TreeProofs;
import org.countenance.verify.TrustPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a program that appends, indexes, exports and replicates, again and again at any moment. */
class KillingTest {

    private static final int MOST_MILLIS = 400;

    @TempDir
    private Path directory;

    /** The heads of each log that count since its last check. */
    private final Map<String, List<Checkpoint>> printed = new HashMap<>();

    /** What it said was durable is there, every head that it printed is one of the last log, and both databases are whole. */
    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        Random random = new Random(2026);
        int rounds = Integer.getInteger("kill.rounds", 5);
        for (int round = 0; round < rounds; round++) {
            kill(random.nextInt(MOST_MILLIS));
            for (String name : new String[] {"registry", "replica"}) {
                check(name);
            }
        }
        assertThat(printed).containsKey("registry");
        for (String name : new String[] {"registry", "replica"}) {
            if (Files.exists(file(directory, name))) {
                checkWhole(name);
            }
        }
    }

    private void kill(int millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writing.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            // From its first word on it writes.
            String line = lines.readLine();
            assertThat(line).as("the program says something").isNotNull();
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            // The process itself would throw away what it has said.
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (; line != null; line = lines.readLine()) {
                note(line);
            }
        }
    }

    /** A line that was cut off says nothing. */
    private void note(String line) throws MalformedException {
        String[] words = line.split(" ");
        if (words.length == 4) {
            printed.computeIfAbsent(words[0], any -> new ArrayList<>())
                    .add(new Checkpoint(Kit.NAME + "/0", Long.parseLong(words[1]), Bytes.fromHex(words[2])));
        }
    }

    private void check(String name) throws Exception {
        if (printed.containsKey(name)) {
            try (LogStore log = SqliteLogStore.open(file(directory, name))) {
                Checkpoint head = checkpoint(log);
                for (Checkpoint each : printed.get(name)) {
                    assertThat(head.size()).isGreaterThanOrEqualTo(each.size());
                    assertThat(TreeProofs.root(each.size(), log::node)).isEqualTo(each.root());
                }
                Frontier frontier = new Frontier();
                log.entries(0, head.size()).forEach(entry -> frontier.append(Merkle.leafHash(entry)));
                assertThat(frontier.root()).isEqualTo(head.root());
                // What lies within this head lies within the last one, when this one does.
                printed.put(name, new ArrayList<>(List.of(head)));
            }
        }
    }

    private void checkWhole(String name) throws Exception {
        TrustPolicy policy = TrustPolicy.parse(new Kit().policy(""));
        try (LogAudit audit = LogAudit.open(file(directory, name))) {
            assertThat(audit.run(policy.name(), policy.keys(), ForkJoinPool.commonPool(), (done, all) -> {})
                            .differences())
                    .isEmpty();
        }
    }

    private static Path file(Path directory, String name) {
        return directory.resolve(name + ".db");
    }

    private static Checkpoint checkpoint(LogStore log) throws Exception {
        return Checkpoint.parse(SignedNote.parse(log.head().checkpoint()).text());
    }

    /** A program that writes until it is killed, and says each head that is durable. */
    public static final class Writing {

        private Writing() {}

        public static void main(String[] args) throws Exception {
            Path directory = Path.of(args[0]);
            Kit kit = new Kit(checkpoint -> open(directory, "registry", checkpoint));
            TrustPolicy policy = TrustPolicy.parse(kit.policy(""));
            LogStore replica = open(directory, "replica", kit.log().head().checkpoint());
            System.out.println("ready");
            while (true) {
                kit.party("party" + kit.log().head().size(), "organisation", "");
                say("registry", kit.log());
                kit.index();
                say("registry", kit.log());
                LogExport.export(kit.log(), directory.resolve("files"));
                new Replication(
                                replica,
                                policy.keys(),
                                new TileDirectory(directory.resolve("files")),
                                ForkJoinPool.commonPool())
                        .run((done, all) -> {});
                say("replica", replica);
            }
        }

        private static LogStore open(Path directory, String name, Bytes checkpoint) {
            Path file = file(directory, name);
            return Files.exists(file) ? SqliteLogStore.open(file) : SqliteLogStore.create(file, Kit.NAME, checkpoint);
        }

        private static void say(String name, LogStore log) throws Exception {
            Checkpoint head = checkpoint(log);
            System.out.println(name + " " + head.size() + " " + head.root().hex() + " .");
        }
    }
}
