package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countenance.Kit.LIN;
import static org.countenance.Kit.STUDIO;
import static org.countenance.verify.Outcome.BLOCKED;
import static org.countenance.verify.Outcome.CLEARED;
import static org.countenance.verify.Outcome.UNDETERMINED;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a grant is worth where and when: the sentences of decision.md sections 2, 3 and 9. */
class LifecycleTest {

    private static final String ANY = "'*'";

    private final Kit kit = new Kit();

    private void answers(String instant, Outcome outcome, Rule... rules) {
        answers(instant, text -> text, outcome, rules);
    }

    private void answers(String instant, UnaryOperator<String> manifest, Outcome outcome, Rule... rules) {
        Verdict verdict = kit.verify(instant, manifest);
        assertThat(verdict.outcome()).as(verdict.findings().toString()).isEqualTo(outcome);
        assertThat(verdict.findings().stream()
                        .filter(finding -> finding.severity().compareTo(Severity.UNDETERMINED) <= 0)
                        .map(Finding::rule))
                .containsExactlyInAnyOrder(rules);
    }

    private static UnaryOperator<String> change(String what, String to) {
        return text -> {
            String changed = text.replace(what, to).replace(what.replace('\'', '"'), to.replace('\'', '"'));
            assertThat(changed).isNotEqualTo(text);
            return changed;
        };
    }

    @Nested
    class Coverage {

        @Test
        void blocksWithoutAnyGrant() {
            answers("2026-12-15", BLOCKED, Rule.NO_GRANT);
        }

        @Test
        void clearsWhatAGrantCovers() {
            kit.grant();
            answers("2026-12-15", CLEARED);
        }

        @Test
        void blocksAGrantToAnotherStudio() {
            Id other = kit.party("other", "organisation", "");
            kit.grant(text -> text.replace("$studio", other.text()));
            answers("2026-12-15", BLOCKED, Rule.NO_GRANT);
        }

        @Test
        void blocksAnotherProduction() {
            kit.grant(change("'P-1'", "'P-2'"));
            answers("2026-12-15", BLOCKED, Rule.NO_GRANT);
        }

        @Test
        void namesAPinThatDiffers() {
            kit.grant(change("'value':'P-1'}", "'value':'P-1'},'season':2"));
            answers("2026-12-15", BLOCKED, Rule.PRODUCTION_MISMATCH);
        }

        @Test
        void clearsAPinThatFits() {
            kit.grant(change("'value':'P-1'}", "'value':'P-1'},'type':'series','season':1,'episodes':8"));
            answers("2026-12-15", CLEARED);
        }

        @Test
        void blocksAMediumOutsideTheScope() {
            kit.grant(change("'svod'", "'avod'"));
            answers("2026-12-15", BLOCKED, Rule.OUTSIDE_SCOPE);
        }

        @Test
        void blocksATerritoryThatIsExcluded() {
            kit.grant(change("{'include':['CN'],'exclude':[]}", "{'include':['001'],'exclude':['CN']}"));
            answers("2026-12-15", BLOCKED, Rule.OUTSIDE_SCOPE);
        }

        @Test
        void clearsATerritoryOfAGroup() {
            kit.grant(change("{'include':['CN'],'exclude':[]}", "{'include':['001'],'exclude':['US']}"));
            answers("2026-12-15", CLEARED);
        }

        @Test
        void blocksALanguageThatIsNarrowerInTheGrant() {
            kit.grant(change("'languages':['zh']", "'languages':['zh-Hant']"));
            answers("2026-12-15", BLOCKED, Rule.OUTSIDE_SCOPE);
        }

        @Test
        void asksForTheLanguageOnlyWhereSomethingIsSaid() {
            kit.grant(change("'languages':['zh']", "'languages':['en']"));
            answers("2026-12-15", change("'modalities':['face','voice']", "'modalities':['face']"), CLEARED);
        }

        @Test
        void blocksTheDayOnWhichTheShowingOutlastsTheGrant() {
            kit.grant(change("'until':'2028-01-01T00:00:00Z'}}", "'until':'2027-06-30T00:00:00Z'}}"));
            answers("2026-12-15", BLOCKED, Rule.OUTSIDE_SCOPE);
        }

        @Test
        void addsUpGrantsThatAdjoin() {
            kit.grant(change("'until':'2028-01-01T00:00:00Z'}}", "'until':'2027-04-01T00:00:00Z'}}"));
            kit.grant(change("'shown':{'from':'2027-01-01", "'shown':{'from':'2027-04-01"));
            answers("2026-12-15", CLEARED);
        }

