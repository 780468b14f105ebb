package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;

/** What an officer may let pass, and what not (decision.md sections 6 and 8). */
final class WaiverCases extends Group {

    private static final String UNTIL = ",'until':'2027-01-15T00:00:00Z'";

    WaiverCases() {
        super("waivers");
    }

    @Override
    void tell() {
        passed();
        refused();
        narrow();
        unused();
    }

    private static void officer(Case c) {
        c.party("officer");
        c.believes("'" + c.id("officer") + "':{'believed':['officer']}");
        c.at("2026-12-14");
    }

    private static void stranger(Case c) {
        c.manifest(
                "'person':'$lin'",
                "'person':{'unidentified':'a passer-by'}",
                "'technique':'voice-clone'",
                "'technique':'capture','exemption':{'code':'incidental','reason':'crosses the street'}");
    }

    private static void exempt(Case c) {
        c.manifest(
                "'technique':'voice-clone'",
                "'technique':'capture','exemption':{'code':'news','reason':'she speaks to the press'}");
    }

    private static void unlabelled(Case c) {
        c.grant("'duties':[]", "'duties':['label']");
        officer(c);
    }

    private void passed() {
        say("lets a missing label pass", c -> {
            c.grant("'duties':[]", "'duties':['label']");
            officer(c);
            c.waive("officer", "LC121", ",'use':'u1'" + UNTIL);
            c.expects(WAIVED).use("u1", WAIVED).tells(121).silent(601);
        });
        say("lets a missing approval pass for an asset", c -> {
            c.grant("'duties':[]", "'duties':['approval']");
            officer(c);
            c.waive("officer", "LC120", ",'asset':'shot'" + UNTIL);
            c.expects(WAIVED);
        });
        say("lets a stranger pass who crosses the street", c -> {
            officer(c);
            stranger(c);
            c.waive("officer", "LC101", ",'use':'u1','exemption':'incidental'" + UNTIL);
            c.expects(WAIVED);
        });
        say("lets a file pass that an inventory lists", c -> {
            c.grant();
            officer(c);
            c.inventory("{'inventory':1,'assets':[{'sha256':'" + Case.asset(3).hex() + "'}]}");
            c.waive("officer", "LC112", ",'asset':'" + Case.asset(3).hex() + "'" + UNTIL);
            c.expects(WAIVED);
        });
        say("lets a synthetic asset pass of which nobody says whom it shows", c -> {
            c.grant();
            officer(c);
            c.manifest("'assets':[", "'assets':[" + Second.asset(2, ",'source':'algorithmicMedia'") + ",");
            c.waive("officer", "LC110", ",'asset':'shot2'" + UNTIL);
            c.expects(WAIVED).use("u1", CLEARED);
        });
        say("lets a missing driver pass", c -> {
            c.grant("'voice-clone'", "'face-swap'");
            officer(c);
            c.manifest("'technique':'voice-clone'", "'technique':'face-swap'");
            c.waive("officer", "LC111", ",'use':'u1'" + UNTIL);
            c.expects(WAIVED).use("u1", WAIVED);
        });
        say("lets a use beyond a cap pass", c -> {
            c.grant("'duties':[]", "'duties':[],'caps':{'seconds':3}");
            officer(c);
            c.waive("officer", "LC130", ",'use':'u1'" + UNTIL);
            c.expects(WAIVED);
        });
        say("lets a possible second registration pass", c -> {
            EvidenceCases.twice(c);
            officer(c);
            c.waive("officer", "LC208", ",'use':'u1'" + UNTIL);
            c.expects(WAIVED);
        });
        say("lets a missing grant pass on the ground that the use declares", c -> {
            officer(c);
            exempt(c);
            c.waive("officer", "LC102", ",'use':'u1','exemption':'news'" + UNTIL);
            c.expects(WAIVED);
        });
        say("lets a grant for something else pass on the ground that the use declares", c -> {
            c.grant("['svod']", "['avod']");
            officer(c);
            exempt(c);
            c.waive("officer", "LC103", ",'asset':'shot','exemption':'news'" + UNTIL);
            c.expects(WAIVED);
        });
        say("lets unproven making pass", c -> {
            c.grant("'until':'2028-01-01T00:00:00Z'},'shown'", "'until':'2026-12-11T00:00:00Z'},'shown'");
            officer(c);
            c.at("2027-01-10").waive("officer", "LC132", ",'use':'u1'" + UNTIL);
            c.asks("2027-01-14").expects(WAIVED);
        });
    }

