package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;

/** What a clearance must say so that its assets are out (decision.md sections 3 and 9). */
final class ClearanceCases extends Group {

    private static final String WITHDRAWS = "'released':'withdraw'";
    private static final String CONTINUES = "'released':'continue'";
    private static final String SKIPPED = "'skipped':['law','inventory']";

    ClearanceCases() {
        super("clearances");
    }

    @Override
    void tell() {
        contents();
        instants();
        identities();
        issuers();
        regions();
        derived();
    }

    private static void cleared(Case c, String verifier, String... changes) {
        Id grant = c.grant(WITHDRAWS, CONTINUES);
        c.at("2027-01-20").clear(verifier, grant, changes);
        c.at("2027-02-10").withdraw(grant, "");
        c.asks("2027-02-15");
    }

    private void contents() {
        for (String step : new String[] {
            "manifest", "checkpoint", "completeness", "signature", "authority", "standing", "limits", "duties"
        }) {
            say("does not count a clearance that skipped the step " + step, c -> {
                c.accredited("verifier", "verify");
                cleared(c, "verifier", SKIPPED, "'skipped':['" + step + "']");
                c.expects(BLOCKED, 105);
            });
        }
        say("counts a clearance that skipped nothing", c -> {
            c.accredited("verifier", "verify");
            cleared(c, "verifier", SKIPPED, "'skipped':[]");
            c.expects(CLEARED);
        });
        for (String outcome : new String[] {"undetermined", "cleared-with-waivers"}) {
            say("does not count a clearance that says " + outcome, c -> {
                c.accredited("verifier", "verify");
                cleared(c, "verifier", "'outcome':'cleared'", "'outcome':'" + outcome + "'");
                c.expects(BLOCKED, 105);
            });
        }
    }

