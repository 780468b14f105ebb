package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.CompactJws;
import org.countenance.record.Claims;
import org.countenance.tlog.Entry;
import org.countenance.tlog.TlogProof;
import org.countenance.tlog.VerifiedCheckpoint;
import org.countenance.verify.TrustPolicy;

/** Verifies that a log has an entry, by a proof, the user's own trust policy and nothing else. */
final class ProofCheck {

    private final Surroundings surroundings;
    private final Optional<String> trust;

    /** Trusts by a named policy, or by the user's own for the log that the proof says it is about. */
    ProofCheck(Surroundings surroundings, Optional<String> trust) {
        this.surroundings = surroundings;
        this.trust = trust;
    }

    /** Verifies a proof of the entry that it carries or that is named, which must hold the record that is named. */
    ProvenEntry verify(TlogProof proof, Optional<String> entry, Optional<String> record)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        Entry proven = entry.isPresent() ? Entry.parse(stripped(entry.get())) : carried(proof);
        TrustPolicy policy = policy(proof);
        VerifiedCheckpoint checkpoint = proof.verify(policy.keys(), proven);
        String origin = checkpoint.checkpoint().origin();
        if (!origin.equals(policy.name() + "/0")) {
            throw new NotVerifiedException(
                    "checkpoint (LC301)", "wanted the log of " + policy.name() + ", found " + origin);
        }
        if (record.isPresent()) {
            checkRecord(CompactJws.parse(stripped(record.get()).text()), proven.jws());
        }
        return ProvenEntry.of(proof.index(), proven, checkpoint);
    }

    private static Entry carried(TlogProof proof) throws CommandException, MalformedException {
        if (proof.extra().size() == 0) {
            throw CommandException.usage(
                    "wanted the entry in the proof, found none",
                    "--entry FILE names it: the instant at which it was logged, a space, and the signed record");
        }
        return Entry.parse(proof.extra());
    }

    private static void checkRecord(CompactJws wanted, CompactJws found) throws NotVerifiedException {
        if (!wanted.text().equals(found.text())) {
            throw new NotVerifiedException(
                    "record", "wanted the record " + wanted.id() + " in the entry, found " + found.id());
        }
    }

    /** An editor may have ended the line. */
    private Bytes stripped(String file) throws IOException, MalformedException {
        return Bytes.utf8(surroundings.read(file).text().strip());
    }

    /** The origin only chooses among the user's own policies. */
    private TrustPolicy policy(TlogProof proof) throws CommandException, IOException, MalformedException {
        String origin = proof.claimed().origin();
        String name = origin.endsWith("/0") ? origin.substring(0, origin.length() - 2) : origin;
        Claims.checkRegistry(name);
        return TrustFile.read(surroundings, trust, name);
    }
}
