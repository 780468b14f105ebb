package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Withdrawals, returns, supersession, invalidation, doubt and settlement (decision.md section 3). */
final class EndingCases extends Group {

    EndingCases() {
        super("endings");
    }

    @Override
    void tell() {
        withdrawals();
        contested();
        disputed();
        returns();
        superseding();
        settled();
        invalidation();
        keys();
    }

    private void withdrawals() {
        say("blocks after a withdrawal", c -> {
            Id grant = c.grant();
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.expects(BLOCKED, 105).names(105, grant, withdrawal);
        });
        say("blocks after a withdrawal that takes effect in the future", c -> {
            Id grant = c.grant();
            c.at("2026-12-12").withdraw(grant, ",'effective':'2027-06-30T00:00:00Z'");
            c.expects(BLOCKED, 105);
        });
        say("clears again after the withdrawal was lifted", c -> {
            Id grant = c.grant();
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.at("2026-12-13").lift(withdrawal);
            c.expects(CLEARED);
        });
        say("withdraws only the part that is named", c -> {
            Id grant = c.grant("['svod']", "['svod','avod']");
            c.at("2026-12-12").revoke(Kit.LIN, grant, "withdrawn", ",'scopes':[" + scope("media", "['avod']") + "]");
            c.expects(CLEARED);
        });
        say("blocks the part that is withdrawn", c -> {
            Id grant = c.grant("['svod']", "['svod','avod']");
            c.at("2026-12-12").revoke(Kit.LIN, grant, "withdrawn", ",'scopes':[" + scope("media", "['avod']") + "]");
            c.manifest("'media':['svod']", "'media':['avod']").expects(BLOCKED, 105);
        });
        say("withdraws for a territory and leaves the others", c -> {
            Id grant = c.grant("'include':['CN']", "'include':['CN','SG']");
            c.at("2026-12-12")
                    .revoke(
                            Kit.LIN,
                            grant,
                            "withdrawn",
                            ",'scopes':[" + scope("territories", "{'include':['SG'],'exclude':[]}") + "]");
            c.expects(CLEARED);
        });
        say("blocks a grant that was withdrawn before it was logged", c -> {
            c.at("2026-11-02");
            Id grant = Ahead.grant(c, "2026-11-03", "withdrawn", ",'scopes':'*'");
            c.expects(BLOCKED, 105).names(105, grant);
        });
        say("keeps another grant that covers the same", c -> {
            Id grant = c.grant();
            c.grant();
            c.at("2026-12-12").withdraw(grant, "");
            c.expects(CLEARED);
        });
        say("counts a withdrawal that is not logged yet as doubt", c -> {
            Id grant = c.grant();
            c.at("2026-12-14")
                    .also(
                            RecordKind.REVOCATION,
                            Kit.LIN,
                            "{'target':'" + grant + "','event':'withdrawn','scopes':'*'}");
            c.expects(UNDETERMINED, 105);
        });
        say("counts a no that is not logged yet as doubt", c -> {
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-14")
                    .also(
                            RecordKind.PROHIBITION,
                            Kit.LIN,
                            "{'scopes':'*','against':'*','reach':'all','ground':'standing'}");
            c.expects(UNDETERMINED, 104);
        });
    }

