package org.countenance.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.countenance.base.Bytes;
import org.countenance.tlog.IndexProof;

/** Answers as another source does, except where whoever extends it says otherwise. */
class RelayedSource implements SliceSource {

    private final SliceSource honest;

    RelayedSource(SliceSource honest) {
        this.honest = honest;
    }

    /** The same with one byte of one entry changed. */
    static SliceSource withChangedEntry(SliceSource honest, long index) {
        return new RelayedSource(honest) {
            @Override
            public Map<Long, Bytes> entries(Collection<Long> indexes) {
                Map<Long, Bytes> all = new TreeMap<>(super.entries(indexes));
                all.computeIfPresent(index, (at, bytes) -> flipped(bytes));
                return all;
            }
        };
    }

    /** With one bit changed near the end. */
    static Bytes flipped(Bytes bytes) {
        byte[] changed = bytes.toArray();
        changed[changed.length - 10] ^= 1;
        return Bytes.of(changed);
    }

    @Override
    public Bytes checkpoint() {
        return honest.checkpoint();
    }

    @Override
    public OptionalLong indexRecord() {
        return honest.indexRecord();
    }

    @Override
    public Map<Long, Bytes> entries(Collection<Long> indexes) {
        return honest.entries(indexes);
    }

    @Override
    public Optional<List<Bytes>> inclusion(long index) {
        return honest.inclusion(index);
    }

    @Override
    public Map<String, List<Long>> under(Collection<String> asked) {
        return honest.under(asked);
    }

    @Override
    public Optional<IndexProof> proof(String key) {
        return honest.proof(key);
    }
}
