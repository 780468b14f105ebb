package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Chains of links, each broken in its place (authority.md, Acting for somebody). */
final class ChainCases extends Group {

    private static final String PASSED = "'grant','delegate'";

    ChainCases() {
        super("chains");
    }

    @Override
    void tell() {
        lengths();
        powers();
        windows();
        makers();
        terms();
        stops();
    }

    private static Id link(Case c, String signer, String to, String powers, String more) {
        return Minors.link(c, signer, to, "agent", Kit.LIN, powers, more);
    }

    private static Id granted(Case c, String signer, Id link, String... changes) {
        return Minors.as(c, signer, "agent", Kit.LIN, link, changes);
    }

    private static void notGranted(Case c, String signer, String capacity, Id link) {
        c.refused(
                RecordKind.GRANT,
                signer,
                Kit.LIN,
                Kit.GRANT.replace("'capacity':'self'", "'capacity':'" + capacity + "','delegation':'" + link + "'"));
        c.expects(BLOCKED, 102).tells(202);
    }

    private static String members(Case c, String to, String powers, String more) {
        return "{'delegate':'" + c.id(to) + "','capacity':'agent','powers':[" + powers + "],'within':'*',"
                + "'window':{'from':'2026-01-01T00:00:00Z','until':'2035-01-01T00:00:00Z'}" + more
                + (more.contains("'depth'") ? "" : ",'depth':0") + "}";
    }

    /** A chain of so many links from Lin, the last of whose delegates may sign. */
    private static Id chain(Case c, int length) {
        String above = Kit.LIN;
        Id link = null;
        for (int i = 1; i <= length; i++) {
            c.party("agent" + (char) ('a' + i));
            String parent = link == null ? "" : ",'parent':'" + link + "'";
            link = link(c, above, "agent" + (char) ('a' + i), PASSED, ",'depth':" + (length - i) + parent);
            above = "agent" + (char) ('a' + i);
        }
        return java.util.Objects.requireNonNull(link);
    }

    private void lengths() {
        for (int length : new int[] {2, 3, 5, 8}) {
            say("clears what was signed under a chain of " + length + " links", c -> {
                Id link = chain(c, length);
                granted(c, "agent" + (char) ('a' + length), link);
                c.expects(CLEARED);
            });
        }
        say("takes no grant under a chain of nine links", c -> {
            Id link = chain(c, 8);
            c.party("last");
            c.refused(
                    RecordKind.DELEGATION,
                    "agenti",
                    Kit.LIN,
                    members(c, "last", "'grant'", ",'parent':'" + link + "'"));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no link beyond the depth of the one above", c -> {
            c.party("agent");
            c.party("second");
            Id link = link(c, Kit.LIN, "agent", PASSED, "");
            c.refused(
                    RecordKind.DELEGATION,
                    "agent",
                    Kit.LIN,
                    members(c, "second", "'grant'", ",'parent':'" + link + "'"));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no link as deep as the one above", c -> {
            c.party("agent");
            c.party("second");
            Id link = link(c, Kit.LIN, "agent", PASSED, ",'depth':1");
            c.refused(
                    RecordKind.DELEGATION,
                    "agent",
                    Kit.LIN,
                    members(c, "second", "'grant'", ",'depth':1,'parent':'" + link + "'"));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no chain that comes back to a party", c -> {
            c.party("agent");
            c.party("second");
            Id link = link(c, Kit.LIN, "agent", PASSED, ",'depth':3");
            Id sub = link(c, "agent", "second", PASSED, ",'depth':2,'parent':'" + link + "'");
            Id back = link(c, "second", "agent", PASSED, ",'depth':1,'parent':'" + sub + "'");
            notGranted(c, "agent", "agent", back);
        });
    }

    private void powers() {
        say("takes no grant under a link without the power to grant", c -> {
            c.party("agent");
            notGranted(c, "agent", "agent", link(c, Kit.LIN, "agent", "'withdraw','prohibit'", ""));
        });
        say("takes no link by a delegate without the power to delegate", c -> {
            c.party("agent");
            c.party("second");
            Id link = link(c, Kit.LIN, "agent", "'grant'", ",'depth':1");
            c.refused(
                    RecordKind.DELEGATION,
                    "agent",
                    Kit.LIN,
                    members(c, "second", "'grant'", ",'parent':'" + link + "'"));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no grant where a link above cannot grant", c -> {
            c.party("agent");
            c.party("second");
            Id link = link(c, Kit.LIN, "agent", "'approve','delegate'", ",'depth':1");
            notGranted(c, "second", "agent", link(c, "agent", "second", "'grant'", ",'parent':'" + link + "'"));
        });
        say("takes no grant by somebody else than the delegate", c -> {
            c.party("agent");
            c.party("second");
            notGranted(c, "second", "agent", link(c, Kit.LIN, "agent", "'grant'", ""));
        });
        say("takes no grant in another capacity than that of the link", c -> {
            c.party("agent");
            notGranted(c, "agent", "guild", link(c, Kit.LIN, "agent", "'grant'", ""));
        });
        say("takes no grant under a link that somebody else made", c -> {
            c.party("agent");
            c.person("other", "adult");
            Id link = Minors.link(c, "other", "agent", "agent", "other", "'grant'", "");
            notGranted(c, "agent", "agent", link);
        });
        say("clears what a guild signed within its powers", c -> {
            c.party("guild");
            Id link = Minors.link(c, Kit.LIN, "guild", "guild", Kit.LIN, "'grant'", "");
            Minors.as(c, "guild", "guild", Kit.LIN, link);
            c.expects(CLEARED);
        });
    }

