package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countenance.Kit.LIN;
import static org.countenance.Kit.STUDIO;
import static org.countenance.verify.Outcome.BLOCKED;
import static org.countenance.verify.Outcome.CLEARED;
import static org.countenance.verify.Outcome.UNDETERMINED;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who may sign for whom: the sentences of authority.md that a verdict rests on. */
class AuthorityTest {

    private static final String WINDOW = "'window':{'from':'2026-01-01T00:00:00Z','until':'2030-01-01T00:00:00Z'}";

    private final Kit kit = new Kit();
    private String believed = "";
    private String person = LIN;

    private void answers(String instant, Outcome outcome, Rule... rules) {
        answers(instant, text -> text, outcome, rules);
    }

    private void answers(String instant, UnaryOperator<String> manifest, Outcome outcome, Rule... rules) {
        UnaryOperator<String> ofPerson =
                text -> manifest.apply(text).replace("$lin", kit.id(person).text());
        Verdict verdict = kit.verify(instant, ofPerson, believed);
        assertThat(verdict.outcome()).as(verdict.findings().toString()).isEqualTo(outcome);
        assertThat(verdict.findings().stream()
                        .filter(finding -> finding.severity().compareTo(Severity.UNDETERMINED) <= 0)
                        .map(Finding::rule))
                .containsExactlyInAnyOrder(rules);
    }

    private Id delegate(String signer, String to, String capacity, String powers, String more) {
        return kit.sign(
                RecordKind.DELEGATION,
                signer,
                kit.id(person),
                "{'delegate':'" + kit.id(to) + "','capacity':'" + capacity + "','powers':[" + powers + "]"
                        + (more.contains("'within'") ? "" : ",'within':'*'")
                        + (more.contains("'depth'") ? "" : ",'depth':0")
                        + (more.contains("'window'") ? "," : "," + WINDOW + (more.isEmpty() ? "" : ",")) + more
                        + "}");
    }

    private Id grantAs(String signer, String capacity, Id link, UnaryOperator<String> change) {
        return kit.sign(
                RecordKind.GRANT,
                signer,
                kit.id(person),
                change.apply(Kit.GRANT)
                        .replace("$studio", kit.id(STUDIO).text())
                        .replace("'capacity':'self'", "'capacity':'" + capacity + "','delegation':'" + link + "'"));
    }

    private Id grantAs(String signer, String capacity, Id link) {
        return grantAs(signer, capacity, link, text -> text);
    }

    private String refused(String signer, String capacity, Id link) {
        return kit.refusal(
                RecordKind.GRANT,
                signer,
                kit.id(person),
                Kit.GRANT
                        .replace("$studio", kit.id(STUDIO).text())
                        .replace("'capacity':'self'", "'capacity':'" + capacity + "','delegation':'" + link + "'"));
    }

    private void end(String signer, Id link) {
        kit.sign(RecordKind.REVOCATION, signer, kit.id(person), "{'target':'" + link + "','event':'ended'}");
    }

    @Nested
    class Agents {

        @BeforeEach
        void register() {
            kit.party("agent", "organisation", "");
            kit.party("second", "organisation", "");
        }

        @Test
        void signWithinTheirPowers() {
            grantAs("agent", "agent", delegate(LIN, "agent", "agent", "'grant'", ""));
            answers("2026-12-15", CLEARED);
        }

        @Test
        void areRefusedWithoutThePower() {
            Id link = delegate(LIN, "agent", "agent", "'prohibit'", "");
            assertThat(refused("agent", "agent", link)).contains("power `grant`");
        }

        @Test
        void areRefusedAfterTheirLinkEnded() {
            Id link = delegate(LIN, "agent", "agent", "'grant'", "");
            end(LIN, link);
            assertThat(refused("agent", "agent", link)).contains("ended before");
        }

        @Test
        void leaveWhatTheySignedBeforeTheirLinkEnded() {
            Id link = delegate(LIN, "agent", "agent", "'grant'", "");
            grantAs("agent", "agent", link);
            end(LIN, link);
            answers("2026-12-15", CLEARED);
        }

        @Test
        void giveNothingBeyondTheirScopes() {
            String within = "'within':[" + scope("'media':['avod']") + "]";
            grantAs("agent", "agent", delegate(LIN, "agent", "agent", "'grant'", within));
            answers("2026-12-15", BLOCKED, Rule.AUTHORITY, Rule.NO_GRANT);
        }

        @Test
        void giveWhatTheirScopesHold() {
            String within = "'within':[" + scope("'media':['svod','avod']") + "]";
            grantAs("agent", "agent", delegate(LIN, "agent", "agent", "'grant'", within));
            answers("2026-12-15", CLEARED);
        }

