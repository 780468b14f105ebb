package org.countenance.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.countenance.base.Bytes;
import org.countenance.tlog.IndexProof;

/**
 * Where the parts of a slice come from: a store, or an evidence file (log.md, Subject index). Nothing that it gives is
 * trusted; what it leaves out, {@link ProvenEntries} notices.
 */
public interface SliceSource {

    /** The signed checkpoint that everything is held against. */
    Bytes checkpoint();

    /** Where the index record stands under whose root keys are proved; empty when every entry is given instead. */
    OptionalLong indexRecord();

    /** The bytes of those of these entries that it has. */
    Map<Long, Bytes> entries(Collection<Long> indexes);

    /** The proof that an entry stands where it does; empty when it has none. */
    Optional<List<Bytes>> inclusion(long index);

    /** The same of many entries at once, of those of which it has a proof. */
    default Map<Long, List<Bytes>> inclusions(Collection<Long> indexes) {
        Map<Long, List<Bytes>> found = new HashMap<>();
        indexes.forEach(index -> inclusion(index).ifPresent(proof -> found.put(index, proof)));
        return found;
    }

    /** Under each of these keys the indexes of the entries that it knows of, ascending. */
    Map<String, List<Long>> under(Collection<String> keys);

    /** The proof of what stands under a key before the index record; empty when it has none. */
    Optional<IndexProof> proof(String key);
}
