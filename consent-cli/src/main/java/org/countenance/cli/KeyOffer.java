package org.countenance.cli;

import java.util.List;
import java.util.Locale;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Id;
import org.countenance.record.PartyKey;

/**
 * New keys that a person made on her own machine for somebody else to list. Each proves itself for one record: she chose its mark,
 * and she named the key that will sign it. Private keys never leave her machine.
 *
 * @param registry in which registry
 * @param party whose keys they are
 * @param signer thumbprint of the key that will sign the record
 * @param mark the {@code jti} of that record
 * @param keys the keys with their proofs
 */
record KeyOffer(String registry, Id party, String signer, String mark, List<PartyKey> keys) {

    /** Makes an offer of these keys. */
    static KeyOffer of(String registry, Id party, String signer, String mark, List<PartyDraft.Enrolled> keys) {
        return new KeyOffer(
                registry,
                party,
                signer,
                mark,
                keys.stream()
                        .map(each -> new PartyKey(
                                each.key().verificationKey(),
                                java.util.Set.of(each.use()),
                                java.util.Optional.of(each.key().sign(PartyKey.proofInput(registry, signer, mark))),
                                java.util.Optional.empty()))
                        .toList());
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("registry", registry)
                .put("party", party.text())
                .put("signer", signer)
                .put("jti", mark)
                .put("keys", JsonArray.of(keys.stream().map(KeyOffer::listed).toList()))
                .build();
    }

    private static JsonObject listed(PartyKey key) {
        return JsonObject.builder()
                .put("jwk", key.key().toJwk())
                .put("power", key.powers().iterator().next().name().toLowerCase(Locale.ROOT))
                .put("proof", Base64Url.encode(key.proof().orElseThrow()))
                .build();
    }

    static KeyOffer read(Bytes file, String name) throws MalformedException {
        Members members = JsonText.parseObject(file, name).members();
        KeyOffer offer = new KeyOffer(
                members.required("registry", Values::string),
                members.required("party", Id::read),
                members.required("signer", Values::string),
                members.required("jti", Values::string),
                members.required("keys", Values.listOf(KeyOffer::readKey)));
        members.end();
        return offer;
    }

    private static PartyKey readKey(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        VerificationKey key = members.required("jwk", jwk -> VerificationKey.fromJwk(Values.object(jwk)));
        PartyKey.Use use = members.text("power", KeyOffer::use);
        Bytes proof = members.text("proof", Base64Url::decode);
        members.end();
        return new PartyKey(key, java.util.Set.of(use), java.util.Optional.of(proof), java.util.Optional.empty());
    }

    private static PartyKey.Use use(String text) throws MalformedException {
        for (PartyKey.Use use : PartyKey.Use.values()) {
            if (use.name().toLowerCase(Locale.ROOT).equals(text)) {
                return use;
            }
        }
        throw MalformedException.of(
                org.countenance.base.Place.NOWHERE, "`sign` or `manage`", MalformedException.quote(text));
    }

    /** Refuses an offer for somebody else, for another registry or for another signer. */
    void check(String wantedRegistry, Id wantedParty, String wantedSigner) throws CommandException {
        if (!registry.equals(wantedRegistry) || !party.equals(wantedParty)) {
            throw CommandException.failed(
                    "wanted new keys for " + wantedParty.shown() + " in `" + wantedRegistry + "`, found some for "
                            + party.shown() + " in `" + registry + "`",
                    "ask for a new file: `consent key request`");
        }
        if (!signer.equals(wantedSigner)) {
            throw CommandException.failed(
                    "wanted new keys that were offered to key `" + wantedSigner + "`, found some for key `" + signer
                            + "`",
                    "--key names who signs; or ask for a new file: `consent key request --by`");
        }
    }
}
