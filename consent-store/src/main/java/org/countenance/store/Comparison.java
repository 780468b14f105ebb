package org.countenance.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countenance.registry.Difference;

/** Holds the tables of a database, row by row, against those of another that is attached to it as {@code whole}. */
final class Comparison {

    private static final List<Table> TABLES = List.of(
            new Table("table", "sqlite_schema", List.of("type", "name"), List.of("tbl_name", "sql")),
            new Table("head", "registry", List.of("one"), List.of("name", "size", "checkpoint", "covered", "root")),
            new Table("entry", "entry", List.of("position"), List.of("record", "bytes")),
            new Table("tree node", "node", List.of("level", "position"), List.of("hash")),
            new Table("subject key and entry", "subject", List.of("key", "position"), List.of()),
            new Table("page of the subject index", "page", List.of("path"), List.of("bytes")));

    /** Words may have been erased: that they are not there says nothing, and what they are their hash says. */
    private static final Table ANNEXES = new Table("annex", "annex", List.of("sha256"), List.of());

    private final Database database;

    Comparison(Database database) {
        this.database = database;
    }

    /** The columns by which rows of a table are found, and those that must be the same. */
    private record Table(String what, String name, List<String> keys, List<String> values) {

        String missingOrOther() {
            String differ = Stream.concat(
                            Stream.of("a." + keys.get(0) + " IS NULL"),
                            values.stream().map(value -> "a." + value + " IS NOT w." + value))
                    .collect(Collectors.joining(" OR "));
            return "SELECT a." + keys.get(0) + " IS NULL, " + columns("w.") + " FROM whole." + name
                    + " w LEFT JOIN main." + name + " a ON " + same() + " WHERE " + differ + " ORDER BY "
                    + columns("w.") + " LIMIT 1";
        }

        String tooMany() {
            return "SELECT NULL, " + columns("a.") + " FROM main." + name + " a LEFT JOIN whole." + name + " w ON "
                    + same() + " WHERE w." + keys.get(0) + " IS NULL ORDER BY " + columns("a.") + " LIMIT 1";
        }

        private String same() {
            return keys.stream().map(key -> "a." + key + " = w." + key).collect(Collectors.joining(" AND "));
        }

        private String columns(String of) {
            return keys.stream().map(key -> of + key).collect(Collectors.joining(", "));
        }
    }

    /** The first difference, if there is one. */
    Optional<Difference> first() {
        return Stream.concat(
                        TABLES.stream().map(this::first),
                        Stream.of(ANNEXES).map(annexes -> row(annexes, annexes.tooMany(), true)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Difference> first(Table table) {
        return row(table, table.missingOrOther(), false).or(() -> row(table, table.tooMany(), true));
    }

    private Optional<Difference> row(Table table, String sql, boolean tooMany) {
        return database.query(sql, result -> {
            if (!result.next()) {
                return Optional.empty();
            }
            StringBuilder key = new StringBuilder();
            for (int i = 0; i < table.keys().size(); i++) {
                key.append(i == 0 ? "" : " ").append(result.getString(i + 2));
            }
            String row = table.what() + " `" + key + "`";
            return Optional.of(Difference.ofDatabase(
                    tooMany
                            ? "wanted no " + row + ", for which no entry is a reason, found one"
                            : "wanted " + row + " as the entries make it, found "
                                    + (result.getBoolean(1) ? "none" : "another")));
        });
    }
}
