package org.countenance.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.countenance.registry.StoreException;

/** The tables, and how an older database becomes a newer one. */
final class Schema {

    /** Tells our databases from others: the ASCII of {@code CNTN}. */
    static final int APPLICATION = 0x434e544e;

    /**
     * One list of statements for each version, in order; a database of version n has had the first n. Each version changes
     * columns, so that a damaged number is not taken for a version.
     */
    private static final List<List<String>> MIGRATIONS = List.of(
            List.of(
                    "CREATE TABLE registry (one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL, size INTEGER NOT NULL,"
                            + " checkpoint BLOB NOT NULL) STRICT",
                    "CREATE TABLE entry (position INTEGER PRIMARY KEY CHECK (position >= 0), record TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL)"
                            + " STRICT",
                    "CREATE TABLE node (level INTEGER NOT NULL, position INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),"
                            + " PRIMARY KEY (level, position)) STRICT, WITHOUT ROWID",
                    "CREATE TABLE subject (key TEXT NOT NULL, position INTEGER NOT NULL REFERENCES entry (position),"
                            + " PRIMARY KEY (key, position)) STRICT, WITHOUT ROWID",
                    "CREATE TABLE annex (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID"),
            // A log may hold a record twice, which is its operator's fault; and it has a subject index that can be
            // proved.
            List.of(
                    "CREATE TABLE moved (position INTEGER PRIMARY KEY CHECK (position >= 0), record TEXT NOT NULL, bytes BLOB NOT NULL)"
                            + " STRICT",
                    "INSERT INTO moved SELECT position, record, bytes FROM entry",
                    "DROP TABLE entry",
                    "ALTER TABLE moved RENAME TO entry",
                    "CREATE INDEX entry_record ON entry (record, position)",
                    "CREATE TABLE page (path TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID",
                    "ALTER TABLE registry ADD COLUMN covered INTEGER NOT NULL DEFAULT 0",
                    "ALTER TABLE registry ADD COLUMN root BLOB NOT NULL DEFAULT x'" + "00".repeat(32)
                            + "' CHECK (length(root) = 32)",
                    "ALTER TABLE registry ADD COLUMN staged BLOB"));

    private Schema() {}

    static int newest() {
        return MIGRATIONS.size();
    }

    /** Refuses what is not ours or is newer, and brings what is older up to date. */
    static void open(Connection connection, Path file) throws SQLException {
        int application = number(connection, "PRAGMA application_id");
        int version = number(connection, "PRAGMA user_version");
        if (application != APPLICATION || version != newest()) {
            refuseDamagedNumbers(columns(connection), file);
        }
        if (application != APPLICATION) {
            throw StoreException.unusable(
                    "wanted a registry in `" + file + "`, found a database of another kind", null);
        }
        if (version > newest()) {
            throw StoreException.unusable(
                    "wanted a registry of version " + newest() + " or older in `" + file + "`, found version " + version
                            + ": a newer program made it",
                    null);
        }
        if (version < newest() && connection.isReadOnly()) {
            throw StoreException.unusable(
                    "wanted a registry of version " + newest() + " in `" + file
                            + "`, which may only be read, found version " + version
                            + ": any command that may write brings it up to date",
                    null);
        }
        migrate(connection, version);
    }

    private static void refuseDamagedNumbers(List<String> columns, Path file) throws SQLException {
        if (columns.isEmpty()) {
            throw StoreException.corrupt("wanted a registry in `" + file + "`, found a file without tables");
        }
        if (columns.equals(newestColumns())) {
            throw StoreException.corrupt("wanted a registry in `" + file
                    + "`, found a damaged file: it has the tables of one, and another number for its kind or version");
        }
    }

    /** Makes the tables of a new database. */
    static void create(Connection connection) throws SQLException {
        execute(connection, "PRAGMA application_id = " + APPLICATION);
        migrate(connection, 0);
    }

    private static void migrate(Connection connection, int from) throws SQLException {
        // A table that others refer to is replaced as a whole.
        execute(connection, "PRAGMA foreign_keys = OFF");
        for (int version = from; version < newest(); version++) {
            connection.setAutoCommit(false);
            for (String statement : MIGRATIONS.get(version)) {
                execute(connection, statement);
            }
            execute(connection, "PRAGMA user_version = " + (version + 1));
            connection.commit();
            connection.setAutoCommit(true);
        }
        execute(connection, "PRAGMA foreign_keys = ON");
    }

    private static List<String> newestColumns() throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            create(memory);
            return columns(memory);
        }
    }

    private static List<String> columns(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT a.name || '.' || b.name FROM sqlite_schema a,"
                        + " pragma_table_info(a.name) b WHERE a.type = 'table' ORDER BY 1")) {
            List<String> columns = new ArrayList<>();
            while (result.next()) {
                columns.add(result.getString(1));
            }
            return columns;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(pragma)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
