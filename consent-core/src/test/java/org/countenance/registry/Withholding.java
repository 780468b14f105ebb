package org.countenance.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.countenance.base.Bytes;
import org.countenance.tlog.IndexProof;

/** A slice from which somebody left something out. */
public final class Withholding extends RelayedSource {

    private final Predicate<Long> entries;
    private final Predicate<Long> inclusions;
    private final Predicate<String> keys;

    private Withholding(
            SliceSource whole, Predicate<Long> entries, Predicate<Long> inclusions, Predicate<String> keys) {
        super(whole);
        this.entries = entries;
        this.inclusions = inclusions;
        this.keys = keys;
    }

    /** Without an entry, as if it were not in the log: no key names it either. */
    public static SliceSource entry(SliceSource whole, long index) {
        return new Withholding(whole, at -> at == index, at -> false, key -> false);
    }

    /** Without the proof that an entry stands where it does. */
    public static SliceSource inclusion(SliceSource whole, long index) {
        return new Withholding(whole, at -> false, at -> at == index, key -> false);
    }

    /** Without the proof of what stands under a key. */
    public static SliceSource proof(SliceSource whole, String key) {
        return new Withholding(whole, at -> false, at -> false, key::equals);
    }

    @Override
    public Map<Long, Bytes> entries(Collection<Long> indexes) {
        Map<Long, Bytes> found = new HashMap<>(super.entries(indexes));
        found.keySet().removeIf(entries);
        return found;
    }

    @Override
    public Optional<List<Bytes>> inclusion(long index) {
        return inclusions.test(index) ? Optional.empty() : super.inclusion(index);
    }

    @Override
    public Map<String, List<Long>> under(Collection<String> asked) {
        Map<String, List<Long>> found = new HashMap<>();
        super.under(asked)
                .forEach((key, indexes) ->
                        found.put(key, indexes.stream().filter(entries.negate()).toList()));
        return found;
    }

    @Override
    public Optional<IndexProof> proof(String key) {
        return keys.test(key) ? Optional.empty() : super.proof(key);
    }
}