    private void windows() {
        String early = ",'window':{'from':'2026-01-01T00:00:00Z','until':'2026-11-05T00:00:00Z'}";
        say("clears what was signed a millisecond before a link's window ended", c -> {
            c.party("agent");
            Id link = link(c, Kit.LIN, "agent", "'grant'", early);
            c.at("2026-11-04T23:59:59.999Z");
            granted(c, "agent", link);
            c.expects(CLEARED);
        });
        say("takes no grant at the instant at which a link's window ends", c -> {
            c.party("agent");
            Id link = link(c, Kit.LIN, "agent", "'grant'", early);
            notGranted(c.at("2026-11-05"), "agent", "agent", link);
        });
        say("takes no grant before a link's window begins", c -> {
            c.party("agent");
            Id link = link(
                    c,
                    Kit.LIN,
                    "agent",
                    "'grant'",
                    ",'window':{'from':'2026-11-05T00:00:00Z','until':'2027-11-05T00:00:00Z'}");
            notGranted(c.at("2026-11-04T23:59:59.999Z"), "agent", "agent", link);
        });
        say("takes no grant when the window of a link above has ended", c -> {
            c.party("agent");
            c.party("second");
            Id link = link(c, Kit.LIN, "agent", PASSED, ",'depth':1" + early);
            Id sub = link(c, "agent", "second", "'grant'", ",'parent':'" + link + "'");
            notGranted(c.at("2026-11-05"), "second", "agent", sub);
        });
        say("takes no grant when a link in the middle has ended", c -> {
            Id link = chain(c, 3);
            Id middle = c.made("agentc");
            c.at("2026-11-05").revoke("agentb", middle, "ended", "");
            notGranted(c, "agentd", "agent", link);
        });
        say("keeps what was signed before a link in the middle ended", c -> {
            Id link = chain(c, 3);
            granted(c, "agentd", link);
            c.at("2026-11-05").revoke("agentb", c.made("agentc"), "ended", "");
            c.expects(CLEARED);
        });
        say("lets a delegate end its own link", c -> {
            c.party("agent");
            Id link = link(c, Kit.LIN, "agent", "'grant'", "");
            c.revoke("agent", link, "ended", "");
            notGranted(c, "agent", "agent", link);
        });
        say("does not let a stranger end a link", c -> {
            c.party("agent");
            c.party("stranger");
            Id link = link(c, Kit.LIN, "agent", "'grant'", "");
            c.refused(RecordKind.REVOCATION, "stranger", Kit.LIN, "{'target':'" + link + "','event':'ended'}");
            granted(c, "agent", link);
            c.expects(CLEARED).tells(202);
        });
        say("does not let a registrar end what the person made", c -> {
            c.party("agent");
            c.accredited("registrar", "guardian");
            Id link = link(c, Kit.LIN, "agent", "'grant'", "");
            c.refused(RecordKind.REVOCATION, "registrar", Kit.LIN, "{'target':'" + link + "','event':'ended'}");
            granted(c, "agent", link);
            c.expects(CLEARED).tells(202);
        });
    }

