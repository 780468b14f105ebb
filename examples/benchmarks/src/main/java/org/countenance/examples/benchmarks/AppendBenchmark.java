package org.countenance.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countenance.base.MalformedException;
import org.countenance.record.Submission;
import org.countenance.registry.LogWriter;
import org.countenance.store.SqliteLogStore;
import org.countenance.tlog.Entry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sqlite.SQLiteConfig;

/** A thousand grants of a thousand people, taken as one batch with the index record that is due after them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 7)
public class AppendBenchmark {

    private static final int PEOPLE = 1_000;

    /** How many entries the log has. */
    @Param({"1000", "100000"})
    public int entries;

    private Logs logs = new Logs(new Cast(), Path.of(""), List.of());
    private Path copy = Path.of("");
    private final List<Submission> grants = new ArrayList<>();
    private final List<Signed> signatures = new ArrayList<>();

    /** Makes the log of the people and signs their grants. */
    @Setup
    public void log() throws MalformedException, IOException {
        logs = Logs.of(PEOPLE, 0, entries, true);
        grants.addAll(logs.cast().grants(0, PEOPLE));
        for (int i = 0; i < PEOPLE; i++) {
            signatures.addAll(logs.cast().signatures(Cast.person(i), grants.get(i)));
        }
    }

    /** A log that has no grant yet. */
    @Setup(Level.Invocation)
    public void begin() throws IOException {
        copy = logs.copy();
    }

    /** Removes it. */
    @TearDown(Level.Invocation)
    public void end() throws IOException {
        for (String more : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + more));
        }
    }

    /** Admits and appends. */
    @Benchmark
    public List<LogWriter.Receipt> append() throws MalformedException {
        try (SqliteLogStore log = SqliteLogStore.open(copy)) {
            List<LogWriter.Receipt> receipts = logs.cast().writer(log, true).append(grants, Cast.NOW);
            if (!receipts.stream().allMatch(LogWriter.Receipt::accepted)) {
                throw new IllegalStateException("wanted grants that are taken, found some that are not");
            }
            return receipts;
        }
    }

    /** Checks as many signatures and writes the bytes in one bare transaction, as durably. */
    @Benchmark
    public int floor() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        int held = Signed.count(signatures);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bare (bytes) VALUES (?)")) {
                for (Submission grant : grants) {
                    insert.setBytes(
                            1, new Entry(Cast.NOW, grant.record().jws()).bytes().toArray());
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
        return held;
    }
}
