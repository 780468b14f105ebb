package org.countenance.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.jws.CompactJws;
import org.countenance.record.Claims;
import org.countenance.record.ExternalId;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/**
 * Under which keys of the subject index an entry stands, judged by its claims alone, admissible or not, so that the index
 * depends on no rule (log.md, Subject index).
 */
public final class SubjectKeys {

    private static final Set<String> ABOUT_PARTIES = Set.of("accredited", "identified", "same-person");

    private final CompactJws jws;
    private final JsonObject payload;
    private final Set<String> keys = new LinkedHashSet<>();

    private SubjectKeys(CompactJws jws) {
        this.jws = jws;
        this.payload = jws.payload();
    }

    /** Entries with the keys of a party, and what is said of them. */
    public static String keysOf(Id party) {
        return "p/" + party + "/keys";
    }

    /** Entries that close something about a party. */
    public static String closingOf(Id party) {
        return "p/" + party + "/closing";
    }

    /** Entries that open something about a party. */
    public static String openingOf(Id party) {
        return "p/" + party + "/opening";
    }

    /** Entries about one record. */
    public static String about(Id record) {
        return "r/" + record;
    }

    /** Clearances of one production of one producer. */
    public static String clearancesOf(ExternalId production, Id producer) {
        Bytes name = Bytes.utf8(production.scheme() + "\n" + production.value() + "\n" + producer);
        return "x/" + Sha256.hash(name).hex();
    }

    /** Party records that list a key: no key of the subject index, but one by which a store finds them. */
    static String listing(String thumbprint) {
        return "k/" + thumbprint;
    }

    /** The keys that fit an entry, in the order of log.md's table. */
    public static Set<String> of(CompactJws jws) {
        return new SubjectKeys(jws).collect();
    }

    /** Whether an entry is of a kind, version or vocabulary that this program does not know. */
    static boolean isNewer(CompactJws jws) {
        SubjectKeys keys = new SubjectKeys(jws);
        return RecordKind.ofTyp(jws.typ()).isEmpty()
                || !keys.isOne("v", Claims.VERSION)
                || !keys.isOne("vocabulary", Claims.VOCABULARY);
    }

    private Set<String> collect() {
        Optional<RecordKind> kind = RecordKind.ofTyp(jws.typ());
        if (kind.isEmpty() || isNewer(jws)) {
            party("sub", "closing");
            party("iss", "closing");
            return keys;
        }
        switch (kind.get()) {
            case PARTY -> keys.add("p/" + text(payload, "sub").orElse(jws.id()) + "/keys");
            case PROHIBITION -> party("sub", "closing");
            case REVOCATION -> revocation();
            case ENDORSEMENT -> endorsement();
            case DELEGATION, COMMITMENT -> party("sub", "opening");
            case GRANT -> grant();
            case CLEARANCE -> clearance();
            case INDEX -> {}
        }
        return keys;
    }

    private void revocation() {
        party("sub", text(payload, "event").equals(Optional.of("compromised")) ? "keys" : "closing");
        record("target");
    }

    private void endorsement() {
        if (text(payload, "says").filter(ABOUT_PARTIES::contains).isPresent()) {
            party("sub", "keys");
            party("other", "keys");
        }
        record("target");
    }

    private void grant() {
        party("sub", "opening");
        record("supersedes");
    }

    private void clearance() {
        for (JsonObject relied : objects(payload.get("relied"))) {
            text(relied, "grant").ifPresent(grant -> keys.add("r/" + grant));
        }
        for (JsonObject production : objects(payload.get("production"))) {
            for (JsonObject id : objects(production.get("id"))) {
                String name =
                        text(id, "scheme").orElse("") + "\n" + text(id, "value").orElse("") + "\n"
                                + text(production, "producer").orElse("");
                keys.add("x/" + Sha256.hash(Bytes.utf8(name)).hex());
            }
        }
    }

    private void party(String member, String part) {
        text(payload, member).ifPresent(party -> keys.add("p/" + party + "/" + part));
    }

    private void record(String member) {
        text(payload, member).ifPresent(record -> keys.add("r/" + record));
    }

    private boolean isOne(String member, long version) {
        return payload.get(member).equals(Optional.of(JsonNumber.of(version)));
    }

    private static Optional<String> text(JsonObject object, String member) {
        return object.get(member)
                .filter(JsonString.class::isInstance)
                .map(JsonString.class::cast)
                .map(JsonString::text);
    }

    /** The object, or the objects in the array, that is there; junk counts for nothing. */
    private static List<JsonObject> objects(Optional<JsonValue> value) {
        List<JsonObject> found = new ArrayList<>();
        value.ifPresent(present -> {
            List<JsonValue> candidates = present instanceof JsonArray array ? array.elements() : List.of(present);
            for (JsonValue candidate : candidates) {
                if (candidate instanceof JsonObject object) {
                    found.add(object);
                }
            }
        });
        return found;
    }
}
