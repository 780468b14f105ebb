package org.countenance.decisions;

import org.countenance.record.Id;

/** Which rules are given for what is missing, and whom one would have to ask (decision.md sections 6 and 9). */
final class FindingCases extends Group {

    private static final String SINGAPORE = "'include':['CN','SG']";

    FindingCases() {
        super("findings");
    }

    @Override
    void tell() {
        causes();
        asked();
        unasked();
        guardians();
        estates();
    }

    private void causes() {
        say("tells of an end and of a lack when each takes a part", c -> {
            Id grant = c.grant();
            c.at("2026-11-05").withdraw(grant, "");
            c.manifest("'include':['CN']", SINGAPORE).expects(BLOCKED, 103, 105).names(105, grant);
        });
        say("tells of a lack alone where what ended would not have helped", c -> {
            Id grant = c.grant("'include':['CN']", "'include':['SG']");
            c.at("2026-11-05").withdraw(grant, "");
            c.expects(BLOCKED, 103).silent(105);
        });
        say("tells of a no where it touches what no grant gives", c -> {
            Id no = c.prohibit("[" + scope("territories", "{'include':['SG'],'exclude':[]}") + "]", ANY, "all");
            c.grant();
            c.manifest("'include':['CN']", SINGAPORE).expects(BLOCKED, 103, 104).names(104, no);
        });
        say("is silent about a no that touches nothing of a use without a grant", c -> {
            c.prohibit("[" + scope("media", "['avod']") + "]", ANY, "all");
            c.expects(BLOCKED, 102).silent(104);
        });
        say("is silent about a void grant beside one that gives the same", c -> {
            c.accredited("board", "rule");
            Id grant = c.grant();
            c.grant();
            c.at("2026-12-01").revoke("board", grant, "invalidated", "");
            c.expects(CLEARED).silent(109, 102);
        });
        say("calls a window that simply ends no event", c -> {
            c.grant("'shown':" + window("2027-01-01", "2028-01-01"), "'shown':" + window("2027-01-01", "2027-03-01"));
            c.expects(BLOCKED, 103).silent(105);
        });
        say("says of a stranger that nobody names nothing but that", c -> {
            c.prohibit(ANY, ANY, "all");
            c.manifest("'person':'$lin'", "'person':{'unidentified':'a passer-by'}");
            c.expects(BLOCKED, 101).silent(102, 103, 104).asksNobody();
        });
        say("is silent about pins of a grant that is not needed", c -> {
            c.grant("'value':'P-1'}}", "'value':'P-1'},'season':2}");
            c.grant();
            c.expects(CLEARED).silent(113);
        });
    }

    private void asked() {
        say(
                "asks a person for what she has not granted",
                c -> c.expects(BLOCKED, 102).signs(c.id("lin")));
        say("asks a person for what she has granted otherwise", c -> {
            c.grant("['svod']", "['avod']");
            c.expects(BLOCKED, 103).signs(c.id("lin"));
        });
        say("asks a person for what she has ended", c -> {
            Id grant = c.grant();
            c.at("2026-11-05").withdraw(grant, "");
            c.expects(BLOCKED, 105).signs(c.id("lin"));
        });
        say("asks once for two uses of one person", c -> {
            c.manifest(
                    "'assets':[",
                    "'assets':[" + Second.asset(2, "") + ",",
                    "'uses':[",
                    "'uses':[" + Second.use(2) + ",");
            c.expects(BLOCKED, 102).signs(c.id("lin"));
        });
        say("asks beforehand for a context that is given by name", c -> {
            c.manifest("'contexts':[]", "'contexts':['religious']");
            c.made("2027-01-10", "2027-01-11")
                    .plans("2026-12-15")
                    .expects(BLOCKED, 102, 310)
                    .signs(c.id("lin"));
        });
    }

    private static void two(Case c) {
        c.manifest(
                "'releases':['home']",
                "'releases':['home','abroad']",
                "'releases':[{",
                "'releases':[" + Second.RELEASE + ",{");
    }

