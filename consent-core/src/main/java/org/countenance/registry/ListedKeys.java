package org.countenance.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countenance.jws.VerificationKey;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;

/**
 * Keys that party records list, found by their thumbprints. A thumbprint certifies itself, so that a signature can be checked before
 * anybody knows whose key it was and whether it might sign, which {@link Reducer} judges. Threads may share it.
 */
final class ListedKeys {

    private final Map<String, VerificationKey> keys;

    private ListedKeys(Map<String, VerificationKey> keys) {
        this.keys = keys;
    }

    /** Keeps every key. */
    static ListedKeys all() {
        return new ListedKeys(new LinkedHashMap<>());
    }

    /** Keeps so many keys at most; the one that nobody asked for longest goes first. */
    static ListedKeys upTo(int most) {
        return new ListedKeys(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, VerificationKey> eldest) {
                return size() > most;
            }
        });
    }

    /** Takes note of the keys that a record lists. */
    synchronized void learn(ParsedRecord record) {
        if (record.content() instanceof Party party) {
            party.keys().forEach(listed -> keys.put(listed.thumbprint(), listed.key()));
        }
    }

    /** The key with this thumbprint, if it was listed. */
    synchronized Optional<VerificationKey> key(String thumbprint) {
        return Optional.ofNullable(keys.get(thumbprint));
    }

    /** Checks who signed a record, if the key that it names was listed. */
    Optional<Checked> checked(ParsedRecord record) {
        return key(record.jws().kid()).map(key -> Checked.by(key, record));
    }
}
