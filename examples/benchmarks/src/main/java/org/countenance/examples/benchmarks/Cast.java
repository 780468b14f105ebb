package org.countenance.examples.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.jws.Algorithm;
import org.countenance.jws.Signer;
import org.countenance.jws.SigningKey;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;
import org.countenance.registry.LogWriter;
import org.countenance.store.SqliteLogStore;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.verify.TrustPolicy;

/** A registry's keys, a producer and as many people as wanted, the same every time; JSON is written with {@code '}. */
final class Cast {

    /** The registry. */
    static final String NAME = "bench.example/likeness";

    /** When everything is logged. */
    static final Instant LOGGED = Instant.parse("2026-11-01T00:00:00Z");

    /** When everything is verified. */
    static final Instant NOW = Instant.parse("2026-11-05T00:00:00Z");

    private static final String REGISTRY = "registry";
    private static final String STUDIO = "studio";

    /** The same marks every time, so that the same log has the same bytes. */
    private final SecureRandom random = new SecureRandom() {
        private static final long serialVersionUID = 1L;
        private long count;

        @Override
        public void nextBytes(byte[] bytes) {
            byte[] hash = Sha256.hash(Bytes.utf8("mark " + count++)).toArray();
            System.arraycopy(hash, 0, bytes, 0, bytes.length);
        }
    };

    private final CheckpointSigner signer = new CheckpointSigner(
            NAME + "/0", key("log"), SigningKey.fromSeed(Algorithm.ML_DSA_44, Sha256.hash(Bytes.utf8("cosignature"))));
    private final Map<String, Id> parties = new HashMap<>();

    /** The key of a name. */
    static SigningKey key(String name) {
        return SigningKey.fromSeed(Algorithm.ED25519, Sha256.hash(Bytes.utf8(name)));
    }

    /** An empty log. */
    SqliteLogStore create(Path file) {
        return SqliteLogStore.create(file, NAME, signer.signEmpty(LOGGED));
    }

    /** Who writes to it, index records included where that is wanted. */
    LogWriter writer(SqliteLogStore log, boolean indexes) {
        Optional<Signer> own = indexes ? Optional.of(key(REGISTRY)) : Optional.empty();
        return new LogWriter(log, signer, () -> own);
    }

    /** Whom a verifier of this log trusts. */
    TrustPolicy policy() throws MalformedException {
        return TrustPolicy.parse(TrustPolicy.initial(NAME, signer.verifierKeys()));
    }

    /** The records of the registry itself and of the producer, which come first. */
    List<Submission> hosts() throws MalformedException {
        return List.of(party(REGISTRY, "organisation"), party(STUDIO, "organisation"));
    }

    /** The name of somebody. */
    static String person(int number) {
        return "person " + number;
    }

    /** The records of people. */
    List<Submission> people(int from, int until) throws MalformedException {
        List<Submission> people = new ArrayList<>();
        for (int i = from; i < until; i++) {
            people.add(party(person(i), "person"));
        }
        return people;
    }

    /** The record of somebody with one key. */
    Submission party(String name, String kind) throws MalformedException {
        SigningKey key = key(name);
        Draft draft = Draft.of(RecordKind.PARTY, Optional.empty(), Optional.empty(), NAME, LOGGED, random);
        String mark = draft.payload().members().string("jti");
        Bytes proof = key.sign(proofInput(key, mark));
        draft.with("party", kind)
                .with(
                        "keys",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("jwk", key.verificationKey().toJwk())
                                .put("powers", JsonArray.ofStrings(List.of("sign", "manage")))
                                .put("proof", Base64Url.encode(proof))
                                .build())));
        if (kind.equals("person")) {
            draft.with("adultFrom", "adult");
        }
        Submission submission = draft.annexed(
                        json("{'salt':'AAAAAAAAAAAAAAAAAAAAAA','names':[{'text':'" + name + "'}]}"))
                .sign(key);
        parties.put(name, submission.record().id());
        return submission;
    }

    private static Bytes proofInput(SigningKey key, String mark) {
        return PartyKey.proofInput(NAME, key.verificationKey().thumbprint(), mark);
    }

    /** One grant of each of these people to the producer. */
    List<Submission> grants(int from, int until) throws MalformedException {
        List<Submission> grants = new ArrayList<>();
        for (int i = from; i < until; i++) {
            grants.add(grant(i, Texts.GRANT));
        }
        return grants;
    }

    /** A grant of somebody to the producer. */
    Submission grant(int number, String text) throws MalformedException {
        Optional<Id> who = Optional.of(id(person(number)));
        Draft draft = Draft.of(RecordKind.GRANT, who, who, NAME, LOGGED, random);
        json(text.replace("$studio", id(STUDIO).text())).values().forEach(draft::with);
        draft.annexed(
                json("{'salt':'AAAAAAAAAAAAAAAAAAAAAA','intendedUse':{'text':'Mei in episodes 1-8','lang':'en'}}"));
        return draft.sign(key(person(number)));
    }

    /** The id of somebody whose record was made. */
    Id id(String name) {
        return Optional.ofNullable(parties.get(name)).orElseThrow();
    }

    /** The signatures in these records: each record's own, and in a party's record its key's proof. */
    List<Signed> signatures(String signer, Submission record) throws MalformedException {
        SigningKey key = key(signer);
        Signed own = Signed.of(key, record.record().jws());
        if (record.record().content().kind() != RecordKind.PARTY) {
            return List.of(own);
        }
        String mark = record.record().jws().payload().members().string("jti");
        return List.of(own, Signed.by(key, proofInput(key, mark)));
    }

    /** The bytes of a manifest of so many uses over so many people. */
    Bytes manifestText(int uses, int people) {
        return Texts.manifest(
                uses, people, i -> id(person(i)).text(), id(STUDIO).text());
    }

    /** The same, piece by piece. */
    void writeManifest(Consumer<String> out, int uses, int people) {
        Texts.write(out, uses, people, i -> id(person(i)).text(), id(STUDIO).text());
    }

    /** Reads it. */
    static Manifest manifest(Bytes text) throws MalformedException, IOException {
        return ManifestReader.read(new ByteArrayInputStream(text.toArray()), ManifestLimits.DEFAULT);
    }

    private static JsonObject json(String text) throws MalformedException {
        return JsonText.parseObject(Bytes.utf8(text.replace('\'', '"')), "benchmark");
    }
}
