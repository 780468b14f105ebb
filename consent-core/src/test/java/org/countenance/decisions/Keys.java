package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.jws.Algorithm;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Keys in wrong hands. */
final class Keys {

    private Keys() {}

    /** Lin's key declares itself compromised. */
    static Id declare(Case c, String when, String since) {
        return declare(c, Kit.LIN, when, since);
    }

    /** A party's key declares itself compromised. */
    static Id declare(Case c, String party, String when, String since) {
        c.at(when);
        String kid = c.kit().key(party, Algorithm.ED25519).verificationKey().thumbprint();
        return c.kit()
                .sign(
                        RecordKind.REVOCATION,
                        party,
                        c.id(party),
                        "{'target':'" + c.id(party) + "','event':'compromised','kid':'" + kid + "','since':'" + since
                                + "'}");
    }
}
