package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Who settles a contested or disputed end, and from when it counts (decision.md sections 3 and 9). */
final class SettlementCases extends Group {

    private static final String NOTICE = "'notice':'P30D'";
    private static final String NEVER = "'notice':'never'";

    SettlementCases() {
        super("settlements");
    }

    @Override
    void tell() {
        causes();
        disputes();
        contested();
        noes();
        doubt();
    }

    private static Id caused(Case c, String terms, String cause) {
        Id grant = terms.isEmpty() ? c.grant() : c.grant("'notice':'P30D','cause':'P7D'", terms);
        return c.at("2026-12-12").withdraw(grant, ",'cause':'" + cause + "'");
    }

    /** Both sides of the first day on which nothing may be shown. */
    private void ends(String sentence, String day, java.util.function.Consumer<Case> history) {
        say("goes on until " + sentence, c -> {
            history.accept(c);
            c.shown("2027-01-01", day).expects(CLEARED);
        });
        say("ends with " + sentence, c -> {
            history.accept(c);
            c.shown("2027-01-01", day).manifest(day + "T00:00:00Z", day + "T00:00:01Z");
            c.expects(BLOCKED, 105);
        });
    }

    private void causes() {
        ends("the plain notice when the terms foresee no cause", "2027-01-11", c -> {
            caused(c, "'notice':'P30D','cause':'never'", "breach");
        });
        ends("the notice with a cause though the plain one is never", "2027-02-10", c -> {
            caused(c, "'notice':'never','cause':'P60D'", "harm");
        });
        for (String cause : new String[] {"unpaid", "breach", "harm", "unlawful"}) {
            say("takes the shorter notice with the cause " + cause, c -> {
                caused(c, "", cause);
                c.shown("2027-01-01", "2027-01-02").expects(BLOCKED, 105);
            });
        }
        say("contests a cause called other where the plain notice is never", c -> {
            caused(c, "'notice':'never','cause':'P7D'", "other");
            c.expects(UNDETERMINED, 108);
        });
        say("contests a cause where neither notice is foreseen", c -> {
            caused(c, "'notice':'never','cause':'never'", "breach");
            c.expects(UNDETERMINED, 108);
        });
        say("contests a withdrawal from the date that is asked", c -> {
            Id grant = c.grant(NOTICE, NEVER);
            c.at("2026-12-12").withdraw(grant, ",'effective':'2027-03-01T00:00:00Z'");
            c.shown("2027-02-01", "2027-03-01").expects(CLEARED);
        });
        say("contests what is shown after the date that is asked", c -> {
            Id grant = c.grant(NOTICE, NEVER);
            c.at("2026-12-12").withdraw(grant, ",'effective':'2027-03-01T00:00:00Z'");
            c.shown("2027-02-01", "2027-03-01").manifest("2027-03-01T00:00:00Z", "2027-03-01T00:00:01Z");
            c.expects(UNDETERMINED, 108);
        });
        say("contests only the part that is withdrawn", c -> {
            Id grant = c.grant(NOTICE, NEVER, "['svod']", "['svod','avod']");
            c.at("2026-12-12").revoke(Kit.LIN, grant, "withdrawn", ",'scopes':[" + scope("media", "['avod']") + "]");
            c.expects(CLEARED);
        });
    }

    private void disputed(Case c, String when) {
        Id withdrawal = caused(c, "", "breach");
        c.at(when).endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
        c.shown("2027-01-01", "2027-01-11").asks("2026-12-20");
    }