        @Test
        void giveNoLongerShowingThanTheyMay() {
            grantAs("agent", "agent", delegate(LIN, "agent", "agent", "'grant'", "'terms':{'longest':'P3M'}"));
            answers("2026-12-15", BLOCKED, Rule.AUTHORITY);
            answers("2026-12-15", text -> text.replace("2027-07-01", "2027-03-01"), CLEARED);
        }

        @Test
        void cannotMakeTheNoticeLonger() {
            Id grant =
                    grantAs("agent", "agent", delegate(LIN, "agent", "agent", "'grant'", "'terms':{'notice':'P10D'}"));
            kit.at("2027-01-10").withdraw(grant, "");
            answers(
                    "2027-01-12",
                    text -> text.replace("2027-02-01", "2027-01-10").replace("2027-07-01", "2027-01-20"),
                    CLEARED);
            answers("2027-01-12", text -> text.replace("2027-07-01", "2027-02-05"), BLOCKED, Rule.ENDED);
        }

        @Test
        void cannotSignForOtherLicensees() {
            String bound = "'terms':{'licensees':['" + kit.id("second") + "']}";
            grantAs("agent", "agent", delegate(LIN, "agent", "agent", "'grant'", bound));
            answers("2026-12-15", BLOCKED, Rule.AUTHORITY, Rule.NO_GRANT);
        }

        @Test
        void empowerOthersAsFarAsTheyMay() {
            Id link = delegate(LIN, "agent", "agent", "'grant','delegate'", "'depth':1");
            Id sub = delegate("agent", "second", "agent", "'grant'", "'parent':'" + link + "'");
            grantAs("second", "agent", sub);
            answers("2026-12-15", CLEARED);
        }

        @Test
        void stopWithTheMiddleLink() {
            Id link = delegate(LIN, "agent", "agent", "'grant','delegate'", "'depth':1");
            Id sub = delegate("agent", "second", "agent", "'grant'", "'parent':'" + link + "'");
            end(LIN, link);
            assertThat(refused("second", "agent", sub)).contains("ended before");
        }

        @Test
        void dealWithThemselvesForNothing() {
            Id link = delegate(LIN, STUDIO, "agent", "'grant'", "");
            grantAs(STUDIO, "agent", link);
            answers("2026-12-15", BLOCKED, Rule.SELF_DEALING, Rule.NO_GRANT);
        }

        @Test
        void areOverruledByThePersonAtOnce() {
            Id link = delegate(LIN, "agent", "agent", "'grant'", "");
            kit.prohibit("'*'", "{'signers':'delegates'}", "all");
            grantAs("agent", "agent", link);
            answers("2026-12-15", BLOCKED, Rule.PROHIBITED);
        }

        @Test
        void stopWhatTheyMayWithdraw() {
            Id grant = kit.grant();
            Id link = delegate(LIN, "agent", "agent", "'withdraw'", "");
            kit.at("2026-11-05")
                    .sign(
                            RecordKind.REVOCATION,
                            "agent",
                            kit.id(LIN),
                            "{'capacity':'agent','delegation':'" + link + "','target':'" + grant
                                    + "','event':'withdrawn','scopes':'*'}");
            answers("2026-12-15", BLOCKED, Rule.ENDED);
        }

        @Test
        void leaveEarlierGrantsAloneWithANoThatTheyMayNotMakeAWithdrawal() {
            kit.grant();
            Id link = delegate(LIN, "agent", "agent", "'prohibit'", "");
            kit.at("2026-11-05")
                    .sign(
                            RecordKind.PROHIBITION,
                            "agent",
                            kit.id(LIN),
                            "{'capacity':'agent','delegation':'" + link
                                    + "','scopes':'*','against':'*','reach':'all','ground':'standing'}");
            answers("2026-12-15", CLEARED);
        }
    }

    @Nested
    class Minors {

        private Id link;

        @BeforeEach
        void register() {
            kit.party("registrar", "organisation", "");
            kit.party("mother", "person", "adult");
            kit.party("child", "person", "2030-05");
            person = "child";
            accredit("registrar", "guardian");
            link = delegate("registrar", "mother", "guardian", "'grant','withdraw'", "");
        }

        @Test
        void giveNothingAlone() {
            own();
            answers("2026-12-15", BLOCKED, Rule.MINOR, Rule.NO_GRANT);
        }

