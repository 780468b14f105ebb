package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;

/** Who may sign for whom: agents, guardians, registrars, the dead (authority.md; decision.md section 3). */
final class AuthorityCases extends Group {

    AuthorityCases() {
        super("authority");
    }

    @Override
    void tell() {
        agents();
        chains();
        minors();
        dead();
    }

    private static Id link(Case c, String powers, String more) {
        c.party("agent");
        return Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, powers, more);
    }

    private void agents() {
        say("clears what an agent signed within its powers", c -> {
            Minors.as(c, "agent", "agent", Kit.LIN, link(c, "'grant'", ""));
            c.expects(CLEARED).silent(202);
        });
        say("blocks what an agent signed beyond its scopes", c -> {
            Id link = link(c, "'grant'", ",'within':[" + scope("media", "['avod']") + "]");
            Id grant = Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.expects(BLOCKED, 102, 202).names(202, grant);
        });
        say("blocks the part that an agent signed beyond its scopes", c -> {
            Id link = link(c, "'grant'", ",'within':[" + scope("territories", "{'include':['CN'],'exclude':[]}") + "]");
            Minors.as(c, "agent", "agent", Kit.LIN, link, "'include':['CN']", "'include':['CN','SG']");
            c.manifest("'include':['CN']", "'include':['CN','SG']").expects(BLOCKED, 202);
        });
        say("leaves the words that are given by name out of an agent's wildcard", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.policy("'identity':'self'");
            Id link = link(c, "'grant'", "");
            Minors.as(
                    c,
                    "agent",
                    "agent",
                    Kit.LIN,
                    link,
                    "'techniques':['voice-clone']",
                    "'techniques':['model-training']");
            c.manifest("'technique':'voice-clone'", "'technique':'model-training'")
                    .expects(BLOCKED, 102, 202);
        });
        say("blocks showings that an agent let last too long", c -> {
            Id link = link(c, "'grant'", ",'terms':{'longest':'P3M'}");
            Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.expects(BLOCKED, 202);
        });
        say("clears showings as long as an agent might allow", c -> {
            Id link = link(c, "'grant'", ",'terms':{'longest':'P6M'}");
            Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.expects(CLEARED);
        });
        say("blocks what an agent signed for a licensee whom it may not", c -> {
            c.party("other");
            Id link = link(c, "'grant'", ",'terms':{'licensees':['$other']}");
            Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.expects(BLOCKED, 102, 202);
        });
        say("counts a notice no longer than an agent might sign", c -> {
            Id link = link(c, "'grant'", ",'terms':{'notice':'P10D'}");
            Id grant = Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.at("2026-12-12").withdraw(grant, "");
            c.shown("2027-01-01", "2027-01-05").expects(BLOCKED, 105);
        });
        say("blocks what an agent signed for itself", c -> {
            Id link = Minors.link(c, Kit.LIN, Kit.STUDIO, "agent", Kit.LIN, "'grant'", "");
            Id grant = Minors.as(c, Kit.STUDIO, "agent", Kit.LIN, link);
            c.expects(BLOCKED, 102, 207).names(207, grant, link);
        });
        say("clears what an agent signed for itself where that is allowed", c -> {
            Id link = Minors.link(c, Kit.LIN, Kit.STUDIO, "agent", Kit.LIN, "'grant'", ",'terms':{'selfDealing':true}");
            Minors.as(c, Kit.STUDIO, "agent", Kit.LIN, link);
            c.expects(CLEARED).silent(207);
        });
        say("leaves what was granted under a link that ends later", c -> {
            Id link = link(c, "'grant'", "");
            Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.at("2026-12-01").revoke(Kit.LIN, link, "ended", "");
            c.expects(CLEARED);
        });
        say("blocks what stands on a link that was invalidated", c -> {
            c.accredited("board", "rule");
            Id link = link(c, "'grant'", "");
            Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.at("2026-12-01").revoke("board", link, "invalidated", "");
            c.expects(BLOCKED, 102, 109);
        });
        say("lets an agent withdraw who may", c -> {
            Id grant = c.grant();
            Id link = link(c, "'withdraw'", "");
            c.at("2026-11-05")
                    .revoke(
                            "agent",
                            grant,
                            "withdrawn",
                            ",'scopes':'*','capacity':'agent','delegation':'" + link + "'");
            c.expects(BLOCKED, 105);
        });
        say("lets an agent withdraw only what its scopes hold", c -> {
            Id grant = c.grant("['svod']", "['svod','avod']");
            Id link = link(c, "'withdraw'", ",'within':[" + scope("media", "['avod']") + "]");
            c.at("2026-11-05")
                    .revoke(
                            "agent",
                            grant,
                            "withdrawn",
                            ",'scopes':'*','capacity':'agent','delegation':'" + link + "'");
            c.expects(CLEARED);
        });
        say("treats the person's word against an agent's grant as a withdrawal", c -> {
            Id link = link(c, "'grant'", "");
            Id grant = Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.at("2026-12-12").revoke(Kit.LIN, grant, "invalidated", "");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
    }

    private void chains() {
        say("clears what a sub-agent signed", c -> {
            c.party("second");
            Id link = link(c, "'grant','delegate'", ",'depth':1");
            Id sub = Minors.link(c, "agent", "second", "agent", Kit.LIN, "'grant'", ",'parent':'" + link + "'");
            Minors.as(c, "second", "agent", Kit.LIN, sub);
            c.expects(CLEARED);
        });
        say("bounds a sub-agent by the link above", c -> {
            c.party("second");
            Id link = link(c, "'grant','delegate'", ",'depth':1,'within':[" + scope("media", "['avod']") + "]");
            Id sub = Minors.link(c, "agent", "second", "agent", Kit.LIN, "'grant'", ",'parent':'" + link + "'");
            Minors.as(c, "second", "agent", Kit.LIN, sub);
            c.expects(BLOCKED, 102, 202);
        });
        say("wants the consent of everybody who signs jointly", c -> {
            c.party("second");
            Id link = link(c, "'grant'", ",'jointly':['$second']");
            Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.expects(BLOCKED, 102, 202);
        });
        say("counts from the last of those who sign jointly", c -> {
            c.party("second");
            Id link = link(c, "'grant'", ",'jointly':['$second']");
            Id grant = Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.at("2026-11-05").endorse("second", Kit.LIN, grant, "consents", "");
            c.expects(CLEARED);
        });
        say("does not count a joint consent that came after the making", c -> {
            c.party("second");
            Id link = link(c, "'grant'", ",'jointly':['$second']");
            Id grant = Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.at("2026-12-12").endorse("second", Kit.LIN, grant, "consents", "");
            c.expects(BLOCKED, 103);
        });
    }

    private static Id guardian(Case c) {
        c.accredited("registrar", "guardian");
        c.person("mother", "adult");
        c.person("mei", "2030-05");
        c.manifest("$lin", "$mei");
        return Minors.link(c, "registrar", "mother", "guardian", "mei", "'grant','approve'", "");
    }

    private void minors() {
        say("blocks a minor's own grant", c -> {
            c.person("mei", "2030-05");
            Id grant = Minors.own(c, "mei", "2026-11-01");
            c.manifest("$lin", "$mei").expects(BLOCKED, 102, 205).names(205, grant);
        });
        say("clears a minor's grant with a guardian's consent", c -> {
            Id link = guardian(c);
            Id grant = Minors.own(c, "mei", "2026-11-02");
            Minors.consents(c, "mother", "mei", grant, ",'capacity':'guardian','delegation':'" + link + "'");
            c.expects(CLEARED).silent(205);
        });
        say("clears a guardian's grant with the child's consent", c -> {
            Id link = guardian(c);
            Id grant = Minors.as(c, "mother", "guardian", "mei", link);
            Minors.consents(c, "mei", "mei", grant, "");
            c.expects(CLEARED);
        });
        say("blocks a guardian's grant without the consent of a child with keys", c -> {
            Minors.as(c, "mother", "guardian", "mei", guardian(c));
            c.expects(BLOCKED, 102, 205);
        });
        say("blocks a guardian's grant where policy does not believe the registrar", c -> {
            c.accreditedOnly("registrar", "guardian");
            c.person("mother", "adult");
            c.person("mei", "2030-05");
            Id link = Minors.link(c, "registrar", "mother", "guardian", "mei", "'grant'", "");
            Id grant = Minors.as(c, "mother", "guardian", "mei", link);
            Minors.consents(c, "mei", "mei", grant, "");
            c.manifest("$lin", "$mei").expects(BLOCKED, 102, 202);
        });
        say("blocks a young child's own grant though a guardian consents", c -> {
            c.accredited("registrar", "guardian");
            c.person("mother", "adult");
            c.person("mei", "2037-05");
            Id link = Minors.link(c, "registrar", "mother", "guardian", "mei", "'grant'", "");
            Id grant = Minors.own(c, "mei", "2026-11-02");
            Minors.consents(c, "mother", "mei", grant, ",'capacity':'guardian','delegation':'" + link + "'");
            c.manifest("$lin", "$mei").expects(BLOCKED, 102, 205);
        });
        say("never grants a minor in a sexual context", c -> {
            c.grant("'contexts':[]", "'contexts':['sexualised']");
            c.manifest("'contexts':[]", "'contexts':['sexualised']", "'portrays':'adult'", "'portrays':'minor'")
                    .expects(BLOCKED, 104);
        });
        say("never grants graphic violence for a minor", c -> {
            Id link = guardian(c);
            Id grant =
                    Minors.as(c, "mother", "guardian", "mei", link, "'contexts':[]", "'contexts':['graphic-violence']");
            Minors.consents(c, "mei", "mei", grant, "");
            c.manifest("'contexts':[]", "'contexts':['graphic-violence']").expects(BLOCKED, 104);
        });
        say("ends new material with the eighteenth birthday", c -> {
            grown(c);
            c.made("2030-06-01", "2030-06-02")
                    .shown("2030-07-01", "2030-08-01")
                    .asks("2030-06-10")
                    .expects(BLOCKED, 105);
        });
        say("keeps what was made before the eighteenth birthday", c -> {
            grown(c);
            c.made("2030-05-30", "2030-06-01")
                    .shown("2030-07-01", "2030-08-01")
                    .asks("2030-06-10")
                    .expects(CLEARED);
        });
        say("lets a person withdraw at will from the eighteenth birthday on", c -> {
            Id grant = grown(c);
            c.at("2030-06-05");
            c.kit()
                    .sign(
                            org.countenance.record.RecordKind.REVOCATION,
                            "mei",
                            c.id("mei"),
                            "{'target':'" + grant + "','event':'withdrawn','scopes':'*'}");
            c.made("2030-05-30", "2030-06-01")
                    .shown("2030-07-01", "2030-08-01")
                    .asks("2030-06-10")
                    .expects(BLOCKED, 105);
        });
    }

    /** A grant signed for a child for longer than its childhood, never to be withdrawn. */
    private static Id grown(Case c) {
        Id link = guardian(c);
        Id grant = Minors.as(
                c,
                "mother",
                "guardian",
                "mei",
                link,
                "2028-01-01",
                "2032-01-01",
                "'notice':'P30D'",
                "'notice':'never'");
        Minors.consents(c, "mei", "mei", grant, "");
        return grant;
    }

    private void dead() {
        say("ends new material with death where a grant does not survive it", c -> {
            c.accredited("registrar", "estate");
            c.accredited("identifier", "identify");
            Named.identified(c, "identifier", "documented");
            c.grant("'contexts':[]", "'contexts':['posthumous']");
            c.at("2026-12-12").kit().dies(Kit.LIN, "registrar", "2026-12-05");
            c.expects(BLOCKED, 105);
        });
        say("keeps what was made before death", c -> {
            c.accredited("registrar", "estate");
            c.grant();
            c.at("2026-12-14").kit().dies(Kit.LIN, "registrar", "2026-12-13");
            c.expects(CLEARED);
        });
        say("counts death from the earliest time zone", c -> {
            c.accredited("registrar", "estate");
            c.grant();
            c.at("2026-12-14").kit().dies(Kit.LIN, "registrar", "2026-12-11");
            c.manifest("2026-12-11T00:00:00Z", "2026-12-10T10:00:00Z").expects(CLEARED);
        });
        say("blocks what was made after midnight in the earliest time zone", c -> {
            c.accredited("registrar", "estate");
            c.grant();
            c.at("2026-12-14").kit().dies(Kit.LIN, "registrar", "2026-12-11");
            c.manifest("2026-12-11T00:00:00Z", "2026-12-10T10:00:01Z").expects(BLOCKED, 103);
        });
        say("allows new material after death by name where a grant survives it", c -> {
            c.accredited("registrar", "estate");
            c.accredited("identifier", "identify");
            Named.identified(c, "identifier", "documented");
            c.grant("'contexts':[]", "'contexts':['posthumous']", "'survivesDeath':false", "'survivesDeath':true");
            c.at("2026-12-12").kit().dies(Kit.LIN, "registrar", "2026-12-05");
            c.expects(CLEARED);
        });
        say("does not allow new material after death by a wildcard", c -> {
            c.accredited("registrar", "estate");
            c.accredited("identifier", "identify");
            Named.identified(c, "identifier", "documented");
            c.grant("'contexts':[]", "'contexts':'*'", "'survivesDeath':false", "'survivesDeath':true");
            c.at("2026-12-12").kit().dies(Kit.LIN, "registrar", "2026-12-05");
            c.expects(BLOCKED, 103);
        });
        say("blocks what the dead signed", c -> {
            c.accredited("registrar", "estate");
            Id grant = c.at("2026-12-06").grant("'facts':{}", "'facts':{},'ratifies':true");
            Id notice = c.at("2026-12-08").kit().dies(Kit.LIN, "registrar", "2026-12-05");
            c.made("2026-12-01", "2026-12-02").expects(BLOCKED, 102, 206).names(206, grant, notice);
        });
        say("clears what an estate signed", c -> {
            c.accredited("registrar", "estate");
            c.person("heir", "adult");
            Id link = Minors.link(c, "registrar", "heir", "estate", Kit.LIN, "'grant'", "");
            c.at("2026-12-08").kit().dies(Kit.LIN, "registrar", "2026-12-05");
            c.at("2026-12-09");
            Minors.as(c, "heir", "estate", Kit.LIN, link, "'facts':{}", "'facts':{},'ratifies':true");
            c.made("2026-12-01", "2026-12-02").expects(CLEARED).silent(206).tells(124);
        });
        say("leaves a death in doubt told by whom policy does not believe", c -> {
            c.accreditedOnly("registrar", "estate");
            c.grant();
            c.at("2026-12-12").kit().dies(Kit.LIN, "registrar", "2026-12-05");
            c.expects(UNDETERMINED, 105);
        });
    }
}
