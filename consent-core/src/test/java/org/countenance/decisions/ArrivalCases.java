package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Grants that somebody ended before the log took them, or at the same instant (records.md, revocation; decision.md section 3). */
final class ArrivalCases extends Group {

    private static final String EARLY = Kit.GRANT
            .replace("'shown':{'from':'2027", "'shown':{'from':'2026")
            .replace("'facts':{}", "'facts':{},'ratifies':true");

    ArrivalCases() {
        super("arrivals");
    }

    @Override
    void tell() {
        ahead();
        others();
        lifted();
        instants();
        takenBack();
    }

    /** Signs a grant, lets somebody end it by a record about somebody, and hands it in the next day. */
    private static Id ended(Case c, String grant, String signer, String about, String event, String more) {
        c.at("2026-12-11");
        Kit.Held held = c.kit().hold(grant);
        Id end = c.kit()
                .sign(
                        RecordKind.REVOCATION,
                        signer,
                        c.id(about),
                        "{'target':'" + held.id() + "','event':'" + event + "'" + more + "}");
        c.at("2026-12-12");
        c.kit().hand(held);
        return end;
    }

    private void ahead() {
        say("blocks even earlier showings under a grant that was withdrawn ahead", c -> {
            Id end = ended(c, EARLY, Kit.LIN, Kit.LIN, "withdrawn", ",'scopes':'*'");
            c.shown("2026-11-01", "2026-11-02").expects(BLOCKED, 105).names(105, end);
        });
        say("blocks even earlier showings under a grant that the producer returned ahead", c -> {
            Id end = ended(c, EARLY, Kit.STUDIO, Kit.LIN, "returned", "");
            c.shown("2026-11-01", "2026-11-02").expects(BLOCKED, 105).names(105, end);
        });
        say("blocks even earlier showings under a grant that was invalidated ahead", c -> {
            Id end = ended(c, EARLY, Kit.LIN, Kit.LIN, "invalidated", "");
            c.shown("2026-11-01", "2026-11-02").expects(BLOCKED, 102, 109).names(109, end);
        });
        say("blocks a grant that a party with the power to rule invalidated ahead", c -> {
            c.accredited("board", "rule");
            ended(c, EARLY, "board", Kit.LIN, "invalidated", "");
            c.expects(BLOCKED, 102, 109);
        });
        say("leaves a grant in doubt that somebody invalidated ahead whom policy does not believe", c -> {
            c.accreditedOnly("board", "rule");
            ended(c, EARLY, "board", Kit.LIN, "invalidated", "");
            c.expects(UNDETERMINED, 109);
        });
        say("clears a grant that another licensee returned ahead", c -> {
            c.party("other");
            ended(c, EARLY.replace("['$studio']", "['$studio','$other']"), "other", Kit.LIN, "returned", "");
            c.expects(CLEARED).tells(124);
        });
        say("clears a grant that a stranger returned ahead", c -> {
            c.party("other");
            ended(c, EARLY, "other", Kit.LIN, "returned", "");
            c.expects(CLEARED);
        });
    }

    private void others() {
        for (String event : new String[] {"withdrawn", "returned", "invalidated"}) {
            say("clears a grant that a record about somebody else calls " + event + " ahead", c -> {
                c.person("mallory", "adult");
                ended(c, EARLY, "mallory", "mallory", event, event.equals("withdrawn") ? ",'scopes':'*'" : "");
                c.expects(CLEARED);
            });
        }
    }

