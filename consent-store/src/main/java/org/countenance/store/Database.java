package org.countenance.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.countenance.base.Bytes;
import org.countenance.registry.StoreException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** One connection to one SQLite file, its failures told in words. For one thread at a time. */
final class Database implements AutoCloseable {

    /** As many places in a statement as {@link #queryMany} fills at once. */
    static final String MANY = "?" + ", ?".repeat(Database.AT_ONCE - 1);

    private static final int AT_ONCE = 100;
    private static final int PATIENCE_MILLIS = 5_000;

    private final Path file;
    private final Connection connection;
    private final SynchronousMode mode;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Database(Path file, Connection connection, SynchronousMode mode) {
        this.file = file;
        this.connection = connection;
        this.mode = mode;
    }

    /** Makes the file and its tables. */
    static Database create(Path file) {
        return connect(file, false, SynchronousMode.FULL, Schema::create);
    }

    /** The same for a file that nobody needs once this program has ended: nothing waits for the disk. */
    static Database scratch(Path file) {
        return connect(file, false, SynchronousMode.OFF, Schema::create);
    }

    /** Opens a file that is there, and brings its tables up to date. */
    static Database open(Path file, boolean readOnly) {
        return connect(file, readOnly, SynchronousMode.FULL, connection -> Schema.open(connection, file));
    }

    @FunctionalInterface
    private interface Preparation {
        void prepare(Connection connection) throws SQLException;
    }

    private static Database connect(Path file, boolean readOnly, SynchronousMode mode, Preparation preparation) {
        try {
            Connection connection = connect(file, readOnly, mode);
            try {
                preparation.prepare(connection);
                return new Database(file, connection, mode);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Faults.of(e, file);
        }
    }

    private static Connection connect(Path file, boolean readOnly, SynchronousMode mode) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        }
        config.setSynchronous(mode);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE_MILLIS);
        // Else every row that is written asks which one it was.
        config.setGetGeneratedKeys(false);
        // No column is a date. The driver compiles the pattern of one all the same, and a short one sooner.
        config.setDateStringFormat("y");
        return config.createConnection("jdbc:sqlite:" + (isStill(file, readOnly) ? still(file) : file));
    }

    /** Whether nobody writes there, nor can we put beside it the file by which readers and writers know of each other. */
    private static boolean isStill(Path file, boolean readOnly) {
        Path absolute = file.toAbsolutePath();
        Path directory = absolute.getParent();
        return readOnly
                && directory != null
                && !Files.isWritable(directory)
                && !Files.exists(absolute.resolveSibling(file.getFileName() + "-wal"));
    }

    private static String still(Path file) {
        return "file:" + file.toAbsolutePath().toUri().getRawPath() + "?immutable=1";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Faults.of(e, file);
        }
    }

    /** Bounds the pages of the file. */
    void limitPages(int pages) throws SQLException {
        Schema.execute(connection, "PRAGMA max_page_count = " + pages);
    }

    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet result) throws SQLException;
    }

    /** Does everything or nothing; durable with the next {@link #transaction}, whose order with this one nothing turns round. */
    void lightly(Work work) {
        synchronous(mode == SynchronousMode.FULL ? SynchronousMode.NORMAL : mode);
        try {
            transaction(work);
        } finally {
            synchronous(mode);
        }
    }

    private void synchronous(SynchronousMode wanted) {
        execute("PRAGMA synchronous = " + wanted.getValue());
    }

    /** Does everything or nothing, durably. */
    void transaction(Work work) {
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

    /** From here to {@link #end} everything is read as it is at the first reading. */
    void begin() {
        execute("BEGIN DEFERRED");
    }

    void end() {
        execute("COMMIT");
    }

    private void execute(String sql) {
        try {
            Schema.execute(connection, sql);
        } catch (SQLException e) {
            throw Faults.of(e, file);
        }
    }

    /** Reads something. */
    <T> T query(String sql, Reading<T> reading, Object... parameters) {
        try {
            PreparedStatement statement = statement(sql);
            set(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                return reading.read(result);
            }
        } catch (SQLException e) {
            statements.remove(sql);
            throw Faults.of(e, file);
        }
    }

    /** What is done with one row. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet result) throws SQLException;
    }

    /**
     * Reads the rows of many values, so many at once.
     *
     * @param sql with places for {@code first}, then {@link #MANY}
     */
    void queryMany(String sql, Row row, Collection<?> values, Object... first) {
        Iterator<?> rest = values.iterator();
        while (rest.hasNext()) {
            Object[] parameters = Arrays.copyOf(first, first.length + AT_ONCE);
            Object last = sql;
            for (int i = first.length; i < parameters.length; i++) {
                // The last one fills the places that are left.
                last = rest.hasNext() ? rest.next() : last;
                parameters[i] = last;
            }
            query(
                    sql,
                    result -> {
                        while (result.next()) {
                            row.take(result);
                        }
                        return true;
                    },
                    parameters);
        }
    }

    /** To prepare a statement costs more than to run it, and there are few of them; one that failed is of no more use. */
    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    /** The bytes in a column that is never empty in a whole database. */
    static Bytes bytes(ResultSet result, int column) throws SQLException {
        byte[] bytes = result.getBytes(column);
        if (bytes == null) {
            throw StoreException.corrupt("wanted bytes in the registry, found an empty place");
        }
        return Bytes.of(bytes);
    }

    /** The text in a column that is never empty in a whole database. */
    static String text(ResultSet result, int column) throws SQLException {
        String text = result.getString(column);
        if (text == null) {
            throw StoreException.corrupt("wanted text in the registry, found an empty place");
        }
        return text;
    }

    /** Lets another file be read beside this one, by this name; not inside {@link #begin}. */
    void attach(Path other, String name) {
        try {
            update("ATTACH ? AS " + name, other.toString());
        } catch (SQLException e) {
            throw Faults.of(e, other);
        }
    }

    void detach(String name) {
        execute("DETACH " + name);
    }

    /** Changes something inside a transaction, and tells how many rows it changed. */
    int update(String sql, Object... parameters) throws SQLException {
        try {
            PreparedStatement statement = statement(sql);
            set(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            statements.remove(sql);
            throw e;
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
