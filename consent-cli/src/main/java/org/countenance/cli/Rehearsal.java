package org.countenance.cli;

import org.countenance.base.MalformedException;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.countenance.record.Draft;
import org.countenance.record.ParsedRecord;

/** Reads a draft as a registry would, so that it can be put into words before anybody's key signs it. */
final class Rehearsal {

    private Rehearsal() {}

    /** What the draft says; it is signed by a key that is thrown away. */
    static ParsedRecord read(Draft draft, Surroundings surroundings) throws MalformedException {
        return draft.sign(SigningKey.generate(Algorithm.ED25519, surroundings.random()))
                .record();
    }
}