        @Test
        void namesTheDayThatGrantsLeaveOut() {
            kit.grant(change("'until':'2028-01-01T00:00:00Z'}}", "'until':'2027-04-01T00:00:00Z'}}"));
            kit.grant(change("'shown':{'from':'2027-01-01", "'shown':{'from':'2027-04-02"));
            Verdict verdict = kit.verify("2026-12-15");
            assertThat(verdict.findings().stream().filter(finding -> finding.rule() == Rule.OUTSIDE_SCOPE))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.wanted()).contains("from 2027-04-01 until 2027-04-02"));
        }

        @Test
        void carvesOutWhatTheGrantForbids() {
            kit.grant(change("'prohibitions':[]", "'prohibitions':[" + scope("'modalities':['face']") + "]"));
            answers("2026-12-15", BLOCKED, Rule.OUTSIDE_SCOPE);
        }

        @Test
        void givesNoNamedOnlyWordByAWildcard() {
            kit.grant(change("'techniques':['voice-clone']", "'techniques':'*'"));
            answers("2026-12-15", CLEARED);
            answers(
                    "2026-12-15",
                    change("'technique':'voice-clone'", "'technique':'model-training'"),
                    BLOCKED,
                    Rule.OUTSIDE_SCOPE);
        }

        @Test
        void wantsEveryContext() {
            kit.grant(change("'contexts':[]", "'contexts':['alcohol']"));
            answers("2026-12-15", change("'contexts':[]", "'contexts':['alcohol']"), CLEARED);
            answers(
                    "2026-12-15",
                    change("'contexts':[]", "'contexts':['alcohol','drugs']"),
                    BLOCKED,
                    Rule.OUTSIDE_SCOPE);
        }

        @Test
        void wantsAnIdentifiedPersonInANamedOnlyContext() {
            kit.grant(change("'contexts':[]", "'contexts':['nudity']"));
            answers("2026-12-15", change("'contexts':[]", "'contexts':['nudity']"), UNDETERMINED, Rule.IDENTITY_LEVEL);
        }

        @Test
        void blocksWhatWasMadeBeforeAGrantThatDoesNotRatify() {
            kit.at("2026-12-12").grant();
            answers("2026-12-15", BLOCKED, Rule.OUTSIDE_SCOPE);
        }

        @Test
        void clearsWhatWasMadeBeforeAGrantThatRatifiesAndSaysSo() {
            kit.at("2026-12-12").grant(change("'facts':{}", "'facts':{},'ratifies':true"));
            assertThat(kit.verify("2026-12-15").rules()).contains(Rule.CONSENTED_AFTERWARDS);
            answers("2026-12-15", CLEARED);
        }

        @Test
        void blocksAnUnidentifiedPerson() {
            kit.grant();
            answers(
                    "2026-12-15",
                    change("'person':'$lin'", "'person':{'unidentified':'a passer-by'}"),
                    BLOCKED,
                    Rule.UNIDENTIFIED);
        }

        @Test
        void blocksAUseThatNoReleaseShows() {
            kit.grant();
            answers(
                    "2026-12-15",
                    change("'modalities':['face','voice']", "'modalities':['voice'],'languages':['en']"),
                    BLOCKED,
                    Rule.OUTSIDE_SCOPE);
        }
    }

    @Nested
    class Withdrawal {

        @Test
        void endsShowingsAfterTheNotice() {
            Id grant = kit.grant();
            kit.at("2026-12-12");
            kit.withdraw(grant, "");
            answers("2026-12-15", BLOCKED, Rule.ENDED);
        }

        @Test
        void leavesWhatIsMadeAndShownBeforeItTakesEffect() {
            Id grant = kit.grant(change("'notice':'P30D'", "'notice':'P1Y'"));
            kit.at("2026-12-12");
            kit.withdraw(grant, "");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void countsTheShorterNoticeWithACause() {
            Id grant = kit.grant(change("'notice':'P30D'", "'notice':'P1Y'"));
            kit.at("2026-12-12");
            kit.withdraw(grant, ",'cause':'unpaid'");
            answers("2026-12-15", BLOCKED, Rule.ENDED);
        }

        @Test
        void countsThePlainNoticeWhereTheTermsForeseeNoCause() {
            Id grant = kit.grant(change("'cause':'P7D'", "'cause':'never'"));
            kit.at("2026-12-12");
            kit.withdraw(grant, ",'cause':'harm'");
            answers("2026-12-15", BLOCKED, Rule.ENDED);
        }

        @Test
        void isNotContestedWhereTheTermsForeseeTheCauseAlone() {
            Id grant = kit.grant(change("'notice':'P30D'", "'notice':'never'"));
            kit.at("2026-12-12");
            kit.withdraw(grant, ",'cause':'harm'");
            answers("2026-12-15", BLOCKED, Rule.ENDED);
        }

        @Test
        void countsThePlainNoticeWithTheCauseOther() {
            Id grant = kit.grant(change("'notice':'P30D'", "'notice':'P1Y'"));
            kit.at("2026-12-12");
            kit.withdraw(grant, ",'cause':'other'");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void takesEffectAsLateAsAsked() {
            Id grant = kit.grant();
            kit.at("2026-12-12");
            kit.withdraw(grant, ",'effective':'2027-07-01T00:00:00Z'");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void stopsNewMaterialFromTheInstantOfEffect() {
            Id grant = kit.grant(change("'notice':'P30D'", "'notice':'P0D'"));
            kit.at("2026-12-10T12:00:00Z");
            kit.withdraw(grant, ",'effective':'2026-12-10T12:00:00Z'");
            kit.at("2026-12-10T13:00:00Z");
            answers("2026-12-15", BLOCKED, Rule.ENDED);
        }

        @Test
        void isContestedWhenTheTermsForeseeNone() {
            Id grant = kit.grant(change("'notice':'P30D'", "'notice':'never'"));
            kit.at("2026-12-12");
            kit.withdraw(grant, "");
            answers("2026-12-15", UNDETERMINED, Rule.CONTESTED);
        }

        @Test
        void endsWithItsLifting() {
            Id grant = kit.grant();
            kit.at("2026-12-12");
            Id withdrawal = kit.withdraw(grant, "");
            kit.at("2026-12-13");
            kit.revoke(LIN, withdrawal, "lifted", "");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void byAnotherPersonIsNothingToAGrantThatIsLoggedAfterIt() {
            Id mallory = kit.party("mallory", "person", "adult");
            Id grant = kit.grant();
            kit.sign(
                    RecordKind.REVOCATION,
                    "mallory",
                    mallory,
                    "{'target':'" + Kit.NOBODY + "','event':'withdrawn','scopes':'*'}");
            answers("2026-12-15", CLEARED);
            assertThat(kit.refusal(
                            RecordKind.REVOCATION,
                            "mallory",
                            mallory,
                            "{'target':'" + grant + "','event':'withdrawn','scopes':'*'}"))
                    .contains("wanted the target's `sub`");
        }

        @Test
        void killsAGrantThatIsLoggedAfterIt() {
            Id grant = kit.grant();
            kit.at("2026-12-12");
            Id second = kit.grant(change("'facts':{}", "'facts':{},'ratifies':true"));
            kit.withdraw(second, "");
            kit.withdraw(grant, "");
            answers("2026-12-15", BLOCKED, Rule.ENDED, Rule.ENDED);
        }

        @Test
        void bitesOnlyInItsScopes() {
            Id grant = kit.grant();
            kit.at("2026-12-12");
            kit.revoke(LIN, grant, "withdrawn", ",'scopes':[" + scope("'media':['theatrical']") + "]");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void isNothingToAnotherGrantThatGivesTheSame() {
            Id grant = kit.grant();
            kit.grant();
            kit.at("2026-12-12");
            kit.withdraw(grant, "");
            answers("2026-12-15", CLEARED);
        }
    }

    @Nested
    class Standing {

        @Test
        void deniesAGrantThatComesAfterTheProhibition() {
            kit.prohibit(ANY, ANY, "all");
            kit.at("2026-11-02").grant();
            answers("2026-12-15", BLOCKED, Rule.PROHIBITED);
        }

        @Test
        void isSteppedOverByAGrantThatNamesIt() {
            Id no = kit.prohibit(ANY, ANY, "all");
            kit.at("2026-11-02").grant(change("'facts':{}", "'facts':{},'notwithstanding':['" + no + "']"));
            answers("2026-12-15", CLEARED);
        }

        @Test
        void actsAsAWithdrawalOfAnEarlierGrant() {
            kit.grant();
            kit.at("2026-12-12").prohibit(ANY, ANY, "all");
            answers("2026-12-15", BLOCKED, Rule.PROHIBITED);
        }

        @Test
        void isContestedByAnEarlierGrantThatForeseesNoWithdrawal() {
            kit.grant(change("'notice':'P30D'", "'notice':'never'"));
            kit.at("2026-12-12").prohibit(ANY, ANY, "all");
            answers("2026-12-15", UNDETERMINED, Rule.CONTESTED);
        }

        @Test
        void leavesShowingsAloneWhenItReachesNewMaterialOnly() {
            kit.grant();
            kit.at("2026-12-12").prohibit(ANY, ANY, "new");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void stopsNewMaterialWhileItStands() {
            kit.prohibit(ANY, ANY, "new");
            kit.at("2026-11-02").grant();
            answers("2026-12-15", BLOCKED, Rule.PROHIBITED);
        }

        @Test
        void endsWithItsLifting() {
            Id no = kit.prohibit(ANY, ANY, "all");
            kit.at("2026-11-02").grant();
            kit.at("2026-11-03");
            kit.revoke(LIN, no, "lifted", "");
            answers("2026-12-15", CLEARED);
        }

        /** What was made before the lifting stays stopped, and whoever asks why learns of the lifting too. */
        @Test
        void isCalledLiftedWhereItStoppedSomething() {
            Id no = kit.prohibit(ANY, ANY, "new");
            kit.at("2026-11-02").grant();
            kit.at("2026-12-13");
            kit.revoke(LIN, no, "lifted", "");
            assertThat(kit.verify("2026-12-15", text -> text).findings().stream()
                            .filter(finding -> finding.rule() == Rule.PROHIBITED)
                            .map(Finding::message))
                    .singleElement()
                    .asString()
                    .matches(".*: prohibited since 2026-11-01T.*Z, lifted on 2026-12-13T00:00:00Z");
        }

        @Test
        void isNothingToAStudioThatItDoesNotName() {
            Id other = kit.party("other", "organisation", "");
            kit.prohibit(ANY, "{'licensees':['" + other + "']}", "all");
            kit.at("2026-11-02").grant();
            answers("2026-12-15", CLEARED);
        }

        @Test
        void againstDelegatesIsNothingToHerOwnGrants() {
            kit.prohibit(ANY, "{'signers':'delegates'}", "all");
            kit.at("2026-11-02").grant();
            answers("2026-12-15", CLEARED);
        }

        @Test
        void meetsALanguageInEitherDirection() {
            kit.prohibit("[" + scope("'languages':['zh-Hans-CN']") + "]", ANY, "all");
            kit.at("2026-11-02").grant();
            answers("2026-12-15", BLOCKED, Rule.PROHIBITED);
        }

        @Test
        void isToldEvenWithoutAGrant() {
            kit.prohibit(ANY, ANY, "all");
            answers("2026-12-15", BLOCKED, Rule.PROHIBITED, Rule.NO_GRANT);
        }

        @Test
        void stopsEveryGrantOfTheAgreementInAStrike() {
            Id guild = kit.party("guild", "organisation", "");
            kit.grant(change("'duties':[]", "'agreement':{'guild':'" + guild + "','cba':'x-2026'},'duties':[]"));
            kit.at("2026-12-12");
            kit.sign(
                    RecordKind.PROHIBITION,
                    "guild",
                    guild,
                    "{'scopes':'*','against':{'cba':'x-2026'},'reach':'all','ground':'strike'}");
            answers("2026-12-15", BLOCKED, Rule.SUSPENDED);
        }

        @Test
        void refusesAStrikeByAPerson() {
            assertThat(kit.refusal(
                            RecordKind.PROHIBITION,
                            LIN,
                            kit.id(LIN),
                            "{'scopes':'*','against':'*','reach':'all','ground':'strike'}"))
                    .contains("wanted a strike by a guild");
        }

        @Test
        void leavesAGrantAloneThatNoStrikeSuspends() {
            Id guild = kit.party("guild", "organisation", "");
            kit.grant(change(
                    "'strike':'suspends',", "'strike':'none','agreement':{'guild':'" + guild + "','cba':'x-2026'},"));
            kit.at("2026-12-12");
            kit.sign(
                    RecordKind.PROHIBITION,
                    "guild",
                    guild,
                    "{'scopes':'*','against':'*','reach':'all','ground':'strike'}");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void obeysAnOrderOfAPartyThatPolicyBelieves() throws Exception {
            Id court = kit.party("court", "organisation", "");
            kit.sign(
                    RecordKind.ENDORSEMENT,
                    "registry",
                    court,
                    "{'target':'" + court + "','says':'accredited','may':['order']}");
            kit.grant();
            kit.at("2026-12-12");
            kit.sign(
                    RecordKind.PROHIBITION,
                    "court",
                    kit.id(LIN),
                    "{'scopes':'*','against':'*','reach':'all','ground':'order'}");
            answers("2026-12-15", UNDETERMINED, Rule.ORDERED);
            Request request = Request.now(kit.manifest(text -> text), java.time.Instant.parse("2026-12-15T00:00:00Z"));
            Verdict believed = kit.verifier("'parties':{'" + court + "':{'believed':['order']}}")
                    .verify(request, kit.log());
            assertThat(believed.outcome()).isEqualTo(BLOCKED);
            assertThat(believed.rules()).contains(Rule.ORDERED);
        }

        @Test
        void endsWithTheReturnByTheProducerAlone() {
            Id other = kit.party("other", "organisation", "");
            Id grant = kit.grant(text -> text.replace("['$studio']", "['$studio','" + other + "']"));
            kit.at("2026-12-12");
            kit.revoke("other", grant, "returned", "");
            answers("2026-12-15", CLEARED);
            kit.revoke(STUDIO, grant, "returned", "");
            answers("2026-12-15", BLOCKED, Rule.ENDED);
        }

        @Test
        void supersessionActsAsAWithdrawalUntilItIsAccepted() {
            Id grant = kit.grant();
            kit.at("2026-12-12")
                    .grant(text -> change("'svod'", "'avod'")
                            .apply(text)
                            .replace("'facts':{}", "'facts':{},'ratifies':true,'supersedes':'" + grant + "'"));
            answers("2026-12-15", BLOCKED, Rule.ENDED);
        }
    }

    @Nested
    class Authority {

        @Test
        void givesAMinorsOwnGrantNothing() {
            Kit young = new Kit();
            Id child = young.party("child", "person", "2030-05");
            young.sign(
                    RecordKind.GRANT,
                    "child",
                    child,
                    Kit.GRANT.replace("$studio", young.id(STUDIO).text()));
            Verdict verdict = young.verify("2026-12-15", text -> text.replace("$lin", child.text()));
            assertThat(verdict.outcome()).isEqualTo(BLOCKED);
            assertThat(verdict.rules()).contains(Rule.MINOR);
        }

        @Test
        void neverAllowsAMinorInASexualContext() {
            kit.grant(change("'contexts':[]", "'contexts':['sexualised']"));
            answers(
                    "2026-12-15",
                    text -> change("'contexts':[]", "'contexts':['sexualised']")
                            .apply(text)
                            .replace("\"adult\"", "\"minor\""),
                    BLOCKED,
                    Rule.PROHIBITED);
        }

        @Test
        void doubtsWhatADeclaredKeySignedSinceThen() {
            kit.at("2026-12-01").grant(change("'facts':{}", "'facts':{},'ratifies':true"));
            declare("2026-12-01T00:00:00Z");
            answers("2026-12-15", UNDETERMINED, Rule.KEY_COMPROMISED);
        }

        @Test
        void letsStandWhatADeclaredKeySignedBefore() {
            kit.grant();
            declare("2026-12-01T00:00:00Z");
            answers("2026-12-15", CLEARED);
        }

        @Test
        void letsAPartysOwnWordReachBackThirtyDays() {
            kit.at("2026-11-11").grant();
            declare("2026-11-01T00:00:00Z");
            answers("2026-12-15", CLEARED);
        }

        private void declare(String since) {
            kit.at("2026-12-12");
            String kid = kit.key(LIN, org.countenance.jws.Algorithm.ED25519)
                    .verificationKey()
                    .thumbprint();
            kit.sign(
                    RecordKind.REVOCATION,
                    LIN,
                    kit.id(LIN),
                    "{'target':'" + kit.id(LIN) + "','event':'compromised','kid':'" + kid + "','since':'" + since
                            + "'}");
        }
    }

    @Nested
    class LimitsAndDuties {

        @Test
        void wantsLabelsWhereTheGrantDoes() {
            kit.grant(change("'duties':[]", "'duties':['label']"));
            answers("2026-12-15", BLOCKED, Rule.LABEL_MISSING);
            answers(
                    "2026-12-15",
                    change(
                            "'languages':['zh-Hans']",
                            "'languages':['zh-Hans'],'labels':[{'kind':'visible','where':'opening','text':'AI'},{'kind':'metadata','scheme':'c2pa'}]"),
                    CLEARED);
        }

        @Test
        void blocksWithoutApprovalWhereTheGrantWantsIt() {
            kit.grant(change("'duties':[]", "'duties':['approval']"));
            answers("2026-12-15", BLOCKED, Rule.APPROVAL_MISSING);
        }

        @Test
        void warnsWithoutACredit() {
            kit.grant(change("'duties':[]", "'duties':['credit']"));
            assertThat(kit.verify("2026-12-15").rules()).doesNotContain(Rule.CREDIT_MISSING);
            assertThat(kit.verify("2026-12-15", change("'credited':true", "'credited':false"))
                            .rules())
                    .contains(Rule.CREDIT_MISSING);
        }

        @Test
        void blocksBeyondACap() {
            kit.grant(change("'duties':[]", "'caps':{'seconds':3},'duties':[]"));
            answers("2026-12-15", BLOCKED, Rule.CAP_EXCEEDED);
        }

        @Test
        void clearsUpToACap() {
            kit.grant(change("'duties':[]", "'caps':{'seconds':4,'assets':1},'duties':[]"));
            answers("2026-12-15", CLEARED);
        }

        @Test
        void wantsADriverBehindASwappedFace() {
            kit.grant(change("'techniques':['voice-clone']", "'techniques':['face-swap']"));
            answers(
                    "2026-12-15",
                    text -> text.replace("\"technique\":\"voice-clone\"", "\"technique\":\"face-swap\""),
                    BLOCKED,
                    Rule.DRIVER_MISSING);
        }

        @Test
        void wantsAWordAboutASyntheticAssetThatShowsNobody() {
            kit.grant();
            String nobody =
                    "'assets':[{'id':'empty','sha256':'1123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',"
                            + "'seconds':4,'source':'trainedAlgorithmicMedia','contexts':[],'releases':['home']},";
            answers("2026-12-15", change("'assets':[", nobody), BLOCKED, Rule.SYNTHETIC_UNDECLARED);
        }
    }

    @Nested
    class Assurance {

        @Test
        void isUndeterminedWithAnOldCheckpoint() throws Exception {
            kit.grant();
            kit.verify("2026-12-15");
            Request later = Request.now(kit.manifest(text -> text), java.time.Instant.parse("2026-12-16T00:00:01Z"));
            Verdict verdict = kit.verifier("").verify(later, kit.log());
            assertThat(verdict.outcome()).isEqualTo(UNDETERMINED);
            assertThat(verdict.rules()).contains(Rule.STALE);
            Request early = Request.now(kit.manifest(text -> text), java.time.Instant.parse("2026-12-14T23:59:59Z"));
            assertThat(kit.verifier("").verify(early, kit.log()).rules()).contains(Rule.STALE);
            Request intime = Request.now(kit.manifest(text -> text), java.time.Instant.parse("2026-12-16T00:00:00Z"));
            assertThat(kit.verifier("").verify(intime, kit.log()).outcome()).isEqualTo(CLEARED);
        }

        @Test
        void isUndeterminedBelowWhatPolicyRequires() throws Exception {
            kit.grant();
            kit.verify("2026-12-15");
            Request request = Request.now(kit.manifest(text -> text), java.time.Instant.parse("2026-12-15T00:00:00Z"));
            for (String more : Set.of(
                    "'require':{'producer':'signed'}",
                    "'require':{'assets':'hashed'}",
                    "'require':{'inventory':'given'}",
                    "'require':{'made':'committed'}",
                    "'packs':[{'name':'cn','sha256':'" + "00".repeat(32) + "'}]")) {
                assertThat(kit.verifier(more).verify(request, kit.log()).rules())
                        .as(more)
                        .contains(Rule.ASSURANCE);
            }
            assertThat(kit.verifier("'identity':'documented'")
                            .verify(request, kit.log())
                            .outcome())
                    .isEqualTo(UNDETERMINED);
        }
    }

    private static String scope(String member) {
        String all = "{'roles':'*','modalities':'*','techniques':'*','contexts':'*','media':'*','territories':'*',"
                + "'languages':'*','made':'*','shown':'*'}";
        String name = member.substring(0, member.indexOf(':'));
        return all.replace(name + ":'*'", member);
    }
}
