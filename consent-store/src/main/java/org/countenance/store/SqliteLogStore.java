package org.countenance.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.StoreException;

/** A log in one SQLite file; keeps the contract of {@link LogStore}. For one thread at a time. */
public final class SqliteLogStore implements LogStore {

    private final Path file;
    private final Database database;
    private final ManyRows many;
    private final BatchRows rows;
    private final String name;

    private SqliteLogStore(Path file, Database database) {
        this.file = file;
        this.database = database;
        this.many = new ManyRows(database);
        this.rows = new BatchRows(database);
        this.name = readName();
    }

    /**
     * Makes a log without entries. The file must not exist.
     *
     * @param checkpoint the signed note of the empty log
     */
    public static SqliteLogStore create(Path file, String name, Bytes checkpoint) {
        return create(file, Database::create, name, checkpoint);
    }

    /** The same in a file that nobody needs once this program has ended. */
    static SqliteLogStore scratch(Path file, String name, Bytes checkpoint) {
        return create(file, Database::scratch, name, checkpoint);
    }

    private static SqliteLogStore create(Path file, Function<Path, Database> made, String name, Bytes checkpoint) {
        if (Files.exists(file)) {
            throw StoreException.unusable("wanted no file `" + file + "`, found one", null);
        }
        Database database = made.apply(file);
        database.transaction(() -> database.update(
                "INSERT INTO registry (one, name, size, checkpoint) VALUES (1, ?, 0, ?)", name, checkpoint.toArray()));
        return new SqliteLogStore(file, database);
    }

    /** Opens a log that is there, to read and, where that is allowed, to append. */
    public static SqliteLogStore open(Path file) {
        return open(file, !Files.isWritable(file));
    }

