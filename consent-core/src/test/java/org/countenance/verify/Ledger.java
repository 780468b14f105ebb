package org.countenance.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordKind;
import org.countenance.registry.HashList;
import org.countenance.registry.InMemoryLogStore;
import org.countenance.registry.LogStore;
import org.countenance.registry.SubjectKeys;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;
import org.countenance.verify.Happening.Accepted;
import org.countenance.verify.Happening.Cleared;
import org.countenance.verify.Happening.Committed;
import org.countenance.verify.Happening.Disputed;
import org.countenance.verify.Happening.Granted;
import org.countenance.verify.Happening.Lifted;
import org.countenance.verify.Happening.Ordered;
import org.countenance.verify.Happening.Prohibited;
import org.countenance.verify.Happening.Returned;
import org.countenance.verify.Happening.Ruled;
import org.countenance.verify.Happening.Shot;
import org.countenance.verify.Happening.Spoke;
import org.countenance.verify.Happening.Struck;
import org.countenance.verify.Happening.Voided;
import org.countenance.verify.Happening.Withdrawn;

/** Makes the log of a scenario; the parties' own entries are signed once for all. */
final class Ledger {

    /** Whom the policy of these tests believes. */
    static final String BELIEVED;

    private static final Kit KIT = new Kit();
    private static final List<Entry> PREFIX = new ArrayList<>();
    private static final Map<String, Bytes> TEXTS = new HashMap<>();

    static {
        KIT.at("2026-10-01");
        KIT.party("guild", "organisation", "");
        StringBuilder believed = new StringBuilder();
        for (String what : List.of("order", "rule", "verify")) {
            accredit(what, what);
            accredit("other-" + what, what);
            believed.append(believed.length() > 0 ? "," : "")
                    .append("'" + KIT.id(what) + "':{'believed':['" + what + "']}");
        }
        BELIEVED = "'parties':{" + believed + "}";
        LogStore log = KIT.log();
        for (long i = 0; i < log.head().size(); i++) {
            PREFIX.add(org.countenance.registry.LogStores.entry(log, i));
        }
        TEXTS.putAll(((InMemoryLogStore) log).annexes());
    }

    private final Scenario scenario;
    private final List<Entry> entries = new ArrayList<>(PREFIX);
    private final Map<String, Bytes> texts = new HashMap<>(TEXTS);
    private final Map<Happening, Id> ids = new IdentityHashMap<>();

    private Ledger(Scenario scenario) {
        this.scenario = scenario;
        for (Happening event : ordered(scenario.events())) {
            KIT.at(event.day().toString());
            ParsedRecord record = record(event);
            ids.put(event, record.id());
            entries.add(new Entry(instant(event.day()), record.jws()));
        }
    }

    private static void accredit(String party, String what) {
        Id id = KIT.party(party, "organisation", "");
        KIT.sign(
                RecordKind.ENDORSEMENT,
                "registry",
                id,
                "{'target':'" + id + "','says':'accredited','may':['" + what + "']}");
    }

    static Kit kit() {
        return KIT;
    }

    static Ledger of(Scenario scenario) {
        return new Ledger(scenario);
    }

    /** The order of the log: by day, what closes before what opens, else as it was told. */
    static List<Happening> ordered(List<Happening> events) {
        List<Happening> order = new ArrayList<>(events);
        order.sort(Comparator.comparing(Happening::day).thenComparing(event -> isClosing(event) ? 0 : 1));
        return order;
    }

    private static boolean isClosing(Happening event) {
        return event instanceof Prohibited
                || event instanceof Withdrawn
                || event instanceof Returned
                || event instanceof Struck
                || event instanceof Ordered
                || event instanceof Voided;
    }

    /** Asks about every shot, from a checkpoint of that day. */
    Verdict ask(LocalDate day, List<Happening> also) {
        try {
            List<ParsedRecord> unlogged = also.stream().map(this::record).toList();
            KIT.at(day.toString());
            Request request = Request.now(KIT.manifest(any -> manifest(scenario.shots())), instant(day))
                    .with(Beside.NOTHING.withAlso(unlogged));
            return KIT.verifier(BELIEVED).verify(request, store(day));
        } catch (org.countenance.base.MalformedException | org.countenance.base.NotVerifiedException e) {
            throw new AssertionError(scenario.toString(), e);
        }
    }

    Verdict ask() {
        return ask(Scenario.ASKED, List.of());
    }

    /** The log with everything in it, its head signed on a day. */
    LogStore store(LocalDate day) {
        Frontier frontier = new Frontier();
        entries.forEach(entry -> frontier.append(entry.leafHash()));
        InMemoryLogStore store = new InMemoryLogStore(Kit.NAME, Bytes.EMPTY);
        store.append(new LogStore.Batch(
                store.head(),
                entries.stream().map(Ledger::stored).toList(),
                frontier.completed(),
                texts,
                KIT.checkpoint(entries.size(), frontier.root(), instant(day))));
        return store;
    }