    private void lifted() {
        say("clears a grant whose withdrawal was lifted before the log took it", c -> {
            c.at("2026-11-02");
            Kit.Held held = c.kit().hold(Kit.GRANT);
            Id end = c.withdraw(held.id(), "");
            c.at("2026-11-03").lift(end);
            c.at("2026-11-04");
            c.kit().hand(held);
            c.expects(CLEARED);
        });
        say("clears what was made after a withdrawal ahead of the grant was lifted", c -> {
            c.at("2026-11-02");
            Kit.Held held = c.kit().hold(Kit.GRANT);
            Id end = c.withdraw(held.id(), "");
            c.at("2026-11-03");
            c.kit().hand(held);
            c.at("2026-12-10").lift(end);
            c.expects(CLEARED);
        });
        say("blocks what was made before a withdrawal ahead of the grant was lifted", c -> {
            c.at("2026-11-02");
            Kit.Held held = c.kit().hold(Kit.GRANT);
            Id end = c.withdraw(held.id(), "");
            c.at("2026-11-03");
            c.kit().hand(held);
            c.at("2026-12-10T00:00:00.001Z").lift(end);
            c.expects(BLOCKED, 105);
        });
    }

    private void instants() {
        say("takes a withdrawal of the same instant for one from before the grant", c -> {
            Id grant = c.at("2026-12-01").grant("'notice':'P30D'", "'notice':'P2Y'");
            c.withdraw(grant, "");
            c.expects(BLOCKED, 105);
        });
        say("takes a withdrawal of a millisecond later for one from after the grant", c -> {
            Id grant = c.at("2026-12-01").grant("'notice':'P30D'", "'notice':'P2Y'");
            c.at("2026-12-01T00:00:00.001Z").withdraw(grant, "");
            c.expects(CLEARED);
        });
        say("takes a return of the same instant for one from before the grant", c -> {
            c.at("2026-12-12");
            Kit.Held held = c.kit().hold(EARLY);
            c.kit().hand(held);
            c.revoke(Kit.STUDIO, held.id(), "returned", "");
            c.shown("2026-11-01", "2026-11-02").expects(BLOCKED, 105);
        });
        say("lets showings stand from before a return of a millisecond later", c -> {
            c.at("2026-12-12");
            Kit.Held held = c.kit().hold(EARLY);
            c.kit().hand(held);
            c.at("2026-12-12T00:00:00.001Z").revoke(Kit.STUDIO, held.id(), "returned", "");
            c.shown("2026-11-01", "2026-11-02").expects(CLEARED);
        });
    }

    private static Id agents(Case c, String bounds, String... changes) {
        c.party("agent");
        Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'grant','withdraw'", bounds);
        return Minors.as(c, "agent", "agent", Kit.LIN, link, changes);
    }

    private void takenBack() {
        say("lets the person take back an agent's grant after the notice of its terms", c -> {
            Id grant = agents(c, "");
            c.at("2026-12-12").revoke(Kit.LIN, grant, "invalidated", "");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("ends an agent's grant that the person took back a day after the notice of its terms", c -> {
            Id grant = agents(c, "");
            c.at("2026-12-12").revoke(Kit.LIN, grant, "invalidated", "");
            c.shown("2027-01-01", "2027-01-12").expects(BLOCKED, 105);
        });
        say("takes back an agent's grant after no longer notice than the agent might sign", c -> {
            Id grant = agents(c, ",'terms':{'notice':'P30D'}", "'notice':'P30D'", "'notice':'P2Y'");
            c.at("2026-12-12").revoke(Kit.LIN, grant, "invalidated", "");
            c.shown("2027-01-01", "2027-01-12").expects(BLOCKED, 105);
        });
        say("supersedes an agent's grant after no longer notice than the agent might sign", c -> {
            Id grant = agents(c, ",'terms':{'notice':'P30D'}", "'notice':'P30D'", "'notice':'P2Y'");
            c.at("2026-12-12").grant("['svod']", "['avod']", "'facts':{}", "'facts':{},'supersedes':'" + grant + "'");
            c.shown("2027-01-01", "2027-01-12").expects(BLOCKED, 105);
        });
        say("blocks an agent's grant that the person took back at the same instant", c -> {
            Id grant = agents(c, "", "'notice':'P30D'", "'notice':'P2Y'");
            c.revoke(Kit.LIN, grant, "invalidated", "");
            c.expects(BLOCKED, 105);
        });
    }
}
