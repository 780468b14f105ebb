package org.countenance.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.tlog.Entry;
import org.countenance.tlog.KeyFold;

/**
 * Lines of the subject index that were proven complete, each entry of them in its place. That stays true of the very tree and of the
 * very index that it was proven of, whatever is logged after them, and says nothing of any other: only those of one are kept, up to a
 * size, and another's take their place. Threads may share it.
 */
final class ProvenLines {

    private final long most;
    private final Map<String, Line> byKey = new HashMap<>();
    private Optional<Basis> basis = Optional.empty();
    private long size;

    /** Keeps lines of so many bytes together. */
    ProvenLines(long most) {
        this.most = most;
    }

    /**
     * What a line is proven of.
     *
     * @param size how many entries stand before the index record
     * @param entries root of the tree over them
     * @param index root of the subject index over them
     */
    record Basis(long size, Bytes entries, Bytes index) {}

    /**
     * All entries under one key.
     *
     * @param fold what they fold to
     * @param entries in log order
     */
    record Line(KeyFold fold, List<Placed> entries) {

        Line {
            entries = List.copyOf(entries);
        }

        private long size() {
            return entries.stream()
                    .mapToLong(each -> each.entry().bytes().size())
                    .sum();
        }
    }

    /**
     * An entry in its place.
     *
     * @param index the place
     * @param entry the entry
     */
    record Placed(long index, Entry entry) {}

    /** The line that was proven of the same. */
    synchronized Optional<Line> under(String key, Basis of) {
        return basis.equals(Optional.of(of)) ? Optional.ofNullable(byKey.get(key)) : Optional.empty();
    }

    /** Keeps a line that was proven, if there is room. */
    synchronized void keep(String key, Line line, Basis of) {
        if (!basis.equals(Optional.of(of))) {
            basis = Optional.of(of);
            byKey.clear();
            size = 0;
        }
        long more = key.length() + line.size();
        if (size + more <= most && byKey.putIfAbsent(key, line) == null) {
            size += more;
        }
    }
}
