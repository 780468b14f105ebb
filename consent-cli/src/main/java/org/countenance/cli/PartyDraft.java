package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Base64Url;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.jws.Signer;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;

/** Writes and signs party records: every key that is new proves itself. */
final class PartyDraft {

    private final Surroundings surroundings;
    private final String registry;

    PartyDraft(Surroundings surroundings, String registry) {
        this.surroundings = surroundings;
        this.registry = registry;
    }

    /**
     * A key on its way into a party record.
     *
     * @param key the key
     * @param use what it may sign
     */
    record Enrolled(Signer key, PartyKey.Use use) {}

    /** A name as an annex holds it. */
    static JsonObject name(String text, Optional<String> language) {
        JsonObject.Builder name = JsonObject.builder().put("text", text);
        language.ifPresent(tag -> name.put("lang", tag));
        return name.build();
    }

    /** The first record of an organisation. */
    Submission organisation(List<Enrolled> keys, JsonArray names) throws MalformedException {
        Draft draft = first("organisation");
        return finish(draft, keys, names, JsonArray.of(List.of()), keys.get(0).key());
    }

    /** The first record of a person who is of age from {@code adultFrom} on. */
    Submission person(List<Enrolled> keys, JsonArray names, JsonArray identifiers, String adultFrom)
            throws MalformedException {
        Draft draft = first("person").with("adultFrom", adultFrom);
        return finish(draft, keys, names, identifiers, keys.get(0).key());
    }

    /** A record that replaces {@code superseded}, signed by a manage key of it. */
    Submission update(
            Id party,
            Id superseded,
            String type,
            Optional<String> adultFrom,
            List<Enrolled> keys,
            JsonArray names,
            JsonArray identifiers,
            Signer manage)
            throws MalformedException {
        Draft draft = Draft.of(
                RecordKind.PARTY,
                Optional.of(party),
                Optional.of(party),
                registry,
                surroundings.clock().instant(),
                surroundings.random());
        draft.with("party", type).with("supersedes", superseded.text());
        adultFrom.ifPresent(month -> draft.with("adultFrom", month));
        return finish(draft, keys, names, identifiers, manage);
    }

    private Draft first(String type) {
        return Draft.of(
                        RecordKind.PARTY,
                        Optional.empty(),
                        Optional.empty(),
                        registry,
                        surroundings.clock().instant(),
                        surroundings.random())
                .with("party", type);
    }

    private Submission finish(Draft draft, List<Enrolled> keys, JsonArray names, JsonArray identifiers, Signer signer)
            throws MalformedException {
        List<JsonObject> listed = new ArrayList<>();
        for (Enrolled enrolled : keys) {
            listed.add(listed(draft, enrolled, signer));
        }
        JsonObject.Builder annex = JsonObject.builder()
                .put("salt", Draft.mark(surroundings.random()))
                .put("names", names);
        if (!identifiers.elements().isEmpty()) {
            annex.put("identifiers", identifiers);
        }
        return draft.with("keys", JsonArray.of(listed)).annexed(annex.build()).sign(signer);
    }

    private JsonObject listed(Draft draft, Enrolled enrolled, Signer signer) {
        String mark = draft.payload()
                .get("jti")
                .map(value -> ((org.countenance.json.JsonString) value).text())
                .orElseThrow();
        var proof = enrolled.key()
                .sign(PartyKey.proofInput(registry, signer.verificationKey().thumbprint(), mark));
        return JsonObject.builder()
                .put("jwk", enrolled.key().verificationKey().toJwk())
                .put("powers", JsonArray.ofStrings(List.of(enrolled.use().name().toLowerCase(java.util.Locale.ROOT))))
                .put("proof", Base64Url.encode(proof))
                .put("custody", "own")
                .build();
    }
}
