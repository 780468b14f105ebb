package org.countenance.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.record.Waiver;
import org.countenance.registry.HashList;
import org.countenance.registry.InMemoryLogStore;
import org.countenance.registry.LogStore;

/** One case under construction: a history, a question, and the answer that the specification gives. */
final class Case {

    private static final Pattern WORD = Pattern.compile("[^a-z0-9]+");

    private final String sentence;
    private final Kit kit = new Kit();
    private final List<JsonObject> inventories = new ArrayList<>();
    private final List<String> waivers = new ArrayList<>();
    private final List<String> also = new ArrayList<>();
    private final Map<String, String> uses = new LinkedHashMap<>();
    private final List<String> rules = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> silent = new ArrayList<>();
    private final Map<String, List<String>> records = new TreeMap<>();
    private final Map<String, List<Id>> relied = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private Optional<List<List<Id>>> signs = Optional.empty();
    private String manifest = Kit.MANIFEST;
    private String policy = "";
    private String parties = "";
    private String instant = "2026-12-15";
    private String mode = "current";
    private String checkpoint = "";
    private Optional<String> signature = Optional.empty();
    private String outcome = "";

    Case(String sentence) {
        this.sentence = sentence;
    }

    Kit kit() {
        return kit;
    }

    Id id(String name) {
        return kit.id(name);
    }

    /** Goes on at an instant: a day, or a day and time. */
    Case at(String when) {
        kit.at(when);
        return this;
    }

    Id party(String name) {
        return kit.party(name, "organisation", "");
    }

    Id person(String name, String adultFrom) {
        return kit.party(name, "person", adultFrom);
    }

    /** Lin's grant to the studio, with changes of the base grant: what, to what, what, to what. */
    Id grant(String... changes) {
        return kit.grant(text -> kit.named(change(text, changes)));
    }

    Id withdraw(Id grant, String more) {
        return kit.withdraw(grant, more);
    }

    Id revoke(String signer, Id target, String event, String more) {
        return kit.revoke(signer, target, event, more);
    }

    /** Somebody invalidates a record about {@code about}. */
    Id endInvalid(String signer, String about, Id target) {
        return kit.sign(RecordKind.REVOCATION, signer, id(about), "{'target':'" + target + "','event':'invalidated'}");
    }

    Id prohibit(String scopes, String against, String reach) {
        return kit.prohibit(scopes, kit.named(against), reach);
    }

    Id lift(Id stop) {
        return kit.revoke(Kit.LIN, stop, "lifted", "");
    }

    /** The first word of one kind that was said of a party. */
    Id first(String party, String says) {
        return kit.said(party, says);
    }

    /** The link to somebody. */
    Id made(String delegate) {
        return kit.linkTo(delegate);
    }

    /** What no registry takes, in a log whose operator took it all the same: it must count for nothing. */
    Id refused(Kit.Held held) {
        Assertions.assertThat(kit.refusal(held)).as(sentence).startsWith("wanted ");
        return kit.force(held);
    }

    Id refused(RecordKind kind, String signer, String subject, String members) {
        return refused(kit.hold(kind, signer, subject, members));
    }

    /** A second word about a record or party. */
    Id endorse(String signer, String about, Id target, String says, String more) {
        return kit.sign(
                RecordKind.ENDORSEMENT,
                signer,
                id(about),
                "{'target':'" + target + "','says':'" + says + "'" + kit.named(more) + "}");
    }

    /** A party that the registry accredits and policy believes. */
    Id accredited(String name, String what) {
        Id party = accreditedOnly(name, what);
        believes("'" + party + "':{'believed':['" + what + "']}");
        return party;
    }

    Id accreditedOnly(String name, String what) {
        Id party = party(name);
        endorse("registry", name, party, "accredited", ",'may':['" + what + "']");
        return party;
    }

    /** Adds a party that policy believes for something. */
    void believes(String party) {
        parties = parties.isEmpty() ? party : parties + "," + party;
    }

    /** Adds members to the policy; `identity` replaces the one that is there. */
    void policy(String more) {
        policy = policy.isEmpty() ? more : policy + "," + more;
    }

    private String policy() {
        String believed = parties.isEmpty() ? "" : "'parties':{" + parties + "}";
        return policy.isEmpty() || believed.isEmpty() ? policy + believed : policy + "," + believed;
    }

