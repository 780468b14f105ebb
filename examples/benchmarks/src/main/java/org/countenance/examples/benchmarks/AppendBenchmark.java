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
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

/**
 * A thousand grants of a thousand people, taken as one batch with the index record that is due after them, by a registry that has
 * been running: it took these people's records, or read them for the batch before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 30)
@Measurement(iterations = 11)
public class AppendBenchmark {

    private static final int PEOPLE = 1_000;

    /** How many entries the log has before the first batch. */
    @Param({"1000", "100000"})
    public int entries;

    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private final Cast cast = new Cast();
    private final List<Submission> grants = new ArrayList<>();
    private final List<Signed> signatures = new ArrayList<>();
    private Path copy = Path.of("");
    private Path bare = Path.of("");
    private Optional<SqliteLogStore> log = Optional.empty();
    private Optional<LogWriter> writer = Optional.empty();
    private Optional<LogWriter> onTwo = Optional.empty();

    /** Opens a copy of the log of the people, and an empty database. */
    @Setup
    public void log() throws MalformedException, IOException {
        Logs logs = Logs.of(cast, PEOPLE, 0, entries, true);
        copy = logs.copy();
        bare = Files.createTempFile("bare", ".db");
        log = Optional.of(SqliteLogStore.open(copy));
        writer = Optional.of(cast.writer(log.orElseThrow(), true));
        onTwo = writer.map(one -> one.on(two));
    }

    /** Signs what comes next. */
    @Setup(Level.Invocation)
    public void begin() throws MalformedException {
        grants.clear();
        signatures.clear();
        grants.addAll(cast.grants(0, PEOPLE));
        for (int i = 0; i < PEOPLE; i++) {
            signatures.addAll(cast.signatures(Cast.person(i), grants.get(i)));
        }
    }

    /** Removes the files. */
    @TearDown
    public void end() throws IOException {
        two.shutdown();
        log.orElseThrow().close();
        for (Path file : List.of(copy, bare)) {
            for (String more : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + more));
            }
        }
    }

    /** Admits and appends. */
    @Benchmark
    public List<LogWriter.Receipt> append() throws MalformedException {
        return append(writer.orElseThrow());
    }

    /** The same, with signatures checked on two more threads. */
    @Benchmark
    public List<LogWriter.Receipt> appendOnTwo() throws MalformedException {
        return append(onTwo.orElseThrow());
    }

    private List<LogWriter.Receipt> append(LogWriter writer) throws MalformedException {
        List<LogWriter.Receipt> receipts = writer.append(grants, Cast.NOW);
        if (!receipts.stream().allMatch(LogWriter.Receipt::accepted)) {
            throw new IllegalStateException("wanted grants that are taken, found some that are not");
        }
        return receipts;
    }

    /** Checks as many signatures and writes the bytes in one bare transaction, as durably. */
    @Benchmark
    public int floor() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        int held = Signed.count(signatures);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + bare);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bare (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
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