    private void contested() {
        say("leaves a withdrawal contested that the terms do not foresee", c -> {
            Id grant = c.grant("'notice':'P30D'", "'notice':'never'");
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.expects(UNDETERMINED, 108).names(108, withdrawal);
        });
        say("blocks a contested withdrawal that the producer accepts", c -> {
            Id grant = c.grant("'notice':'P30D'", "'notice':'never'");
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.at("2026-12-13").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "accepts", "");
            c.expects(BLOCKED, 105);
        });
        say("leaves a withdrawal contested that another licensee accepts", c -> {
            c.party("other");
            Id grant = c.grant("'notice':'P30D'", "'notice':'never'", "['$studio']", "['$studio','$other']");
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.at("2026-12-13").endorse("other", Kit.LIN, withdrawal, "accepts", "");
            c.expects(UNDETERMINED, 108);
        });
        say("blocks a contested withdrawal after a ruling for the person", c -> {
            c.accredited("board", "rule");
            Id grant = c.grant("'notice':'P30D'", "'notice':'never'");
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.at("2026-12-13").endorse("board", Kit.LIN, withdrawal, "ruled", ",'for':'person'");
            c.expects(BLOCKED, 105);
        });
        say("clears a contested withdrawal after a ruling for the licensee", c -> {
            c.accredited("board", "rule");
            Id grant = c.grant("'notice':'P30D'", "'notice':'never'");
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.at("2026-12-13").endorse("board", Kit.LIN, withdrawal, "ruled", ",'for':'licensee'");
            c.expects(CLEARED);
        });
        say("takes the latest of two rulings", c -> {
            c.accredited("board", "rule");
            Id grant = c.grant("'notice':'P30D'", "'notice':'never'");
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.at("2026-12-13").endorse("board", Kit.LIN, withdrawal, "ruled", ",'for':'licensee'");
            c.at("2026-12-14").endorse("board", Kit.LIN, withdrawal, "ruled", ",'for':'person'");
            c.expects(BLOCKED, 105);
        });
        say("leaves a withdrawal contested after a ruling by whom policy does not believe", c -> {
            c.accreditedOnly("board", "rule");
            Id grant = c.grant("'notice':'P30D'", "'notice':'never'");
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.at("2026-12-13").endorse("board", Kit.LIN, withdrawal, "ruled", ",'for':'licensee'");
            c.expects(UNDETERMINED, 108);
        });
        say("clears when the person lifts a contested withdrawal", c -> {
            Id grant = c.grant("'notice':'P30D'", "'notice':'never'");
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.at("2026-12-13").lift(withdrawal);
            c.expects(CLEARED).silent(108);
        });
        say("leaves a no after an irrevocable grant contested", c -> {
            c.grant("'notice':'P30D'", "'notice':'never'");
            c.at("2026-12-12").prohibit(ANY, ANY, "all");
            c.expects(UNDETERMINED, 108);
        });
    }

    private void disputed() {
        say("leaves a withdrawal with a cause undetermined that the producer disputes in time", c -> {
            Id grant = c.grant();
            Id withdrawal = c.at("2026-12-12").withdraw(grant, ",'cause':'breach'");
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
            c.shown("2027-01-01", "2027-01-11").expects(UNDETERMINED, 108);
        });
        say("blocks what is shown after the plain notice though the cause is disputed", c -> {
            Id grant = c.grant();
            Id withdrawal = c.at("2026-12-12").withdraw(grant, ",'cause':'breach'");
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
            c.expects(BLOCKED, 105);
        });
        say("blocks when the dispute comes after the withdrawal took effect", c -> {
            Id grant = c.grant();
            Id withdrawal = c.at("2026-12-12").withdraw(grant, ",'cause':'breach'");
            c.at("2026-12-19").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
            c.shown("2027-01-01", "2027-01-11").asks("2026-12-20").expects(BLOCKED, 105);
        });
        say("clears until the plain notice after a ruling against the cause", c -> {
            c.accredited("board", "rule");
            Id grant = c.grant();
            Id withdrawal = c.at("2026-12-12").withdraw(grant, ",'cause':'breach'");
            c.at("2026-12-14").endorse("board", Kit.LIN, withdrawal, "ruled", ",'for':'licensee'");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
    }

    private void returns() {
        say("blocks after the producer returned the grant", c -> {
            Id grant = c.grant();
            c.at("2026-12-12").revoke(Kit.STUDIO, grant, "returned", "");
            c.expects(BLOCKED, 105);
        });
        say("clears after another licensee returned the grant", c -> {
            c.party("other");
            Id grant = c.grant("['$studio']", "['$studio','$other']");
            c.at("2026-12-12").revoke("other", grant, "returned", "");
            c.expects(CLEARED);
        });
    }

    private void superseding() {
        say("ends a grant after its notice when another supersedes it", c -> {
            Id old = c.grant();
            c.at("2026-12-12").grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
            c.expects(BLOCKED, 105);
        });
        say("keeps a superseded grant until its notice ends", c -> {
            Id old = c.grant();
            c.at("2026-12-12").grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("ends a superseded grant at once when the licensee accepts", c -> {
            Id old = c.grant();
            Id next = c.at("2026-12-12")
                    .grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
            c.at("2026-12-13").endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
            c.shown("2027-01-01", "2027-01-11").expects(BLOCKED, 105);
        });
        say("covers by an accepted grant what the old one covered as if logged with it", c -> {
            Id old = c.grant();
            Id next = c.at("2026-12-12").grant("'facts':{}", "'facts':{},'supersedes':'" + old + "'");
            c.at("2026-12-13").endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
            c.expects(CLEARED);
        });
        say("covers by an accepted grant nothing older that the old one did not cover", c -> {
            Id old = c.grant();
            Id next = c.at("2026-12-12")
                    .grant("['svod']", "['svod','avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
            c.at("2026-12-13").endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
            c.manifest("'media':['svod']", "'media':['avod']").expects(BLOCKED, 103);
        });
        say("wants every named licensee to accept", c -> {
            c.party("other");
            Id old = c.grant("['$studio']", "['$studio','$other']");
            Id next = c.at("2026-12-12")
                    .grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
            c.at("2026-12-13").endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("hears a licensee whom the new grant no longer names", c -> {
            c.party("other");
            Id old = c.grant("['$studio']", "['$studio','$other']");
            Id next = c.at("2026-12-12")
                    .grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
            c.at("2026-12-13").endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
            c.endorse("other", Kit.LIN, next, "accepts", "");
            c.shown("2027-01-01", "2027-01-11").expects(BLOCKED, 105);
        });
        say("leaves the old grant undetermined when what superseded it was void", c -> {
            c.accredited("board", "rule");
            Id old = c.grant();
            Id next = c.at("2026-12-12")
                    .grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
            c.at("2026-12-13").revoke("board", next, "invalidated", "");
            c.expects(UNDETERMINED, 105);
        });
        say("contests a superseding of an irrevocable grant", c -> {
            Id old = c.grant("'notice':'P30D'", "'notice':'never'");
            c.at("2026-12-12").grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
            c.expects(UNDETERMINED, 108);
        });
    }

    private void settled() {
        say("doubts again what a ruling gave the licensee when one for the person is not logged yet", c -> {
            c.also(
                    RecordKind.ENDORSEMENT,
                    "board",
                    "{'target':'" + settledForTheLicensee(c) + "','says':'ruled','for':'person'}");
            c.expects(UNDETERMINED, 108);
        });
        say("leaves a settled withdrawal alone beside a no to something else that is not logged yet", c -> {
            settledForTheLicensee(c);
            c.also(
                    RecordKind.PROHIBITION,
                    Kit.LIN,
                    "{'scopes':[" + scope("media", "['avod']") + "],'against':'*','reach':'all','ground':'standing'}");
            c.expects(CLEARED).silent(108);
        });
    }

    private static Id settledForTheLicensee(Case c) {
        c.accredited("board", "rule");
        Id grant = c.grant("'notice':'P30D'", "'notice':'never'");
        Id withdrawal = c.at("2026-12-05").withdraw(grant, "");
        c.at("2026-12-06").endorse("board", Kit.LIN, withdrawal, "ruled", ",'for':'licensee'");
        return withdrawal;
    }

    private void invalidation() {
        say("blocks a grant that was invalidated", c -> {
            c.accredited("board", "rule");
            Id grant = c.grant();
            Id void_ = c.at("2026-12-12").revoke("board", grant, "invalidated", "");
            c.expects(BLOCKED, 102, 109).names(109, void_);
        });
        say("leaves a grant undetermined that somebody invalidated whom policy does not believe", c -> {
            c.accreditedOnly("board", "rule");
            Id grant = c.grant();
            c.at("2026-12-12").revoke("board", grant, "invalidated", "");
            c.expects(UNDETERMINED, 109);
        });
        say("blocks a grant that was invalidated before it was logged", c -> {
            c.at("2026-11-02");
            Ahead.grant(c, "2026-11-03", "invalidated", "");
            c.expects(BLOCKED, 102, 109);
        });
    }

    private void keys() {
        say("doubts a grant that a declared key signed", c -> {
            Id grant = c.at("2026-12-01").grant();
            Id declaration = Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.expects(UNDETERMINED, 203).names(203, grant, declaration);
        });
        say("lets a grant stand that a declared key signed before it was in wrong hands", c -> {
            c.grant();
            Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.expects(CLEARED);
        });
        say("blocks a grant by a declared key after a ruling for the person", c -> {
            c.accredited("board", "rule");
            c.at("2026-12-01").grant();
            Id declaration = Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.at("2026-12-13").endorse("board", Kit.LIN, declaration, "ruled", ",'for':'person'");
            c.expects(BLOCKED, 102, 203);
        });
        say("lets a grant by a declared key stand after a ruling for the licensee", c -> {
            c.accredited("board", "rule");
            c.at("2026-12-01").grant();
            Id declaration = Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.at("2026-12-13").endorse("board", Kit.LIN, declaration, "ruled", ",'for':'licensee'");
            c.expects(CLEARED).silent(203);
        });
        say("keeps a withdrawal in doubt that a declared key signed", c -> {
            Id grant = c.grant();
            c.at("2026-12-05").withdraw(grant, "");
            Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.expects(UNDETERMINED, 105);
        });
        say("doubts a lifting that a declared key signed", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            c.at("2026-11-02").grant();
            c.at("2026-12-05").lift(stop);
            Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.expects(UNDETERMINED, 104);
        });
    }
}