    private void refusedWaiver(String sentence, java.util.function.Consumer<Case> told, int... rules) {
        say(sentence, c -> {
            told.accept(c);
            c.expects(BLOCKED, rules).tells(601);
        });
    }

    private void refused() {
        refusedWaiver(
                "does not let a withdrawal pass",
                c -> {
                    c.withdraw(c.grant(), "");
                    officer(c);
                    c.waive("officer", "LC105", ",'use':'u1'" + UNTIL);
                },
                105);
        refusedWaiver(
                "does not let a no pass",
                c -> {
                    c.prohibit(ANY, ANY, "all");
                    c.at("2026-11-02").grant();
                    officer(c);
                    c.waive("officer", "LC104", ",'use':'u1'" + UNTIL);
                },
                104);
        refusedWaiver(
                "does not let a rejection pass",
                c -> {
                    var grant = c.grant("'duties':[]", "'duties':['approval']");
                    c.at("2026-12-12")
                            .endorse(Kit.LIN, Kit.LIN, grant, "rejects", ",'assets':{'sha256':'" + Case.HASH + "'}");
                    officer(c);
                    c.waive("officer", "LC120", ",'use':'u1'" + UNTIL);
                },
                120);
        refusedWaiver(
                "does not let a missing grant pass without an exemption of the use",
                c -> {
                    officer(c);
                    c.waive("officer", "LC102", ",'use':'u1','exemption':'news'" + UNTIL);
                },
                102);
        refusedWaiver(
                "does not let a stranger pass on another ground than the use declares",
                c -> {
                    officer(c);
                    stranger(c);
                    c.waive("officer", "LC101", ",'use':'u1','exemption':'news'" + UNTIL);
                },
                101);
        refusedWaiver(
                "does not let anything pass on an asset with a context that is given by name",
                c -> {
                    c.accredited("registrar", "identify");
                    Named.identified(c);
                    c.grant("'duties':[]", "'duties':['label']", "'contexts':[]", "'contexts':['religious']");
                    officer(c);
                    c.manifest("'contexts':[]", "'contexts':['religious']");
                    c.waive("officer", "LC121", ",'use':'u1'" + UNTIL);
                },
                121);
        refusedWaiver(
                "does not let a licensee waive",
                c -> {
                    c.grant("'duties':[]", "'duties':['label']");
                    c.believes("'" + c.id(Kit.STUDIO) + "':{'believed':['officer']}");
                    c.at("2026-12-14").waive(Kit.STUDIO, "LC121", ",'use':'u1'" + UNTIL);
                },
                121);
        refusedWaiver(
                "does not let somebody waive whom policy does not call an officer",
                c -> {
                    c.grant("'duties':[]", "'duties':['label']");
                    c.party("officer");
                    c.at("2026-12-14").waive("officer", "LC121", ",'use':'u1'" + UNTIL);
                },
                121);
    }

