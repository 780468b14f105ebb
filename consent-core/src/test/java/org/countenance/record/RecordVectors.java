package org.countenance.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.jws.Algorithm;
import org.countenance.jws.Jws;
import org.countenance.jws.SigningKey;

/** Makes the published vectors of records: the same bytes every time, from seeds, fixed instants and fixed marks. */
final class RecordVectors {

    static final Path FILE = Path.of("src/test/resources/vectors/records/records.jsonl");

    private static final String MARK = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String ROOT = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String PERSON = id("person");
    private static final String STUDIO = id("studio");
    private static final String TARGET = id("target");

    private final List<String> lines = new ArrayList<>();

    private RecordVectors() {}

    public static void main(String[] args) throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text());
    }

    static String text() {
        RecordVectors vectors = new RecordVectors();
        vectors.valid();
        vectors.envelope();
        vectors.claims();
        vectors.parties();
        vectors.grants();
        vectors.closing();
        vectors.others();
        return String.join("\n", vectors.lines) + "\n";
    }

    static SigningKey key(Algorithm algorithm) {
        return SigningKey.fromSeed(algorithm, Sha256.hash(Bytes.utf8("vector " + algorithm.joseName())));
    }

    private static String id(String name) {
        return Base64Url.encode(Sha256.hash(Bytes.utf8(name)));
    }

    private static String claims(boolean annexed) {
        return "{'v':1,'vocabulary':1,'iss':'" + PERSON + "','sub':'" + PERSON
                + "','aud':'registry.example/likeness','iat':1795305600,'jti':'" + MARK + "'"
                + (annexed ? ",'annex':'" + HASH + "'" : "") + ",";
    }

    private static final String SCOPE = "{'roles':['depicted'],'modalities':['face','body'],"
            + "'techniques':['face-generation','de-age'],'contexts':[],'media':['micro-drama-app','social-video'],"
            + "'territories':{'include':['CN','SG'],'exclude':[]},'languages':['zh','en'],"
            + "'made':{'from':'2026-11-01T00:00:00Z','until':'2027-03-01T00:00:00Z'},"
            + "'shown':{'from':'2026-12-01T00:00:00Z','until':'2029-12-01T00:00:00Z'}}";

    private static final String WINDOW = "{'from':'2026-11-01T00:00:00Z','until':'2027-11-01T00:00:00Z'}";

    /** A valid payload of each kind. */
    private static Map<RecordKind, String> payloads() {
        Map<RecordKind, String> payloads = new LinkedHashMap<>();
        payloads.put(
                RecordKind.PARTY,
                "{'v':1,'vocabulary':1,'aud':'registry.example/likeness','iat':1795305600,'jti':'" + MARK
                        + "','annex':'" + HASH + "','party':'person','adultFrom':'2030-05','keys':[" + partyKey()
                        + "]}");
        payloads.put(
                RecordKind.DELEGATION,
                claims(false) + "'delegate':'" + STUDIO + "','capacity':'agent',"
                        + "'powers':['grant','withdraw'],'within':'*','terms':{'longest':'P1Y','exclusive':false},'window':"
                        + WINDOW
                        + ",'depth':0}");
        payloads.put(
                RecordKind.GRANT,
                claims(true) + "'capacity':'self','licensees':['" + STUDIO + "'],"
                        + "'productions':[{'id':{'scheme':'x-house','value':'SD-2026-0417'},'type':'micro-drama','season':1}],"
                        + "'characters':'*','permissions':[" + SCOPE + "],'prohibitions':[],"
                        + "'terms':{'withdrawal':{'notice':'P30D','cause':'P7D','released':'wind-down','windDown':'P30D'},"
                        + "'sublicensing':'none','exclusive':false,'survivesDeath':false,'strike':'suspends',"
                        + "'caps':{'seconds':900,'assets':40},'duties':['label','approval']},'facts':{'replica':'employment-based'}}");
        payloads.put(
                RecordKind.PROHIBITION,
                claims(false) + "'scopes':'*','against':{'signers':'delegates'},'reach':'new','ground':'standing'}");
        payloads.put(
                RecordKind.REVOCATION,
                claims(false) + "'target':'" + TARGET
                        + "','event':'withdrawn','scopes':'*','effective':'2027-01-15T00:00:00Z','cause':'unpaid'}");
        payloads.put(
                RecordKind.ENDORSEMENT,
                claims(false) + "'target':'" + TARGET + "','says':'approves','assets':{'sha256':'" + HASH + "'}}");
        payloads.put(
                RecordKind.CLEARANCE,
                claims(false) + "'production':{'id':{'scheme':'x-house','value':'SD-2026-0417'},"
                        + "'type':'micro-drama','producer':'" + PERSON + "'},'manifest':'" + HASH + "','policy':'"
                        + HASH + "','rules':'"
                        + HASH + "','outcome':'cleared','assurance':{'producer':'claimed','identity':'self',"
                        + "'assets':{'hashed':0,'of':3},'inventory':'none','made':'declared','witnesses':0},"
                        + "'releases':[{'id':'launch','media':['svod'],'territories':{'include':['CN'],'exclude':[]},"
                        + "'languages':['zh'],'window':" + WINDOW + "}],'relied':[{'grant':'" + TARGET
                        + "','assets':{'count':1,'root':'"
                        + ROOT + "','list':'" + HASH
                        + "'},'seconds':4}],'log':{'origin':'registry.example/likeness/0','size':7,'root':'"
                        + ROOT + "'},'evaluated':'2026-11-22T10:00:00Z','waived':[],'skipped':['law']}");
        payloads.put(
                RecordKind.COMMITMENT,
                claims(false) + "'assets':{'count':1,'root':'" + ROOT + "','list':'" + HASH + "'}}");
        payloads.put(RecordKind.INDEX, claims(false) + "'size':7,'root':'" + ROOT + "'}");
        return payloads;
    }

    private static String partyKey() {
        JsonObject jwk = key(Algorithm.ED25519).verificationKey().toJwk();
        return "{'jwk':" + JsonText.compact(jwk) + ",'powers':['sign','manage'],'proof':'AAAA','custody':'own'}";
    }

    private void valid() {
        for (Algorithm algorithm : List.of(Algorithm.ED25519, Algorithm.ES256, Algorithm.ML_DSA_65)) {
            payloads()
                    .forEach((kind, payload) -> line(
                            "a valid " + kind.word() + " by " + algorithm.joseName(),
                            kind,
                            compact(algorithm, kind.typ(), payload),
                            "valid",
                            ""));
        }
    }

    private void envelope() {
        RecordKind kind = RecordKind.PROHIBITION;
        String payload = payloads().get(kind);
        String good = compact(Algorithm.ED25519, kind.typ(), payload);
        String[] parts = good.split("\\.", -1);
        String kid = key(Algorithm.ED25519).verificationKey().thumbprint();
        line("two parts", kind, parts[0] + "." + parts[1], "malformed", "record");
        line("four parts", kind, good + ".AAAA", "malformed", "record");
        line("padding", kind, good + "==", "malformed", "signature");
        line(
                "a character of standard base64",
                kind,
                parts[0] + "+." + parts[1] + "." + parts[2],
                "malformed",
                "header");
        line(
                "white space in the payload part",
                kind,
                parts[0] + "." + parts[1] + "\n." + parts[2],
                "malformed",
                "payload");
        line(
                "stray trailing bits in the signature",
                kind,
                parts[0] + "." + parts[1] + "." + stray(parts[2]),
                "malformed",
                "signature");
        header("the algorithm none", kid, "{'alg':'none','kid':'$','typ':'likeness-prohibition+jwt'}", "header /alg");
        header("the algorithm EdDSA", kid, "{'alg':'EdDSA','kid':'$','typ':'likeness-prohibition+jwt'}", "header /alg");
        header(
                "a header with crit",
                kid,
                "{'alg':'Ed25519','kid':'$','typ':'likeness-prohibition+jwt','crit':['b64']}",
                "header /crit");
        header(
                "a header with jwk",
                kid,
                "{'alg':'Ed25519','kid':'$','typ':'likeness-prohibition+jwt','jwk':'x'}",
                "header /jwk");
        header("a header without kid", kid, "{'alg':'Ed25519','typ':'likeness-prohibition+jwt'}", "header");
        header(
                "a kid of 42 characters",
                kid.substring(1),
                "{'alg':'Ed25519','kid':'$','typ':'likeness-prohibition+jwt'}",
                "header /kid");
        header(
                "alg twice",
                kid,
                "{'alg':'Ed25519','alg':'Ed25519','kid':'$','typ':'likeness-prohibition+jwt'}",
                "header /alg");
        header("an unknown kind", kid, "{'alg':'Ed25519','kid':'$','typ':'likeness-permission+jwt'}", "header /typ");
        header("a header that is an array", kid, "['Ed25519']", "header");
        raw(
                "a byte order mark",
                Bytes.concat(Bytes.of((byte) 0xef, (byte) 0xbb, (byte) 0xbf), json(payload)),
                "payload");
        raw(
                "bytes that are not UTF-8",
                Bytes.concat(json(payload.replace("}", ",'x':'")), Bytes.of((byte) 0xff), json("'}")),
                "payload");
        raw("a null", json(payload.replace("'new'", "null")), "payload /reach");
        raw("a fraction", json(payload.replace("1795305600", "1795305600.0")), "payload /iat");
        raw("an exponent", json(payload.replace("1795305600", "1e9")), "payload /iat");
        raw("an integer beyond 2^53-1", json(payload.replace("1795305600", "9007199254740992")), "payload /iat");
        raw("a member twice", json(payload.replace("'reach':'new'", "'reach':'new','reach':'new'")), "payload /reach");
        raw("a lone surrogate", json(payload.replace("'new'", "'\\ud800'")), "payload /reach");
        raw("text after the object", json(payload + "{}"), "payload");
        raw("nesting of nine", json(payload.replace("'new'", "[[[[[[[[1]]]]]]]]")), "payload /reach/0/0/0/0/0/0/0");
        raw(
                "a string of 4,097 characters",
                json(payload.replace("'new'", "'" + "a".repeat(4097) + "'")),
                "payload /reach");
        raw(
                "an array of 1,001 elements",
                json(payload.replace("'*'", "[" + "1,".repeat(1000) + "1]")),
                "payload /scopes");
        raw("a payload that is an array", json("[1]"), "payload");
        line("more than 65,000 bytes", kind, good + "A".repeat(65_001 - good.length()), "malformed", "record");
        line(
                "a changed signature",
                kind,
                parts[0] + "." + parts[1] + "." + changed(parts[2]),
                "not-verified",
                "signature");
        line(
                "a signature of 63 bytes",
                kind,
                parts[0] + "." + parts[1] + "." + shortened(parts[2]),
                "not-verified",
                "signature");
        line(
                "the signature of another record",
                kind,
                parts[0] + "." + parts[1] + "."
                        + compact(Algorithm.ED25519, kind.typ(), payload.replace("new", "all"))
                                .split("\\.")[2],
                "not-verified",
                "signature");
        line(
                "another algorithm than the key's",
                kind,
                Base64Url.encode(json("{'alg':'ES256','kid':'" + kid + "','typ':'likeness-prohibition+jwt'}")) + "."
                        + parts[1] + "." + parts[2],
                "not-verified",
                "signature");
    }

    private void claims() {
        RecordKind kind = RecordKind.PROHIBITION;
        fault("version 2", kind, "'v':1", "'v':2", "/v");
        fault("no version", kind, "'v':1,", "", "");
        fault("vocabulary 2", kind, "'vocabulary':1", "'vocabulary':2", "/vocabulary");
        fault("no issuer", kind, "'iss':'" + PERSON + "',", "", "");
        fault("an issuer that is no id", kind, "'iss':'" + PERSON + "'", "'iss':'lin'", "/iss");
        fault("no subject", kind, "'sub':'" + PERSON + "',", "", "");
        fault("an audience in capitals", kind, "'registry.example/likeness'", "'Registry'", "/aud");
        fault("a negative instant", kind, "1795305600", "-1", "/iat");
        fault("a mark of 21 characters", kind, MARK, MARK.substring(1), "/jti");
        fault("a mark of 65 characters", kind, MARK, "A".repeat(65), "/jti");
        fault("a mark that is no base64url", kind, MARK, MARK.substring(1) + "=", "/jti");
        fault("an unknown member", kind, "'reach'", "'extra':1,'reach'", "/extra");
        fault(
                "a deadline on a closing record",
                kind,
                "'reach'",
                "'submitBy':'2027-01-01T00:00:00Z','reach'",
                "/submitBy");
        fault(
                "an unknown capacity",
                kind,
                "'reach'",
                "'capacity':'manager','delegation':'" + TARGET + "','reach'",
                "/capacity");
        fault("a capacity without its link", kind, "'reach'", "'capacity':'agent','reach'", "/delegation");
        fault("a link without a capacity", kind, "'reach'", "'delegation':'" + TARGET + "','reach'", "/delegation");
        fault(
                "an annex where none may be",
                RecordKind.ENDORSEMENT,
                "'says'",
                "'annex':'" + HASH + "','says'",
                "/annex");
        fault(
                "an annex in capitals",
                RecordKind.GRANT,
                "'annex':'" + HASH + "'",
                "'annex':'" + HASH.replace('a', 'A') + "'",
                "/annex");
        fault("no annex where one must be", RecordKind.GRANT, ",'annex':'" + HASH + "'", "", "");
        fault(
                "a deadline of another form",
                RecordKind.GRANT,
                "'capacity'",
                "'submitBy':'2027-01-01','capacity'",
                "/submitBy");
    }

    private void parties() {
        RecordKind kind = RecordKind.PARTY;
        fault("neither person nor organisation", kind, "'person'", "'robot'", "/party");
        fault("an organisation of age", kind, "'person'", "'organisation'", "/adultFrom");
        fault("a person without an age", kind, "'adultFrom':'2030-05',", "", "/adultFrom");
        fault("a month that there is not", kind, "2030-05", "2030-13", "/adultFrom");
        fault("no keys", kind, "'keys':[" + partyKey() + "]", "'keys':[]", "/keys");
        fault("a key twice", kind, partyKey(), partyKey() + "," + partyKey(), "/keys");
        fault("a power twice", kind, "['sign','manage']", "['sign','manage','sign']", "/keys/0/powers/2");
        fault("an unknown power", kind, "['sign','manage']", "['sign','admin']", "/keys/0/powers/1");
        fault("another curve", kind, "Ed25519", "Ed448", "/keys/0/jwk/crv");
        fault("a private key", kind, "\"alg\":", "\"d\":\"AAAA\",\"alg\":", "/keys/0/jwk/d");
        fault(
                "a point of small order",
                kind,
                key(Algorithm.ED25519)
                        .verificationKey()
                        .toJwk()
                        .get("x")
                        .orElseThrow()
                        .toString(),
                "'" + Base64Url.encode(Bytes.concat(Bytes.of((byte) 1), Bytes.of(new byte[31]))) + "'",
                "/keys/0/jwk");
        fault(
                "a key of 31 bytes",
                kind,
                key(Algorithm.ED25519)
                        .verificationKey()
                        .toJwk()
                        .get("x")
                        .orElseThrow()
                        .toString(),
                "'" + Base64Url.encode(Bytes.of(new byte[31])) + "'",
                "/keys/0/jwk");
        fault("a custodian that is no id", kind, "'own'", "'studio'", "/keys/0/custody");
        fault(
                "a first record that supersedes",
                kind,
                "'party'",
                "'supersedes':'" + TARGET + "','party'",
                "/supersedes");
        fault("an own first record with an issuer", kind, "'aud'", "'iss':'" + STUDIO + "','aud'", "/iss");
        fault("a domicile without a death", kind, "'party'", "'domicile':'CN','party'", "/domicile");
        fault(
                "a threshold beyond its parties",
                kind,
                "'party'",
                "'recovery':{'parties':['" + STUDIO + "'],'threshold':2},'party'",
                "/recovery/threshold");
        fault(
                "representatives of one who holds keys",
                kind,
                "'party'",
                "'representatives':[],'party'",
                "/representatives");
    }

    private void grants() {
        RecordKind kind = RecordKind.GRANT;
        fault("no capacity", kind, "'capacity':'self',", "", "");
        fault("no licensees", kind, "['" + STUDIO + "']", "[]", "/licensees");
        fault("a licensee twice", kind, "['" + STUDIO + "']", "['" + STUDIO + "','" + STUDIO + "']", "/licensees/1");
        fault("an unknown scheme", kind, "'x-house'", "'house'", "/productions/0/id/scheme");
        fault(
                "an unknown production type",
                kind,
                "'micro-drama','season'",
                "'micro-dramas','season'",
                "/productions/0/type");
        fault("season 0", kind, "'season':1", "'season':0", "/productions/0/season");
        fault("a character by name", kind, "'characters':'*'", "'characters':['Mei']", "/characters/0");
        fault("no permissions", kind, "'permissions':[" + SCOPE + "]", "'permissions':[]", "/permissions");
        fault("a permission without contexts", kind, "'contexts':[],", "", "/permissions/0");
        fault("an unknown medium", kind, "'social-video'", "'social-vidoe'", "/permissions/0/media/1");
        fault("an unknown technique", kind, "'de-age'", "'deage'", "/permissions/0/techniques/1");
        fault("no modalities", kind, "['face','body']", "[]", "/permissions/0/modalities");
        fault(
                "a territory that there is not",
                kind,
                "['CN','SG']",
                "['CN','UK']",
                "/permissions/0/territories/include/1");
        fault(
                "territories that exclude all",
                kind,
                "'exclude':[]",
                "'exclude':['CN','SG']",
                "/permissions/0/territories");
        fault("a language of another form", kind, "['zh','en']", "['zh','english_uk']", "/permissions/0/languages/1");
        fault(
                "an instant with a fraction",
                kind,
                "2026-11-01T00:00:00Z",
                "2026-11-01T00:00:00.0Z",
                "/permissions/0/made/from");
        fault(
                "a day that there is not",
                kind,
                "2026-11-01T00:00:00Z",
                "2026-11-31T00:00:00Z",
                "/permissions/0/made/from");
        fault(
                "an hour that there is not",
                kind,
                "2026-11-01T00:00:00Z",
                "2026-11-01T24:00:00Z",
                "/permissions/0/made/from");
        fault(
                "a window that ends before it begins",
                kind,
                "'until':'2027-03-01T00:00:00Z'",
                "'until':'2026-11-01T00:00:00Z'",
                "/permissions/0/made/until");
        fault(
                "making without end",
                kind,
                "'until':'2027-03-01T00:00:00Z'",
                "'until':'perpetual'",
                "/permissions/0/made/until");
        fault("a notice in hours", kind, "'notice':'P30D'", "'notice':'PT12H'", "/terms/withdrawal/notice");
        fault("a notice with a leading zero", kind, "'notice':'P30D'", "'notice':'P030D'", "/terms/withdrawal/notice");
        fault("wind-down without its duration", kind, ",'windDown':'P30D'", "", "/terms/withdrawal/windDown");
        fault("a duration beside withdraw", kind, "'wind-down'", "'withdraw'", "/terms/withdrawal/windDown");
        fault("sub-licensing to some", kind, "'sublicensing':'none'", "'sublicensing':'some'", "/terms/sublicensing");
        fault("a cap of nothing", kind, "{'seconds':900,'assets':40}", "{}", "/terms/caps");
        fault("a cap of 0 seconds", kind, "'seconds':900", "'seconds':0", "/terms/caps/seconds");
        fault("an unknown duty", kind, "'approval'", "'approve'", "/terms/duties/1");
        fault("terms without strike", kind, "'strike':'suspends',", "", "/terms");
        fault("facts that are no object", kind, "{'replica':'employment-based'}", "[]", "/facts");
        fault("an empty notwithstanding", kind, "'facts'", "'notwithstanding':[],'facts'", "/notwithstanding");
        fault("a sub-licence without its grant", kind, "'capacity':'self'", "'capacity':'licensee'", "/under");
    }

    private void closing() {
        RecordKind no = RecordKind.PROHIBITION;
        fault("an unknown reach", no, "'new'", "'some'", "/reach");
        fault("an unknown ground", no, "'standing'", "'because'", "/ground");
        fault("against nobody", no, "{'signers':'delegates'}", "{}", "/against");
        fault("against signers of another sort", no, "'delegates'", "'agents'", "/against/signers");
        fault("against a word", no, "{'signers':'delegates'}", "'all'", "/against");
        fault(
                "a strike about somebody else",
                no,
                "'sub':'" + PERSON + "','aud':'registry.example/likeness'",
                "'sub':'" + STUDIO + "','aud':'registry.example/likeness'",
                "'standing'",
                "'strike'",
                "/sub");
        fault(
                "a strike against licensees",
                no,
                "{'signers':'delegates'}",
                "{'licensees':['" + STUDIO + "']}",
                "'standing'",
                "'strike'",
                "/against");
        RecordKind end = RecordKind.REVOCATION;
        fault("an unknown event", end, "'withdrawn'", "'cancelled'", "/event");
        fault("no target", end, "'target':'" + TARGET + "',", "", "");
        fault("an unknown cause", end, "'unpaid'", "'angry'", "/cause");
        fault("a bare date", end, "2027-01-15T00:00:00Z", "2027-01-15", "/effective");
        fault("a withdrawal of nothing", end, "'scopes':'*',", "", "");
        fault("scopes beside a return", end, "'withdrawn'", "'returned'", "/scopes");
        fault(
                "a compromise without its key",
                end,
                "'withdrawn','scopes':'*','effective':'2027-01-15T00:00:00Z','cause':'unpaid'",
                "'compromised'",
                "");
    }

    private void others() {
        RecordKind voice = RecordKind.ENDORSEMENT;
        fault("an unknown voice", voice, "'approves'", "'likes'", "/says");
        fault("an approval of nothing", voice, ",'assets':{'sha256':'" + HASH + "'}", "", "");
        fault(
                "a list of assets without its root",
                voice,
                "{'sha256':'" + HASH + "'}",
                "{'count':1,'list':'" + HASH + "'}",
                "/assets");
        fault(
                "an accreditation for everything",
                voice,
                "'approves','assets':{'sha256':'" + HASH + "'}",
                "'accredited','may':['all']",
                "/may/0");
        fault(
                "an identification without a level",
                voice,
                "'approves','assets':{'sha256':'" + HASH + "'}",
                "'identified','of':'" + HASH + "'",
                "");
        fault(
                "a ruling for nobody",
                voice,
                "'approves','assets':{'sha256':'" + HASH + "'}",
                "'ruled','for':'court'",
                "/for");
        RecordKind link = RecordKind.DELEGATION;
        fault("a delegation as oneself", link, "'agent'", "'self'", "/capacity");
        fault("no powers", link, "['grant','withdraw']", "[]", "/powers");
        fault("a negative depth", link, "'depth':0", "'depth':-1", "/depth");
        fault("a window without end", link, "'until':'2027-11-01T00:00:00Z'", "'until':'perpetual'", "/window/until");
        fault("an unknown bound", link, "'longest'", "'length'", "/terms/length");
        RecordKind clearance = RecordKind.CLEARANCE;
        fault("a clearance without a production type", clearance, "'type':'micro-drama',", "", "/production");
        fault(
                "a root that is no base64",
                clearance,
                "'size':7,'root':'" + ROOT,
                "'size':7,'root':'" + ROOT.replace('=', 'A'),
                "/log/root");
        fault("an outcome in capitals", clearance, "'cleared'", "'CLEARED'", "/outcome");
        fault("an assurance without witnesses", clearance, ",'witnesses':0", "", "/assurance");
        fault("a negative size", RecordKind.INDEX, "'size':7", "'size':-1", "/size");
        fault("an index about somebody", RecordKind.INDEX, "'sub':'" + PERSON + "'", "'sub':'" + STUDIO + "'", "/sub");
        fault("a commitment to a negative count", RecordKind.COMMITMENT, "'count':1", "'count':-1", "/assets/count");
    }

    private void fault(String says, RecordKind kind, String what, String to, String pointer) {
        fault(says, kind, what, to, "", "", pointer);
    }

    private void fault(String says, RecordKind kind, String what, String to, String also, String then, String pointer) {
        String good = payloads().get(kind);
        if (!good.contains(what) || !good.contains(also)) {
            throw new IllegalStateException(says + " changes nothing");
        }
        int at = good.indexOf(what);
        String broken = good.substring(0, at) + to + good.substring(at + what.length());
        line(
                says,
                kind,
                compact(Algorithm.ED25519, kind.typ(), also.isEmpty() ? broken : broken.replace(also, then)),
                "malformed",
                ("payload " + pointer).strip());
    }

    private void header(String says, String kid, String header, String at) {
        String payload = Base64Url.encode(json(payloads().get(RecordKind.PROHIBITION)));
        String input = Base64Url.encode(json(header.replace("$", kid))) + "." + payload;
        String signature = Base64Url.encode(key(Algorithm.ED25519).sign(Bytes.utf8(input)));
        line(says, RecordKind.PROHIBITION, input + "." + signature, "malformed", at);
    }

    private void raw(String says, Bytes payload, String at) {
        String kid = key(Algorithm.ED25519).verificationKey().thumbprint();
        String header = "{'alg':'Ed25519','kid':'" + kid + "','typ':'likeness-prohibition+jwt'}";
        String input = Base64Url.encode(json(header)) + "." + Base64Url.encode(payload);
        String signature = Base64Url.encode(key(Algorithm.ED25519).sign(Bytes.utf8(input)));
        line(says, RecordKind.PROHIBITION, input + "." + signature, "malformed", at);
    }

    private static String compact(Algorithm algorithm, String typ, String payload) {
        try {
            return Jws.sign(key(algorithm), typ, json(payload)).text();
        } catch (MalformedException e) {
            throw new IllegalStateException(payload, e);
        }
    }

    private static Bytes json(String text) {
        return Bytes.utf8(text.replace('\'', '"'));
    }

    private static String stray(String signature) {
        // 64 bytes leave four bits over in the last character; the next character spells the same bytes.
        char last = signature.charAt(signature.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return signature.substring(0, signature.length() - 1) + alphabet.charAt(alphabet.indexOf(last) + 1);
    }

    private static String changed(String signature) {
        return (signature.charAt(0) == 'A' ? "B" : "A") + signature.substring(1);
    }

    private static String shortened(String signature) {
        try {
            Bytes bytes = Base64Url.decode(signature);
            return Base64Url.encode(bytes.slice(0, bytes.size() - 1));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void line(String says, RecordKind kind, String record, String expect, String at) {
        lines.add(JsonText.compact(JsonObject.builder()
                .put("says", says)
                .put("kind", kind.word())
                .put("expect", expect)
                .put("at", at)
                .put("record", record)
                .build()));
    }
}
