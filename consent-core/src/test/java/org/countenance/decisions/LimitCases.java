package org.countenance.decisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countenance.Kit;
import org.countenance.record.Id;

/** Caps and exclusivity (decision.md section 5, Limits). */
final class LimitCases extends Group {

    LimitCases() {
        super("limits");
    }

    @Override
    void tell() {
        reliance();
        caps();
        elsewhere();
        exclusivity();
    }

    private static void two(Case c) {
        c.manifest(
                "'assets':[", "'assets':[" + Second.asset(2, "") + ",", "'uses':[", "'uses':[" + Second.use(2) + ",");
    }

    private static String seconds(int asset, int seconds) {
        return Second.asset(asset, "").replace("'seconds':4", "'seconds':" + seconds);
    }

    private static String caps(String caps) {
        return "'duties':[],'caps':{" + caps + "}";
    }

    private void reliance() {
        say("relies on the first of two grants that give the same", c -> {
            Id first = c.grant();
            c.grant();
            c.expects(CLEARED).relies("u1", first);
        });
        say("relies on a later grant without a cap before one with a cap", c -> {
            c.grant("'duties':[]", caps("'assets':5"));
            Id later = c.grant();
            c.expects(CLEARED).relies("u1", later);
        });
        say("relies on both grants of which each gives a part in the order of the log", c -> {
            Id voice = c.grant("['face','voice']", "['voice']");
            Id face = c.grant("['face','voice']", "['face']");
            c.expects(CLEARED).relies("u1", voice, face);
        });
        say("relies on a capped grant for what no other gives", c -> {
            Id capped = c.grant("'duties':[]", caps("'assets':5"));
            Id face = c.grant("['face','voice']", "['face']");
            c.expects(CLEARED).relies("u1", face, capped);
        });
        say("relies on nothing where a use is blocked", c -> {
            c.grant("['face','voice']", "['face']");
            c.expects(BLOCKED, 103).relies("u1");
        });
        say("relies on another grant for the asset beyond a cap", c -> {
            Id first = c.grant("'duties':[]", caps("'seconds':4"));
            Id second = c.grant("'duties':[]", caps("'seconds':9"));
            two(c);
            boolean fits = Case.asset(0).compareTo(Case.asset(2)) < 0;
            c.expects(CLEARED).silent(130).relies(fits ? "u1" : "u2", first).relies(fits ? "u2" : "u1", second);
        });
    }

    private void caps() {
        say("clears as many assets as a cap allows", c -> {
            c.grant("'duties':[]", caps("'assets':2"));
            two(c);
            c.expects(CLEARED);
        });
        say("blocks the asset beyond a cap in the order of hashes", c -> {
            c.grant("'duties':[]", caps("'assets':1"));
            two(c);
            boolean firstFits = Case.asset(0).compareTo(Case.asset(2)) < 0;
            c.expects(BLOCKED, 130).use(firstFits ? "u1" : "u2", CLEARED).use(firstFits ? "u2" : "u1", BLOCKED);
        });
        say("clears as many seconds as a cap allows", c -> {
            c.grant("'duties':[]", caps("'seconds':8"));
            two(c);
            c.expects(CLEARED);
        });
        say("blocks the second beyond a cap", c -> {
            c.grant("'duties':[]", caps("'seconds':7"));
            two(c);
            c.expects(BLOCKED, 130);
        });
        say("blocks every asset after the one that goes beyond a cap", c -> {
            c.grant("'duties':[]", caps("'seconds':8"));
            List<Integer> order = new ArrayList<>(List.of(2, 3, 4));
            order.sort(Comparator.comparing(Case::asset));
            c.manifest(
                    "'assets':[",
                    "'assets':[" + seconds(order.get(0), 4) + "," + seconds(order.get(1), 6) + ","
                            + seconds(order.get(2), 3) + ",",
                    "'uses':[",
                    "'uses':[" + Second.use(2) + "," + Second.use(3) + "," + Second.use(4) + ",",
                    Case.HASH,
                    "f".repeat(64));
            c.expects(BLOCKED, 130)
                    .use("u" + order.get(0), CLEARED)
                    .use("u" + order.get(1), BLOCKED)
                    .use("u" + order.get(2), BLOCKED);
        });
        say("counts an asset with two uses once", c -> {
            c.grant("'duties':[]", caps("'assets':1"), "'contexts':[]", "'contexts':['gambling']");
            c.manifest("'uses':[", "'uses':[" + Second.USE + ",");
            c.expects(CLEARED);
        });
        say("relies on a grant without a cap first", c -> {
            c.grant("'duties':[]", caps("'assets':1"));
            c.grant();
            two(c);
            c.expects(CLEARED);
        });
        say("takes a second capped grant when the first is spent", c -> {
            c.grant("'duties':[]", caps("'assets':1"));
            c.grant("'duties':[]", caps("'assets':1"));
            two(c);
            c.expects(CLEARED);
        });
    }

    private static Id anywhere(Case c, String caps) {
        return c.grant(
                "'duties':[]",
                caps(caps),
                "'productions':[{'id':{'scheme':'x-house','value':'P-1'}}]",
                "'productions':'*'");
    }

