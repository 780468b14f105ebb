package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** What a licensee passes on: no more than it has, to whom it may (authority.md, rule 2). */
final class SublicenceCases extends Group {

    SublicenceCases() {
        super("sublicences");
    }

    @Override
    void tell() {
        passing();
        bounds();
        ends();
    }

    /** Lin's grant to a house, which may pass it on to anybody. */
    private static Id head(Case c, String... changes) {
        c.party("house");
        String[] all = new String[changes.length + 4];
        System.arraycopy(changes, 0, all, 0, changes.length);
        all[changes.length] = "['$studio']";
        all[changes.length + 1] = "['$house']";
        all[changes.length + 2] = "'sublicensing':'none'";
        all[changes.length + 3] = "'sublicensing':'any'";
        return c.grant(all);
    }

    private static String members(Id head, String... changes) {
        String text = Kit.GRANT.replace("'capacity':'self'", "'capacity':'licensee','under':'" + head + "'");
        for (int i = 0; i < changes.length; i += 2) {
            text = text.replace(changes[i], changes[i + 1]);
        }
        return text;
    }

    private static Id passed(Case c, String signer, Id head, String... changes) {
        return c.kit().sign(RecordKind.GRANT, signer, c.id(Kit.LIN), c.kit().named(members(head, changes)));
    }

    private void passing() {
        say("clears what a licensee passes on who may", c -> {
            passed(c, "house", head(c));
            c.expects(CLEARED).silent(202);
        });
        say("takes no sub-licence under a grant that allows none", c -> {
            c.party("house");
            Id head = c.grant("['$studio']", "['$house']");
            c.refused(RecordKind.GRANT, "house", Kit.LIN, members(head));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no sub-licence by somebody who is no licensee", c -> {
            Id head = head(c);
            c.party("other");
            c.refused(RecordKind.GRANT, "other", Kit.LIN, members(head));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("clears a sub-licence to a party that the grant names", c -> {
            c.party("house");
            Id head = c.grant("['$studio']", "['$house']", "'sublicensing':'none'", "'sublicensing':['$studio']");
            passed(c, "house", head);
            c.expects(CLEARED);
        });
        say("blocks a sub-licence to a party that the grant does not name", c -> {
            c.party("house");
            c.party("other");
            Id head = c.grant("['$studio']", "['$house']", "'sublicensing':'none'", "'sublicensing':['$other']");
            passed(c, "house", head);
            c.expects(BLOCKED, 102, 202);
        });
        say("clears what is passed on twice where both may", c -> {
            Id head = head(c);
            c.party("second");
            Id sub = passed(
                    c, "house", head, "['$studio']", "['$second']", "'sublicensing':'none'", "'sublicensing':'any'");
            passed(c, "second", sub);
            c.expects(CLEARED);
        });
        say("takes nothing that is passed on twice where the second may not", c -> {
            Id head = head(c);
            c.party("second");
            Id sub = passed(c, "house", head, "['$studio']", "['$second']");
            c.refused(RecordKind.GRANT, "second", Kit.LIN, members(sub));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("blocks what is passed on twice to a party whom the first grant does not name", c -> {
            c.party("house");
            c.party("second");
            Id head = c.grant("['$studio']", "['$house']", "'sublicensing':'none'", "'sublicensing':['$second']");
            Id sub = passed(
                    c, "house", head, "['$studio']", "['$second']", "'sublicensing':'none'", "'sublicensing':'any'");
            passed(c, "second", sub);
            c.expects(BLOCKED, 102, 202);
        });
        say("takes no sub-licence of somebody else's likeness", c -> {
            c.person("other", "adult");
            Id head = head(c);
            c.manifest("$lin", "$other");
            c.refused(RecordKind.GRANT, "house", "other", members(head));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("blocks a sub-licence under an agent's grant that might not be passed on", c -> {
            c.party("agent");
            c.party("house");
            Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'grant'", "");
            Id head = Minors.as(
                    c,
                    "agent",
                    "agent",
                    Kit.LIN,
                    link,
                    "['$studio']",
                    "['$house']",
                    "'sublicensing':'none'",
                    "'sublicensing':'any'");
            passed(c, "house", head);
            c.expects(BLOCKED, 102, 202);
        });
        say("clears a sub-licence under an agent's grant that might be passed on", c -> {
            c.party("agent");
            c.party("house");
            Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'grant'", ",'terms':{'sublicensing':'any'}");
            Id head = Minors.as(
                    c,
                    "agent",
                    "agent",
                    Kit.LIN,
                    link,
                    "['$studio']",
                    "['$house']",
                    "'sublicensing':'none'",
                    "'sublicensing':'any'");
            passed(c, "house", head);
            c.expects(CLEARED);
        });
    }

    private void bounds() {
        say("blocks what is passed on beyond what was granted", c -> {
            Id head = head(c, "'media':['svod']", "'media':['avod']");
            passed(c, "house", head, "'media':['svod']", "'media':['svod','avod']");
            c.expects(BLOCKED, 102, 202);
        });
        say("blocks what a grant carves out though it is passed on", c -> {
            Id head = head(c, "'prohibitions':[]", "'prohibitions':[" + scope("media", "['svod']") + "]");
            passed(c, "house", head);
            c.expects(BLOCKED, 102, 202);
        });
        say("blocks a production that was not granted though it is passed on", c -> {
            Id head = head(c, "'value':'P-1'", "'value':'P-2'");
            passed(c, "house", head);
            c.expects(BLOCKED, 103);
        });
        say("counts a notice no longer than the grant's where it is passed on", c -> {
            Id head = head(c, "'notice':'P30D'", "'notice':'P10D'");
            Id passed = passed(c, "house", head);
            c.at("2026-12-12").withdraw(passed, "");
            c.shown("2027-01-01", "2027-01-05").expects(BLOCKED, 105);
        });
        say("asks for the label that the grant asks for where it is passed on", c -> {
            Id head = head(c, "'duties':[]", "'duties':['label']");
            passed(c, "house", head);
            c.expects(BLOCKED, 121);
        });
    }

    private void ends() {
        say("ends what is passed on with the grant", c -> {
            Id head = head(c);
            passed(c, "house", head);
            c.at("2026-11-05").withdraw(head, "");
            c.expects(BLOCKED, 105);
        });
        say("keeps what is passed on until the grant's notice ends", c -> {
            Id head = head(c);
            passed(c, "house", head);
            c.at("2026-12-12").withdraw(head, "");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("lets a person withdraw what was passed on and leave the grant", c -> {
            Id passed = passed(c, "house", head(c));
            c.at("2026-11-05").withdraw(passed, "");
            c.expects(BLOCKED, 105);
        });
        say("voids what is passed on with the grant", c -> {
            c.accredited("board", "rule");
            Id head = head(c);
            passed(c, "house", head);
            c.at("2026-11-05").revoke("board", head, "invalidated", "");
            c.expects(BLOCKED, 102, 109);
        });
        say("lets a no before the grant stop what is passed on", c -> {
            c.prohibit("'*'", "'*'", "all");
            c.at("2026-11-02");
            passed(c, "house", head(c));
            c.expects(BLOCKED, 104);
        });
    }
}
