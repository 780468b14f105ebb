package org.countenance.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.registry.Difference;
import org.countenance.registry.Recomputation;
import org.countenance.registry.Replication;
import org.countenance.registry.StoreException;
import org.countenance.tlog.LogKeys;

/**
 * Tells whether a database is what the entries of its log make it: all of it is made anew in a temporary file and compared
 * (log.md, Store contract). The database is only read, as it was when the audit began.
 */
public final class LogAudit implements AutoCloseable {

    private static final int PAGE = 256;

    private final Database database;
    private final SqliteLogStore log;

    private LogAudit(Database database, SqliteLogStore log) {
        this.database = database;
        this.log = log;
    }

    /**
     * What an audit found.
     *
     * @param size how many entries are below the head
     * @param staged how many are beyond it, which a replication has not finished
     * @param faulty how many entries the operator should not have taken
     * @param withoutWords how many annexes and lists that records name are not there: erased, or never brought
     * @param differences the operator's faults, the first hundred of them, and the first one of the database
     */
    public record Outcome(long size, long staged, long faulty, long withoutWords, List<Difference> differences) {

        /** Keeps a copy. */
        public Outcome {
            differences = List.copyOf(differences);
        }

        /** Whether nothing is wrong. */
        public boolean isWhole() {
            return differences.isEmpty();
        }
    }

    /**
     * Opens a database, to read alone.
     *
     * @throws StoreException when it is none of ours, or so damaged that it cannot be opened
     */
    public static LogAudit open(Path file) {
        SqliteLogStore log = SqliteLogStore.open(file, true);
        return new LogAudit(log.database(), log);
    }

    /** The name that the database gives its log. */
    public String name() {
        return log.name();
    }

    /**
     * Audits.
     *
     * @param name the name that the log must have
     * @param keys whose checkpoints are believed
     * @param executor where signatures are checked
     * @throws StoreException when the database cannot be read for another reason than that it is damaged
     * @throws IOException when the temporary file cannot be written
     */
    public Outcome run(String name, LogKeys keys, Executor executor, Replication.Progress progress) throws IOException {
        Path directory = Files.createTempDirectory("audit");
        Path file = directory.resolve("scratch.db");
        try (SqliteLogStore scratch = SqliteLogStore.scratch(file, name, checkpoint())) {
            database.attach(file, "whole");
            database.begin();
            try {
                return new Run(new Recomputation(log, scratch, keys, executor)).outcome(name, progress);
            } finally {
                database.end();
                database.detach("whole");
            }
        } finally {
            for (String each : List.of("scratch.db", "scratch.db-wal", "scratch.db-shm")) {
                Files.deleteIfExists(directory.resolve(each));
            }
            Files.delete(directory);
        }
    }

    private Bytes checkpoint() {
        try {
            return log.head().checkpoint();
        } catch (StoreException e) {
            // The run comes upon it again and says so.
            return Bytes.EMPTY;
        }
    }

    /** One run, whose findings come in the order in which one rests on the other. */
    private final class Run {

        private final Recomputation recomputation;
        private final List<Difference> found = new ArrayList<>();

        Run(Recomputation recomputation) {
            this.recomputation = recomputation;
        }

        Outcome outcome(String name, Replication.Progress progress) throws IOException {
            try {
                run(name, progress);
            } catch (StoreException e) {
                if (!e.isCorruption()) {
                    throw e;
                }
                found.add(Difference.ofDatabase(String.valueOf(e.getMessage())));
            }
            List<Difference> differences = new ArrayList<>(recomputation.differences());
            differences.addAll(found);
            return new Outcome(
                    number("SELECT max(size) FROM registry"),
                    number("SELECT count(*) FROM entry WHERE position >= (SELECT max(size) FROM registry)"),
                    recomputation.faulty(),
                    recomputation.withoutWords(),
                    differences);
        }

        private void run(String name, Replication.Progress progress) throws IOException {
            file().or(() -> nameOf(name)).ifPresent(found::add);
            if (found.isEmpty()) {
                annexes().ifPresent(found::add);
                if (recomputation.run(progress)) {
                    new Comparison(database).first().ifPresent(found::add);
                }
            }
        }

        /** What SQLite itself says about its file. */
        private Optional<Difference> file() {
            Optional<String> fault = text("PRAGMA main.integrity_check(1)")
                    .filter(said -> !said.equals("ok"))
                    .or(() -> text("PRAGMA main.foreign_key_check")
                            .map(table -> "a row of " + table + " about no entry"));
            return fault.map(said -> Difference.ofDatabase(
                    "wanted a sound file, found `" + said.strip().replaceAll("\\s+", " ") + "`"));
        }

        private Optional<Difference> nameOf(String wanted) {
            return log.name().equals(wanted)
                    ? Optional.empty()
                    : Optional.of(Difference.ofDatabase(
                            "wanted the log of `" + wanted + "`, found that of `" + log.name() + "`"));
        }

        private Optional<Difference> annexes() {
            List<String> hashes = log.annexes("", PAGE);
            while (!hashes.isEmpty()) {
                for (String hash : hashes) {
                    if (!log.annex(hash).map(words -> Sha256.hash(words).hex()).equals(Optional.of(hash))) {
                        return Optional.of(
                                Difference.ofDatabase("wanted an annex with the hash " + hash + ", found another"));
                    }
                }
                hashes = log.annexes(hashes.get(hashes.size() - 1), PAGE);
            }
            return Optional.empty();
        }
    }

    private Optional<String> text(String sql) {
        return database.query(
                sql, result -> result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty());
    }

    /** Zero where it cannot be told. */
    private long number(String sql) {
        try {
            return database.query(sql, result -> result.next() ? result.getLong(1) : 0);
        } catch (StoreException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
