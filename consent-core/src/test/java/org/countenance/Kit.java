package org.countenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonBool;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.jws.Algorithm;
import org.countenance.jws.CompactJws;
import org.countenance.jws.Jws;
import org.countenance.jws.SigningKey;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;
import org.countenance.registry.HashList;
import org.countenance.registry.InMemoryLogStore;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.LogWriter;
import org.countenance.registry.Ruled;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.VerifierKey;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;

/** A registry in memory with people in it, to try rules on: JSON is written with {@code '} for {@code "}. */
public final class Kit {

    public static final String NAME = "test.example/likeness";
    public static final String LIN = "lin";
    public static final String STUDIO = "studio";

    public static final String NOBODY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /** The same marks every time, so that the same history gives the same bytes. */
    private final SecureRandom random = new SecureRandom() {
        private static final long serialVersionUID = 1L;
        private int count;

        @Override
        public void nextBytes(byte[] bytes) {
            byte[] hash = Sha256.hash(Bytes.utf8("mark " + count++)).toArray();
            System.arraycopy(hash, 0, bytes, 0, bytes.length);
        }
    };

    private final LogStore log;
    private final LogWriter writer;
    private final CheckpointSigner signer;
    private final Map<String, SigningKey> keys = new HashMap<>();
    private final Map<String, Id> parties = new HashMap<>();
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private String intendedUse = "Mei in episodes 1-8";

    public Kit() {
        this(checkpoint -> new InMemoryLogStore(NAME, checkpoint));
    }

    /** A registry in a store that is made with the checkpoint of an empty log, or that a registry like this wrote to before. */
    public Kit(Function<Bytes, LogStore> made) {
        signer = new CheckpointSigner(
                NAME + "/0", key("log", Algorithm.ED25519), key("cosignature", Algorithm.ML_DSA_44));
        log = made.apply(signer.signEmpty(now));
        writer = new LogWriter(log, signer);
        if (log.head().size() > 0) {
            keys.put("registry", key("registry", Algorithm.ED25519));
            return;
        }
        party("registry", "organisation", "");
        party(LIN, "person", "adult");
        party(STUDIO, "organisation", "");
    }

    public LogStore log() {
        return log;
    }

    public Id id(String name) {
        Id id = parties.get(name);
        assertThat(id).as(name).isNotNull();
        return id;
    }

    public Kit at(String instant) {
        now = Instant.parse(instant.length() == 10 ? instant + "T00:00:00Z" : instant);
        return this;
    }

    public SigningKey key(String name, Algorithm algorithm) {
        return SigningKey.fromSeed(algorithm, Sha256.hash(Bytes.utf8(name + algorithm)));
    }

    /** Registers a person (from {@code adultFrom} on of age) or an organisation with one key for everything. */
    public Id party(String name, String kind, String adultFrom) {
        return party(name, kind, adultFrom, name + ":sign,manage", "");
    }

    /** The same with keys like {@code lin:sign lin.m:manage}, the first of which signs, and more members. */
    public Id party(String name, String kind, String adultFrom, String listed, String more) {
        SigningKey key = key(listed.replaceAll(":.*", ""), Algorithm.ED25519);
        keys.put(name, key);
        Draft draft = draft(RecordKind.PARTY, Optional.empty(), Optional.empty());
        draft.with("party", kind).with("keys", listed(draft, key, listed));
        if (!adultFrom.isEmpty()) {
            draft.with("adultFrom", adultFrom);
        }
        json("{" + named(more) + "}").values().forEach(draft::with);
        draft.annexed(words(name));
        Id id = submit(draft, key);
        parties.put(name, id);
        return id;
    }

    /** What lies beside a party's record; who is called {@code lin=2} has the identifier of {@code lin}. */
    private static JsonObject words(String name) {
        String person = name.replaceAll("=.*", "");
        return json("{'salt':'AAAAAAAAAAAAAAAAAAAAAA','names':[{'text':'" + person + "'}]"
                + (name.contains("=") ? ",'identifiers':[{'scheme':'x-guild','value':'" + person + "'}]" : "") + "}");
    }