    /** Appends a grant that a verdict asked for. */
    Ledger grant(String members) {
        KIT.at(Scenario.ASKED.toString());
        Kit.Held held = KIT.hold(members);
        held.submission()
                .annex()
                .ifPresent(bytes -> texts.put(Sha256.hash(bytes).hex(), bytes));
        entries.add(
                new Entry(instant(Scenario.ASKED), held.submission().record().jws()));
        return this;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    private static LogStore.NewEntry stored(Entry entry) {
        return new LogStore.NewEntry(entry.bytes(), entry.jws().id(), SubjectKeys.of(entry.jws()));
    }

    private ParsedRecord record(Happening event) {
        if (event instanceof Granted grant) {
            return granted(grant);
        }
        if (event instanceof Prohibited no) {
            String against = no.against()
                    .map(only -> "{'grants':['" + ids.get(only) + "']}")
                    .orElse("'*'");
            return lin(
                    RecordKind.PROHIBITION,
                    "{'scopes':" + scopes(no.area()) + ",'against':" + against + ",'reach':'" + no.reach()
                            + "','ground':'standing'}");
        }
        if (event instanceof Withdrawn withdrawn) {
            return lin(
                    RecordKind.REVOCATION,
                    "{'target':'" + ids.get(withdrawn.grant()) + "','event':'withdrawn','scopes':"
                            + scopes(withdrawn.area()) + (withdrawn.caused() ? ",'cause':'breach'" : "")
                            + withdrawn
                                    .effective()
                                    .map(day -> ",'effective':'" + day + "T00:00:00Z'")
                                    .orElse("")
                            + "}");
        }
        if (event instanceof Returned returned) {
            return by(Kit.STUDIO, RecordKind.REVOCATION, target(returned.grant(), "'event':'returned'"));
        }
        if (event instanceof Struck) {
            return KIT.unlogged(
                    RecordKind.PROHIBITION,
                    "guild",
                    KIT.id("guild"),
                    "{'scopes':'*','against':'*','reach':'all','ground':'strike'}");
        }
        if (event instanceof Ordered order) {
            return by(
                    order.believed() ? "order" : "other-order",
                    RecordKind.PROHIBITION,
                    "{'scopes':" + scopes(order.area()) + ",'against':'*','reach':'" + order.reach()
                            + "','ground':'order'}");
        }
        return word(event);
    }

    private ParsedRecord word(Happening event) {
        if (event instanceof Lifted lifted) {
            String signer = lifted.stop() instanceof Struck
                    ? "guild"
                    : lifted.stop() instanceof Ordered order ? (order.believed() ? "order" : "other-order") : Kit.LIN;
            Id about = lifted.stop() instanceof Struck ? KIT.id("guild") : KIT.id(Kit.LIN);
            return KIT.unlogged(RecordKind.REVOCATION, signer, about, target(lifted.stop(), "'event':'lifted'"));
        }
        if (event instanceof Accepted accepted) {
            return by(Kit.STUDIO, RecordKind.ENDORSEMENT, target(accepted.ending(), "'says':'accepts'"));
        }
        if (event instanceof Disputed disputed) {
            return by(Kit.STUDIO, RecordKind.ENDORSEMENT, target(disputed.withdrawal(), "'says':'disputes'"));
        }
        if (event instanceof Ruled ruled) {
            return by(
                    ruled.believed() ? "rule" : "other-rule",
                    RecordKind.ENDORSEMENT,
                    target(
                            ruled.ending(),
                            "'says':'ruled','for':'" + (ruled.forPerson() ? "person" : "licensee") + "'"));
        }
        if (event instanceof Voided voided) {
            return by(
                    voided.believed() ? "rule" : "other-rule",
                    RecordKind.REVOCATION,
                    target(voided.grant(), "'event':'invalidated'"));
        }
        if (event instanceof Spoke spoke) {
            return lin(
                    RecordKind.ENDORSEMENT,
                    target(
                            spoke.grant(),
                            "'says':'" + (spoke.approves() ? "approves" : "rejects") + "','assets':{'sha256':'"
                                    + hash(spoke.shot()).hex() + "'}"));
        }
        if (event instanceof Committed committed) {
            return KIT.unlogged(
                    RecordKind.COMMITMENT,
                    Kit.STUDIO,
                    KIT.id(Kit.STUDIO),
                    "{'assets':" + list(committed.shots()) + "}");
        }
        return cleared((Cleared) event);
    }

    private ParsedRecord granted(Granted grant) {
        String withdrawal = "'notice':'" + span(grant.notice()) + "','cause':'" + span(grant.cause())
                + "','released':'" + grant.released() + "'"
                + (grant.released().equals("wind-down") ? ",'windDown':'P10D'" : "");
        String agreement = grant.agreement() ? "'agreement':{'guild':'" + KIT.id("guild") + "','cba':'x'}," : "";
        List<String> stepped =
                grant.notwithstanding().stream().map(no -> ids.get(no).text()).toList();
        Kit.Held held = KIT.hold(Kit.GRANT
                .replaceFirst(
                        "'permissions':\\[.*],'prohibitions'",
                        "'permissions':[" + grant.area().json() + "],'prohibitions'")
                .replace("'notice':'P30D','cause':'P7D','released':'withdraw'", withdrawal)
                .replace("'strike':'suspends'", agreement + "'strike':'suspends'")
                .replace("'duties':[]", "'duties':" + (grant.approval() ? "['approval']" : "[]"))
                .replace(
                        "'facts':{}",
                        "'facts':{}" + (grant.ratifies() ? ",'ratifies':true" : "")
                                + (stepped.isEmpty() ? "" : ",'notwithstanding':" + Area.list(stepped))
                                + grant.supersedes()
                                        .map(old -> ",'supersedes':'" + ids.get(old) + "'")
                                        .orElse("")));
        held.submission()
                .annex()
                .ifPresent(bytes -> texts.put(Sha256.hash(bytes).hex(), bytes));
        return held.submission().record();
    }

    private ParsedRecord cleared(Cleared cleared) {
        String members = "{'production':{'id':{'scheme':'x-house','value':'P-1'},'type':'series','producer':'"
                + KIT.id(Kit.STUDIO) + "'},'manifest':'" + HASH + "','policy':'" + HASH + "','rules':'" + HASH
                + "','outcome':'cleared','assurance':{'producer':'signed','identity':'self','assets':{'hashed':0,'of':1},"
                + "'inventory':'none','made':'declared','witnesses':0},'releases':[{'id':'home','media':"
                + Area.list(Area.MEDIA) + ",'territories':{'include':" + Area.list(Area.TERRITORIES)
                + ",'exclude':[]},'languages':['zh-Hans','en'],'window':{'from':'" + Area.SHOWN_FROM
                + "T00:00:00Z','until':'" + Area.SHOWN_UNTIL + "T00:00:00Z'}}],'relied':[{'grant':'"
                + ids.get(cleared.grant()) + "','assets':" + list(cleared.shots())
                + ",'seconds':4}],'log':{'origin':'x/0',"
                + "'size':1,'root':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='},'evaluated':'2026-12-01T00:00:00Z',"
                + "'waived':[],'skipped':[]}";
        return KIT.unlogged(
                RecordKind.CLEARANCE, cleared.believed() ? "verify" : "other-verify", KIT.id(Kit.STUDIO), members);
    }

    private static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private String list(List<Shot> shots) {
        HashList list = HashList.of(shots.stream().map(Ledger::hash).toList());
        texts.put(list.named().list(), list.text());
        return list.named().toJson().toString();
    }

    private static String span(int days) {
        return days == Happening.NEVER ? "never" : "P" + days + "D";
    }

    private static String scopes(Optional<Area> area) {
        return area.map(each -> "[" + each.json() + "]").orElse("'*'");
    }

    private String target(Happening target, String more) {
        return "{'target':'" + ids.get(target) + "'," + more + "}";
    }

    private static ParsedRecord lin(RecordKind kind, String members) {
        return by(Kit.LIN, kind, members);
    }

    private static ParsedRecord by(String signer, RecordKind kind, String members) {
        return KIT.unlogged(kind, signer, KIT.id(Kit.LIN), members);
    }

    private static Bytes hash(Shot shot) {
        return Sha256.hash(Bytes.utf8("shot " + shot.number()));
    }

    static Instant instant(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The manifest of some shots, in this order. */
    static String manifest(List<Shot> shots) {
        List<String> assets = new ArrayList<>();
        List<String> uses = new ArrayList<>();
        for (Shot shot : shots) {
            String id = "s" + shot.number();
            assets.add("{'id':'" + id + "','sha256':'" + hash(shot).hex() + "','seconds':4,'contexts':"
                    + Area.list(shot.contexts()) + ",'releases':['home']}");
            uses.add("{'id':'" + id + "','asset':'" + id + "','person':'$lin','role':'depicted','portrays':'adult',"
                    + "'modalities':" + Area.list(shot.modalities()) + ",'technique':'voice-clone','languages':['"
                    + shot.language() + "'],'made':{'from':'" + shot.made() + "T00:00:00Z','until':'"
                    + shot.made().plusDays(1) + "T00:00:00Z'},'seconds':4,'credited':true}");
        }
        String text = Kit.MANIFEST;
        return (text.substring(0, text.indexOf("'assets'"))
                                .replace("2027-02-01", Area.SHOWN_FROM.toString())
                                .replace("2027-07-01", Area.SHOWN_UNTIL.toString())
                                .replace("'media':['svod']", "'media':" + Area.list(Area.MEDIA))
                                .replace("'include':['CN']", "'include':" + Area.list(Area.TERRITORIES))
                                .replace("'languages':['zh-Hans']", "'languages':['zh-Hans','en']")
                        + "'assets':[" + String.join(",", assets) + "],'uses':[" + String.join(",", uses) + "]}")
                .replace('\'', '"');
    }
}