    private void elsewhere() {
        say("counts what another production consumed", c -> {
            Id grant = c.grant(
                    "'duties':[]",
                    caps("'assets':1"),
                    "'productions':[{'id':{'scheme':'x-house','value':'P-1'}}]",
                    "'productions':'*'");
            c.at("2026-12-01").clear(Kit.STUDIO, grant, "'value':'P-1'", "'value':'P-2'");
            c.expects(BLOCKED, 130);
        });
        say("counts the seconds that another production consumed", c -> {
            Id grant = anywhere(c, "'seconds':7");
            c.at("2026-12-01").clear(Kit.STUDIO, grant, "'value':'P-1'", "'value':'P-2'");
            c.expects(BLOCKED, 130).names(130, grant);
        });
        say("counts a clearance by a verifier whom policy believes", c -> {
            c.accredited("verifier", "verify");
            Id grant = anywhere(c, "'assets':1");
            c.at("2026-12-01").clear("verifier", grant, "'value':'P-1'", "'value':'P-2'");
            c.expects(BLOCKED, 130);
        });
        say("adds up what two other productions consumed", c -> {
            Id grant = anywhere(c, "'assets':2");
            c.at("2026-12-01").clear(Kit.STUDIO, grant, "'value':'P-1'", "'value':'P-2'");
            c.clear(Kit.STUDIO, grant, "'value':'P-1'", "'value':'P-3'");
            c.expects(BLOCKED, 130);
        });
        say("clears what two other productions left", c -> {
            Id grant = anywhere(c, "'assets':3");
            c.at("2026-12-01").clear(Kit.STUDIO, grant, "'value':'P-1'", "'value':'P-2'");
            c.clear(Kit.STUDIO, grant, "'value':'P-1'", "'value':'P-3'");
            c.expects(CLEARED);
        });
        say("does not count what this production was cleared for before", c -> {
            Id grant = c.grant("'duties':[]", caps("'assets':1"));
            c.at("2026-12-01").clear(Kit.STUDIO, grant);
            c.expects(CLEARED);
        });
        say("counts the newest clearance of another production alone", c -> {
            Id grant = c.grant(
                    "'duties':[]",
                    caps("'seconds':8"),
                    "'productions':[{'id':{'scheme':'x-house','value':'P-1'}}]",
                    "'productions':'*'");
            c.at("2026-12-01").clear(Kit.STUDIO, grant, "'value':'P-1'", "'value':'P-2'");
            c.at("2026-12-02").clear(Kit.STUDIO, grant, "'value':'P-1'", "'value':'P-2'");
            c.expects(CLEARED);
        });
        say("does not count a clearance by a verifier whom policy does not believe", c -> {
            c.accreditedOnly("verifier", "verify");
            Id grant = c.grant(
                    "'duties':[]",
                    caps("'assets':1"),
                    "'productions':[{'id':{'scheme':'x-house','value':'P-1'}}]",
                    "'productions':'*'");
            c.at("2026-12-01").clear("verifier", grant, "'value':'P-1'", "'value':'P-2'");
            c.expects(CLEARED);
        });
    }

    private void exclusivity() {
        say("warns of an exclusive grant to somebody else", c -> {
            c.party("other");
            Id theirs = c.grant("$studio", c.id("other").text(), "'exclusive':false", "'exclusive':true");
            Id ours = c.grant();
            c.expects(CLEARED).tells(131).names(131, ours, theirs);
        });
        say("warns of an exclusive grant when another was given too", c -> {
            c.party("other");
            c.grant("$studio", c.id("other").text());
            c.grant("'exclusive':false", "'exclusive':true");
            c.expects(CLEARED).tells(131);
        });
        say("is silent about an exclusive grant that meets no other", c -> {
            c.party("other");
            c.grant("$studio", c.id("other").text(), "['svod']", "['avod']");
            c.grant("'exclusive':false", "'exclusive':true");
            c.expects(CLEARED).silent(131);
        });
        say("warns of two exclusive grants", c -> {
            c.party("other");
            Id theirs = c.grant("$studio", c.id("other").text(), "'exclusive':false", "'exclusive':true");
            Id ours = c.grant("'exclusive':false", "'exclusive':true");
            c.expects(CLEARED).tells(131).names(131, ours, theirs);
        });
        say("is silent about two grants of which none is exclusive", c -> {
            c.party("other");
            c.grant("$studio", c.id("other").text());
            c.grant();
            c.expects(CLEARED).silent(131);
        });
        say("is silent about an exclusive grant to the same studio", c -> {
            c.grant("'exclusive':false", "'exclusive':true");
            c.grant();
            c.expects(CLEARED).silent(131);
        });
        say("is silent about an exclusive grant that its licensee returned", c -> {
            c.party("other");
            Id theirs = c.grant("$studio", c.id("other").text(), "'exclusive':false", "'exclusive':true");
            c.grant();
            c.at("2026-12-01").revoke("other", theirs, "returned", "");
            c.expects(CLEARED).silent(131);
        });
        say("is silent about an exclusive grant that has ended", c -> {
            c.party("other");
            Id theirs = c.grant(
                    "$studio",
                    c.id("other").text(),
                    "'exclusive':false",
                    "'exclusive':true",
                    "'notice':'P30D'",
                    "'notice':'P0D'");
            c.at("2026-12-12").withdraw(theirs, "");
            c.at("2026-12-13");
            c.grant("'facts':{}", "'facts':{},'ratifies':true");
            c.expects(CLEARED).silent(131);
        });
    }
}
