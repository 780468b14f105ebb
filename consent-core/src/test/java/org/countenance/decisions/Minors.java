package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Grants by and for minors. */
final class Minors {

    private Minors() {}

    /** The base grant, signed by a person for herself. */
    static Id own(Case c, String person, String when) {
        c.at(when);
        return c.kit().sign(RecordKind.GRANT, person, c.id(person), c.kit().named(Kit.GRANT));
    }

    /** The base grant, signed by somebody under a link. */
    static Id as(Case c, String signer, String capacity, String person, Id link, String... changes) {
        String grant =
                Kit.GRANT.replace("'capacity':'self'", "'capacity':'" + capacity + "','delegation':'" + link + "'");
        for (int i = 0; i < changes.length; i += 2) {
            grant = grant.replace(changes[i], changes[i + 1]);
        }
        return c.kit().sign(RecordKind.GRANT, signer, c.id(person), c.kit().named(grant));
    }

    /** A link to somebody, with everything that is not said open. */
    static Id link(Case c, String signer, String to, String capacity, String person, String powers, String more) {
        String window = "'window':{'from':'2026-01-01T00:00:00Z','until':'2035-01-01T00:00:00Z'}";
        return c.kit()
                .sign(
                        RecordKind.DELEGATION,
                        signer,
                        c.id(person),
                        "{'delegate':'" + c.id(to) + "','capacity':'" + capacity + "','powers':[" + powers + "]"
                                + (more.contains("'within'") ? "" : ",'within':'*'")
                                + (more.contains("'depth'") ? "" : ",'depth':0")
                                + (more.contains("'window'") ? "" : "," + window)
                                + c.kit().named(more) + "}");
    }

    static Id consents(Case c, String signer, String person, Id grant, String more) {
        return c.endorse(signer, person, grant, "consents", more);
    }
}
