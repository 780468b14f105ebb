package org.countenance.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.verify.Verdict;

/** Answers about an invented series, to try reports on: some cleared, some not, each for another reason. */
final class ReportCases {

    static final String SCRIPT = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>";
    static final String TURNED = "Mara\u202Eabc\u0007";

    private static final String[] PEOPLE = {"lin", "mara", "tomas", "ada", "xiao"};

    private final Kit kit = new Kit();
    private final Map<String, String> names = new LinkedHashMap<>(Map.of(
            "lin", "Lin Yue",
            "mara", "Mara Okafor",
            "tomas", "Tomás Rey",
            "ada", "אדה בן־עמי",
            "xiao", "王小雨",
            "studio", "Jade Lantern Pictures",
            "agent", "Northlight Talent"));
    private String title = "The Jade Hairpin";
    private String statement = "the shot in the rain";
    private int episodes = 40;

    ReportCases() {
        for (String each : PEOPLE) {
            if (!each.equals(Kit.LIN)) {
                kit.party(each, "person", "adult");
            }
        }
        kit.party("agent", "organisation", "");
    }

    /** The same with names and titles that want to be more than text. */
    static ReportCases hostile() {
        ReportCases cases = new ReportCases();
        cases.names.put("lin", SCRIPT);
        cases.names.put("mara", TURNED);
        cases.names.put("tomas", "long ".repeat(820));
        cases.title = SCRIPT;
        cases.statement = SCRIPT + "{{constructor}}&lt;" + "x".repeat(300);
        return cases;
    }

    /** Everything is granted and stays so. */
    Answer cleared(int uses) {
        for (String each : PEOPLE) {
            grant(each, each, "'capacity':'self'");
        }
        return answer(uses, false);
    }

    /** Lin took it back, Mara never said yes, Ada says no to everything, an agent signed for Xiao; one is unnamed. */
    Answer blocked(int uses) {
        Id lins = grant("lin", "lin", "'capacity':'self'");
        grant("tomas", "tomas", "'capacity':'self'");
        grant("ada", "ada", "'capacity':'self'");
        Id link = kit.sign(
                RecordKind.DELEGATION,
                "xiao",
                kit.id("xiao"),
                "{'delegate':'" + kit.id("agent") + "','capacity':'agent','powers':['grant'],'within':'*','depth':0,"
                        + "'window':{'from':'2026-01-01T00:00:00Z','until':'2029-01-01T00:00:00Z'}}");
        grant("agent", "xiao", "'capacity':'agent','delegation':'" + link + "'");
        kit.at("2026-12-20");
        kit.sign(
                RecordKind.PROHIBITION,
                "ada",
                kit.id("ada"),
                "{'scopes':'*','against':'*','reach':'all','ground':'standing'}");
        kit.withdraw(lins, ",'cause':'unpaid'");
        return answer(uses, true);
    }

    private Id grant(String signer, String person, String capacity) {
        kit.at("2026-11-05");
        return kit.sign(
                RecordKind.GRANT,
                signer,
                kit.id(person),
                kit.named(Kit.GRANT)
                        .replace("'capacity':'self'", capacity)
                        .replace("['voice-clone']", "['voice-clone','face-generation']"));
    }

    private Answer answer(int uses, boolean unnamed) {
        Verdict verdict = kit.verify("2027-01-15", text -> manifest(uses, unnamed));
        return new Answer(verdict, this::name, "manifest.json", Optional.of(0));
    }

    private Optional<String> name(Id party) {
        return names.keySet().stream()
                .filter(each -> kit.id(each).equals(party))
                .map(names::get)
                .findFirst();
    }

    private String manifest(int uses, boolean unnamed) {
        StringBuilder assets = new StringBuilder();
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < uses; i++) {
            String comma = i == 0 ? "" : ",\n";
            assets.append(comma).append(asset(i));
            list.append(comma).append(use(i, unnamed && i == uses / 2));
        }
        return ("{'manifest':1,'vocabulary':1,'production':{'id':{'scheme':'x-house','value':'P-1'},'title':'" + title
                        + "','type':'series','season':1,'episodes':40,'producer':'$studio'},"
                        + "'releases':[" + release("home", "2027-02-01", "2027-07-01") + ","
                        + release("autumn-rerun", "2027-09-01", "2027-11-01") + "],"
                        + "'assets':[" + assets + "],'uses':[" + list + "]}")
                .replace('\'', '"');
    }

    private static String release(String id, String from, String until) {
        return "{'id':'" + id + "','media':['svod'],'territories':{'include':['CN'],'exclude':[]},"
                + "'languages':['zh-Hans'],'window':{'from':'" + from + "T00:00:00Z','until':'" + until
                + "T00:00:00Z'}}";
    }

    private String asset(int index) {
        return String.format(
                Locale.ROOT,
                "{'id':'e%02d-shot-%05d','sha256':'%s','seconds':3,'episode':%d,'contexts':[],'releases':['home'%s]}",
                1 + index % episodes,
                index,
                Sha256.hash(Bytes.uint64(index)).hex(),
                1 + index % episodes,
                index % 7 == 0 ? ",'autumn-rerun'" : "");
    }

    private String use(int index, boolean unnamed) {
        String person = PEOPLE[index % PEOPLE.length];
        return String.format(
                Locale.ROOT,
                "{'id':'u%d','asset':'e%02d-shot-%05d','person':%s,'role':'depicted','character':'Mei',"
                        + "'portrays':'adult','modalities':['face'],'technique':'face-generation',"
                        + "'made':{'from':'2026-12-10T00:00:00Z','until':'2026-12-11T00:00:00Z'},'credited':true}",
                index + 1,
                1 + index % episodes,
                index,
                unnamed ? "{'unidentified':'" + statement + "'}" : "'" + kit.id(person) + "'");
    }

    static String page(Answer answer) {
        try {
            StringBuilder out = new StringBuilder();
            ReportFormat.HTML.render(answer, out);
            return out.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String[] people() {
        return Arrays.copyOf(PEOPLE, PEOPLE.length);
    }
}