    /** Opens a log that is there; to read alone, when asked. */
    public static SqliteLogStore open(Path file, boolean readOnly) {
        if (!Files.exists(file)) {
            throw StoreException.unusable("wanted a registry in `" + file + "`, found no file", null);
        }
        Database database = Database.open(file, readOnly);
        try {
            return new SqliteLogStore(file, database);
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Head head() {
        return database.query("SELECT size, checkpoint FROM registry", result -> {
            if (!result.next()) {
                throw StoreException.corrupt("wanted the head of the log in `" + file + "`, found none");
            }
            return new Head(result.getLong(1), Database.bytes(result, 2));
        });
    }

    @Override
    public List<Bytes> entries(long from, long until) {
        return database.query(
                "SELECT position, bytes FROM entry WHERE position >= ? AND position < ? ORDER BY position",
                result -> {
                    List<Bytes> entries = new ArrayList<>();
                    while (result.next()) {
                        checkPresent(from + entries.size(), result.getLong(1));
                        entries.add(Database.bytes(result, 2));
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
    public Map<Long, Bytes> entriesAt(Collection<Long> indexes) {
        return many.entries(indexes, this::missing);
    }

    @Override
    public Map<String, Long> indexesOfRecords(Collection<String> recordIds, long until) {
        return many.indexesOfRecords(recordIds, until);
    }

    @Override
    public OptionalLong indexOf(String recordId, long until) {
        return database.query(
                "SELECT position FROM entry WHERE record = ? AND position < ? ORDER BY position LIMIT 1",
                result -> result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty(),
                recordId,
                until);
    }

    @Override
    public List<Long> indexesOf(String key, long until) {
        return database.query(
                "SELECT position FROM subject WHERE key = ? AND position < ? ORDER BY position",
                result -> {
                    List<Long> indexes = new ArrayList<>();
                    while (result.next()) {
                        indexes.add(result.getLong(1));
                    }
                    return List.copyOf(indexes);
                },
                key,
                until);
    }

    @Override
    public Map<String, List<Long>> indexesOf(Collection<String> keys, long until) {
        return many.indexesOf(keys, until);
    }

    @Override
    public Map<Long, Bytes> nodes(int level, Collection<Long> indexes) {
        return many.nodes(level, indexes, index -> noNode(level, index));
    }

    private StoreException noNode(int level, long index) {
        return StoreException.corrupt("wanted tree node " + level + "/" + index + " in `" + file + "`, found none");
    }

    @Override
    public Bytes node(int level, long index) {
        return database.query(
                "SELECT hash FROM node WHERE level = ? AND position = ?",
                result -> {
                    if (!result.next()) {
                        throw noNode(level, index);
                    }
                    return Database.bytes(result, 1);
                },
                level,
                index);
    }

    @Override
    public Optional<Bytes> annex(String sha256) {
        return bytes("SELECT bytes FROM annex WHERE sha256 = ?", sha256);
    }

    private Optional<Bytes> bytes(String sql, Object... parameters) {
        return database.query(
                sql, result -> result.next() ? Optional.of(Database.bytes(result, 1)) : Optional.empty(), parameters);
    }

    @Override
    public Coverage coverage() {
        return database.query("SELECT covered, root FROM registry", result -> {
            if (!result.next()) {
                throw StoreException.corrupt("wanted the head of the log in `" + file + "`, found none");
            }
            return new Coverage(result.getLong(1), Database.bytes(result, 2));
        });
    }

    @Override
    public Optional<Bytes> indexPage(String path) {
        return bytes("SELECT bytes FROM page WHERE path = ?", path);
    }

    @Override
    public long stored() {
        return database.query("SELECT coalesce(max(position) + 1, 0) FROM entry", result -> {
            result.next();
            return result.getLong(1);
        });
    }

    @Override
    public Optional<Bytes> staged() {
        return bytes("SELECT staged FROM registry WHERE staged IS NOT NULL");
    }

    @Override
    public List<String> annexes(String after, int most) {
        return database.query(
                "SELECT sha256 FROM annex WHERE sha256 > ? ORDER BY sha256 LIMIT ?",
                result -> {
                    List<String> hashes = new ArrayList<>();
                    while (result.next()) {
                        hashes.add(Database.text(result, 1));
                    }
                    return List.copyOf(hashes);
                },
                after,
                most);
    }

    @Override
    public void append(Batch batch) {
        database.transaction(() -> {
            if (staged().isPresent()) {
                throw StoreException.unusable(
                        "wanted a log whose replication is finished in `" + file + "`, found one under way", null);
            }
            moveHead(batch.expected(), batch.head());
            rows.put(batch, batch.expected().size());
        });
    }

    @Override
    public void stage(Batch batch) {
        database.lightly(() -> {
            checkMoved(
                    database.update(
                            "UPDATE registry SET staged = ? WHERE size = ? AND checkpoint = ?",
                            batch.checkpoint().toArray(),
                            batch.expected().size(),
                            batch.expected().checkpoint().toArray()),
                    batch.expected());
            rows.put(batch, stored());
        });
    }

    @Override
    public void advance(Head expected, Head next) {
        database.transaction(() -> {
            if (next.size() > stored()) {
                throw missing(stored());
            }
            moveHead(expected, next);
        });
    }

    @Override
    public boolean eraseAnnex(String sha256) {
        boolean[] erased = new boolean[1];
        database.transaction(() -> erased[0] = database.update("DELETE FROM annex WHERE sha256 = ?", sha256) > 0);
        return erased[0];
    }

    @Override
    public Moment moment() {
        database.begin();
        return new Moment(this, database::end);
    }

    @Override
    public void close() {
        database.close();
    }

    /** What it reads from. */
    Database database() {
        return database;
    }

    /** Bounds the file's pages, so that a test can fill the disk. */
    void limitPages(int pages) throws SQLException {
        database.limitPages(pages);
    }

    private String readName() {
        return database.query("SELECT name FROM registry", result -> {
            if (!result.next()) {
                throw StoreException.corrupt("wanted the name of the registry in `" + file + "`, found none");
            }
            return Database.text(result, 1);
        });
    }

    private void moveHead(Head expected, Head head) throws SQLException {
        int moved = database.update(
                "UPDATE registry SET size = ?, checkpoint = ?, staged = NULL WHERE size = ? AND checkpoint = ?",
                head.size(),
                head.checkpoint().toArray(),
                expected.size(),
                expected.checkpoint().toArray());
        checkMoved(moved, expected);
    }

    private static void checkMoved(int moved, Head expected) {
        if (moved != 1) {
            throw StoreException.moved("wanted the log's head at " + Count.of(expected.size(), "entry")
                    + ", found that another program moved it; try again");
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
}
