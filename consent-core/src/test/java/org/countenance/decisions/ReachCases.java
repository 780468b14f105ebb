package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** How far each kind of no reaches, under each of the terms for what is out: the columns of the table of decision.md section 3. */
final class ReachCases extends Group {

    private static final String WITHDRAWS = "'released':'withdraw'";
    private static final String WINDS_DOWN = "'released':'wind-down','windDown':'P30D'";
    private static final String[][] TERMS = {
        {"continue", "'released':'continue'"}, {"wind-down", WINDS_DOWN}, {"withdraw", WITHDRAWS}
    };

    /** When a no of 10 February takes effect under a notice of thirty days, and when what is out has wound down. */
    private static final String EFFECTIVE = "2027-03-12";

    private static final String WOUND_DOWN = "2027-04-11";

    ReachCases() {
        super("reach");
    }

    @Override
    void tell() {
        for (String reach : new String[] {"new", "unreleased", "all"}) {
            for (String[] terms : TERMS) {
                standing(reach, terms[0], terms[1]);
            }
            first(reach);
            order(reach);
            named(reach);
        }
        making();
        returns();
        superseding();
    }

    /** Both sides of the instant up to which something may be shown; to the end when it is empty. */
    private void upTo(String limit, String what, int rule, java.util.function.Consumer<Case> history) {
        if (limit.isEmpty()) {
            say("shows to the end " + what, c -> {
                history.accept(c);
                c.asks("2027-02-15").expects(CLEARED);
            });
            return;
        }
        say("shows for as long as it may " + what, c -> {
            history.accept(c);
            c.shown("2027-02-01", limit).asks("2027-02-15").expects(CLEARED);
        });
        say("shows not a second longer " + what, c -> {
            history.accept(c);
            c.shown("2027-02-01", limit)
                    .manifest(limit + "T00:00:00Z", limit + "T00:00:01Z")
                    .asks("2027-02-15")
                    .expects(BLOCKED, rule);
        });
    }

    private static Id out(Case c, String released) {
        c.accredited("verifier", "verify");
        Id grant = c.grant(WITHDRAWS, released);
        c.at("2027-01-20").clear("verifier", grant);
        c.at("2027-02-10");
        return grant;
    }

    private void standing(String reach, String name, String released) {
        boolean all = reach.equals("all");
        String end = name.equals("continue") ? "" : name.equals("withdraw") ? EFFECTIVE : WOUND_DOWN;
        upTo(all ? end : "", "what is out after a no with the reach " + reach + " under " + name, 104, c -> {
            out(c, released);
            c.prohibit(ANY, ANY, reach);
        });
    }

    private void first(String reach) {
        String end = reach.equals("new") ? "" : EFFECTIVE;
        upTo(end, "what is not out after a no with the reach " + reach + " that came after the grant", 104, c -> {
            c.grant(WITHDRAWS, "'released':'continue'");
            c.at("2027-02-10").prohibit(ANY, ANY, reach);
        });
        say("stops what was made before a no with the reach " + reach + " that stood before the grant", c -> {
            c.at("2026-12-11").prohibit(ANY, ANY, reach);
            c.at("2026-12-12").grant("'facts':{}", "'facts':{},'ratifies':true");
            if (reach.equals("new")) {
                c.expects(CLEARED);
            } else {
                c.expects(BLOCKED, 104);
            }
        });
    }

    private void order(String reach) {
        upTo(reach.equals("all") ? "2027-02-10" : "", "what is out under an order with the reach " + reach, 107, c -> {
            c.accredited("registrar", "order");
            out(c, "'released':'continue'");
            order(c, reach);
        });
        upTo(
                reach.equals("new") ? "" : "2027-02-10",
                "what is not out under an order with the reach " + reach,
                107,
                c -> {
                    c.accredited("registrar", "order");
                    c.grant();
                    c.at("2027-02-10");
                    order(c, reach);
                });
    }

    private static void order(Case c, String reach) {
        c.kit()
                .sign(
                        RecordKind.PROHIBITION,
                        "registrar",
                        c.id(Kit.LIN),
                        "{'scopes':'*','against':'*','reach':'" + reach + "','ground':'order'}");
    }

    /** In a context that is given by name any no bites at once, within its reach. */
    private void named(String reach) {
        String no = "in a context that is given by name under a no with the reach " + reach;
        upTo(reach.equals("all") ? "2027-02-10" : "", "what is out " + no, 104, c -> {
            c.accredited("verifier", "verify");
            Id grant = Named.political(c, WITHDRAWS, "'released':'continue'");
            c.at("2027-01-20").clear("verifier", grant);
            c.at("2027-02-10").prohibit(ANY, ANY, reach);
        });
        upTo(reach.equals("new") ? "" : "2027-02-10", "what is not out " + no, 104, c -> {
            Named.political(c, WITHDRAWS, "'released':'continue'");
            c.at("2027-02-10").prohibit(ANY, ANY, reach);
        });
        String strike = "in a context that is given by name under a strike with the reach " + reach;
        upTo(reach.equals("all") ? "2027-02-10" : "", "what is out " + strike, 106, c -> {
            c.accredited("verifier", "verify");
            String agreement = "'agreement':{'guild':'" + c.party("guild") + "','cba':'x-2026'},'duties':[]";
            Id grant = Named.political(c, WITHDRAWS, "'released':'continue'", "'duties':[]", agreement);
            c.at("2027-01-20").clear("verifier", grant);
            c.at("2027-02-10");
            c.kit()
                    .sign(
                            RecordKind.PROHIBITION,
                            "guild",
                            c.id("guild"),
                            "{'scopes':'*','against':'*','reach':'" + reach + "','ground':'strike'}");
        });
    }

    private void making() {
        say("leaves alone what was finished when a no to new material took effect", c -> {
            c.grant();
            c.at("2027-02-10").prohibit(ANY, ANY, "new");
            c.made("2027-03-11", EFFECTIVE).asks("2027-03-20").expects(CLEARED);
        });
        say("stops what was finished a second after a no to new material took effect", c -> {
            c.grant();
            c.at("2027-02-10").prohibit(ANY, ANY, "new");
            c.made("2027-03-11", EFFECTIVE).manifest(EFFECTIVE + "T00:00:00Z", EFFECTIVE + "T00:00:01Z");
            c.asks("2027-03-20").expects(BLOCKED, 104);
        });
    }

    private void returns() {
        upTo("2027-03-12", "what is out after a return under wind-down", 105, c -> {
            Id grant = out(c, WINDS_DOWN);
            c.revoke(Kit.STUDIO, grant, "returned", "");
        });
        upTo("2027-02-10", "what is out after a return under withdraw", 105, c -> {
            Id grant = out(c, WITHDRAWS);
            c.revoke(Kit.STUDIO, grant, "returned", "");
        });
        upTo("2027-02-10", "what is not out after a return under continue", 105, c -> {
            Id grant = c.grant(WITHDRAWS, "'released':'continue'");
            c.at("2027-02-10").revoke(Kit.STUDIO, grant, "returned", "");
        });
    }

    private void superseding() {
        for (String[] terms : TERMS) {
            String end = terms[0].equals("continue") ? "" : terms[0].equals("withdraw") ? "2027-02-10" : EFFECTIVE;
            upTo(end, "what is out after an accepted superseding under " + terms[0], 105, c -> {
                Id old = out(c, terms[1]);
                Id next = c.grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
                c.at("2027-02-11").endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
            });
        }
        upTo(WOUND_DOWN, "what is out after a superseding that nobody accepts under wind-down", 105, c -> {
            Id old = out(c, WINDS_DOWN);
            c.grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + old + "'");
        });
    }
}
