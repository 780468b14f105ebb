package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.jws.Signer;
import org.countenance.record.Annex;
import org.countenance.record.Draft;
import org.countenance.record.ExternalId;
import org.countenance.record.Id;
import org.countenance.record.Majority;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;
import org.countenance.registry.LoggedRecord;

/** A party record that replaces another: whatever is not said anew is repeated, words included, so that what hangs on them holds. */
final class PartyRevision {

    private final Signing signing;
    private final LoggedRecord replaced;
    private final Party before;
    private final Draft draft;
    private Optional<Bytes> kept;

    private PartyRevision(Signing signing, LoggedRecord replaced) {
        this.signing = signing;
        this.replaced = replaced;
        this.before = (Party) replaced.content();
        this.draft = signing.draft(RecordKind.PARTY, replaced.record().subject());
        this.kept = replaced.record().claims().annex().flatMap(signing.log()::annex);
        repeat();
    }

    /** Starts from the record in force. */
    static PartyRevision of(Signing signing, Id party) throws CommandException, MalformedException {
        return new PartyRevision(
                signing,
                signing.state()
                        .party(party)
                        .orElseThrow(() -> CommandException.failed(
                                "wanted a registered party, found " + party.shown()
                                        + ", which this registry does not know",
                                "`consent list --kind party` shows who is registered"))
                        .currentEntry());
    }

    private void repeat() {
        draft.with("party", before.type().name().toLowerCase(Locale.ROOT))
                .with("supersedes", replaced.id().text());
        before.age().map(Majority::toString).ifPresent(this::age);
        draft.with("keys", JsonArray.of(before.keys().stream().map(this::listed).toList()));
        before.recovery()
                .ifPresent(recovery -> recovery(recovery.parties().stream().toList(), recovery.threshold()));
        before.death().ifPresent(death -> death(death.date().toString(), death.domicile()));
        replaced.record().claims().annex().ifPresent(hash -> draft.with("annex", hash));
    }

    /** The record that is replaced. */
    Party before() {
        return before;
    }

    Draft draft() {
        return draft;
    }

    void age(String adultFrom) {
        draft.with("adultFrom", adultFrom);
    }

    void recovery(List<Id> parties, long threshold) {
        draft.with(
                "recovery",
                JsonObject.builder()
                        .put(
                                "parties",
                                JsonArray.of(parties.stream().map(Id::toJson).toList()))
                        .put("threshold", JsonNumber.of(threshold))
                        .build());
    }

    void death(String date, Optional<String> domicile) {
        draft.with("deceased", date).withIf("domicile", domicile.map(JsonString::of));
    }

    /** Other keys instead of all those that are listed; each proves itself over this record's mark. */
    void keys(List<PartyDraft.Enrolled> keys, Signer signer, Optional<Id> custody) {
        String mark = ((JsonString) draft.payload().get("jti").orElseThrow()).text();
        List<JsonObject> listed = new ArrayList<>();
        for (PartyDraft.Enrolled each : keys) {
            Bytes proof = each.key()
                    .sign(PartyKey.proofInput(
                            signing.log().name(), signer.verificationKey().thumbprint(), mark));
            PartyKey key = new PartyKey(
                    each.key().verificationKey(), java.util.Set.of(each.use()), Optional.of(proof), Optional.empty());
            listed.add(listed(key, each.use() == PartyKey.Use.SIGN ? custody : Optional.empty()));
        }
        draft.with("keys", JsonArray.of(listed));
    }

    /** Keys that somebody offered, who chose this record's mark so that they could prove themselves before it was written. */
    void keys(KeyOffer offer, Optional<Id> custody) {
        draft.with("jti", offer.mark());
        draft.with(
                "keys",
                JsonArray.of(offer.keys().stream()
                        .map(key -> listed(key, key.powers().contains(PartyKey.Use.SIGN) ? custody : Optional.empty()))
                        .toList()));
    }

    /** The same keys, but held by somebody else, or by the party again. */
    void custody(Optional<Id> holder) {
        draft.with(
                "keys",
                JsonArray.of(before.keys().stream()
                        .map(key -> new PartyKey(key.key(), key.powers(), Optional.empty(), key.custody()))
                        .map(key -> key.powers().contains(PartyKey.Use.SIGN)
                                ? listed(key, holder)
                                : listed(key, key.custody()))
                        .toList()));
    }

    private JsonObject listed(PartyKey key) {
        return listed(new PartyKey(key.key(), key.powers(), Optional.empty(), key.custody()), key.custody());
    }

    private static JsonObject listed(PartyKey key, Optional<Id> custody) {
        return JsonObject.builder()
                .put("jwk", key.key().toJwk())
                .put(
                        "powers",
                        JsonArray.ofStrings(key.powers().stream()
                                .sorted()
                                .map(use -> use.name().toLowerCase(Locale.ROOT))
                                .toList()))
                .putIf("proof", key.proof().map(proof -> JsonString.of(Base64Url.encode(proof))))
                .put("custody", custody.map(Id::text).orElse("own"))
                .build();
    }

    /** Other names or identifiers; what is left out stays. */
    void words(List<String> names, List<String> identifiers) throws CommandException, MalformedException {
        Optional<Annex> old = signing.view().annex(replaced.record());
        Optional<Annex.OfParty> words =
                old.filter(Annex.OfParty.class::isInstance).map(Annex.OfParty.class::cast);
        if (names.isEmpty() && words.isEmpty()) {
            throw CommandException.usage("wanted --name, since the old names were erased, found none", "");
        }
        JsonObject.Builder annex = signing.words();
        annex.put("names", names.isEmpty() ? earlier(words.orElseThrow()) : PartyNames.annex(names));
        JsonArray known = identifiers.isEmpty()
                ? JsonArray.of(words.stream()
                        .flatMap(each -> each.identifiers().stream())
                        .map(ExternalId::toJson)
                        .toList())
                : PartyNames.identifiers(identifiers);
        if (!known.elements().isEmpty()) {
            annex.put("identifiers", known);
        }
        draft.annexed(annex.build());
        kept = draft.annex();
    }

    private static JsonArray earlier(Annex.OfParty words) {
        return JsonArray.of(words.names().stream()
                .map(name -> PartyDraft.name(name.text(), name.language()))
                .toList());
    }

    /** Refuses to go on where the words that must be repeated were erased. */
    void checkWords() throws CommandException {
        if (replaced.record().claims().annex().isPresent() && kept.isEmpty()) {
            throw CommandException.failed(
                    "wanted the names that the record in force stands beside, found them erased",
                    "the party itself writes new ones: `consent party update --name NAME`");
        }
    }

    Submission sign(Signer key) throws MalformedException {
        return new Submission(draft.sign(key).record(), kept);
    }
}
