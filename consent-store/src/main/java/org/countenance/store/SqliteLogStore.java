package org.countenance.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.countenance.base.Bytes;
import org.countenance.registry.LogStore;
import org.countenance.registry.StoreException;
import org.countenance.tlog.Frontier;
import org.sqlite.SQLiteConfig;

/** A log in one SQLite file; keeps the contract of {@link LogStore}. For one thread at a time. */
public final class SqliteLogStore implements LogStore {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Path file;
    private final Connection connection;
    private final String name;

    private SqliteLogStore(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.name = readName();
    }

    /**
     * Makes a log without entries. The file must not exist.
     *
     * @param checkpoint the signed note of the empty log
     */
    public static SqliteLogStore create(Path file, String name, Bytes checkpoint) {
        if (Files.exists(file)) {
            throw StoreException.unusable("wanted no file `" + file + "`, found one", null);
        }
        try {
            Connection connection = connect(file, false);
            Schema.create(connection);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO registry VALUES (1, ?, 0, ?)")) {
                insert.setString(1, name);
                insert.setBytes(2, checkpoint.toArray());
                insert.executeUpdate();
            }
            return new SqliteLogStore(file, connection);
        } catch (SQLException e) {
            throw Faults.of(e, file);
        }
    }

    /** Opens a log that is there, to read and to append. */
    public static SqliteLogStore open(Path file) {
        return open(file, !Files.isWritable(file));
    }

    /** Opens a log that is there; to read alone, when asked. */
    public static SqliteLogStore open(Path file, boolean readOnly) {
        if (!Files.exists(file)) {
            throw StoreException.unusable("wanted a registry in `" + file + "`, found no file", null);
        }
        try {
            Connection connection = connect(file, readOnly);
            try {
                Schema.open(connection, file);
                return new SqliteLogStore(file, connection);
            } catch (SQLException | StoreException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Faults.of(e, file);
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        }
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Head head() {
        return query("SELECT size, checkpoint FROM registry", result -> {
            if (!result.next()) {
                throw StoreException.corrupt("wanted the head of the log in `" + file + "`, found none");
            }
            return new Head(result.getLong(1), Bytes.of(result.getBytes(2)));
        });
    }

    @Override
    public List<Bytes> entries(long from, long until) {
        return query(
                "SELECT position, bytes FROM entry WHERE position >= ? AND position < ? ORDER BY position",
                result -> {
                    List<Bytes> entries = new ArrayList<>();
                    while (result.next()) {
                        checkPresent(from + entries.size(), result.getLong(1));
                        entries.add(Bytes.of(result.getBytes(2)));
                    }
                    if (entries.size() < until - from) {
                        throw missing(from + entries.size());
                    }
                    return List.copyOf(entries);
                },
                from,
                until);
    }

    @Override
    public OptionalLong indexOf(String recordId) {
        return query(
                "SELECT position FROM entry WHERE record = ?",
                result -> result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty(),
                recordId);
    }

    @Override
    public List<Long> indexesOf(String key) {
        return query(
                "SELECT position FROM subject WHERE key = ? ORDER BY position",
                result -> {
                    List<Long> indexes = new ArrayList<>();
                    while (result.next()) {
                        indexes.add(result.getLong(1));
                    }
                    return List.copyOf(indexes);
                },
                key);
    }

    @Override
    public Bytes node(int level, long index) {
        return query(
                "SELECT hash FROM node WHERE level = ? AND position = ?",
                result -> {
                    if (!result.next()) {
                        throw StoreException.corrupt(
                                "wanted tree node " + level + "/" + index + " in `" + file + "`, found none");
                    }
                    return Bytes.of(result.getBytes(1));
                },
                level,
                index);
    }

    @Override
    public Optional<Bytes> annex(String sha256) {
        return query(
                "SELECT bytes FROM annex WHERE sha256 = ?",
                result -> result.next() ? Optional.of(Bytes.of(result.getBytes(1))) : Optional.empty(),
                sha256);
    }

    @Override
    public void append(Batch batch) {
        transaction(() -> {
            moveHead(batch.expected(), batch.head());
            long position = batch.expected().size();
            for (NewEntry entry : batch.entries()) {
                update(
                        "INSERT INTO entry VALUES (?, ?, ?)",
                        position,
                        entry.recordId(),
                        entry.bytes().toArray());
                for (String key : entry.keys()) {
                    update("INSERT INTO subject VALUES (?, ?)", key, position);
                }
                position++;
            }
            for (Frontier.Node node : batch.nodes()) {
                update(
                        "INSERT INTO node VALUES (?, ?, ?)",
                        node.level(),
                        node.index(),
                        node.hash().toArray());
            }
            for (Map.Entry<String, Bytes> annex : batch.annexes().entrySet()) {
                update(
                        "INSERT OR REPLACE INTO annex VALUES (?, ?)",
                        annex.getKey(),
                        annex.getValue().toArray());
            }
        });
    }

    @Override
    public void replaceCheckpoint(Head expected, Bytes renewed) {
        transaction(() -> moveHead(expected, new Head(expected.size(), renewed)));
    }

    @Override
    public boolean eraseAnnex(String sha256) {
        boolean[] erased = new boolean[1];
        transaction(() -> erased[0] = update("DELETE FROM annex WHERE sha256 = ?", sha256) > 0);
        return erased[0];
    }

    /** Bounds the file's pages, so that a test can fill the disk. */
    void limitPages(int pages) throws SQLException {
        Schema.execute(connection, "PRAGMA max_page_count = " + pages);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Faults.of(e, file);
        }
    }

    private String readName() {
        return query("SELECT name FROM registry", result -> {
            if (!result.next()) {
                throw StoreException.corrupt("wanted the name of the registry in `" + file + "`, found none");
            }
            return result.getString(1);
        });
    }

    private void moveHead(Head expected, Head head) throws SQLException {
        int moved = update(
                "UPDATE registry SET size = ?, checkpoint = ? WHERE size = ? AND checkpoint = ?",
                head.size(),
                head.checkpoint().toArray(),
                expected.size(),
                expected.checkpoint().toArray());
        if (moved != 1) {
            throw StoreException.moved("wanted the log's head at " + expected.size()
                    + " entries, found that another program moved it; try again");
        }
    }

    private void checkPresent(long wanted, long found) {
        if (wanted != found) {
            throw missing(wanted);
        }
    }

    private StoreException missing(long index) {
        return StoreException.corrupt("wanted entry " + index + " of the log in `" + file + "`, found none");
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet result) throws SQLException;
    }

    private void transaction(Work work) {
        try {
            connection.setAutoCommit(false);
            work.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            abandon(e);
            throw Faults.of(e, file);
        } catch (RuntimeException e) {
            abandon(e);
            throw e;
        }
    }

    /** Takes everything back; SQLite has done so itself when the disk was full, and then says that there is nothing to do. */
    private void abandon(Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private <T> T query(String sql, Reading<T> reading, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                return reading.read(result);
            }
        } catch (SQLException e) {
            throw Faults.of(e, file);
        }
    }

    private int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
