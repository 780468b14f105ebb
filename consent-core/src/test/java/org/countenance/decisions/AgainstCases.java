package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Whom a no is against, who may say it, and what undoes it (decision.md sections 3 and 9; records.md, prohibition). */
final class AgainstCases extends Group {

    private static final String WORK = "'productions':[{'id':{'scheme':'x-house','value':'P-1'}";

    AgainstCases() {
        super("against");
    }

    @Override
    void tell() {
        productions();
        members();
        delegates();
        strikes();
        orders();
        liftings();
    }

    private void against(String sentence, String against, String outcome, int... rules) {
        say(sentence, c -> {
            c.prohibit(ANY, "{" + against + "}", "all");
            c.at("2026-11-02").grant();
            c.expects(outcome, rules);
        });
    }

    private void productions() {
        against("stops the season that it is against", WORK + ",'season':1}]", BLOCKED, 104);
        against("leaves another season alone", WORK + ",'season':2}]", CLEARED);
        against("leaves another type of production alone", WORK + ",'type':'feature'}]", CLEARED);
        against("leaves another number of episodes alone", WORK + ",'episodes':9}]", CLEARED);
        say("stops a work that does not say whether it is the season that a no is against", c -> {
            c.prohibit(ANY, "{" + WORK + ",'season':2}]}", "all");
            c.at("2026-11-02").grant();
            c.manifest("'season':1,", "").expects(BLOCKED, 104);
        });
        say("stops a work that does not say whether it has the episodes that a no is against", c -> {
            c.prohibit(ANY, "{" + WORK + ",'episodes':9}]}", "all");
            c.at("2026-11-02").grant();
            c.manifest("'season':1,'episodes':8,", "'season':1,").manifest("'season':1,", "");
            c.expects(BLOCKED, 104);
        });
        against("stops every production by a wildcard", "'productions':'*'", BLOCKED, 104);
    }

    private void members() {
        against("stops every licensee by a wildcard", "'licensees':'*'", BLOCKED, 104);
        against("stops where licensee and production match", "'licensees':['$studio']," + WORK + "}]", BLOCKED, 104);
        against(
                "leaves alone where only the licensee matches",
                "'licensees':['$studio'],'productions':[{'id':{'scheme':'x-house','value':'P-2'}}]",
                CLEARED);
        against(
                "leaves her own grant alone where only the licensee matches",
                "'licensees':['$studio'],'signers':'delegates'",
                CLEARED);
        against("leaves a grant without an agreement alone", "'cba':'x-2026'", CLEARED);
        say("leaves a grant under an agreement of another name alone", c -> {
            c.prohibit(ANY, "{'cba':'x-2027'}", "all");
            c.at("2026-11-02");
            Strikes.grant(c, "none");
            c.expects(CLEARED);
        });
        say("stops a grant to several studios for the one that a no is against", c -> {
            c.party("other");
            c.prohibit(ANY, "{'licensees':['$studio']}", "all");
            c.at("2026-11-02").grant("['$studio']", "['$studio','$other']");
            c.expects(BLOCKED, 104);
        });
        say("leaves a grant to several studios alone for the one that a no is not against", c -> {
            c.party("other");
            c.prohibit(ANY, "{'licensees':['$other']}", "all");
            c.at("2026-11-02").grant("['$studio']", "['$studio','$other']");
            c.expects(CLEARED);
        });
        say("wants grant and licensee to match", c -> {
            c.party("other");
            Id grant = c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-12").prohibit(ANY, "{'grants':['" + grant + "'],'licensees':['$other']}", "all");
            c.expects(CLEARED);
        });
    }

