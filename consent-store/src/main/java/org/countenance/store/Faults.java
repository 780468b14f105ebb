package org.countenance.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.countenance.registry.StoreException;
import org.sqlite.SQLiteErrorCode;

/** What a failure of SQLite means to somebody who has never heard of it. */
final class Faults {

    private Faults() {}

    static StoreException of(SQLException failure, Path file) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                StoreException.unusable(
                        "wanted to write to the registry in `" + file + "`, found another program writing; try again",
                        failure);
            case SQLITE_READONLY, SQLITE_PERM ->
                StoreException.unusable(
                        "wanted to write to the registry in `" + file + "`, found it read-only", failure);
            case SQLITE_FULL ->
                StoreException.unusable(
                        "wanted room for the registry in `" + file + "`, found the disk full; nothing was written",
                        failure);
            case SQLITE_CANTOPEN ->
                StoreException.unusable("wanted a registry in `" + file + "`, found that it cannot be opened", failure);
            case SQLITE_CONSTRAINT ->
                StoreException.unusable(
                        "wanted to add to the registry in `" + file
                                + "`, found rows there that another program added; try again",
                        failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                StoreException.corrupt("wanted a registry in `" + file + "`, found a damaged file");
            // What is asked of the tables is always the same; where one of them cannot answer it is not as we made it.
            case SQLITE_ERROR ->
                StoreException.corrupt("wanted a registry in `" + file + "`, found a damaged file: `"
                        + reason(String.valueOf(failure.getMessage())) + "`");
            default ->
                StoreException.unusable(
                        "could not use the registry in `" + file + "`: " + failure.getMessage(), failure);
        };
    }

    /** What SQLite says in parentheses, after the name and the meaning of its code. */
    private static String reason(String message) {
        int from = message.indexOf('(') + 1;
        int until = message.lastIndexOf(')');
        return from < until ? message.substring(from, until) : message;
    }
}
