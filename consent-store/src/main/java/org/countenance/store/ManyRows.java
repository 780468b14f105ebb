package org.countenance.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.countenance.base.Bytes;
import org.countenance.registry.StoreException;

/** Rows that are read many at once, since each question costs more than a row. */
final class ManyRows {

    private final Database database;

    ManyRows(Database database) {
        this.database = database;
    }

    /** The bytes of entries; those that are not there are called {@code missing}. */
    Map<Long, Bytes> entries(Collection<Long> indexes, LongFunction<StoreException> missing) {
        Map<Long, Bytes> found = new TreeMap<>();
        database.queryMany(
                "SELECT position, bytes FROM entry WHERE position IN (" + Database.MANY + ")",
                result -> found.put(result.getLong(1), Database.bytes(result, 2)),
                indexes);
        return complete(found, indexes, missing);
    }

    /** Where records stand for the first time. */
    Map<String, Long> indexesOfRecords(Collection<String> recordIds, long until) {
        Map<String, Long> found = new HashMap<>();
        database.queryMany(
                "SELECT record, position FROM entry WHERE position < ? AND record IN (" + Database.MANY + ")",
                result -> found.merge(Database.text(result, 1), result.getLong(2), Math::min),
                recordIds,
                until);
        return found;
    }

    /** What stands under keys. */
    Map<String, List<Long>> indexesOf(Collection<String> keys, long until) {
        Map<String, List<Long>> found = new HashMap<>();
        keys.forEach(key -> found.put(key, new ArrayList<>()));
        database.queryMany(
                "SELECT key, position FROM subject WHERE position < ? AND key IN (" + Database.MANY
                        + ") ORDER BY key, position",
                result -> Objects.requireNonNull(found.get(Database.text(result, 1)))
                        .add(result.getLong(2)),
                found.keySet(),
                until);
        found.replaceAll((key, indexes) -> List.copyOf(indexes));
        return found;
    }

    /** Subtrees of one height; those that are not there are called {@code missing}. */
    Map<Long, Bytes> nodes(int level, Collection<Long> indexes, LongFunction<StoreException> missing) {
        Map<Long, Bytes> found = new HashMap<>();
        database.queryMany(
                "SELECT position, hash FROM node WHERE level = ? AND position IN (" + Database.MANY + ")",
                result -> found.put(result.getLong(1), Database.bytes(result, 2)),
                indexes,
                level);
        return complete(found, indexes, missing);
    }

    private static Map<Long, Bytes> complete(
            Map<Long, Bytes> found, Collection<Long> indexes, LongFunction<StoreException> missing) {
        for (long index : indexes) {
            if (!found.containsKey(index)) {
                throw missing.apply(index);
            }
        }
        return found;
    }
}
