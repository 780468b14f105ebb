package org.countenance.decisions;

import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** A guild that strikes, and grants under its agreement. */
final class Strikes {

    private Strikes() {}

    /** Lin's grant under the guild's agreement. */
    static Id grant(Case c, String strike) {
        Id guild = c.party("guild");
        return c.grant(
                "'strike':'suspends'",
                "'agreement':{'guild':'" + guild + "','cba':'x-2026'},'strike':'" + strike + "'");
    }

    static Id call(Case c, String when) {
        return call(c, when, "'*'");
    }

    static Id call(Case c, String when, String against) {
        c.at(when);
        return c.kit()
                .sign(
                        RecordKind.PROHIBITION,
                        "guild",
                        c.id("guild"),
                        "{'scopes':'*','against':" + against + ",'reach':'all','ground':'strike'}");
    }

    static void end(Case c, String when, Id strike) {
        c.at(when);
        c.kit().sign(RecordKind.REVOCATION, "guild", c.id("guild"), "{'target':'" + strike + "','event':'lifted'}");
    }
}
