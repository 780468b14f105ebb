package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** What an answer rests on: assurance, identity, instants, records that nobody can read (decision.md sections 4, 5 and 8). */
final class EvidenceCases extends Group {

    EvidenceCases() {
        super("evidence");
    }

    @Override
    void tell() {
        minima();
        identity();
        instants();
        texts();
        danger();
        others();
        junk();
    }

    private static Id force(Case c, String key, String typ, String members) {
        java.util.Optional<Id> lin = java.util.Optional.of(c.id(Kit.LIN));
        return c.kit().force(c.kit().raw(key, typ, lin, lin, members));
    }

    private void junk() {
        say("ignores what a key of nobody signed", c -> {
            c.grant();
            Id junk = force(
                    c,
                    "nobody",
                    "likeness-prohibition+jwt",
                    "{'scopes':'*','against':'*','reach':'all','ground':'standing'}");
            c.expects(CLEARED).names(201, junk).silent(304).tells(201);
        });
        say("ignores a no by a stranger that no registry should have taken", c -> {
            c.person("stranger", "adult");
            c.grant();
            c.kit()
                    .force(c.kit()
                            .raw(
                                    "stranger",
                                    "likeness-prohibition+jwt",
                                    java.util.Optional.of(c.id("stranger")),
                                    java.util.Optional.of(c.id(Kit.LIN)),
                                    "{'scopes':'*','against':'*','reach':'all','ground':'standing'}"));
            c.expects(CLEARED).tells(202);
        });
        say("takes a grant with an unknown word as absent", c -> {
            Id unread = force(
                    c,
                    Kit.LIN,
                    "likeness-grant+jwt",
                    Kit.GRANT.replace("'svod'", "'svodd'").replaceFirst("\\{", "{'annex':'" + Case.HASH + "',"));
            c.expects(BLOCKED, 102).tells(304).names(304, unread);
        });
        say("leaves a person undetermined about whom a newer kind of record speaks", c -> {
            c.grant();
            force(c, Kit.LIN, "likeness-novelty+jwt", "{}");
            c.expects(UNDETERMINED, 306);
        });
        say("leaves a person undetermined about whom a newer version of a record speaks", c -> {
            c.grant();
            force(c, Kit.LIN, "likeness-grant+jwt", "{'v':2}");
            c.expects(UNDETERMINED, 306);
        });
        say("leaves a person undetermined after a withdrawal with an unknown member", c -> {
            Id grant = c.grant();
            force(
                    c,
                    Kit.LIN,
                    "likeness-revocation+jwt",
                    "{'target':'" + grant + "','event':'withdrawn','scopes':'*','novelty':1}");
            c.expects(UNDETERMINED, 306);
        });
        say("ignores a newer kind of record that a key of nobody signed", c -> {
            c.grant();
            force(c, "nobody", "likeness-novelty+jwt", "{}");
            c.expects(CLEARED).tells(201);
        });
    }

    private void minima() {
        say("says that nobody else has seen the log", c -> {
            c.grant();
            c.expects(CLEARED).tells(305);
        });
        say("leaves files undetermined that nobody read where policy wants them read", c -> {
            c.grant();
            c.policy("'require':{'assets':'hashed'}");
            c.expects(UNDETERMINED, 310);
        });
        say("leaves making undetermined that nobody committed to where policy wants that", c -> {
            c.grant();
            c.policy("'require':{'made':'committed'}");
            c.expects(UNDETERMINED, 310);
        });
        say("clears making that the producer committed to where policy wants that", c -> {
            c.grant();
            c.at("2026-12-12").commit(Kit.STUDIO, Case.asset(0));
            c.policy("'require':{'made':'committed'}");
            c.expects(CLEARED);
        });
        say("asks for nothing where policy wants no more than the producer's word", c -> {
            c.grant();
            c.policy("'require':{'producer':'claimed','assets':'declared','inventory':'none','made':'declared'}");
            c.expects(CLEARED).silent(310);
        });
        say("leaves making undetermined that nobody stamped where policy wants a stamp", c -> {
            c.grant();
            c.at("2026-12-12").commit(Kit.STUDIO, Case.asset(0));
            c.policy("'require':{'made':'stamped'}");
            c.expects(UNDETERMINED, 310);
        });
        say("leaves an answer undetermined without the packs that policy names", c -> {
            c.grant();
            c.policy("'packs':[{'name':'eu','sha256':'" + Case.HASH + "'}]");
            c.expects(UNDETERMINED, 310);
        });
    }