    private void disputes() {
        say("hears a dispute of a millisecond before the end", c -> {
            disputed(c, "2026-12-18T23:59:59.999Z");
            c.expects(UNDETERMINED, 108);
        });
        say("hears no dispute of the instant of the end", c -> {
            disputed(c, "2026-12-19");
            c.expects(BLOCKED, 105);
        });
        say("hears no dispute by another licensee", c -> {
            c.party("other");
            Id grant = c.grant("['$studio']", "['$studio','$other']");
            Id withdrawal = c.at("2026-12-12").withdraw(grant, ",'cause':'breach'");
            c.at("2026-12-14").endorse("other", Kit.LIN, withdrawal, "disputes", "");
            c.shown("2027-01-01", "2027-01-11").expects(BLOCKED, 105);
        });
        say("shows until the end of a withdrawal whose cause is disputed", c -> {
            Id withdrawal = caused(c, "'notice':'P60D','cause':'P30D'", "breach");
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("never brings the end forward by a dispute", c -> {
            Id withdrawal = caused(c, "'notice':'P7D','cause':'P30D'", "breach");
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("ends for good what is disputed under a notice that came before", c -> {
            Id withdrawal = caused(c, "'notice':'P7D','cause':'P30D'", "breach");
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
            c.shown("2027-01-01", "2027-01-12").expects(BLOCKED, 105);
        });
        say("leaves a disputed cause undetermined for good where the plain notice is never", c -> {
            Id withdrawal = caused(c, "'notice':'never','cause':'P7D'", "breach");
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
            c.expects(UNDETERMINED, 108);
        });
        say("lets everything go on after a ruling against the cause where the plain notice is never", c -> {
            c.accredited("board", "rule");
            Id withdrawal = caused(c, "'notice':'never','cause':'P7D'", "breach");
            c.at("2026-12-14").endorse("board", Kit.LIN, withdrawal, "ruled", ",'for':'licensee'");
            c.expects(CLEARED);
        });
        settled(
                "ends a disputed withdrawal that the producer accepts after all",
                Kit.STUDIO,
                "accepts",
                "",
                BLOCKED,
                105);
        settled(
                "ends a disputed withdrawal after a ruling for the person",
                "board",
                "ruled",
                ",'for':'person'",
                BLOCKED,
                105);
        settled(
                "keeps the plain notice after a ruling for the licensee",
                "board",
                "ruled",
                ",'for':'licensee'",
                CLEARED);
        say("goes on when the person lifts a disputed withdrawal", c -> {
            Id withdrawal = caused(c, "", "breach");
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
            c.at("2026-12-15").lift(withdrawal);
            c.shown("2027-01-01", "2027-07-01").expects(CLEARED);
        });
    }

    private void settled(String sentence, String who, String says, String more, String outcome, int... rules) {
        say(sentence, c -> {
            c.accredited("board", "rule");
            Id withdrawal = caused(c, "", "breach");
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "disputes", "");
            c.at("2026-12-15").endorse(who, Kit.LIN, withdrawal, says, more);
            c.shown("2027-01-01", "2027-01-11").expects(outcome, rules);
        });
    }

    private void contested() {
        say("counts an acceptance from the date that was asked", c -> {
            Id withdrawal = asked(c);
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "accepts", "");
            c.shown("2027-02-01", "2027-03-01").expects(CLEARED);
        });
        say("ends with the date that was asked after an acceptance", c -> {
            Id withdrawal = asked(c);
            c.at("2026-12-14").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "accepts", "");
            c.shown("2027-02-01", "2027-03-02").expects(BLOCKED, 105);
        });
        say("counts an acceptance from before though it came later", c -> {
            Id grant = c.grant(NOTICE, NEVER);
            Id withdrawal = c.at("2026-12-12").withdraw(grant, "");
            c.at("2027-02-10").endorse(Kit.STUDIO, Kit.LIN, withdrawal, "accepts", "");
            c.shown("2027-01-01", "2027-01-02").asks("2027-02-11").expects(BLOCKED, 105);
        });
    }

    private static Id asked(Case c) {
        Id grant = c.grant(NOTICE, NEVER);
        return c.at("2026-12-12").withdraw(grant, ",'effective':'2027-03-01T00:00:00Z'");
    }

    private void no(String sentence, String who, String says, String more, String outcome, int... rules) {
        say(sentence, c -> {
            c.accredited("board", "rule");
            c.grant(NOTICE, NEVER);
            Id stop = c.at("2026-12-12").prohibit(ANY, ANY, "all");
            c.at("2026-12-14").endorse(who, Kit.LIN, stop, says, more);
            c.expects(outcome, rules);
        });
    }

    private void noes() {
        no("ends a grant by a contested no that the producer accepts", Kit.STUDIO, "accepts", "", BLOCKED, 104);
        no(
                "ends a grant by a contested no after a ruling for the person",
                "board",
                "ruled",
                ",'for':'person'",
                BLOCKED,
                104);
        no(
                "keeps a grant under a contested no after a ruling for the licensee",
                "board",
                "ruled",
                ",'for':'licensee'",
                CLEARED);
        no("keeps a contested no in doubt that the producer disputes", Kit.STUDIO, "disputes", "", UNDETERMINED, 108);
        say("goes on when the person lifts a contested no", c -> {
            c.grant(NOTICE, NEVER);
            Id stop = c.at("2026-12-12").prohibit(ANY, ANY, "all");
            c.at("2026-12-14").lift(stop);
            c.expects(CLEARED);
        });
        say("lets no ruling for the licensee undo a no that the terms foresee", c -> {
            c.accredited("board", "rule");
            c.grant();
            Id stop = c.at("2026-12-12").prohibit(ANY, ANY, "all");
            c.at("2026-12-14").endorse("board", Kit.LIN, stop, "ruled", ",'for':'licensee'");
            c.expects(BLOCKED, 104);
        });
    }

    private void confirmed(String sentence, boolean believed, String outcome, int... rules) {
        say(sentence, c -> {
            if (believed) {
                c.accredited("board", "rule");
            } else {
                c.accreditedOnly("board", "rule");
            }
            Id grant = c.grant();
            Id withdrawal = c.at("2026-12-05").withdraw(grant, "");
            Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.at("2026-12-13").endorse("board", Kit.LIN, withdrawal, "confirms", "");
            c.expects(outcome, rules);
        });
    }

    private void doubt() {
        confirmed("counts a withdrawal in doubt that a party with the power to rule confirms", true, BLOCKED, 105);
        confirmed(
                "keeps a withdrawal in doubt that somebody confirms whom policy does not believe",
                false,
                UNDETERMINED,
                105);
        say("counts a withdrawal in full that a declared key signed before it was in wrong hands", c -> {
            Id grant = c.grant();
            c.at("2026-11-30T23:59:59.999Z").withdraw(grant, "");
            Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.expects(BLOCKED, 105);
        });
        say("doubts a withdrawal of the instant from which its key was in wrong hands", c -> {
            Id grant = c.grant();
            c.at("2026-12-01").withdraw(grant, "");
            Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.expects(UNDETERMINED, 105);
        });
        say("counts a withdrawal in full after a ruling that its key was in good hands", c -> {
            c.accredited("board", "rule");
            Id grant = c.grant();
            c.at("2026-12-05").withdraw(grant, "");
            Id declaration = Keys.declare(c, "2026-12-12", "2026-12-01T00:00:00Z");
            c.at("2026-12-13").endorse("board", Kit.LIN, declaration, "ruled", ",'for':'licensee'");
            c.expects(BLOCKED, 105);
        });
        say("doubts a no that was signed with a key already declared", c -> {
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            Keys.declare(c, "2026-12-01", "2026-12-01T00:00:00Z");
            c.at("2026-12-12").prohibit(ANY, ANY, "all");
            c.expects(UNDETERMINED, 104);
        });
        say("bounds a doubtful withdrawal by its signer's scopes", c -> {
            agent(c, "['avod']");
            c.expects(CLEARED);
        });
        say("doubts what a delegate withdrew with a key already declared", c -> {
            agent(c, "['svod']");
            c.expects(UNDETERMINED, 105);
        });
    }

    private static void agent(Case c, String media) {
        c.party("agent");
        Id link = Minors.link(
                c, Kit.LIN, "agent", "agent", Kit.LIN, "'withdraw'", ",'within':[" + scope("media", media) + "]");
        Id grant = c.grant();
        Keys.declare(c, "agent", "2026-12-01", "2026-12-01T00:00:00Z");
        c.at("2026-12-12");
        c.kit()
                .sign(
                        RecordKind.REVOCATION,
                        "agent",
                        c.id(Kit.LIN),
                        "{'capacity':'agent','delegation':'" + link + "','target':'" + grant
                                + "','event':'withdrawn','scopes':'*'}");
    }
}
