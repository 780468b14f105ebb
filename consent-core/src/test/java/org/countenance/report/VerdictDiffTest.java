package org.countenance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;
import org.countenance.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed between two verdicts, and why. */
class VerdictDiffTest {

    private static final String ID = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final Names NOBODY = party -> Optional.empty();

    private static final String VERDICT = "{'verdict':1,'outcome':'cleared','mode':'current',"
            + "'evaluated':'2026-12-15T00:00:00Z','assurance':{'identity':'self','assets':{'hashed':0,'of':2}},"
            + "'manifest':{'sha256':'aa'},'log':{'size':4},'policy':{'sha256':'bb'},'rules':{'version':'1'},"
            + "'counts':{},'waivers':[],'steps':[{'step':'coverage','result':'passed'}],'findings':[],"
            + "'uses':[{'id':'u1','outcome':'cleared'},{'id':'u2','outcome':'cleared'}],"
            + "'grants':[{'id':'" + ID + "','person':'" + ID + "','standing':'in force'}],'remedies':[]}";

    private static VerdictDocument read(String text) throws MalformedException {
        return VerdictDocument.parse(Bytes.utf8(text.replace('\'', '"')), "a.json");
    }

    private static String with(String what, String instead) {
        assertThat(VERDICT).contains(what);
        return VERDICT.replace(what, instead);
    }

    private static String finding(String rule, String severity, String use) {
        return "{'rule':'" + rule + "','severity':'" + severity + "'," + use + "'at':{'pointer':'/uses/0'},'records':['"
                + ID + "'],'wanted':'x','found':'y','message':'withdrawn'}";
    }

    private static VerdictDiff diff(String before, String after) throws MalformedException {
        return VerdictDiff.between(read(before), read(after));
    }

    @Test
    void findsTheSameAnswerWhereOnlyTheEvidenceDiffers() throws MalformedException {
        VerdictDiff diff = diff(VERDICT, with("'size':4", "'size':5"));
        assertThat(diff.isSameAnswer()).isTrue();
        assertThat(diff.isWorse()).isFalse();
        assertThat(VerdictDiffText.render(diff, NOBODY))
                .isEqualTo("THE SAME ANSWER: CLEARED\n\nWhat the answer rests on\n  log size: 4 → 5\n");
    }

    @Test
    void groupsUsesThatMovedForOneReason() throws MalformedException {
        String after = with("'cleared','mode'", "'blocked','mode'")
                .replace("'outcome':'cleared'}", "'outcome':'blocked'}")
                .replace(
                        "'findings':[]",
                        "'findings':[" + finding("LC105", "block", "'use':'u1',") + ","
                                + finding("LC105", "block", "'use':'u2',") + "]");
        VerdictDiff diff = diff(VERDICT, after);
        assertThat(diff.isWorse()).isTrue();
        assertThat(diff.uses()).singleElement().satisfies(group -> {
            assertThat(group.uses()).containsExactly("u1", "u2");
            assertThat(group.outcome().to()).contains(Outcome.BLOCKED);
            assertThat(group.reasons().fresh()).hasSize(1);
        });
        assertThat(VerdictDiffText.render(diff, NOBODY))
                .startsWith("FROM CLEARED TO BLOCKED\n")
                .contains("  cleared → blocked: 2 uses: u1, u2\n    new   LC105  withdrawn [aaaa-aaaa-aaaa-aaaa]\n");
        VerdictDiff back = diff(after, VERDICT);
        assertThat(back.isWorse()).isFalse();
        assertThat(VerdictDiffText.render(back, NOBODY)).contains("blocked → cleared: 2 uses", "    gone  LC105");
    }

    @Test
    void tellsUsesThatCameAndWentAndHowTheyAre() throws MalformedException {
        String after = with("{'id':'u2','outcome':'cleared'}", "{'id':'u3','outcome':'undetermined'}");
        VerdictDiff diff = diff(VERDICT, after);
        assertThat(diff.isWorse()).isTrue();
        assertThat(VerdictDiffText.render(diff, NOBODY))
                .contains("cleared → no longer there: 1 use: u2", "new, undetermined: 1 use: u3");
        assertThat(diff(after, VERDICT).isWorse()).isFalse();
    }

