package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Persons who do not act alone: represented persons, minors, the dead (authority.md). */
final class PersonCases extends Group {

    private static final String WINDOW = "'window':{'from':'2026-01-01T00:00:00Z','until':'2040-01-01T00:00:00Z'}";

    PersonCases() {
        super("persons");
    }

    @Override
    void tell() {
        represented();
        minors();
        estates();
    }

    private static String representative(String name, String capacity, String powers, String more) {
        return "{'party':'$" + name + "','capacity':'" + capacity + "','powers':[" + powers + "],'within':'*'," + WINDOW
                + ",'terms':{},'evidence':'birth-certificate'" + more + "}";
    }

    /** A child without keys, whose mother and father a registrar names. */
    private static Id child(Case c, String more) {
        Id registrar = c.party("registrar");
        c.endorse("registry", "registrar", registrar, "accredited", ",'may':['guardian','identify']");
        c.believes("'" + registrar + "':{'believed':['guardian','identify']}");
        c.person("mother", "adult");
        c.person("father", "adult");
        String powers = "'grant','approve','lift','manage'";
        Id child = c.kit()
                .represent(
                        "child",
                        "registrar",
                        "2038-05",
                        representative("mother", "guardian", powers, more) + ","
                                + representative("father", "guardian", powers, more));
        c.manifest("$lin", "$child");
        return child;
    }

