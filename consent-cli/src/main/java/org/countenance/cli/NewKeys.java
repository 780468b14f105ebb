package org.countenance.cli;

import java.io.IOException;
import java.util.List;
import org.countenance.base.MalformedException;
import org.countenance.jws.Algorithm;
import org.countenance.record.PartyKey;

/** The two keys that every party has: one to sign with, one to replace it with. */
final class NewKeys {

    private NewKeys() {}

    /** The name of the manage key that belongs to a signing key. */
    static String manage(String name) {
        return name + ".manage";
    }

    /** Makes both. */
    static void make(KeyRing ring, String name, Algorithm algorithm) throws CommandException, IOException {
        ring.create(name, algorithm);
        ring.create(manage(name), algorithm);
    }

    /** Opens both, making what is missing first. */
    static List<PartyDraft.Enrolled> openOrMake(KeyRing ring, String name, Algorithm algorithm)
            throws CommandException, IOException, MalformedException {
        for (String each : List.of(name, manage(name))) {
            if (!ring.has(each)) {
                ring.create(each, algorithm);
            }
        }
        return List.of(
                new PartyDraft.Enrolled(ring.open(name), PartyKey.Use.SIGN),
                new PartyDraft.Enrolled(ring.open(manage(name)), PartyKey.Use.MANAGE));
    }
}
