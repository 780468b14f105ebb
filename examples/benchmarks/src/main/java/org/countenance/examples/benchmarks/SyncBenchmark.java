package org.countenance.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.Replication;
import org.countenance.registry.ReplicationException;
import org.countenance.store.LogExport;
import org.countenance.store.SqliteLogStore;
import org.countenance.store.TileDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A log of a thousand people and their grants, written as static files, and replicated from them on two threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 12)
@Measurement(iterations = 5)
public class SyncBenchmark {

    private static final int PEOPLE = 1_000;

    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private Logs logs = new Logs(new Cast(), Path.of(""), List.of());
    private Path exported = Path.of("");
    private Path fresh = Path.of("");

    /** Makes the log and exports it. */
    @Setup
    public void log() throws MalformedException, NotVerifiedException, IOException {
        logs = Logs.of(PEOPLE, PEOPLE, 0, true);
        exported = Files.createTempDirectory("exported").resolve("log");
        export(exported);
    }

    /** An empty place. */
    @Setup(Level.Invocation)
    public void begin() throws IOException {
        fresh = Files.createTempDirectory("fresh");
    }

    /** Empties it. */
    @TearDown(Level.Invocation)
    public void end() throws IOException {
        remove(fresh);
    }

    /** Ends the threads. */
    @TearDown
    public void close() throws IOException {
        two.shutdown();
        remove(exported.resolveSibling(""));
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private LogExport.Outcome export(Path directory) throws NotVerifiedException, IOException {
        try (SqliteLogStore log = SqliteLogStore.open(logs.file(), true)) {
            return LogExport.export(log, directory);
        }
    }

    /** Writes every file. */
    @Benchmark
    public LogExport.Outcome export() throws NotVerifiedException, IOException {
        return export(fresh.resolve("log"));
    }

    /** Replicates everything. */
    @Benchmark
    public Replication.Outcome sync()
            throws MalformedException, NotVerifiedException, ReplicationException, IOException {
        try (SqliteLogStore replica = logs.cast().create(fresh.resolve("replica.db"))) {
            TileDirectory files = new TileDirectory(exported);
            return new Replication(replica, logs.cast().policy().keys(), files, two).run((done, all) -> {});
        }
    }

    /** As many checks of signatures as there are signatures, on two threads. */
    @Benchmark
    public int floor() {
        return Signed.count(logs.signatures(), two);
    }
}
