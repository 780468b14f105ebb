package org.countenance.decisions;

import java.util.function.Consumer;
import org.countenance.Kit;
import org.countenance.record.Id;

/** Work that is out before a stop comes (decision.md sections 3 and 9). */
final class OutCases extends Group {

    private static final String WITHDRAWS = "'released':'withdraw'";
    private static final String CONTINUES = "'released':'continue'";
    private static final String WINDS_DOWN = "'released':'wind-down','windDown':'P30D'";

    OutCases() {
        super("out");
    }

    @Override
    void tell() {
        terms();
        kinds();
        clearances();
        others();
    }

    /** A grant, a clearance on 20 January, a withdrawal on 10 February (in effect 12 March), a question on 15 February. */
    private static Id history(Case c, String released) {
        c.accredited("verifier", "verify");
        Id grant = c.grant(WITHDRAWS, released);
        c.at("2027-01-20").clear("verifier", grant);
        c.at("2027-02-10");
        return grant;
    }

    private void told(String sentence, String released, Consumer<Case> more, String outcome, int... rules) {
        say(sentence, c -> {
            Id grant = history(c, released);
            c.withdraw(grant, "");
            more.accept(c);
            c.asks("2027-02-15").expects(outcome, rules);
        });
    }

    private void terms() {
        told("lets what is out go on to the end under continue", CONTINUES, c -> {}, CLEARED);
        told("lets what is out wind down", WINDS_DOWN, c -> c.shown("2027-02-01", "2027-04-11"), CLEARED);
        told(
                "ends what is out when it has wound down",
                WINDS_DOWN,
                c -> c.shown("2027-02-01", "2027-04-12"),
                BLOCKED,
                105);
        told(
                "lets what is out go on until a withdrawal takes effect",
                WITHDRAWS,
                c -> c.shown("2027-02-01", "2027-03-12"),
                CLEARED);
        told("ends what is out with a withdrawal", WITHDRAWS, c -> c.shown("2027-02-01", "2027-03-13"), BLOCKED, 105);
        say("ends what is not out with a withdrawal under continue", c -> {
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            c.at("2027-02-10").withdraw(grant, "");
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
        say("lets only the region go on in which the work is out", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES, "'include':['CN']", "'include':['CN','SG']");
            c.at("2027-01-20").clear("verifier", grant);
            c.at("2027-02-10").withdraw(grant, "");
            c.manifest("'include':['CN']", "'include':['SG']")
                    .asks("2027-02-15")
                    .expects(BLOCKED, 105);
        });
        say("does not count a release as out that had not begun when the withdrawal took effect", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            c.at("2026-12-12").clear("verifier", grant);
            c.at("2026-12-13").withdraw(grant, "");
            c.expects(BLOCKED, 105);
        });
    }

    private void kinds() {
        say("lets what is out go on through a strike", c -> {
            c.accredited("verifier", "verify");
            Id grant = Strikes.grant(c, "suspends");
            c.at("2027-01-20").clear("verifier", grant);
            Strikes.call(c, "2027-02-10");
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("ends what is out by an order of full reach", c -> {
            c.accredited("registrar", "order");
            history(c, CONTINUES);
            c.kit()
                    .sign(
                            org.countenance.record.RecordKind.PROHIBITION,
                            "registrar",
                            c.id(Kit.LIN),
                            "{'scopes':'*','against':'*','reach':'all','ground':'order'}");
            c.asks("2027-02-15").expects(BLOCKED, 107);
        });
        say("lets what is out go on under an order with the reach unreleased", c -> {
            c.accredited("registrar", "order");
            history(c, WITHDRAWS);
            c.kit()
                    .sign(
                            org.countenance.record.RecordKind.PROHIBITION,
                            "registrar",
                            c.id(Kit.LIN),
                            "{'scopes':'*','against':'*','reach':'unreleased','ground':'order'}");
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("lets what is out go on under a no with the reach unreleased", c -> {
            history(c, WITHDRAWS);
            c.prohibit(ANY, ANY, "unreleased");
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("lets what is out go on as the terms say after a no of full reach", c -> {
            history(c, CONTINUES);
            c.prohibit(ANY, ANY, "all");
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("lets what is out go on as the terms say after a return", c -> {
            Id grant = history(c, CONTINUES);
            c.revoke(Kit.STUDIO, grant, "returned", "");
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("ends what is out at once by a return under withdraw", c -> {
            Id grant = history(c, WITHDRAWS);
            c.revoke(Kit.STUDIO, grant, "returned", "");
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
        say("leaves what is out alone under continue even where the withdrawal is contested", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES, "'notice':'P30D'", "'notice':'never'");
            c.at("2027-02-05").clear("verifier", grant);
            c.at("2027-02-10").withdraw(grant, "");
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("ends what is out by an invalidation", c -> {
            c.accredited("board", "rule");
            Id grant = history(c, CONTINUES);
            c.revoke("board", grant, "invalidated", "");
            c.asks("2027-02-15").expects(BLOCKED, 102, 109);
        });
        say("ends what is out by a no to a context that is given by name", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES, "'contexts':[]", "'contexts':['political']");
            c.at("2027-01-20").clear("verifier", grant);
            c.at("2027-02-10").prohibit(ANY, ANY, "all");
            c.manifest("'contexts':[]", "'contexts':['political']")
                    .asks("2027-02-15")
                    .expects(BLOCKED, 104);
        });
    }

    private void clearance(String sentence, String verifier, String... changes) {
        say(sentence, c -> {
            c.accredited("verifier", "verify");
            c.accreditedOnly("stranger", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            c.at("2027-01-20").clear(verifier, grant, changes);
            c.at("2027-02-10").withdraw(grant, "");
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
    }

    private void clearances() {
        clearance("does not believe the producer's own clearance", Kit.STUDIO);
        clearance("does not believe a clearance by whom policy does not believe", "stranger");
        clearance("does not count a clearance that blocked", "verifier", "'outcome':'cleared'", "'outcome':'blocked'");
        clearance(
                "does not count a clearance that skipped the coverage",
                "verifier",
                "'skipped':['law','inventory']",
                "'skipped':['coverage']");
        clearance("does not count a clearance with waivers", "verifier", "'waived':[]", "'waived':['LC121']");
        clearance("does not count a clearance of another release", "verifier", "'media':['svod']", "'media':['avod']");
        say("does not count a clearance that relied on another grant", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            Id other = c.grant("['svod']", "['avod']");
            c.at("2027-01-20").clear("verifier", other);
            c.at("2027-02-10").withdraw(grant, "");
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
        say("does not count a clearance that came after the withdrawal", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            c.at("2027-02-10").withdraw(grant, "");
            c.at("2027-02-11").clear("verifier", grant);
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
        say("does not count a clearance of the instant of the withdrawal", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            c.at("2027-02-10").clear("verifier", grant);
            c.withdraw(grant, "");
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
        say("does not count a clearance that was invalidated", c -> {
            c.accredited("verifier", "verify");
            c.accredited("board", "rule");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            Id clearance = c.at("2027-01-20").clear("verifier", grant);
            c.at("2027-01-21").endInvalid("board", Kit.STUDIO, clearance);
            c.at("2027-02-10").withdraw(grant, "");
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
        say("wants identities of documented where policy does", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.policy("'identity':'documented'");
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            c.at("2027-01-20").clear("verifier", grant);
            c.at("2027-02-10").withdraw(grant, "");
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
    }

    private void others() {
        say("counts a trimmed asset as out with its source", c -> {
            Id grant = history(c, CONTINUES);
            c.withdraw(grant, "");
            c.manifest(
                    "'sha256':'" + Case.HASH + "'",
                    "'sha256':'" + Case.asset(1).hex() + "','derivedFrom':{'sha256':'" + Case.HASH + "','by':'trim'}");
            c.asks("2027-02-15").expects(CLEARED).tells(134);
        });
        say("does not count another asset as out", c -> {
            Id grant = history(c, CONTINUES);
            c.withdraw(grant, "");
            c.manifest(Case.HASH, Case.asset(1).hex()).asks("2027-02-15").expects(BLOCKED, 105);
        });
        say("stops new material even where an asset is out", c -> {
            Id grant = history(c, CONTINUES);
            c.at("2027-02-10").withdraw(grant, ",'cause':'harm'");
            c.made("2027-02-16", "2027-02-18").asks("2027-02-20").expects(BLOCKED, 105);
        });
    }
}
