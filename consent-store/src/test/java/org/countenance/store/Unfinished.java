package org.countenance.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.countenance.base.Bytes;
import org.countenance.registry.LogStore;

/** A store whose head never moves, as if the program ended before it did. */
class Unfinished implements LogStore {

    private final LogStore store;

    Unfinished(LogStore store) {
        this.store = store;
    }

    /** Where the program ended. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public Head head() {
        return store.head();
    }

    @Override
    public List<Bytes> entries(long from, long until) {
        return store.entries(from, until);
    }

    @Override
    public OptionalLong indexOf(String recordId, long until) {
        return store.indexOf(recordId, until);
    }

    @Override
    public List<Long> indexesOf(String key, long until) {
        return store.indexesOf(key, until);
    }

    @Override
    public Bytes node(int level, long index) {
        return store.node(level, index);
    }

    @Override
    public Optional<Bytes> annex(String sha256) {
        return store.annex(sha256);
    }

    @Override
    public List<String> annexes(String after, int most) {
        return store.annexes(after, most);
    }

    @Override
    public Coverage coverage() {
        return store.coverage();
    }

    @Override
    public Optional<Bytes> indexPage(String path) {
        return store.indexPage(path);
    }

    @Override
    public long stored() {
        return store.stored();
    }

    @Override
    public Optional<Bytes> staged() {
        return store.staged();
    }

    @Override
    public void append(Batch batch) {
        store.append(batch);
    }

    @Override
    public void stage(Batch batch) {
        store.stage(batch);
    }

    @Override
    public void advance(Head expected, Head next) {
        throw new Broken();
    }

    @Override
    public boolean eraseAnnex(String sha256) {
        return store.eraseAnnex(sha256);
    }

    @Override
    public void close() {
        store.close();
    }
}