    private void unasked() {
        say("asks nobody where a no stands in the way", c -> {
            c.prohibit(ANY, ANY, "all");
            c.expects(BLOCKED, 102, 104).asksNobody();
        });
        say("asks nobody where a cap stands in the way", c -> {
            c.grant("'duties':[]", "'duties':[],'caps':{'seconds':3}");
            c.expects(BLOCKED, 130).asksNobody();
        });
        say("asks nobody where a label stands in the way", c -> {
            c.grant("'duties':[]", "'duties':['label']");
            c.expects(BLOCKED, 121).asksNobody();
        });
        say("asks nobody where a no stands in the way in another release", c -> {
            c.prohibit("[" + scope("territories", "{'include':['SG'],'exclude':[]}") + "]", ANY, "all");
            two(c);
            c.expects(BLOCKED, 102, 104).asksNobody();
        });
        say("asks for both releases that lack something", c -> {
            two(c);
            c.expects(BLOCKED, 102).signs(c.id("lin"));
        });
        say("asks nobody for what is in doubt", c -> {
            Id grant = c.grant("'notice':'P30D'", "'notice':'never'");
            c.at("2026-11-05").withdraw(grant, "");
            c.expects(UNDETERMINED, 108).asksNobody();
        });
        say("asks nobody afterwards for a context that is given by name", c -> {
            c.manifest("'contexts':[]", "'contexts':['religious']");
            c.expects(BLOCKED, 102).asksNobody();
        });
        say("asks nobody afterwards where policy wants consent before", c -> {
            c.policy("'retroactive':'block'");
            c.expects(BLOCKED, 102).asksNobody();
        });
        say("asks nobody who is not registered", c -> {
            c.manifest("$lin", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            c.expects(BLOCKED, 102).asksNobody();
        });
    }

    private static Case minor(Case c, String adultFrom) {
        c.person("mei", adultFrom);
        return c.manifest("$lin", "$mei").made("2027-01-10", "2027-01-11").plans("2026-12-15");
    }

    private static void guardian(Case c) {
        c.accredited("registrar", "guardian");
        c.person("mother", "adult");
        Minors.link(c, "registrar", "mother", "guardian", "mei", "'grant'", "");
    }

    private void guardians() {
        say("asks a minor and her guardian", c -> {
            minor(c, "2030-05");
            guardian(c);
            c.expects(BLOCKED, 102, 310).signs(c.id("mei"), c.id("mother"));
        });
        say("asks a young child's guardian and the child", c -> {
            minor(c, "2037-05");
            guardian(c);
            c.expects(BLOCKED, 102, 310).signs(c.id("mother"), c.id("mei"));
        });
        say("asks nobody for a minor without a guardian", c -> {
            minor(c, "2030-05");
            c.expects(BLOCKED, 102, 310).asksNobody();
        });
        say("asks nobody for a minor whose guardian policy does not believe", c -> {
            minor(c, "2030-05");
            c.accreditedOnly("registrar", "guardian");
            c.person("mother", "adult");
            Minors.link(c, "registrar", "mother", "guardian", "mei", "'grant'", "");
            c.expects(BLOCKED, 102, 310).asksNobody();
        });
        say("asks nobody afterwards for a minor", c -> {
            c.person("mei", "2030-05");
            guardian(c);
            c.manifest("$lin", "$mei").expects(BLOCKED, 102).asksNobody();
        });
    }

    private void estates() {
        say("asks the estate of the dead", c -> {
            c.accredited("registrar", "estate");
            c.person("heir", "adult");
            Minors.link(c, "registrar", "heir", "estate", "lin", "'grant'", "");
            c.at("2026-12-08").kit().dies("lin", "registrar", "2026-12-05");
            c.made("2027-01-10", "2027-01-11")
                    .plans("2026-12-15")
                    .expects(BLOCKED, 102, 310)
                    .signs(c.id("heir"));
        });
        say("asks nobody for the dead without an estate", c -> {
            c.accredited("registrar", "estate");
            c.at("2026-12-08").kit().dies("lin", "registrar", "2026-12-05");
            c.made("2027-01-10", "2027-01-11")
                    .plans("2026-12-15")
                    .expects(BLOCKED, 102, 310)
                    .asksNobody();
        });
    }
}