    private static Id agent(Case c, String powers) {
        c.party("agent");
        return Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, powers, "");
    }

    private static void says(Case c, Id link) {
        c.at("2027-02-10")
                .kit()
                .sign(
                        RecordKind.PROHIBITION,
                        "agent",
                        c.id(Kit.LIN),
                        "{'capacity':'agent','delegation':'" + link
                                + "','scopes':'*','against':'*','reach':'all','ground':'standing'}");
    }

    private void delegates() {
        say("leaves an earlier grant alone by a no of an agent who may not withdraw", c -> {
            Id link = agent(c, "'prohibit'");
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            says(c, link);
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("ends an earlier grant by a no of an agent who may withdraw", c -> {
            Id link = agent(c, "'prohibit','withdraw'");
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            says(c, link);
            c.asks("2027-02-15").expects(BLOCKED, 104);
        });
        say("leaves an earlier grant of a context by name alone by a no of an agent who may not withdraw", c -> {
            Id link = agent(c, "'prohibit'");
            Named.political(c);
            says(c, link);
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("bites at once on a context by name by a no of an agent who may withdraw", c -> {
            Id link = agent(c, "'prohibit','withdraw'");
            Named.political(c);
            says(c, link);
            c.shown("2027-02-01", "2027-02-11").asks("2027-02-15").expects(BLOCKED, 104);
        });
        say("is not stepped over by an agent's grant that names it", c -> {
            Id link = agent(c, "'grant'");
            Id stop = c.prohibit(ANY, ANY, "all");
            c.at("2026-11-02");
            Minors.as(
                    c, "agent", "agent", Kit.LIN, link, "'facts':{}", "'facts':{},'notwithstanding':['" + stop + "']");
            c.expects(BLOCKED, 104);
        });
        say("is stepped over in a context by name by the person's own grant that names it", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            Named.political(c.at("2026-11-02"), "'facts':{}", "'facts':{},'notwithstanding':['" + stop + "']");
            c.expects(CLEARED);
        });
    }

    private void strikes() {
        say("leaves a grant alone that stands under the agreement of another guild", c -> {
            Strikes.grant(c, "suspends");
            Id other = c.party("other");
            c.at("2026-12-01");
            c.kit()
                    .sign(
                            RecordKind.PROHIBITION,
                            "other",
                            other,
                            "{'scopes':'*','against':{'cba':'x-2026'},'reach':'all','ground':'strike'}");
            c.expects(CLEARED);
        });
        say("suspends what stands under the agreement that a strike is against", c -> {
            Strikes.grant(c, "suspends");
            Strikes.call(c, "2026-12-01", "{'cba':'x-2026'}");
            c.expects(BLOCKED, 106);
        });
        say("leaves a grant alone that was signed during a strike and that no strike suspends", c -> {
            c.party("guild");
            Strikes.call(c, "2026-11-01");
            c.at("2026-11-02")
                    .grant(
                            "'strike':'suspends'",
                            "'agreement':{'guild':'" + c.id("guild") + "','cba':'x-2026'},'strike':'none'");
            c.expects(CLEARED);
        });
        say("leaves a context by name alone by a strike that does not suspend the grant", c -> {
            String agreement = "'agreement':{'guild':'" + c.party("guild") + "','cba':'x-2026'},'strike':'none'";
            Named.political(c, "'strike':'suspends'", agreement);
            Strikes.call(c, "2026-12-01");
            c.expects(CLEARED);
        });
    }

    private static Id order(Case c, String when) {
        c.accredited("registrar", "order");
        c.grant();
        c.at(when);
        return c.kit()
                .sign(
                        RecordKind.PROHIBITION,
                        "registrar",
                        c.id(Kit.LIN),
                        "{'scopes':'*','against':'*','reach':'all','ground':'order'}");
    }

    private void orders() {
        say("keeps an order that a court invalidated whom policy does not believe", c -> {
            c.accreditedOnly("court", "court");
            Id order = order(c, "2026-12-01");
            c.at("2026-12-12").revoke("court", order, "invalidated", "");
            c.expects(BLOCKED, 107);
        });
        say("leaves an order in doubt that a court invalidated with a key in wrong hands", c -> {
            c.accredited("court", "court");
            Id order = order(c, "2026-12-01");
            c.at("2026-12-12").revoke("court", order, "invalidated", "");
            Keys.declare(c, "court", "2026-12-13", "2026-12-12T00:00:00Z");
            c.expects(UNDETERMINED, 107);
        });
        say("keeps an order that a court invalidated with a key already declared", c -> {
            c.accredited("court", "court");
            Id order = order(c, "2026-12-01");
            Keys.declare(c, "court", "2026-12-05", "2026-12-05T00:00:00Z");
            c.at("2026-12-12").revoke("court", order, "invalidated", "");
            c.expects(BLOCKED, 107);
        });
        say("leaves an order in doubt that was signed with a key in wrong hands", c -> {
            order(c, "2026-12-12");
            Keys.declare(c, "registrar", "2026-12-13", "2026-12-12T00:00:00Z");
            c.expects(UNDETERMINED, 107);
        });
    }

    private void liftings() {
        say("stands again when it was lifted and set anew", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            c.at("2026-11-02").lift(stop);
            Id again = c.at("2026-11-03").prohibit(ANY, ANY, "all");
            c.at("2026-11-04").grant();
            c.expects(BLOCKED, 104).names(104, again);
        });
        say("leaves the time between a lifting and a new no alone", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            c.at("2026-11-02").grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-01").lift(stop);
            c.at("2026-12-14").prohibit(ANY, ANY, "new");
            c.expects(CLEARED);
        });
        say("ends a no from before its notice ran out when it is lifted", c -> {
            c.grant();
            Id stop = c.at("2026-12-12").prohibit(ANY, ANY, "all");
            c.at("2027-01-10T23:59:59.999Z").lift(stop);
            c.asks("2027-01-11").expects(CLEARED);
        });
        say("never clears what was made between the end of a notice and a lifting", c -> {
            c.grant();
            Id stop = c.at("2026-12-12").prohibit(ANY, ANY, "all");
            c.at("2027-01-20").lift(stop);
            c.made("2027-01-11", "2027-01-12").asks("2027-01-21").expects(BLOCKED, 104);
        });
    }
}