    private void identity() {
        say("warns of people who say themselves who they are", c -> {
            Id grant = c.grant();
            c.expects(CLEARED).tells(204).names(204, grant);
        });
        say("is silent about people who were identified", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.grant();
            c.expects(CLEARED).silent(204);
        });
        say("leaves people undetermined who say themselves who they are where policy wants more", c -> {
            c.grant();
            c.policy("'identity':'documented'");
            c.expects(UNDETERMINED, 204);
        });
        say("clears people who were identified as policy wants", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.grant();
            c.policy("'identity':'documented'");
            c.expects(CLEARED);
        });
        say("leaves people undetermined who were identified less well than policy wants", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.grant();
            c.policy("'identity':'in-person'");
            c.expects(UNDETERMINED, 204);
        });
        say("takes the highest level of several", c -> {
            c.accredited("registrar", "identify");
            c.accredited("notary", "identify");
            Named.identified(c, "notary", "qualified");
            Named.identified(c);
            c.grant();
            c.policy("'identity':'in-person'");
            c.expects(CLEARED);
        });
        say("does not count an identification after the grant", c -> {
            c.accredited("registrar", "identify");
            c.grant();
            c.at("2026-12-12");
            Named.identified(c);
            c.policy("'identity':'documented'");
            c.expects(UNDETERMINED, 204);
        });
        say("does not count an identification by whom policy does not believe", c -> {
            c.accreditedOnly("registrar", "identify");
            Named.identified(c);
            c.grant();
            c.policy("'identity':'documented'");
            c.expects(UNDETERMINED, 204);
        });
        say("does not count an identification that ended before the grant", c -> {
            c.accredited("registrar", "identify");
            Id word = Named.identified(c);
            c.revoke("registrar", word, "ended", "");
            c.at("2026-11-02").grant();
            c.policy("'identity':'documented'");
            c.expects(UNDETERMINED, 204);
        });
        say("does not believe a registrar before the time that policy names", c -> {
            c.accreditedOnly("registrar", "identify");
            c.believes("'" + c.id("registrar") + "':{'believed':['identify'],'from':'2026-11-02T00:00:00Z'}");
            Named.identified(c);
            c.at("2026-11-05").grant();
            c.policy("'identity':'documented'");
            c.expects(UNDETERMINED, 204);
        });
        say("wants documents for a context that is given by name", c -> {
            c.grant("'contexts':[]", "'contexts':['nudity']");
            c.manifest("'contexts':[]", "'contexts':['nudity']").expects(UNDETERMINED, 204);
        });
    }

    private void instants() {
        say("answers of a past instant from the entries up to it", c -> {
            Id grant = c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-20").withdraw(grant, "");
            c.checkpoint("2026-12-21").asksAsOf("2026-12-15").expects(CLEARED);
        });
        say("counts an entry of the very instant that is asked about", c -> {
            Id grant = c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-15").withdraw(grant, "");
            c.checkpoint("2026-12-21").asksAsOf("2026-12-15").expects(BLOCKED, 105);
        });
        say("leaves a checkpoint from after the instant that is asked about undetermined", c -> {
            c.grant();
            c.checkpoint("2026-12-16").asks("2026-12-15").expects(UNDETERMINED, 302);
        });
    }

    private void texts() {
        say("leaves named characters undetermined when their text was erased", c -> {
            Id grant = c.grant("'characters':'*'", "'characters':['" + Case.HASH + "']");
            c.eraseTexts();
            c.expects(UNDETERMINED, 306).names(306, grant);
        });
        say("needs no text for a grant to any character", c -> {
            c.grant();
            c.eraseTexts();
            c.expects(CLEARED).silent(306);
        });
    }

    /** Two registrations of one person. */
    private void others() {
        say("leaves a person undetermined whose other registration says no", c -> {
            Id no = twice(c);
            c.expects(UNDETERMINED, 208).names(208, no);
        });
        say("leaves a person undetermined of whom another registration says that it is the same", c -> {
            c.accreditedOnly("registrar", "identify");
            c.person("yue", "adult");
            Id no = no(c, "yue");
            c.endorse("registrar", "yue", c.id("yue"), "same-person", ",'other':'$lin'");
            c.grant();
            c.expects(UNDETERMINED, 208).names(208, no);
        });
        say("clears a person whose other registration says nothing", c -> {
            c.accredited("registrar", "identify");
            c.person("yue", "adult");
            c.endorse("registrar", Kit.LIN, c.id(Kit.LIN), "same-person", ",'other':'$yue'");
            c.grant();
            c.expects(CLEARED).silent(208);
        });
        say("clears a person of whom a stranger says that she is the same", c -> {
            c.person("yue", "adult");
            no(c, "yue");
            c.endorse("yue", "yue", c.id("yue"), "same-person", ",'other':'$lin'");
            c.grant();
            c.expects(CLEARED).silent(208);
        });
        say("clears a person whom nobody takes for one who says no", c -> {
            c.person("yue", "adult");
            no(c, "yue");
            c.grant();
            c.expects(CLEARED).silent(208);
        });
    }

    private static Id no(Case c, String person) {
        return c.kit()
                .sign(
                        RecordKind.PROHIBITION,
                        person,
                        c.id(person),
                        "{'scopes':'*','against':'*','reach':'all','ground':'standing'}");
    }

    /** Lin has granted, and a registrar says that she is Yue too, who has said no. */
    static Id twice(Case c) {
        c.accreditedOnly("registrar", "identify");
        c.person("yue", "adult");
        Id no = no(c, "yue");
        c.endorse("registrar", Kit.LIN, c.id(Kit.LIN), "same-person", ",'other':'$yue'");
        c.grant();
        return no;
    }

    private void danger() {
        say("calls a grant dangerous that can never be taken back", c -> {
            c.grant("'notice':'P30D','cause':'P7D'", "'notice':'never','cause':'never'");
            c.expects(CLEARED).tells(501);
        });
        say("calls a grant dangerous that may be passed on to anybody", c -> {
            c.grant("'sublicensing':'none'", "'sublicensing':'any'");
            c.expects(CLEARED).tells(501);
        });
        say("calls a grant dangerous that can be taken back with a cause alone", c -> {
            c.grant("'notice':'P30D'", "'notice':'never'");
            c.expects(CLEARED).tells(501);
        });
        say("calls a grant dangerous that is exclusive without end", c -> {
            Id grant = c.grant(
                    "'until':'2028-01-01T00:00:00Z'}}],'prohibitions'",
                    "'until':'perpetual'}}],'prohibitions'",
                    "'exclusive':false",
                    "'exclusive':true");
            c.expects(CLEARED).tells(501).names(501, grant);
        });
        say("calls a grant dangerous that allows what is given by name", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.grant("'contexts':[]", "'contexts':['political']");
            c.expects(CLEARED).tells(501);
        });
        say("calls a grant dangerous whose words do not say what it is for", c -> {
            c.kit().describe("for any purpose that the studio may think of");
            c.grant();
            c.expects(CLEARED).tells(501);
        });
        say("says nothing of danger about a grant that is not relied on", c -> {
            c.grant();
            c.grant("'sublicensing':'none'", "'sublicensing':'any'");
            c.expects(CLEARED).silent(501);
        });
        say("says nothing of danger about a narrow grant", c -> {
            c.grant();
            c.expects(CLEARED).silent(501);
        });
    }
}