    private void narrow() {
        refusedWaiver(
                "does not let another use pass than the one that it names",
                c -> {
                    unlabelled(c);
                    c.waive("officer", "LC121", ",'use':'u2'" + UNTIL);
                },
                121);
        refusedWaiver(
                "does not let another rule pass than the one that it names",
                c -> {
                    unlabelled(c);
                    c.waive("officer", "LC120", ",'use':'u1'" + UNTIL);
                },
                121);
        refusedWaiver(
                "does not take an asset that is called like an answer for every asset",
                c -> {
                    c.grant("'voice-clone'", "'face-swap'");
                    officer(c);
                    c.manifest("'technique':'voice-clone'", "'technique':'face-swap'");
                    c.waive("officer", "LC111", ",'asset':'none'" + UNTIL);
                },
                111);
        refusedWaiver(
                "does not let a grant for something else pass without an exemption",
                c -> {
                    c.grant("['svod']", "['avod']");
                    officer(c);
                    exempt(c);
                    c.waive("officer", "LC103", ",'use':'u1'" + UNTIL);
                },
                103);
        refusedWaiver(
                "does not let an officer waive whom a grant names as licensee",
                c -> {
                    officer(c);
                    c.at("2026-11-02")
                            .grant("'duties':[]", "'duties':['label']", "['$studio']", "['$studio','$officer']");
                    c.at("2026-12-14").waive("officer", "LC121", ",'use':'u1'" + UNTIL);
                },
                121);
        refusedWaiver(
                "does not let somebody waive who is no officer any more",
                c -> {
                    c.grant("'duties':[]", "'duties':['label']");
                    c.party("officer");
                    c.believes("'" + c.id("officer") + "':{'believed':['officer'],'until':'2026-12-15T00:00:00Z'}");
                    c.at("2026-12-14").waive("officer", "LC121", ",'use':'u1'" + UNTIL);
                },
                121);
        refusedWaiver(
                "does not count a waiver that is dated after the evaluation",
                c -> {
                    unlabelled(c);
                    c.at("2026-12-15T00:10:01Z")
                            .waive("officer", "LC121", ",'use':'u1','until':'2027-03-15T00:00:00Z'");
                },
                121);
        say("counts a waiver by a clock that is ten minutes ahead", c -> {
            unlabelled(c);
            c.at("2026-12-15T00:10:00Z").waive("officer", "LC121", ",'use':'u1','until':'2027-03-15T00:00:00Z'");
            c.expects(WAIVED);
        });
        say("does not let a rejection in doubt pass", c -> {
            Id grant = c.grant("'duties':[]", "'duties':['approval']");
            c.at("2026-12-12");
            DutyCases.lost(c, grant, "rejects");
            officer(c);
            c.waive("officer", "LC120", ",'use':'u1'" + UNTIL);
            c.expects(UNDETERMINED, 120).tells(601);
        });
        refusedWaiver(
                "does not let anything pass of a person who was dead when it was made",
                c -> {
                    c.accredited("registrar", "estate");
                    c.accredited("identifier", "identify");
                    Named.identified(c, "identifier", "documented");
                    c.grant(
                            "'contexts':[]",
                            "'contexts':['posthumous']",
                            "'survivesDeath':false",
                            "'survivesDeath':true",
                            "'duties':[]",
                            "'duties':['label']");
                    c.at("2026-12-12").kit().dies(Kit.LIN, "registrar", "2026-12-05");
                    officer(c);
                    c.waive("officer", "LC121", ",'use':'u1'" + UNTIL);
                },
                121);
    }

    private void unused() {
        refusedWaiver(
                "lets nothing pass from the instant at which a waiver ends",
                c -> {
                    c.grant("'duties':[]", "'duties':['label']");
                    officer(c);
                    c.waive("officer", "LC121", ",'use':'u1','until':'2026-12-15T00:00:00Z'");
                },
                121);
        say("lets a finding pass until the second before a waiver ends", c -> {
            c.grant("'duties':[]", "'duties':['label']");
            officer(c);
            c.waive("officer", "LC121", ",'use':'u1','until':'2026-12-15T00:00:01Z'");
            c.expects(WAIVED);
        });
        refusedWaiver(
                "does not count a waiver of another manifest",
                c -> {
                    c.grant("'duties':[]", "'duties':['label']");
                    officer(c);
                    c.waive("officer", "LC121", ",'use':'u1'" + UNTIL);
                    c.manifest("'A Test'", "'Another Test'");
                },
                121);
        say("warns of a waiver that matches nothing any more", c -> {
            c.grant();
            officer(c);
            c.waive("officer", "LC121", ",'use':'u1'" + UNTIL);
            c.expects(CLEARED).tells(601);
        });
    }
}