    /** Changes of the base manifest: what, to what, what, to what. */
    Case manifest(String... changes) {
        manifest = change(manifest, changes);
        return this;
    }

    Case made(String from, String until) {
        return manifest("2026-12-10", from, "2026-12-11", until);
    }

    Case shown(String from, String until) {
        return manifest("2027-02-01", from, "2027-07-01", until);
    }

    /** Erases every text beside the records. */
    void eraseTexts() {
        List.copyOf(((InMemoryLogStore) kit.log()).annexes().keySet()).forEach(kit.log()::eraseAnnex);
    }

    /** Erases the words beside a party's record. */
    void eraseTexts(String party) {
        kit.log().eraseAnnex(kit.annexOf(party));
    }

    void inventory(String text) {
        inventories.add(Kit.json(kit.named(text)));
    }

    void waive(String officer, String rule, String more) {
        String members = "'rule':'" + rule + "','manifest':'"
                + Sha256.hash(manifestBytes()).hex() + "','reason':'a test'";
        waivers.add(kit.beside(officer, Waiver.TYP, "{" + members + kit.named(more) + "}")
                .text());
    }

    /** A file that is read beside the manifest. */
    Case file(String name, String content) {
        files.put(name, content);
        return this;
    }

    void signed(String producer) {
        signature = Optional.of(kit.beside(
                        producer,
                        "likeness-manifest+jwt",
                        "{'manifest':'" + Sha256.hash(manifestBytes()).hex()
                                + "','production':{'scheme':'x-house','value':'P-1'}}")
                .text());
    }

    void also(RecordKind kind, String signer, String members) {
        also.add(kit.unlogged(kind, signer, id(Kit.LIN), kit.named(members))
                .jws()
                .text());
    }

    /** A clearance of the base manifest's asset under a grant, by a verifier. */
    Id clear(String verifier, Id grant, String... changes) {
        HashList list = HashList.of(List.of(asset(0)));
        String members =
                "{'production':{'id':{'scheme':'x-house','value':'P-1'},'type':'series','season':1,'episodes':8,"
                        + "'producer':'$studio'},'manifest':'" + HASH + "','policy':'" + HASH + "','rules':'" + HASH
                        + "','outcome':'cleared','assurance':{'producer':'signed','identity':'self','assets':{'hashed':1,'of':1},"
                        + "'inventory':'none','made':'declared','witnesses':0},'releases':[{'id':'home','media':['svod'],"
                        + "'territories':{'include':['CN'],'exclude':[]},'languages':['zh-Hans'],"
                        + "'window':{'from':'2027-02-01T00:00:00Z','until':'2027-07-01T00:00:00Z'}}],"
                        + "'relied':[{'grant':'" + grant + "','assets':$list,'seconds':4}],'log':{'origin':'" + Kit.NAME
                        + "/0','size':1,'root':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='},"
                        + "'evaluated':'2026-12-11T00:00:00Z','waived':[],'skipped':['law','inventory']}";
        return kit.sign(RecordKind.CLEARANCE, verifier, id(Kit.STUDIO), kit.named(change(members, changes)), list);
    }

    Id commit(String signer, Bytes... assets) {
        return kit.sign(RecordKind.COMMITMENT, signer, id(signer), "{'assets':$list}", HashList.of(List.of(assets)));
    }

    /** The hash of the base manifest's asset; further ones for further numbers. */
    static Bytes asset(int number) {
        return number == 0 ? hex(HASH) : Sha256.hash(Bytes.utf8("asset " + number));
    }

    static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    Case asks(String when) {
        instant = when;
        return this;
    }

    /** When the log's head was last signed; at the instant that is asked about when this is not said. */
    Case checkpoint(String when) {
        checkpoint = when;
        return this;
    }

    Case asksAsOf(String when) {
        mode = "historical";
        return asks(when);
    }

    Case plans(String when) {
        mode = "plan";
        return asks(when);
    }

    /** The answer: the outcome, and exactly the rules that block or leave doubt. */
    Case expects(String wanted, int... codes) {
        outcome = wanted;
        for (int code : codes) {
            rules.add("LC" + code);
        }
        return this;
    }

    Case use(String use, String wanted) {
        uses.put(use, wanted);
        return this;
    }

    /** Rules that have something to say besides, whatever it weighs. */
    Case tells(int... codes) {
        for (int code : codes) {
            told.add("LC" + code);
        }
        return this;
    }

