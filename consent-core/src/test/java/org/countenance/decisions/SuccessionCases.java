package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Grants that take the place of others (decision.md sections 3 and 9). */
final class SuccessionCases extends Group {

    private static final String AVOD = "['avod']";
    private static final String SVOD = "['svod']";
    private static final String AT_WILL = "'notice':'P0D'";
    private static final String NOTICE = "'notice':'P30D'";

    SuccessionCases() {
        super("succession");
    }

    @Override
    void tell() {
        signers();
        licensees();
        chains();
        taken();
        voids();
    }

    private static Id next(Case c, Id old, String... changes) {
        String[] all = java.util.Arrays.copyOf(changes, changes.length + 2);
        all[changes.length] = "'facts':{}";
        all[changes.length + 1] = "'facts':{},'supersedes':'" + old + "'";
        return c.grant(all);
    }

    private static Id accepted(Case c, String when, Id old, String... changes) {
        Id next = next(c.at(when), old, changes);
        c.endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
        return next;
    }

    private static Id agents(Case c, String powers, Id old, String media) {
        c.party("agent");
        Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, powers, "");
        c.at("2026-12-12");
        return Minors.as(
                c, "agent", "agent", Kit.LIN, link, "'facts':{}", "'facts':{},'supersedes':'" + old + "'", SVOD, media);
    }

    private void signers() {
        say("keeps a grant that an agent without the power to withdraw would supersede", c -> {
            agents(c, "'grant'", c.grant(), AVOD);
            c.expects(CLEARED);
        });
        say("ends a grant that an agent with the power to withdraw supersedes", c -> {
            agents(c, "'grant','withdraw'", c.grant(), AVOD);
            c.expects(BLOCKED, 105);
        });
        say("takes nothing over by an agent without the power to withdraw", c -> {
            Id old = c.grant(NOTICE, AT_WILL);
            Id next = agents(c, "'grant'", old, SVOD);
            c.endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
            c.at("2026-12-13").withdraw(old, "");
            c.expects(BLOCKED, 105);
        });
        say("takes over by an agent with the power to withdraw", c -> {
            Id old = c.grant(NOTICE, AT_WILL);
            Id next = agents(c, "'grant','withdraw'", old, SVOD);
            c.endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
            c.at("2026-12-13").withdraw(old, "");
            c.expects(CLEARED);
        });
        say("takes no superseding by a key that was declared before", c -> {
            Id old = c.grant(NOTICE, AT_WILL);
            Keys.declare(c, "2026-12-01", "2026-12-01T00:00:00Z");
            c.at("2026-12-12")
                    .refused(
                            RecordKind.GRANT,
                            Kit.LIN,
                            Kit.LIN,
                            Kit.GRANT.replace("'facts':{}", "'facts':{},'supersedes':'" + old + "'"));
            c.expects(CLEARED).tells(202);
        });
        say("doubts a grant that one by a key declared later superseded", c -> {
            Id old = c.grant(NOTICE, AT_WILL);
            next(c.at("2026-12-12"), old, SVOD, AVOD);
            Keys.declare(c, "2026-12-13", "2026-12-01T00:00:00Z");
            c.expects(UNDETERMINED, 105);
        });
    }

    private void licensees() {
        say("ends a grant to anybody at once when the producer accepts", c -> {
            Id old = c.grant("['$studio']", ANY);
            accepted(c, "2026-12-12", old, SVOD, AVOD);
            c.shown("2027-01-01", "2027-01-11").expects(BLOCKED, 105);
        });
        say("keeps a grant to anybody until its notice when only another studio accepts", c -> {
            c.party("other");
            Id old = c.grant("['$studio']", ANY);
            Id next = next(c.at("2026-12-12"), old, SVOD, AVOD, "['$studio']", ANY);
            c.endorse("other", Kit.LIN, next, "accepts", "");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("counts an acceptance from the instant of the new grant", c -> {
            Id old = c.grant();
            Id next = next(c.at("2026-12-12"), old, SVOD, AVOD);
            c.at("2027-01-10").endorse(Kit.STUDIO, Kit.LIN, next, "accepts", "");
            c.shown("2027-01-01", "2027-01-02").asks("2027-01-10").expects(BLOCKED, 105);
        });
        say("shows nothing a second after the notice of a grant that is superseded without acceptance", c -> {
            Id old = c.grant();
            next(c.at("2026-12-12"), old, SVOD, AVOD);
            c.shown("2027-01-01", "2027-01-11").manifest("2027-01-11T00:00:00Z", "2027-01-11T00:00:01Z");
            c.expects(BLOCKED, 105);
        });
        say("ends a grant that two licensees share for the one that returned it alone", c -> {
            c.party("other");
            Id grant = c.grant("['$studio']", "['$studio','$other']");
            c.at("2026-12-12").revoke(Kit.STUDIO, grant, "returned", "");
            c.expects(BLOCKED, 105);
        });
    }

    private void chains() {
        say("covers by the last of three accepted grants what the first one covered", c -> {
            Id first = c.grant();
            Id second = accepted(c, "2026-12-12", first);
            accepted(c, "2026-12-13", second);
            c.expects(CLEARED);
        });
        say("covers by the last of three accepted grants nothing older that the second left out", c -> {
            Id first = c.grant();
            Id second = accepted(c, "2026-12-12", first, SVOD, AVOD);
            accepted(c, "2026-12-13", second, SVOD, "['svod','avod']");
            c.expects(BLOCKED, 105);
        });
        say("takes nothing over through a grant that nobody accepted", c -> {
            Id first = c.grant(NOTICE, AT_WILL);
            Id second = next(c.at("2026-12-12"), first);
            accepted(c, "2026-12-13", second);
            c.expects(BLOCKED, 105);
        });
    }

    private void taken() {
        say("takes over nothing that was made after the old grant had ended", c -> {
            Id old = c.grant(NOTICE, AT_WILL);
            c.at("2026-12-01").withdraw(old, "");
            accepted(c, "2026-12-12", old);
            c.expects(BLOCKED, 105);
        });
        say("takes over what was made before the old grant ended", c -> {
            Id old = c.grant();
            c.at("2026-12-12").withdraw(old, ",'effective':'2027-07-01T00:00:00Z'");
            accepted(c, "2026-12-13", old);
            c.expects(CLEARED);
        });
        say("takes over only the part that was left of the old grant", c -> {
            Id old = c.grant(NOTICE, AT_WILL, "['CN']", "['CN','SG']");
            c.at("2026-12-01")
                    .revoke(
                            Kit.LIN,
                            old,
                            "withdrawn",
                            ",'scopes':[" + scope("territories", "{'include':['SG'],'exclude':[]}") + "]");
            accepted(c, "2026-12-12", old, "['CN']", "['CN','SG']");
            c.manifest("['CN']", "['SG']").expects(BLOCKED, 105);
        });
        say("takes over the part that a withdrawal left alone", c -> {
            Id old = c.grant(NOTICE, AT_WILL, "['CN']", "['CN','SG']");
            c.at("2026-12-01")
                    .revoke(
                            Kit.LIN,
                            old,
                            "withdrawn",
                            ",'scopes':[" + scope("territories", "{'include':['SG'],'exclude':[]}") + "]");
            accepted(c, "2026-12-12", old, "['CN']", "['CN','SG']");
            c.expects(CLEARED);
        });
        say("covers by an accepted grant that ratifies what the old one had ended for", c -> {
            Id old = c.grant(NOTICE, AT_WILL);
            c.at("2026-12-01").withdraw(old, "");
            accepted(c, "2026-12-12", old, "'facts':{}", "'ratifies':true,'facts':{}");
            c.expects(CLEARED).tells(124);
        });
        say("lets the duties of the new grant count alone for what it takes over", c -> {
            Id old = c.grant("'duties':[]", "'duties':['label']");
            accepted(c, "2026-12-12", old);
            c.expects(CLEARED);
        });
    }

    private void voids() {
        say("takes nothing over from a grant that was void", c -> {
            c.accredited("board", "rule");
            Id old = c.grant();
            accepted(c, "2026-12-12", old);
            c.at("2026-12-13").revoke("board", old, "invalidated", "");
            c.expects(BLOCKED, 105, 109);
        });
        say("takes over in doubt what a declared key granted", c -> {
            c.party("agent");
            Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'grant'", "");
            Id old = Minors.as(c.at("2026-12-01"), "agent", "agent", Kit.LIN, link);
            accepted(c, "2026-12-12", old);
            Keys.declare(c, "agent", "2026-12-13", "2026-11-01T00:00:00Z");
            c.expects(UNDETERMINED, 203);
        });
        say("takes nothing over that the old signer might not grant", c -> {
            c.party("agent");
            Id link = Minors.link(
                    c, Kit.LIN, "agent", "agent", Kit.LIN, "'grant'", ",'within':[" + scope("media", AVOD) + "]");
            Id old = Minors.as(c, "agent", "agent", Kit.LIN, link);
            accepted(c, "2026-12-12", old);
            c.expects(BLOCKED, 105, 202);
        });
        say("leaves both in doubt when an accepted grant turns out void", c -> {
            c.accredited("board", "rule");
            Id old = c.grant();
            Id next = accepted(c, "2026-12-12", old);
            c.at("2026-12-13").revoke("board", next, "invalidated", "");
            c.expects(UNDETERMINED, 105);
        });
    }
}