    private void makers() {
        for (String capacity : new String[] {"guardian", "estate", "court"}) {
            say("takes no link as " + capacity + " from the person herself", c -> {
                c.party("agent");
                c.refused(
                        RecordKind.DELEGATION,
                        Kit.LIN,
                        Kit.LIN,
                        members(c, "agent", "'grant'", "")
                                .replace("'capacity':'agent'", "'capacity':'" + capacity + "'"));
                c.expects(BLOCKED, 102).tells(202);
            });
        }
        say("takes no link as court from a registrar", c -> {
            c.party("agent");
            c.accredited("registrar", "guardian");
            c.refused(
                    RecordKind.DELEGATION,
                    "registrar",
                    Kit.LIN,
                    members(c, "agent", "'grant'", "").replace("'capacity':'agent'", "'capacity':'court'"));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("clears what was signed under a court's link", c -> {
            c.accredited("tribunal", "court");
            c.party("trustee");
            Id link = Minors.link(c, "tribunal", "trustee", "court", Kit.LIN, "'grant'", "");
            Minors.as(c, "trustee", "court", Kit.LIN, link);
            c.expects(CLEARED);
        });
        say("does not let a person hand on the power to manage her keys", c -> {
            c.party("agent");
            c.refused(RecordKind.DELEGATION, Kit.LIN, Kit.LIN, members(c, "agent", "'grant','manage'", ""));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("does not let the registry accredit itself", c -> {
            c.party("agent");
            c.refused(
                    RecordKind.ENDORSEMENT,
                    "registry",
                    "registry",
                    "{'target':'$registry','says':'accredited','may':['rule']}");
            c.grant();
            c.expects(CLEARED).tells(202);
        });
    }

    private void terms() {
        say("counts no exclusivity that an agent might not sign", c -> {
            c.party("agent");
            c.party("other");
            c.grant("['$studio']", "['$other']");
            Id link = link(c, Kit.LIN, "agent", "'grant'", ",'terms':{'exclusive':false}");
            granted(c, "agent", link, "'exclusive':false", "'exclusive':true");
            c.expects(CLEARED).silent(131).tells(202);
        });
        say("counts the exclusivity that an agent might sign", c -> {
            c.party("agent");
            c.party("other");
            c.grant("['$studio']", "['$other']");
            Id link = link(c, Kit.LIN, "agent", "'grant'", ",'terms':{'exclusive':true}");
            granted(c, "agent", link, "'exclusive':false", "'exclusive':true");
            c.expects(CLEARED).tells(131).silent(202);
        });
        say("says which notice is beyond an agent's bounds", c -> {
            c.party("agent");
            Id link = link(c, Kit.LIN, "agent", "'grant'", ",'terms':{'notice':'P10D'}");
            Id grant = granted(c, "agent", link);
            c.expects(CLEARED).names(202, grant);
        });
        say("bounds a grant by the strictest of all links", c -> {
            c.party("agent");
            c.party("second");
            Id link = link(c, Kit.LIN, "agent", PASSED, ",'depth':1,'terms':{'longest':'P3M'}");
            Id sub = link(c, "agent", "second", "'grant'", ",'terms':{'longest':'P2Y'},'parent':'" + link + "'");
            granted(c, "second", sub);
            c.expects(BLOCKED, 202);
        });
        say("blocks what an agent signed for a party that holds its keys", c -> {
            c.kit().party("agent", "organisation", "", "agent:sign agent.m:manage@studio", "");
            Id link = link(c, Kit.LIN, "agent", "'grant'", "");
            granted(c, "agent", link);
            c.expects(BLOCKED, 102, 207);
        });
    }

    private static Id prohibits(Case c, String signer, Id link) {
        return c.kit()
                .sign(
                        RecordKind.PROHIBITION,
                        signer,
                        c.id(Kit.LIN),
                        "{'scopes':'*','against':'*','reach':'all','ground':'standing','capacity':'agent','delegation':'"
                                + link + "'}");
    }

    private void stops() {
        say("lets an agent's no act on later grants", c -> {
            c.party("agent");
            prohibits(c, "agent", link(c, Kit.LIN, "agent", "'prohibit'", ""));
            c.at("2026-11-05").grant();
            c.expects(BLOCKED, 104);
        });
        say("does not let an agent's no act on earlier grants without the power to withdraw", c -> {
            c.party("agent");
            c.grant();
            prohibits(c.at("2026-11-05"), "agent", link(c, Kit.LIN, "agent", "'prohibit'", ""));
            c.expects(CLEARED);
        });
        say("lets an agent's no act on earlier grants with the power to withdraw", c -> {
            c.party("agent");
            c.grant();
            prohibits(c.at("2026-11-05"), "agent", link(c, Kit.LIN, "agent", "'prohibit','withdraw'", ""));
            c.expects(BLOCKED, 104);
        });
        say("lets a person overrule her agents at once", c -> {
            c.party("agent");
            Id link = link(c, Kit.LIN, "agent", "'grant'", "");
            c.prohibit("'*'", "{'signers':'delegates'}", "all");
            c.at("2026-11-05");
            granted(c, "agent", link);
            c.expects(BLOCKED, 104);
        });
        say("leaves a person's own grants alone when she overrules her agents", c -> {
            c.prohibit("'*'", "{'signers':'delegates'}", "all");
            c.at("2026-11-05").grant();
            c.expects(CLEARED);
        });
        say("does not let an agent lift a no that the person set", c -> {
            c.party("agent");
            Id no = c.prohibit("'*'", "'*'", "all");
            Id link = link(c, Kit.LIN, "agent", "'lift','prohibit'", "");
            c.refused(
                    RecordKind.REVOCATION,
                    "agent",
                    Kit.LIN,
                    "{'target':'" + no + "','event':'lifted','capacity':'agent','delegation':'" + link + "'}");
            c.at("2026-11-05").grant();
            c.expects(BLOCKED, 104).tells(202);
        });
        say("lets an agent lift what another agent set", c -> {
            c.party("agent");
            c.party("second");
            Id no = prohibits(c, "agent", link(c, Kit.LIN, "agent", "'prohibit'", ""));
            Id link = link(c, Kit.LIN, "second", "'lift'", "");
            c.at("2026-11-03").revoke("second", no, "lifted", ",'capacity':'agent','delegation':'" + link + "'");
            c.at("2026-11-05").grant();
            c.expects(CLEARED);
        });
        say("lets a person lift what her agent set", c -> {
            c.party("agent");
            Id no = prohibits(c, "agent", link(c, Kit.LIN, "agent", "'prohibit'", ""));
            c.at("2026-11-03").lift(no);
            c.at("2026-11-05").grant();
            c.expects(CLEARED);
        });
    }
}
