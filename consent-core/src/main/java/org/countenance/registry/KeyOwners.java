package org.countenance.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordCodec;

/** One key, one party: judged over the whole log, because no slice of it can tell. */
final class KeyOwners {

    private final LogStore store;
    private final long until;
    private final Map<String, Id> since = new HashMap<>();

    /** Knows the owners of the keys in the entries before {@code until}. */
    KeyOwners(LogStore store, long until) {
        this.store = store;
        this.until = until;
    }

    /** Why a party may not list its keys; empty when it may. */
    Optional<String> refusal(ParsedRecord record) {
        if (record.content() instanceof Party party) {
            for (PartyKey key : party.keys()) {
                Optional<Id> owner = owner(key.thumbprint()).filter(id -> !id.equals(record.subject()));
                if (owner.isPresent()) {
                    return Optional.of("wanted a key of nobody else, found key `" + key.thumbprint() + "` of "
                            + owner.get().shown());
                }
            }
        }
        return Optional.empty();
    }

    /** Notes a record that was taken. */
    void take(ParsedRecord record) {
        if (record.content() instanceof Party party) {
            party.keys().forEach(key -> since.putIfAbsent(key.thumbprint(), record.subject()));
        }
    }

    private Optional<Id> owner(String thumbprint) {
        return store.indexesOf(SubjectKeys.listing(thumbprint), until).stream()
                .findFirst()
                .map(this::subject)
                .or(() -> Optional.ofNullable(since.get(thumbprint)));
    }

    private Id subject(long index) {
        try {
            return RecordCodec.parse(LogStores.entry(store, index).jws()).subject();
        } catch (MalformedException e) {
            throw StoreException.corrupt(
                    "wanted a party record as entry " + index + ", found another: " + e.getMessage());
        }
    }
}