    private JsonArray listed(Draft draft, SigningKey signer, String listed) {
        String mark = ((JsonString) draft.payload().get("jti").orElseThrow()).text();
        List<JsonObject> all = new ArrayList<>();
        for (String each : listed.isEmpty() ? new String[0] : listed.split(" ")) {
            String[] parts = each.split("[:@]");
            SigningKey key = key(parts[0], Algorithm.ED25519);
            Bytes proof =
                    key.sign(PartyKey.proofInput(NAME, signer.verificationKey().thumbprint(), mark));
            JsonObject.Builder item = JsonObject.builder()
                    .put("jwk", key.verificationKey().toJwk())
                    .put("powers", JsonArray.ofStrings(List.of(parts[1].split(","))))
                    .put("proof", Base64Url.encode(proof));
            if (parts.length > 2) {
                item.put("custody", id(parts[2]).text());
            }
            all.add(item.build());
        }
        return JsonArray.of(all);
    }

    /** A registrar registers a person who holds no key. */
    public Id represent(String name, String registrar, String adultFrom, String representatives) {
        Id id = hand(represented(name, registrar, adultFrom, representatives));
        parties.put(name, id);
        return id;
    }

    /** The same without handing it in. */
    public Held represented(String name, String registrar, String adultFrom, String representatives) {
        Draft draft = draft(RecordKind.PARTY, Optional.of(id(registrar)), Optional.empty());
        draft.with("party", "person")
                .with("represented", JsonBool.of(true))
                .with("keys", JsonArray.of(List.of()))
                .with("adultFrom", adultFrom);
        json("{'representatives':[" + named(representatives) + "]}").values().forEach(draft::with);
        try {
            return new Held(draft.annexed(words(name)).sign(keys.get(registrar)));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** Replaces a party's record: by whom, with which key, listing which keys, and with more members. */
    public Id update(String party, String signer, String key, String listed, String more) {
        Held held = updated(party, signer, key, listed, more);
        assertThat(hand(held)).isNotNull();
        return held.id();
    }

    /** The same without handing it in. */
    public Held updated(String party, String signer, String key, String listed, String more) {
        Ruled<?> current = current(id(party));
        JsonObject before = current.logged().record().jws().payload();
        Draft draft = draft(RecordKind.PARTY, Optional.of(id(signer)), Optional.of(id(party)));
        for (String member : List.of("party", "adultFrom", "recovery", "deceased")) {
            before.get(member).ifPresent(value -> draft.with(member, value));
        }
        SigningKey by = key(key, Algorithm.ED25519);
        draft.with("keys", listed(draft, by, listed))
                .with("supersedes", current.logged().id().text());
        json("{" + named(more) + "}").values().forEach(draft::with);
        try {
            return new Held(draft.annexed(words(party)).sign(by));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** A party that replaces its record so many times in a row, with one key. */
    public void rotate(String party, String name, int times) {
        Id before = current(id(party)).logged().id();
        SigningKey key = key(name, Algorithm.ED25519);
        for (int i = 0; i < times; i++) {
            Draft draft = draft(RecordKind.PARTY, Optional.of(id(party)), Optional.of(id(party)));
            draft.with("party", "person")
                    .with("adultFrom", "adult")
                    .with("keys", listed(draft, key, name + ":sign,manage"))
                    .with("supersedes", before.text());
            try {
                before = force(new Held(draft.annexed(words(party)).sign(key)));
            } catch (MalformedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The first word of one kind that was said of a party. */
    public Id said(String party, String says) {
        Slice slice = Slice.read(NAME, LogStores.source(log), List.of(SubjectKeys.keysOf(id(party))));
        return slice.state().endorsementsOf(id(party)).stream()
                .filter(word -> word.content().says().word().equals(says))
                .map(word -> word.logged().id())
                .findFirst()
                .orElseThrow();
    }

    /** The link that lets somebody act for Lin. */
    public Id linkTo(String delegate) {
        Slice slice = Slice.read(NAME, LogStores.source(log), List.of(SubjectKeys.openingOf(id(LIN))));
        return slice.state().delegationsOf(id(LIN)).stream()
                .filter(link -> link.content().delegate().equals(id(delegate)))
                .map(link -> link.logged().id())
                .findFirst()
                .orElseThrow();
    }

    /** The hash of the words beside a party's record. */
    public String annexOf(String party) {
        return current(id(party)).logged().record().claims().annex().orElseThrow();
    }

    /** Signs from now on with another key of the party. */
    public void uses(String party, String key) {
        keys.put(party, key(key, Algorithm.ED25519));
    }

    /** Why the registry refuses it. */
    public String refusal(Held held) {
        try {
            return writer.append(List.of(held.submission()), now).get(0).refusal();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** Signs a record of {@code signer} about {@code subject} with these members. */
    public Id sign(RecordKind kind, String signer, Id subject, String members) {
        Draft draft = draft(kind, Optional.of(id(signer)), Optional.of(subject));
        JsonObject content = json(members);
        content.values().forEach(draft::with);
        if (kind == RecordKind.GRANT) {
            draft.annexed(
                    json("{'salt':'AAAAAAAAAAAAAAAAAAAAAA','intendedUse':{'text':'" + intendedUse + "','lang':'en'}}"));
        }
        SigningKey key = keys.get(signer);
        return submit(draft, key);
    }

    /** The same, naming a list of files that comes with it. */
    public Id sign(RecordKind kind, String signer, Id subject, String members, HashList list) {
        Draft draft = draft(kind, Optional.of(id(signer)), Optional.of(subject));
        json(members.replace("$list", list.named().toJson().toString()))
                .values()
                .forEach(draft::with);
        return submit(draft, keys.get(signer), List.of(list.text()));
    }

    /** A record that nobody hands in. */
    public ParsedRecord unlogged(RecordKind kind, String signer, Id subject, String members) {
        Draft draft = draft(kind, Optional.of(id(signer)), Optional.of(subject));
        json(members).values().forEach(draft::with);
        try {
            return draft.sign(keys.get(signer)).record();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** Something signed beside the log, with the members that each such thing has. */
    public CompactJws beside(String signer, String typ, String members) {
        JsonObject.Builder payload = JsonObject.builder()
                .put("v", 1)
                .put("vocabulary", 1)
                .put("iss", id(signer).text())
                .put("aud", NAME)
                .put("iat", now.getEpochSecond())
                .put("jti", Draft.mark(random));
        json(members).values().forEach(payload::put);
        try {
            return Jws.sign(keys.get(signer), typ, payload.build());
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** Puts a record into the log that no registry would take, with the words beside it. */
    public Id force(Held held) {
        Submission submission = held.submission();
        Map<String, Bytes> annexes = new HashMap<>();
        submission.annex().ifPresent(annex -> annexes.put(Sha256.hash(annex).hex(), annex));
        return force(submission.record().jws(), annexes);
    }

    /** Puts something into the log that no registry would take. */
    public Id force(CompactJws jws) {
        return force(jws, Map.of());
    }

    private Id force(CompactJws jws, Map<String, Bytes> annexes) {
        Entry entry = new Entry(now, jws);
        Frontier frontier = LogStores.frontier(log);
        frontier.append(entry.leafHash());
        LogStore.NewEntry stored = new LogStore.NewEntry(entry.bytes(), jws.id(), SubjectKeys.of(jws));
        Checkpoint checkpoint = new Checkpoint(NAME + "/0", log.head().size() + 1, frontier.root());
        log.append(new LogStore.Batch(
                log.head(), List.of(stored), frontier.completed(), annexes, signer.sign(checkpoint, now)));
        return new Id(jws.id());
    }

    /** Any payload, signed by a key, whether or not it is one of a party. */
    public CompactJws raw(String key, String typ, Optional<Id> issuer, Optional<Id> subject, String members) {
        Draft draft = draft(RecordKind.GRANT, issuer, subject);
        json(named(members)).values().forEach(draft::with);
        try {
            return Jws.sign(key(key, Algorithm.ED25519), typ, draft.payload());
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** A checkpoint over entries that somebody else keeps. */
    public Bytes checkpoint(long size, Bytes root, Instant instant) {
        return signer.sign(new Checkpoint(NAME + "/0", size, root), instant);
    }

    /** Cosigns the head as of now. */
    public Kit renew() {
        try {
            writer.renew(now);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** The keys that check this log's heads. */
    public List<VerifierKey> verifierKeys() {
        return signer.verifierKeys();
    }

    /** Logs an index record over everything before it. */
    public Kit index() {
        try {
            assertThat(new LogWriter(log, signer, () -> Optional.ofNullable(keys.get("registry"))).index(now))
                    .isTrue();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** A trust policy for this log, with more members. */
    public Bytes policy(String more) {
        JsonObject.Builder policy;
        try {
            policy = ((JsonObject) JsonText.parse(
                            TrustPolicy.initial(NAME, signer.verifierKeys()), "policy", JsonLimits.RECORD))
                    .toBuilder();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
        json("{" + more + "}").values().forEach(policy::put);
        return Bytes.utf8(JsonText.pretty(policy.build()));
    }

    /** Text with names for parties. */
    public String named(String text) {
        String named = text;
        for (Map.Entry<String, Id> party : parties.entrySet()) {
            named = named.replace("$" + party.getKey(), party.getValue().text());
        }
        return named;
    }

    /** What the grants that follow say they are for. */
    public void describe(String use) {
        intendedUse = use;
    }

    public Instant now() {
        return now;
    }

    /** Why the registry refuses such a record. */
    public String refusal(RecordKind kind, String signer, Id subject, String members) {
        Draft draft = draft(kind, Optional.of(id(signer)), Optional.of(subject));
        json(members).values().forEach(draft::with);
        if (kind == RecordKind.GRANT) {
            draft.annexed(
                    json("{'salt':'AAAAAAAAAAAAAAAAAAAAAA','intendedUse':{'text':'Mei in episodes 1-8','lang':'en'}}"));
        }
        try {
            return writer.append(List.of(draft.sign(keys.get(signer))), now)
                    .get(0)
                    .refusal();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** A grant of Lin to the studio; {@link #GRANT} after {@code change}. */
    public Id grant(UnaryOperator<String> change) {
        return sign(
                RecordKind.GRANT,
                LIN,
                id(LIN),
                change.apply(GRANT).replace("$studio", id(STUDIO).text()));
    }

    public Id grant() {
        return grant(text -> text);
    }

    /** A signed record on its way. */
    public record Held(Submission submission) {

        public Id id() {
            return submission.record().id();
        }
    }

    /** Signs a grant of Lin without handing it in. */
    public Held hold(String members) {
        return hold(RecordKind.GRANT, LIN, LIN, members);
    }

    /** Signs a record of one party about another without handing it in. */
    public Held hold(RecordKind kind, String signer, String subject, String members) {
        Draft draft = draft(kind, Optional.of(id(signer)), Optional.of(id(subject)));
        json(named(members)).values().forEach(draft::with);
        if (kind == RecordKind.GRANT) {
            draft.annexed(
                    json("{'salt':'AAAAAAAAAAAAAAAAAAAAAA','intendedUse':{'text':'Mei in episodes 1-8','lang':'en'}}"));
        }
        try {
            return new Held(draft.sign(keys.get(signer)));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** Hands it in. */
    public Id hand(Held held) {
        try {
            LogWriter.Receipt receipt =
                    writer.append(List.of(held.submission()), now).get(0);
            assertThat(receipt.refusal()).isEmpty();
            return receipt.record().id();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** A prohibition of Lin. */
    public Id prohibit(String scopes, String against, String reach) {
        return sign(
                RecordKind.PROHIBITION,
                LIN,
                id(LIN),
                "{'scopes':" + scopes + ",'against':" + against + ",'reach':'" + reach + "','ground':'standing'}");
    }

    /** A revocation about Lin's records. */
    public Id revoke(String signer, Id target, String event, String more) {
        return sign(
                RecordKind.REVOCATION,
                signer,
                id(LIN),
                "{'target':'" + target + "','event':'" + event + "'" + more + "}");
    }

    public Id withdraw(Id grant, String more) {
        return revoke(LIN, grant, "withdrawn", ",'scopes':'*'" + more);
    }

    /** The answer for {@link #MANIFEST} after {@code change}, at an instant. */
    public Verdict verify(String instant, UnaryOperator<String> change) {
        at(instant);
        try {
            writer.renew(now);
            return verifier("").verify(Request.now(manifest(change), now), log);
        } catch (MalformedException | NotVerifiedException e) {
            throw new AssertionError(e);
        }
    }

    /** The same by a verifier with more members in its policy, e.g. whom it believes. */
    public Verdict verify(String instant, UnaryOperator<String> change, String more) {
        at(instant);
        try {
            writer.renew(now);
            return verifier(more).verify(Request.now(manifest(change), now), log);
        } catch (MalformedException | NotVerifiedException e) {
            throw new AssertionError(e);
        }
    }

    /** A registrar logs that a person died. */
    public Id dies(String person, String registrar, String day) {
        Ruled<?> current = current(id(person));
        JsonObject before = current.logged().record().jws().payload();
        Draft draft = draft(RecordKind.PARTY, Optional.of(id(registrar)), Optional.of(id(person)));
        for (String member : List.of("party", "keys", "adultFrom", "annex")) {
            before.get(member).ifPresent(value -> draft.with(member, value));
        }
        draft.with("supersedes", current.logged().id().text()).with("deceased", day);
        return submit(
                draft.annexed(json("{'salt':'AAAAAAAAAAAAAAAAAAAAAA','names':[{'text':'" + person + "'}]}")),
                keys.get(registrar));
    }

    private Ruled<?> current(Id party) {
        Slice slice;
        try {
            slice = Slice.read(
                    NAME, LogStores.source(log), List.of(SubjectKeys.keysOf(party)), List.of(), now, Runnable::run);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
        return slice.state()
                .record(slice.state().party(party).orElseThrow().currentEntry().id())
                .orElseThrow();
    }

    public Verdict verify(String instant) {
        return verify(instant, text -> text);
    }

    /** A verifier that trusts this log, with more members in its policy. */
    public Verifier verifier(String more) throws MalformedException {
        return Verifier.trusting(TrustPolicy.parse(policy(more)));
    }

    public org.countenance.manifest.Manifest manifest(UnaryOperator<String> change) {
        String text = change.apply(MANIFEST.replace('\'', '"'))
                .replace("$studio", id(STUDIO).text())
                .replace("$lin", id(LIN).text());
        try {
            return ManifestReader.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ManifestLimits.DEFAULT);
        } catch (IOException | MalformedException e) {
            throw new AssertionError(e);
        }
    }

    public static JsonObject json(String text) {
        try {
            JsonValue value = JsonText.parse(Bytes.utf8(text.replace('\'', '"')), "test", JsonLimits.DOCUMENT);
            return (JsonObject) value;
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private Draft draft(RecordKind kind, Optional<Id> issuer, Optional<Id> subject) {
        return Draft.of(kind, issuer, subject, NAME, now, random);
    }

    private Id submit(Draft draft, SigningKey key) {
        return submit(draft, key, List.of());
    }

    private Id submit(Draft draft, SigningKey key, List<Bytes> lists) {
        try {
            Submission submission = draft.sign(key).with(lists);
            LogWriter.Receipt receipt = writer.append(List.of(submission), now).get(0);
            assertThat(receipt.refusal()).isEmpty();
            return receipt.record().id();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** A grant that covers {@link #MANIFEST}. */
    public static final String GRANT = "{'capacity':'self','licensees':['$studio'],"
            + "'productions':[{'id':{'scheme':'x-house','value':'P-1'}}],'characters':'*',"
            + "'permissions':[{'roles':['depicted'],'modalities':['face','voice'],'techniques':['voice-clone'],"
            + "'contexts':[],'media':['svod'],'territories':{'include':['CN'],'exclude':[]},'languages':['zh'],"
            + "'made':{'from':'2026-01-01T00:00:00Z','until':'2028-01-01T00:00:00Z'},"
            + "'shown':{'from':'2027-01-01T00:00:00Z','until':'2028-01-01T00:00:00Z'}}],'prohibitions':[],"
            + "'terms':{'withdrawal':{'notice':'P30D','cause':'P7D','released':'withdraw'},'sublicensing':'none',"
            + "'exclusive':false,'survivesDeath':false,'strike':'suspends','duties':[]},'facts':{}}";

    /** One use of Lin's cloned voice, made on 2026-12-10, shown in the first half of 2027. */
    public static final String MANIFEST = "{'manifest':1,'vocabulary':1,"
            + "'production':{'id':{'scheme':'x-house','value':'P-1'},'title':'A Test','type':'series','season':1,"
            + "'episodes':8,'producer':'$studio'},"
            + "'releases':[{'id':'home','media':['svod'],'territories':{'include':['CN'],'exclude':[]},"
            + "'languages':['zh-Hans'],'window':{'from':'2027-02-01T00:00:00Z','until':'2027-07-01T00:00:00Z'}}],"
            + "'assets':[{'id':'shot','sha256':'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',"
            + "'seconds':4,'contexts':[],'releases':['home']}],"
            + "'uses':[{'id':'u1','asset':'shot','person':'$lin','role':'depicted','character':'Mei','portrays':'adult',"
            + "'modalities':['face','voice'],'technique':'voice-clone',"
            + "'made':{'from':'2026-12-10T00:00:00Z','until':'2026-12-11T00:00:00Z'},'seconds':4,'credited':true}]}";
}
