package org.countenance.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.countenance.base.Bytes;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.SliceSource;
import org.countenance.tlog.IndexProof;

/** A log at one moment for several threads: one reads at a time, since a database is for one. */
final class SharedLog implements SliceSource {

    private final LogStore log;
    private final SliceSource slice;

    SharedLog(LogStore log, Moment moment) {
        this.log = log;
        this.slice = moment.slice();
    }

    @Override
    public synchronized Bytes checkpoint() {
        return slice.checkpoint();
    }

    @Override
    public synchronized OptionalLong indexRecord() {
        return slice.indexRecord();
    }

    @Override
    public synchronized Map<Long, Bytes> entries(Collection<Long> indexes) {
        return slice.entries(indexes);
    }

    @Override
    public synchronized Optional<List<Bytes>> inclusion(long index) {
        return slice.inclusion(index);
    }

    @Override
    public synchronized Map<String, List<Long>> under(Collection<String> keys) {
        return slice.under(keys);
    }

    @Override
    public synchronized Optional<IndexProof> proof(String key) {
        return slice.proof(key);
    }

    /** Words and lists by their hash. */
    Function<String, Optional<Bytes>> annexes() {
        return this::annex;
    }

    private synchronized Optional<Bytes> annex(String sha256) {
        return log.annex(sha256);
    }
}
