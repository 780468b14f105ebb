package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Who somebody is: levels of identity along chains, and people who are registered twice (authority.md, Identity level). */
final class IdentityCases extends Group {

    IdentityCases() {
        super("identity");
    }

    @Override
    void tell() {
        identity();
        same();
    }

    private static Id agent(Case c) {
        c.accredited("registrar", "identify");
        c.party("agent");
        Keys.identified(c, "registrar", Kit.LIN, "documented");
        c.policy("'identity':'documented'");
        return Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'grant','delegate'", ",'depth':1");
    }

    private void identity() {
        say("counts the least level on a chain", c -> {
            Minors.as(c, "agent", "agent", Kit.LIN, agent(c));
            c.expects(UNDETERMINED, 204);
        });
        say("clears a chain of people who were all identified", c -> {
            Id link = agent(c);
            Keys.identified(c, "registrar", "agent", "in-person");
            Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.expects(CLEARED);
        });
        say("counts the level of a link in the middle", c -> {
            Id link = agent(c);
            c.party("second");
            Keys.identified(c, "registrar", "second", "qualified");
            Id sub = Minors.link(c, "agent", "second", "agent", Kit.LIN, "'grant'", ",'parent':'" + link + "'");
            Minors.as(c, "second", "agent", Kit.LIN, sub);
            c.expects(UNDETERMINED, 204);
        });
        say("keeps a level when keys are rotated", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            c.policy("'identity':'documented'");
            Keys.rotated(c, "2026-11-05", "mei.m", "new:sign mei.m:manage");
            Keys.granted(c, "2026-11-06", "new");
            c.expects(CLEARED);
        });
        say("drops a level when the age changes", c -> {
            c.kit().party("mei", "person", "2020-05", "mei:sign mei.m:manage", "");
            c.manifest("$lin", "$mei");
            Keys.registrar(c);
            c.policy("'identity':'documented'");
            c.at("2026-11-05").kit().update("mei", "mei", "mei.m", "mei:sign mei.m:manage", "'adultFrom':'2021-05'");
            Keys.granted(c, "2026-11-06", "mei");
            c.expects(UNDETERMINED, 204);
        });
    }

    /** A second registration, whose owner says no to everything. */
    private static Id second(Case c, String name) {
        Id second = c.person(name, "adult");
        c.kit()
                .sign(
                        RecordKind.PROHIBITION,
                        name,
                        second,
                        "{'scopes':'*','against':'*','reach':'all','ground':'standing'}");
        c.at("2026-11-03").grant();
        return second;
    }

    private static void isSame(Case c, String signer, String one, String other) {
        c.endorse(signer, one, c.id(one), "same-person", ",'other':'" + c.id(other) + "'");
    }

    /** Two persons with one identifier, both of whom granted, in one manifest. */
    private static void twins(Case c) {
        for (String twin : new String[] {"mei=1", "mei=2"}) {
            c.person(twin, "adult");
            Minors.own(c, twin, "2026-11-02");
        }
        c.manifest("'person':'$lin'", "'person':'$mei=1'");
        c.manifest(
                "'credited':true}]",
                "'credited':true},{'id':'u2','asset':'shot','person':'$mei=2','role':'depicted','character':'Mei',"
                        + "'portrays':'adult','modalities':['face','voice'],'technique':'voice-clone',"
                        + "'made':{'from':'2026-12-10T00:00:00Z','until':'2026-12-11T00:00:00Z'},'seconds':4,"
                        + "'credited':true}]");
    }

    /** A no to another production. */
    private static Id no(Case c, String person) {
        return c.kit()
                .sign(
                        RecordKind.PROHIBITION,
                        person,
                        c.id(person),
                        "{'scopes':'*','against':{'productions':[{'id':{'scheme':'x-house','value':'P-9'}}]},"
                                + "'reach':'all','ground':'standing'}");
    }

    private void same() {
        say("lets a no under a second registration stop the first where a registrar links them", c -> {
            c.accredited("registrar", "identify");
            second(c, "lin2");
            isSame(c, "registrar", Kit.LIN, "lin2");
            c.expects(BLOCKED, 104);
        });
        say("links two registrations in either direction", c -> {
            c.accredited("registrar", "identify");
            second(c, "lin2");
            isSame(c, "registrar", "lin2", Kit.LIN);
            c.expects(BLOCKED, 104);
        });
        say("links two registrations where both say so", c -> {
            second(c, "lin2");
            isSame(c, Kit.LIN, Kit.LIN, "lin2");
            isSame(c, "lin2", "lin2", Kit.LIN);
            c.expects(BLOCKED, 104);
        });
        say("does not link a registration that alone says so", c -> {
            second(c, "lin2");
            isSame(c, "lin2", "lin2", Kit.LIN);
            c.expects(CLEARED);
        });
        say("leaves doubt where a registrar links whom policy does not believe", c -> {
            c.accreditedOnly("registrar", "identify");
            second(c, "lin2");
            isSame(c, "registrar", Kit.LIN, "lin2");
            c.expects(UNDETERMINED, 208);
        });
        say("doubts a use of somebody with whose identifier somebody else says no", c -> {
            twins(c);
            Id no = no(c, "mei=2");
            c.expects(UNDETERMINED, 208)
                    .use("u1", UNDETERMINED)
                    .use("u2", CLEARED)
                    .names(208, no);
        });
        say("is silent about somebody else with the same identifier who says no to nothing", c -> {
            twins(c);
            c.expects(CLEARED).silent(208);
        });
        say("is silent about two registrations that a registrar linked", c -> {
            c.accredited("registrar", "identify");
            twins(c);
            no(c, "mei=2");
            isSame(c, "registrar", "mei=1", "mei=2");
            c.expects(CLEARED).silent(208);
        });
        say("lets an officer tell two people with one identifier apart", c -> {
            twins(c);
            no(c, "mei=2");
            c.party("officer");
            c.believes("'" + c.id("officer") + "':{'believed':['officer']}");
            c.at("2026-12-14").waive("officer", "LC208", ",'use':'u1','until':'2027-02-01T00:00:00Z'");
            c.expects(WAIVED);
        });
        say("doubts a use of somebody whose identifiers were erased where somebody with any says no", c -> {
            twins(c);
            Id no = no(c, "mei=2");
            c.eraseTexts("mei=1");
            c.expects(UNDETERMINED, 208)
                    .use("u1", UNDETERMINED)
                    .use("u2", CLEARED)
                    .names(208, no);
        });
        say("doubts a use of somebody with an identifier where somebody whose words were erased says no", c -> {
            twins(c);
            Id no = no(c, "mei=2");
            c.eraseTexts("mei=2");
            c.expects(UNDETERMINED, 208)
                    .use("u1", UNDETERMINED)
                    .use("u2", CLEARED)
                    .names(208, no);
        });
        say("doubts a use where nobody can tell any more who has which identifier and one says no", c -> {
            twins(c);
            Id no = no(c, "mei=2");
            c.eraseTexts();
            c.expects(UNDETERMINED, 208).use("u1", UNDETERMINED).names(208, no);
        });
        say("is silent about erased words where nobody says no", c -> {
            twins(c);
            c.eraseTexts();
            c.expects(CLEARED).silent(208);
        });
        say("is silent about erased words of others where a person has no identifier", c -> {
            twins(c);
            c.manifest("'person':'$mei=1'", "'person':'$lin'");
            Minors.own(c, Kit.LIN, "2026-11-02");
            no(c, "mei=2");
            c.eraseTexts("mei=2");
            c.expects(CLEARED).silent(208);
        });
        say("leaves grants where they are when registrations are linked", c -> {
            c.accredited("registrar", "identify");
            c.person("lin2", "adult");
            Minors.own(c, "lin2", "2026-11-02");
            isSame(c, "registrar", Kit.LIN, "lin2");
            c.expects(BLOCKED, 102);
        });
    }
}
