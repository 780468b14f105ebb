package org.countenance.tlog;

import java.time.Instant;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;

/** Witnesses with keys made from their names. */
public final class Cosigning {

    private Cosigning() {}

    public static Cosigner witness(String name) {
        return witness(name, Algorithm.ED25519);
    }

    public static Cosigner witness(String name, Algorithm algorithm) {
        return new Cosigner(name, SigningKey.fromSeed(algorithm, Sha256.hash(Bytes.utf8(name + algorithm))));
    }

    /** A note with one more line under it, by a witness as of an instant. */
    public static Bytes cosign(Bytes note, Cosigner witness, String instant) {
        try {
            SignedNote signed = SignedNote.parse(note);
            return signed.with(witness.sign(Checkpoint.parse(signed.text()), Instant.parse(instant)))
                    .bytes();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** A line of a policy. */
    public static String line(String name, Cosigner witness) {
        return "witness " + name + " " + witness.verifierKey() + "\n";
    }
}
