package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of a copy of a registry's database, which nobody has open. */
record Rows(Path file) {

    static final List<String> TABLES = List.of("registry", "entry", "node", "subject", "page", "annex");

    /** Copies a registry with its keys, whoever has it open. */
    static Rows copy(Path registry, Path copy) throws IOException, SQLException {
        Files.createDirectories(copy.resolve("keys"));
        try (Stream<Path> keys = Files.list(registry.resolve("keys"))) {
            for (Path key : keys.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        key,
                        copy.resolve("keys").resolve(key.getFileName()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Rows rows = new Rows(copy.resolve("registry.db"));
        rows.clear();
        try (Connection connection = new Rows(registry.resolve("registry.db")).open();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + rows.file() + "'");
        }
        return rows;
    }

    byte[] read() throws IOException {
        return Files.readAllBytes(file);
    }

    /** Puts these bytes in the file's place: in another file, so that nothing is left that anybody remembers of this one. */
    void write(byte[] bytes) throws IOException {
        clear();
        Files.write(file, bytes);
    }

    private void clear() throws IOException {
        for (String ending : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling("registry.db" + ending));
        }
    }

    /** Puts these bytes in the file's place and changes them. */
    void change(byte[] whole, String sql) throws IOException, SQLException {
        write(whole);
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(sql) != 1) {
                throw new SQLException("not one row: " + sql);
            }
        }
    }

    /** What tells each row from every other. */
    List<String> of(String table) throws SQLException {
        String key = switch (table) {
            case "registry" -> "'one=' || one";
            case "entry" -> "'position=' || position";
            case "node" -> "'level=' || level || ' AND position=' || position";
            case "subject" -> "'key=''' || key || ''' AND position=' || position";
            case "page" -> "'path=''' || path || ''''";
            default -> "'sha256=''' || sha256 || ''''";
        };
        List<String> rows = new ArrayList<>();
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + key + " FROM " + table + " ORDER BY 1")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