    @Test
    void tellsOtherReasonsForTheSameOutcome() throws MalformedException {
        VerdictDiff diff = diff(
                with("'findings':[]", "'findings':[" + finding("LC122", "warning", "'use':'u1',") + "]"),
                with("'findings':[]", "'findings':[" + finding("LC305", "note", "") + "]"));
        assertThat(diff.isWorse()).isFalse();
        assertThat(VerdictDiffText.render(diff, NOBODY))
                .contains("STILL CLEARED, for other reasons")
                .contains("  still cleared: 1 use: u1\n    gone  LC122")
                .contains("What changed for no use in particular\n  new   LC305");
    }

    @Test
    void doesNotCareWhereInTheManifestAFindingStands() throws MalformedException {
        String before = with("'findings':[]", "'findings':[" + finding("LC122", "warning", "'use':'u1',") + "]");
        assertThat(diff(before, before.replace("/uses/0", "/uses/7")).isSameAnswer())
                .isTrue();
    }

    @Test
    void tellsGrantsStepsWaiversAndRemedies() throws MalformedException {
        String after = with("in force", "ended")
                .replace("'result':'passed'", "'result':'failed'")
                .replace("'waivers':[]", "'waivers':[{'rule':'LC121'}]")
                .replace(
                        "'remedies':[]",
                        "'remedies':[{'uses':['u1'],'signs':['" + ID + "'],'request':{'kind':'grant'}}]");
        String text = VerdictDiffText.render(diff(VERDICT, after), party -> Optional.of("Lin Yue"));
        assertThat(text)
                .contains("aaaa-aaaa-aaaa-aaaa by Lin Yue (aaaa-aaaa-aaaa-aaaa): in force → ended")
                .contains("coverage: passed → failed")
                .contains("new   {\"rule\":\"LC121\"}")
                .contains("new   a grant signed by Lin Yue (aaaa-aaaa-aaaa-aaaa) for 1 use: u1");
        assertThat(VerdictDiffText.render(diff(VERDICT, with("'grants':[", "'grants':[],'was':[")), NOBODY))
                .contains("in force → nothing");
    }

    @Test
    void writesTheMembersInTheirOrder() throws MalformedException {
        String json = VerdictDiffJson.render(diff(VERDICT, with("in force", "ended")));
        assertThat(Kit.json(json).values().keySet())
                .containsExactly(
                        "diff",
                        "same",
                        "worse",
                        "outcome",
                        "uses",
                        "general",
                        "basis",
                        "steps",
                        "grants",
                        "waivers",
                        "remedies");
        assertThat(json).contains("\"from\": \"in force\"", "\"to\": \"ended\"");
    }

    @Test
    void letsNoFileSteerTheTerminal() throws MalformedException {
        String after = with("'findings':[]", "'findings':[" + finding("LC\\u001b[2J", "note", "") + "]");
        assertThat(VerdictDiffText.render(diff(VERDICT, after), NOBODY)).doesNotContain("\u001b");
    }

    @Test
    void readsWhatTheVerifierWrites() throws MalformedException {
        Kit kit = new Kit();
        Id grant = kit.grant();
        Verdict cleared = kit.verify("2026-12-15");
        kit.withdraw(grant, "");
        Verdict blocked = kit.verify("2026-12-16");
        VerdictDiff diff = VerdictDiff.between(read(VerdictJson.render(cleared)), read(VerdictJson.render(blocked)));
        assertThat(diff.isWorse()).isTrue();
        assertThat(diff.outcome().from()).contains(Outcome.CLEARED);
        assertThat(diff.outcome().to()).contains(Outcome.BLOCKED);
        assertThat(diff.grants()).extracting(VerdictDiff.GrantChange::grant).containsExactly(grant);
        assertThat(diff.remedies().fresh()).hasSize(1);
        assertThat(diff.basis()).containsKeys("evaluated", "log size", "log root");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'verdict':1 | 'verdict':2 | wanted `1`, the version of verdicts that this program reads, found `2`",
                "'verdict':1, | '' | wanted a member `verdict`, found none",
                "'cleared','mode' | 'clear','mode' | wanted an outcome, found `clear`",
                "'id':'u2' | 'id':'u1' | wanted each of `uses` once",
                "'steps' | 'stops' | wanted a member `steps`, found none",
                "'findings':[] | 'findings':[{}] | a.json /findings/0: wanted a member `rule`",
            })
    void refusesWhatIsNoVerdict(String what, String instead, String message) {
        String changed = with(what, instead.equals("''") ? "" : instead);
        assertThatThrownBy(() -> read(changed)).hasMessageContaining(message);
    }
}
