package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;

/** What must have been known to the log in time, because its making could be dated back (LC132). */
final class ProofCases extends Group {

    private static final String MADE_UNTIL = "'until':'2028-01-01T00:00:00Z'},'shown'";
    private static final String RAN_OUT = "'until':'2026-12-11T00:00:00Z'},'shown'";
    private static final String AT_WILL = "'notice':'P0D'";
    private static final String NOTICE = "'notice':'P30D'";

    ProofCases() {
        super("proof");
    }

    @Override
    void tell() {
        ranOut();
        ended();
        events();
    }

    private void ranOut() {
        say("takes a clearance that relied on the grant for proof of making", c -> {
            Id grant = c.grant(MADE_UNTIL, RAN_OUT);
            c.at("2026-12-20").clear(Kit.STUDIO, grant);
            c.asks("2027-01-15").expects(CLEARED);
        });
        say("takes no clearance from the end of fourteen days for proof of making", c -> {
            Id grant = c.grant(MADE_UNTIL, RAN_OUT);
            c.at("2026-12-25").clear(Kit.STUDIO, grant);
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
        say("takes no clearance that relied on another grant for proof of making", c -> {
            c.grant(MADE_UNTIL, RAN_OUT);
            Id other = c.grant("['svod']", "['avod']");
            c.at("2026-12-20").clear(Kit.STUDIO, other);
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
        say("asks for no proof of making where another permission has not run out", c -> {
            c.grant(MADE_UNTIL, RAN_OUT);
            c.grant();
            c.asks("2027-01-15").expects(CLEARED);
        });
        say("takes no proof of a source for what is derived from it", c -> {
            c.grant(MADE_UNTIL, RAN_OUT);
            c.at("2026-12-20").commit("studio", Case.asset(0));
            c.manifest(
                    "'sha256':'" + Case.HASH + "'",
                    "'sha256':'" + Case.asset(1).hex() + "','derivedFrom':{'sha256':'" + Case.HASH + "','by':'trim'}");
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
        say("takes a clearance that came too late for no proof of making", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(MADE_UNTIL, RAN_OUT);
            c.at("2026-12-26").clear("verifier", grant);
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
    }

    private static void ends(Case c, String when) {
        c.grant(NOTICE, AT_WILL);
        c.at(when).prohibit(ANY, ANY, "new");
    }

    private void ended() {
        say("lets fourteen days pass after an end before it asks for proof", c -> {
            ends(c, "2026-12-20");
            c.asks("2027-01-03").expects(CLEARED);
        });
        say("asks for proof a second after fourteen days from an end", c -> {
            ends(c, "2026-12-20");
            c.asks("2027-01-03T00:00:01Z").expects(UNDETERMINED, 132);
        });
        say("asks for no proof of what was finished fourteen days before an end", c -> {
            ends(c, "2026-12-25");
            c.asks("2027-01-15").expects(CLEARED);
        });
        say("asks for proof of what was finished a millisecond less than fourteen days before an end", c -> {
            ends(c, "2026-12-24T23:59:59.999Z");
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
        say("takes a commitment of a millisecond before fourteen days after an end", c -> {
            ends(c, "2026-12-20");
            c.at("2027-01-02T23:59:59.999Z").commit("studio", Case.asset(0));
            c.asks("2027-01-15").expects(CLEARED);
        });
        say("takes no commitment of fourteen days after an end", c -> {
            ends(c, "2026-12-20");
            c.at("2027-01-03").commit("studio", Case.asset(0));
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
        say("takes a clearance of before fourteen days after an end", c -> {
            Id grant = c.grant(NOTICE, AT_WILL);
            c.at("2026-12-20").prohibit(ANY, ANY, "new");
            c.at("2027-01-02").clear(Kit.STUDIO, grant);
            c.asks("2027-01-15").expects(CLEARED);
        });
        say("takes a commitment that somebody's key in wrong hands signed for nothing", c -> {
            ends(c, "2026-12-20");
            c.at("2027-01-02").commit("studio", Case.asset(0));
            Keys.declare(c, Kit.STUDIO, "2027-01-05", "2027-01-02T00:00:00Z");
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
    }

    private void events() {
        say("asks for proof only where the grant ended", c -> {
            Id grant = c.grant(NOTICE, AT_WILL, "['CN']", "['CN','SG']");
            c.at("2026-12-20")
                    .revoke(
                            Kit.LIN,
                            grant,
                            "withdrawn",
                            ",'scopes':[" + scope("territories", "{'include':['SG'],'exclude':[]}") + "]");
            c.asks("2027-01-15").expects(CLEARED);
        });
        say("takes the clearance that makes an asset out for proof of making", c -> {
            c.accredited("verifier", "verify");
            Id grant = c.grant(NOTICE, AT_WILL, "'released':'withdraw'", "'released':'continue'");
            c.at("2027-02-05").clear("verifier", grant);
            c.at("2027-02-10").withdraw(grant, "");
            c.made("2027-01-28", "2027-01-29").asks("2027-03-01").expects(CLEARED);
        });
        say("asks for no proof because of an order", c -> {
            c.accredited("registrar", "order");
            c.grant();
            c.at("2026-12-20");
            c.kit()
                    .sign(
                            org.countenance.record.RecordKind.PROHIBITION,
                            "registrar",
                            c.id(Kit.LIN),
                            "{'scopes':'*','against':'*','reach':'new','ground':'order'}");
            c.asks("2027-01-15").expects(CLEARED);
        });
        say("asks for proof only within the scopes of an agent who withdrew", c -> {
            c.party("agent");
            Id link = Minors.link(
                    c,
                    Kit.LIN,
                    "agent",
                    "agent",
                    Kit.LIN,
                    "'withdraw'",
                    ",'within':[" + scope("media", "['avod']") + "]");
            Id grant = c.grant(NOTICE, AT_WILL);
            c.at("2026-12-20");
            c.kit()
                    .sign(
                            org.countenance.record.RecordKind.REVOCATION,
                            "agent",
                            c.id(Kit.LIN),
                            "{'capacity':'agent','delegation':'" + link + "','target':'" + grant
                                    + "','event':'withdrawn','scopes':'*'}");
            c.asks("2027-01-15").expects(CLEARED);
        });
    }
}
