package org.countenance.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.jws.CompactJws;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;

/**
 * Whether what a log says concerns a party: it names the party, or a record that concerns it. Looks at every member of a claim,
 * known or not, so that no kind of record goes unseen.
 */
final class Mentions {

    private static final int ID = 43;

    private final LogStore log;
    private final Id party;
    private final Map<Id, Boolean> known = new HashMap<>();

    Mentions(LogStore log, Id party) {
        this.log = log;
        this.party = party;
    }

    /** Whether an entry names the party itself, or is its first record. */
    boolean names(CompactJws jws) {
        return jws.id().equals(party.text()) || ids(jws.payload()).contains(party);
    }

    /** The records that an entry names and that concern the party. */
    List<Id> through(CompactJws jws) {
        return ids(jws.payload()).stream().filter(this::concerns).toList();
    }

    /** Follows names from record to record; nothing names what comes after it but a stop that came too early. */
    private boolean concerns(Id record) {
        Boolean before = known.get(record);
        if (before != null) {
            return before;
        }
        Set<Id> seen = new LinkedHashSet<>(Set.of(record));
        Deque<Id> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Id next = open.remove();
            Optional<CompactJws> jws = record(next);
            if (known.getOrDefault(next, false) || jws.filter(this::names).isPresent()) {
                known.put(next, true);
                known.put(record, true);
                return true;
            }
            if (!known.containsKey(next)) {
                jws.ifPresent(
                        found -> ids(found.payload()).stream().filter(seen::add).forEach(open::add));
            }
        }
        seen.forEach(each -> known.put(each, false));
        return false;
    }

    /** A record by its id; none for the id of a party, which is named wherever somebody acts. */
    private Optional<CompactJws> record(Id id) {
        OptionalLong index = log.indexOf(id.text());
        return index.isPresent()
                ? Optional.of(LogStores.entry(log, index.getAsLong()).jws()).filter(jws -> !isParty(jws))
                : Optional.empty();
    }

    private static boolean isParty(CompactJws jws) {
        return RecordKind.ofTyp(jws.typ()).equals(Optional.of(RecordKind.PARTY))
                && jws.payload().get("sub").isEmpty();
    }

    private static Set<Id> ids(JsonObject payload) {
        Set<Id> ids = new LinkedHashSet<>();
        collect(payload, ids);
        return ids;
    }

    private static void collect(JsonValue value, Set<Id> ids) {
        if (value instanceof JsonObject object) {
            object.values().values().forEach(each -> collect(each, ids));
        } else if (value instanceof JsonArray array) {
            array.elements().forEach(each -> collect(each, ids));
        } else if (value instanceof JsonString string && string.text().length() == ID) {
            try {
                ids.add(Id.read(string));
            } catch (MalformedException e) {
                // As long as an id, but none.
            }
        }
    }
}