    private void represented() {
        say("clears what a guardian signed for a child without keys", c -> {
            Id child = child(c, "");
            Minors.as(c, "mother", "guardian", "child", child);
            c.expects(CLEARED);
        });
        say("wants both guardians where they act jointly", c -> {
            Id child = child(c, ",'jointly':true");
            Minors.as(c, "mother", "guardian", "child", child);
            c.expects(BLOCKED, 102, 202);
        });
        say("clears what both guardians signed who act jointly", c -> {
            Id child = child(c, ",'jointly':true");
            Id grant = Minors.as(c, "mother", "guardian", "child", child);
            c.at("2026-11-05")
                    .endorse(
                            "father",
                            "child",
                            grant,
                            "consents",
                            ",'capacity':'guardian','delegation':'" + child + "'");
            c.expects(CLEARED);
        });
        say("takes no grant by a guardian whose link was ended", c -> {
            Id child = child(c, "");
            c.kit()
                    .sign(
                            RecordKind.REVOCATION,
                            "registrar",
                            child,
                            "{'target':'" + child + "','event':'ended','representative':'" + c.id("mother") + "'}");
            c.refused(
                    RecordKind.GRANT,
                    "mother",
                    "child",
                    Kit.GRANT.replace("'self'", "'guardian','delegation':'" + child + "'"));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("keeps the other guardian when the link of one is ended", c -> {
            Id child = child(c, "");
            c.kit()
                    .sign(
                            RecordKind.REVOCATION,
                            "registrar",
                            child,
                            "{'target':'" + child + "','event':'ended','representative':'" + c.id("mother") + "'}");
            Minors.as(c, "father", "guardian", "child", child);
            c.expects(CLEARED);
        });
        say("takes no represented person from somebody who is no registrar", c -> {
            c.person("mother", "adult");
            c.party("stranger");
            Id child = c.refused(c.kit()
                    .represented("child", "stranger", "2038-05", representative("mother", "guardian", "'grant'", "")));
            c.manifest("$lin", child.text()).expects(BLOCKED, 102).names(202, child);
        });
        say("wants a child's own consent when a guardian has given her keys", c -> {
            Id child = child(c, "");
            c.at("2026-11-05")
                    .kit()
                    .update(
                            "child",
                            "mother",
                            "mother",
                            "child:sign child.m:manage",
                            "'capacity':'guardian','delegation':'" + child + "'");
            Minors.as(c.at("2026-11-06"), "mother", "guardian", "child", child);
            c.expects(BLOCKED, 102, 205);
        });
        say("clears with a child's own consent by a key that a guardian gave her", c -> {
            Id child = child(c, "");
            c.at("2026-11-05")
                    .kit()
                    .update(
                            "child",
                            "mother",
                            "mother",
                            "child:sign child.m:manage",
                            "'capacity':'guardian','delegation':'" + child + "'");
            Id grant = Minors.as(c.at("2026-11-06"), "mother", "guardian", "child", child);
            c.kit().uses("child", "child");
            c.endorse("child", "child", grant, "consents", "");
            c.expects(CLEARED);
        });
        say("lets no guardian replace the keys that a child made", c -> {
            c.accredited("registrar", "guardian");
            c.person("mother", "adult");
            c.person("mei", "2030-05");
            c.manifest("$lin", "$mei");
            Id link = Minors.link(c, "registrar", "mother", "guardian", "mei", "'grant','manage'", "");
            c.refused(c.at("2026-11-05")
                    .kit()
                    .updated(
                            "mei",
                            "mother",
                            "mother",
                            "new:sign new.m:manage",
                            "'capacity':'guardian','delegation':'" + link + "'"));
            c.expects(BLOCKED, 102).tells(202);
        });
    }

    private static void mei(Case c, String adultFrom) {
        c.kit().party("mei", "person", adultFrom, "mei:sign mei.m:manage", "");
        c.manifest("$lin", "$mei");
    }

    private void minors() {
        say("does not believe a minor who says that she is of age", c -> {
            mei(c, "2030-05");
            c.at("2026-11-05").kit().update("mei", "mei", "mei.m", "mei:sign mei.m:manage", "'adultFrom':'adult'");
            Keys.granted(c, "2026-11-06", "mei");
            c.expects(BLOCKED, 102, 205);
        });
        say("believes a changed age when a registrar identified the changed record", c -> {
            mei(c, "2030-05");
            c.accredited("registrar", "identify");
            c.at("2026-11-05").kit().update("mei", "mei", "mei.m", "mei:sign mei.m:manage", "'adultFrom':'adult'");
            Keys.identified(c, "registrar", "mei", "documented");
            Keys.granted(c, "2026-11-06", "mei");
            c.expects(CLEARED);
        });
        say("does not believe a changed age by a registrar whom policy does not believe", c -> {
            mei(c, "2030-05");
            c.accreditedOnly("registrar", "identify");
            c.at("2026-11-05").kit().update("mei", "mei", "mei.m", "mei:sign mei.m:manage", "'adultFrom':'adult'");
            Keys.identified(c, "registrar", "mei", "documented");
            Keys.granted(c, "2026-11-06", "mei");
            c.expects(BLOCKED, 102, 205);
        });
        say("does not take an identification of the old record for the changed age", c -> {
            mei(c, "2030-05");
            c.accredited("registrar", "identify");
            Keys.identified(c, "registrar", "mei", "documented");
            c.at("2026-11-05").kit().update("mei", "mei", "mei.m", "mei:sign mei.m:manage", "'adultFrom':'adult'");
            Keys.granted(c, "2026-11-06", "mei");
            c.expects(BLOCKED, 102, 205);
        });
        say("takes approvals of a minor from a guardian", c -> {
            Id child = child(c, "");
            Id grant = Minors.as(c, "mother", "guardian", "child", child, "'duties':[]", "'duties':['approval']");
            c.at("2026-12-12")
                    .endorse(
                            "mother",
                            "child",
                            grant,
                            "approves",
                            ",'assets':{'sha256':'" + Case.HASH + "'},'capacity':'guardian','delegation':'" + child
                                    + "'");
            c.expects(CLEARED);
        });
        say("does not take approvals of a minor from her agent", c -> {
            Id child = child(c, "");
            c.at("2026-11-02")
                    .kit()
                    .update(
                            "child",
                            "mother",
                            "mother",
                            "child:sign child.m:manage",
                            "'capacity':'guardian','delegation':'" + child + "'");
            Id grant = Minors.as(c, "mother", "guardian", "child", child, "'duties':[]", "'duties':['approval']");
            c.kit().uses("child", "child");
            c.endorse("child", "child", grant, "consents", "");
            c.party("agent");
            Id link = Minors.link(c, "child", "agent", "agent", "child", "'approve'", "");
            c.at("2026-12-12")
                    .endorse(
                            "agent",
                            "child",
                            grant,
                            "approves",
                            ",'assets':{'sha256':'" + Case.HASH + "'},'capacity':'agent','delegation':'" + link + "'");
            c.expects(BLOCKED, 120);
        });
        say("lets a guardian lift a no while the person is a minor", c -> {
            Id link = guardian(c);
            Id no = c.kit()
                    .sign(
                            RecordKind.PROHIBITION,
                            "mei",
                            c.id("mei"),
                            "{'scopes':'*','against':'*','reach':'all','ground':'standing'}");
            c.at("2026-11-02")
                    .kit()
                    .sign(
                            RecordKind.REVOCATION,
                            "mother",
                            c.id("mei"),
                            "{'target':'" + no + "','event':'lifted','capacity':'guardian','delegation':'" + link
                                    + "'}");
            Id grant = Minors.own(c, "mei", "2026-11-03");
            Minors.consents(c, "mother", "mei", grant, ",'capacity':'guardian','delegation':'" + link + "'");
            c.expects(CLEARED);
        });
        say("does not let a minor lift a guardian's no", c -> {
            Id link = guardian(c);
            Id no = c.kit()
                    .sign(
                            RecordKind.PROHIBITION,
                            "mother",
                            c.id("mei"),
                            "{'scopes':'*','against':'*','reach':'all','ground':'standing','capacity':'guardian',"
                                    + "'delegation':'" + link + "'}");
            c.at("2026-11-02").refused(RecordKind.REVOCATION, "mei", "mei", "{'target':'" + no + "','event':'lifted'}");
            Id grant = Minors.own(c, "mei", "2026-11-03");
            Minors.consents(c, "mother", "mei", grant, ",'capacity':'guardian','delegation':'" + link + "'");
            c.expects(BLOCKED, 104).tells(202);
        });
        say("takes no grant by a guardian from the eighteenth birthday on", c -> {
            Id link = guardian(c);
            c.at("2030-06-01")
                    .refused(
                            RecordKind.GRANT,
                            "mother",
                            "mei",
                            Kit.GRANT.replace("'self'", "'guardian','delegation':'" + link + "'"));
            c.asks("2030-06-10").expects(BLOCKED, 102).tells(202);
        });
    }

    private static Id guardian(Case c) {
        c.accredited("registrar", "guardian");
        c.person("mother", "adult");
        c.person("mei", "2030-05");
        c.manifest("$lin", "$mei");
        return Minors.link(c, "registrar", "mother", "guardian", "mei", "'grant','approve','lift','prohibit'", "");
    }

    /** Lin is dead, and a registrar names who holds her estate. */
    private static Id estate(Case c, String heir) {
        c.person(heir, "adult");
        return Minors.link(c, "registrar", heir, "estate", Kit.LIN, "'grant'", "");
    }

    private static Id inherited(Case c, String heir, Id link) {
        c.made("2026-12-01", "2026-12-02");
        return Minors.as(c.at("2026-12-09"), heir, "estate", Kit.LIN, link, "'facts':{}", "'facts':{},'ratifies':true");
    }

    private static void dies(Case c) {
        c.at("2026-12-08").kit().dies(Kit.LIN, "registrar", "2026-12-05");
    }

    private void estates() {
        say("leaves doubt where two estates do not act together", c -> {
            c.accredited("registrar", "estate");
            Id link = estate(c, "heir");
            estate(c, "widow");
            dies(c);
            inherited(c, "heir", link);
            c.expects(UNDETERMINED, 202);
        });
        say("clears what one estate signed and the other consented to", c -> {
            c.accredited("registrar", "estate");
            Id link = estate(c, "heir");
            Id second = estate(c, "widow");
            dies(c);
            Id grant = inherited(c, "heir", link);
            c.endorse("widow", Kit.LIN, grant, "consents", ",'capacity':'estate','delegation':'" + second + "'");
            c.expects(CLEARED);
        });
        say("clears what an estate signed when the other one has ended", c -> {
            c.accredited("registrar", "estate");
            Id link = estate(c, "heir");
            Id second = estate(c, "widow");
            dies(c);
            c.revoke("registrar", second, "ended", "");
            inherited(c, "heir", link);
            c.expects(CLEARED);
        });
        say("takes no grant by an agent after death", c -> {
            c.accredited("registrar", "estate");
            c.party("agent");
            Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'grant'", "");
            dies(c);
            c.at("2026-12-09")
                    .refused(
                            RecordKind.GRANT,
                            "agent",
                            Kit.LIN,
                            Kit.GRANT.replace("'self'", "'agent','delegation':'" + link + "'"));
            c.made("2026-12-01", "2026-12-02").expects(BLOCKED, 102).tells(202);
        });
        say("lets an estate that manages tell of a death", c -> {
            c.accredited("registrar", "estate");
            c.person("heir", "adult");
            Id link = Minors.link(c, "registrar", "heir", "estate", Kit.LIN, "'grant','manage'", "");
            c.grant();
            c.at("2026-12-12")
                    .kit()
                    .update(
                            Kit.LIN,
                            "heir",
                            "heir",
                            "lin:sign,manage",
                            "'capacity':'estate','delegation':'" + link + "','deceased':'2026-12-05'");
            c.expects(BLOCKED, 103);
        });
        say("takes no removal of a death", c -> {
            c.accredited("registrar", "estate");
            c.grant();
            dies(c);
            c.refused(c.at("2026-12-09")
                    .kit()
                    .updated(Kit.LIN, Kit.LIN, Kit.LIN, "lin:sign,manage", "'deceased':'2026-12-20'"));
            c.expects(BLOCKED, 103).tells(202);
        });
        say("takes a correction of a death by a registrar", c -> {
            c.accredited("registrar", "estate");
            c.grant();
            dies(c);
            c.at("2026-12-14").kit().dies(Kit.LIN, "registrar", "2026-12-13");
            c.expects(CLEARED);
        });
        say("takes no death from a registrar that may not tell of it", c -> {
            c.accredited("registrar", "identify");
            c.grant();
            c.refused(c.at("2026-12-09")
                    .kit()
                    .updated(Kit.LIN, "registrar", "registrar", "lin:sign,manage", "'deceased':'2026-12-05'"));
            c.expects(CLEARED).tells(202);
        });
    }
}