    /** Rules that have nothing to say. */
    Case silent(int... codes) {
        for (int code : codes) {
            silent.add("LC" + code);
        }
        return this;
    }

    /** Records that a finding under a rule names. */
    Case names(int code, Id... ids) {
        records.put("LC" + code, List.of(ids).stream().map(Id::text).toList());
        return this;
    }

    /** The grants that a use relies on, in their order. */
    Case relies(String use, Id... grants) {
        relied.put(use, List.of(grants));
        return this;
    }

    /** Who signs the one grant that would help, then who must consent. */
    Case signs(Id... people) {
        signs = Optional.of(List.of(List.of(people)));
        return this;
    }

    /** No grant helps. */
    Case asksNobody() {
        signs = Optional.of(List.of());
        return this;
    }

    String file() {
        return WORD.matcher(sentence.toLowerCase(java.util.Locale.ROOT)).replaceAll("-") + ".json";
    }

    private Bytes manifestBytes() {
        return Bytes.utf8(JsonText.compact(Kit.json(kit.named(manifest))));
    }

    /** The case as a file. */
    JsonObject toJson() {
        Assertions.assertThat(outcome).as(sentence).isNotEmpty();
        kit.at(checkpoint.isEmpty() ? instant : checkpoint).renew().at(instant);
        LogStore log = kit.log();
        return JsonObject.builder()
                .put("case", sentence)
                .put("registry", Kit.NAME)
                .put(
                        "entries",
                        JsonArray.ofStrings(log.entries(0, log.head().size()).stream()
                                .map(Case::text)
                                .toList()))
                .put("checkpoint", text(log.head().checkpoint()))
                .put("annexes", annexes(log))
                .put("policy", Kit.json(text(kit.policy(policy()))))
                .put("manifest", Kit.json(kit.named(manifest)))
                .put("evaluated", kit.now().toString())
                .put("mode", mode)
                .putIf("signature", signature.map(JsonString::of))
                .put("inventories", JsonArray.of(inventories))
                .put("waivers", JsonArray.ofStrings(waivers))
                .put("also", JsonArray.ofStrings(also))
                .putIf("files", files.isEmpty() ? Optional.empty() : Optional.of(strings(files)))
                .put("expect", expected())
                .build();
    }

    private JsonObject expected() {
        JsonObject.Builder each = JsonObject.builder();
        uses.forEach(each::put);
        JsonObject.Builder named = JsonObject.builder();
        records.forEach((rule, ids) -> named.put(rule, JsonArray.ofStrings(ids)));
        return JsonObject.builder()
                .put("outcome", outcome)
                .put("uses", each.build())
                .put("rules", JsonArray.ofStrings(rules))
                .put("told", JsonArray.ofStrings(told))
                .put("silent", JsonArray.ofStrings(silent))
                .put("records", named.build())
                .putIf("relied", relied.isEmpty() ? Optional.empty() : Optional.of(reliedOn()))
                .putIf(
                        "signs",
                        signs.map(
                                all -> JsonArray.of(all.stream().map(Case::ids).toList())))
                .build();
    }

    private JsonObject reliedOn() {
        JsonObject.Builder json = JsonObject.builder();
        relied.forEach((use, grants) -> json.put(use, ids(grants)));
        return json.build();
    }

    private static JsonArray ids(List<Id> ids) {
        return JsonArray.ofStrings(ids.stream().map(Id::text).toList());
    }

    private static JsonObject strings(Map<String, String> strings) {
        JsonObject.Builder json = JsonObject.builder();
        strings.forEach(json::put);
        return json.build();
    }

    private static JsonObject annexes(LogStore log) {
        JsonObject.Builder annexes = JsonObject.builder();
        new TreeMap<>(((InMemoryLogStore) log).annexes()).forEach((hash, bytes) -> annexes.put(hash, text(bytes)));
        return annexes.build();
    }

    private static String text(Bytes bytes) {
        try {
            return bytes.text();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static Bytes hex(String digits) {
        try {
            return Bytes.fromHex(digits);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static String change(String text, String... changes) {
        String changed = text;
        for (int i = 0; i < changes.length; i += 2) {
            Assertions.assertThat(changed).contains(changes[i]);
            changed = changed.replace(changes[i], changes[i + 1]);
        }
        return changed;
    }
}