    private void instants() {
        say("counts a clearance of a millisecond before the withdrawal", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            c.at("2027-02-09T23:59:59.999Z").clear("verifier", grant);
            c.at("2027-02-10").withdraw(grant, "");
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("counts a release as out that began at the instant of the end", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            c.at("2026-12-20").clear("verifier", grant);
            c.at("2027-01-02").withdraw(grant, "");
            c.asks("2027-01-05").expects(CLEARED);
        });
        say("does not count a release as out that began a millisecond after the end", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES);
            c.at("2026-12-20").clear("verifier", grant);
            c.at("2027-01-01T23:59:59.999Z").withdraw(grant, "");
            c.asks("2027-01-05").expects(BLOCKED, 105);
        });
        say("counts a clearance by a key that was in wrong hands only later", c -> {
            c.accredited("verifier", "verify");
            cleared(c, "verifier");
            Keys.declare(c, "verifier", "2027-02-12", "2027-01-20T00:00:01Z");
            c.expects(CLEARED);
        });
        say("does not count a clearance by a key that was in wrong hands", c -> {
            c.accredited("verifier", "verify");
            cleared(c, "verifier");
            Keys.declare(c, "verifier", "2027-02-12", "2027-01-20T00:00:00Z");
            c.expects(BLOCKED, 105);
        });
    }

    private void level(String sentence, String wanted, String stated, String outcome, int... rules) {
        say(sentence, c -> {
            c.accredited("registrar", "identify");
            Named.identified(c, "registrar", "in-person");
            c.policy("'identity':'" + wanted + "'");
            c.accredited("verifier", "verify");
            cleared(c, "verifier", "'identity':'self'", "'identity':'" + stated + "'");
            c.expects(outcome, rules);
        });
    }

    private void identities() {
        level("counts identities of documented where policy wants that", "documented", "documented", CLEARED);
        level("counts identities of documented where policy wants more", "in-person", "documented", CLEARED);
        level("does not count identities below documented where policy wants more", "in-person", "self", BLOCKED, 105);
        level("counts identities of any level where policy wants none", "self", "self", CLEARED);
    }

    private void issuers() {
        say("does not count a clearance by a licensee of the grant", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES, "['$studio']", "['$studio','$verifier']");
            c.at("2027-01-20").clear("verifier", grant);
            c.at("2027-02-10").withdraw(grant, "");
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
        say("counts a clearance by a verifier under a grant to anybody", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(WITHDRAWS, CONTINUES, "['$studio']", ANY);
            c.at("2027-01-20").clear("verifier", grant);
            c.at("2027-02-10").withdraw(grant, "");
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("does not count a clearance by a producer whom policy believes to verify", c -> {
            c.endorse("registry", Kit.STUDIO, c.id(Kit.STUDIO), "accredited", ",'may':['verify']");
            c.believes("'" + c.id(Kit.STUDIO) + "':{'believed':['verify']}");
            cleared(c, Kit.STUDIO);
            c.expects(BLOCKED, 105);
        });
        say("does not count a clearance by a verifier whose belief had ended", c -> {
            Id verifier = c.accreditedOnly("verifier", "verify");
            c.believes("'" + verifier + "':{'believed':['verify'],'until':'2027-01-20T00:00:00Z'}");
            cleared(c, "verifier");
            c.expects(BLOCKED, 105);
        });
        say("counts a clearance by a verifier whose belief ended a second later", c -> {
            Id verifier = c.accreditedOnly("verifier", "verify");
            c.believes("'" + verifier + "':{'believed':['verify'],'until':'2027-01-20T00:00:01Z'}");
            cleared(c, "verifier");
            c.expects(CLEARED);
        });
    }

    private void region(String sentence, String what, String to, String outcome, int... rules) {
        say(sentence, c -> {
            c.accredited("verifier", "verify");
            cleared(c, "verifier", what, to);
            c.expects(outcome, rules);
        });
    }

    private void regions() {
        String until = "'until':'2027-07-01T00:00:00Z'";
        region("does not count a release as out after its end", until, "'until':'2027-06-30T23:59:59Z'", BLOCKED, 105);
        region("counts a release as out that goes on for longer", until, "'until':'2027-07-02T00:00:00Z'", CLEARED);
        region("counts a release as out whose language is wider", "['zh-Hans']", "['zh']", CLEARED);
        region(
                "does not count a release as out whose language is narrower",
                "['zh-Hans']",
                "['zh-Hans-CN']",
                BLOCKED,
                105);
        region("counts a release as out whose group holds the territory", "['CN']", "['142']", CLEARED);
        region("does not count a release as out in another territory", "['CN']", "['HK']", BLOCKED, 105);
    }

    private static void derivedBy(Case c, String by) {
        c.manifest(
                "'sha256':'" + Case.HASH + "'",
                "'sha256':'" + Case.asset(1).hex() + "','derivedFrom':{'sha256':'" + Case.HASH + "','by':'" + by
                        + "'}");
    }

    private void derived() {
        for (String by : new String[] {"encode", "label", "subtitle", "resize"}) {
            say("counts an asset as out with its source by " + by, c -> {
                c.accredited("verifier", "verify");
                cleared(c, "verifier");
                derivedBy(c, by);
                c.expects(CLEARED).tells(134);
            });
        }
        say("counts an asset as out with the source of its source", c -> {
            c.accredited("verifier", "verify");
            cleared(c, "verifier");
            derivedBy(c, "encode");
            c.manifest(
                    "'assets':[",
                    "'assets':[{'id':'small','sha256':'" + Case.asset(2).hex() + "','seconds':4,'contexts':[],"
                            + "'releases':['home'],'derivedFrom':{'sha256':'"
                            + Case.asset(1).hex()
                            + "','by':'resize'}},",
                    "'asset':'shot'",
                    "'asset':'small'");
            c.expects(CLEARED).tells(134);
        });
        say("does not count a source as out with what is derived from it", c -> {
            c.accredited("verifier", "verify");
            cleared(c, "verifier");
            c.manifest(
                    "'sha256':'" + Case.HASH + "'",
                    "'sha256':'" + Case.asset(1).hex() + "'",
                    "'assets':[",
                    "'assets':[{'id':'small','sha256':'" + Case.HASH + "','seconds':4,'contexts':[],"
                            + "'releases':['home'],'derivedFrom':{'sha256':'"
                            + Case.asset(1).hex()
                            + "','by':'resize'}},");
            c.expects(BLOCKED, 105);
        });
    }
}
