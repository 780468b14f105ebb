package org.countenance.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.record.AssetList;
import org.countenance.registry.HashList;

/** Lists of files that records name, read once; one that is not there or is another lists nothing (records.md, Hashes). */
final class HashLists {

    private final Function<String, Optional<Bytes>> texts;
    private final Map<AssetList, Optional<Set<Bytes>>> read = new HashMap<>();

    HashLists(Function<String, Optional<Bytes>> texts) {
        this.texts = texts;
    }

    /** What a record lists, where its list is there. */
    Optional<Set<Bytes>> of(AssetList named) {
        return read.computeIfAbsent(named, this::read);
    }

    private Optional<Set<Bytes>> read(AssetList named) {
        Optional<Bytes> text = texts.apply(named.list());
        try {
            return text.isPresent()
                    ? Optional.of(HashList.parse(text.get(), named).hashes())
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