        @Test
        void giveTogetherWithAGuardian() {
            Id grant = own();
            consents("mother", grant, ",'capacity':'guardian','delegation':'" + link + "'");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void giveFromTheLaterOfTheTwoEntries() {
            Id grant = own();
            kit.at("2026-12-12");
            consents("mother", grant, ",'capacity':'guardian','delegation':'" + link + "'");
            answers("2026-12-15", BLOCKED, Rule.OUTSIDE_SCOPE);
        }

        @Test
        void areNotGrantedForBehindTheirBack() {
            grantAs("mother", "guardian", link);
            answers("2026-12-15", BLOCKED, Rule.MINOR, Rule.NO_GRANT);
        }

        @Test
        void consentThemselvesToWhatAGuardianSigns() {
            consents("child", grantAs("mother", "guardian", link), "");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void areNotGrantedForByAGuardianWhomPolicyDoesNotBelieve() {
            consents("child", grantAs("mother", "guardian", link), "");
            believed = "";
            answers("2026-12-15", BLOCKED, Rule.AUTHORITY, Rule.NO_GRANT);
        }

        @Test
        void endNewMaterialWithTheirEighteenthBirthday() {
            UnaryOperator<String> long_ = text -> text.replace("2028-01-01", "2032-01-01");
            consents("child", grantAs("mother", "guardian", link, long_), "");
            answers(
                    "2030-07-01",
                    made("2030-05-30", "2030-05-31", "2030-07-01", "2030-08-01"),
                    UNDETERMINED,
                    Rule.MADE_UNPROVEN);
            answers("2030-06-10", made("2030-05-30", "2030-05-31", "2030-07-01", "2030-08-01"), CLEARED);
            answers("2030-06-10", made("2030-06-01", "2030-06-02", "2030-07-01", "2030-08-01"), BLOCKED, Rule.ENDED);
        }

        @Test
        void withdrawAtWillOnceTheyAreOfAge() {
            UnaryOperator<String> irrevocable =
                    text -> text.replace("2028-01-01", "2032-01-01").replace("'notice':'P30D'", "'notice':'never'");
            Id grant = grantAs("mother", "guardian", link, irrevocable);
            consents("child", grant, "");
            kit.at("2030-06-05")
                    .sign(
                            RecordKind.REVOCATION,
                            "child",
                            kit.id("child"),
                            "{'target':'" + grant + "','event':'withdrawn','scopes':'*'}");
            answers("2030-06-10", made("2030-05-30", "2030-05-31", "2030-07-01", "2030-08-01"), BLOCKED, Rule.ENDED);
        }

        private Id own() {
            return kit.sign(
                    RecordKind.GRANT,
                    "child",
                    kit.id("child"),
                    Kit.GRANT.replace("$studio", kit.id(STUDIO).text()));
        }

        private void consents(String signer, Id grant, String more) {
            kit.sign(
                    RecordKind.ENDORSEMENT,
                    signer,
                    kit.id("child"),
                    "{'target':'" + grant + "','says':'consents'" + more + "}");
        }
    }

    @Nested
    class TheDead {

        @BeforeEach
        void register() {
            kit.party("registrar", "organisation", "");
            accredit("registrar", "estate");
        }

        @Test
        void giveNothingNew() {
            kit.grant();
            kit.at("2026-12-12").dies(LIN, "registrar", "2026-12-05");
            answers("2026-12-15", BLOCKED, Rule.OUTSIDE_SCOPE);
        }

        @Test
        void keepWhatWasMadeBefore() {
            kit.grant();
            kit.at("2026-12-14").dies(LIN, "registrar", "2026-12-12");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void signNothing() {
            kit.at("2026-12-06").grant(text -> text.replace("'facts':{}", "'facts':{},'ratifies':true"));
            kit.at("2026-12-08").dies(LIN, "registrar", "2026-12-05");
            answers(
                    "2026-12-15",
                    text -> text.replace("2026-12-10", "2026-12-01").replace("2026-12-11", "2026-12-02"),
                    BLOCKED,
                    Rule.AFTER_DEATH,
                    Rule.NO_GRANT);
        }

        @Test
        void areBelievedOnlyFromWhomPolicyBelieves() {
            kit.grant();
            kit.at("2026-12-12").dies(LIN, "registrar", "2026-12-05");
            believed = "";
            answers("2026-12-15", UNDETERMINED, Rule.ENDED);
        }
    }

    private void accredit(String registrar, String what) {
        kit.sign(
                RecordKind.ENDORSEMENT,
                "registry",
                kit.id(registrar),
                "{'target':'" + kit.id(registrar) + "','says':'accredited','may':['" + what + "']}");
        believed = "'parties':{'" + kit.id(registrar) + "':{'believed':['" + what + "']}}";
    }

    private static UnaryOperator<String> made(String from, String until, String shown, String end) {
        assertThat(Instant.parse(from + "T00:00:00Z")).isBefore(Instant.parse(until + "T00:00:00Z"));
        return text -> text.replace("2026-12-10", from)
                .replace("2026-12-11", until)
                .replace("2027-02-01", shown)
                .replace("2027-07-01", end);
    }

    private static String scope(String change) {
        String all = "{'roles':'*','modalities':'*','techniques':'*','contexts':'*','media':'*','territories':'*',"
                + "'languages':'*','made':'*','shown':'*'}";
        String member = change.substring(0, change.indexOf(':'));
        return all.replace(member + ":'*'", change);
    }
}
