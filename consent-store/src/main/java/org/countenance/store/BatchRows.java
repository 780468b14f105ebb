package org.countenance.store;

import java.sql.SQLException;
import java.util.Map;
import org.countenance.base.Bytes;
import org.countenance.registry.LogStore;
import org.countenance.tlog.Frontier;

/** The rows that a batch becomes. */
final class BatchRows {

    private final Database database;

    BatchRows(Database database) {
        this.database = database;
    }

    /** Puts everything in. To be called inside a transaction. */
    void put(LogStore.Batch batch, long from) throws SQLException {
        long position = from;
        for (LogStore.NewEntry entry : batch.entries()) {
            database.update(
                    "INSERT INTO entry VALUES (?, ?, ?)",
                    position,
                    entry.recordId(),
                    entry.bytes().toArray());
            for (String key : entry.keys()) {
                database.update("INSERT INTO subject VALUES (?, ?)", key, position);
            }
            position++;
        }
        for (Frontier.Node node : batch.nodes()) {
            database.update(
                    "INSERT INTO node VALUES (?, ?, ?)",
                    node.level(),
                    node.index(),
                    node.hash().toArray());
        }
        for (Map.Entry<String, Bytes> annex : batch.annexes().entrySet()) {
            database.update(
                    "INSERT OR REPLACE INTO annex VALUES (?, ?)",
                    annex.getKey(),
                    annex.getValue().toArray());
        }
        if (batch.index().isPresent()) {
            put(batch.index().get());
        }
    }

    private void put(LogStore.IndexChange change) throws SQLException {
        for (Map.Entry<String, Bytes> page : change.pages().entrySet()) {
            database.update(
                    "INSERT OR REPLACE INTO page VALUES (?, ?)",
                    page.getKey(),
                    page.getValue().toArray());
        }
        database.update(
                "UPDATE registry SET covered = ?, root = ?",
                change.coverage().size(),
                change.coverage().root().toArray());
    }
}
