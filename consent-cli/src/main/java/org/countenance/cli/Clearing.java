package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.jws.Signer;
import org.countenance.manifest.Manifest;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import org.countenance.verify.ClearanceWriter;
import org.countenance.verify.Verdict;

/** Signs an answer, logs it (records.md, {@code clearance}), and attests it for gates of others. */
final class Clearing {

    private final Surroundings surroundings;
    private final CommonOptions options;
    private final RegistryDirectory registry;
    private final String key;
    private final AttestationFile attestation;

    Clearing(
            Surroundings surroundings,
            CommonOptions options,
            RegistryDirectory registry,
            String key,
            AttestationFile attestation) {
        this.surroundings = surroundings;
        this.options = options;
        this.registry = registry;
        this.key = key;
        this.attestation = attestation;
    }

    /** One key signs both; the attestation is written when the answer is on record, and not at all when it is refused. */
    void log(LogStore log, Verdict verdict, Manifest manifest)
            throws CommandException, IOException, MalformedException {
        KeyRing ring = new KeyRing(surroundings, options.keys(), options.passphrase());
        ClearanceWriter.Written written = ClearanceWriter.write(verdict, manifest);
        Draft draft = Draft.of(
                RecordKind.CLEARANCE,
                Optional.of(ring.party(key)),
                Optional.of(new Id(manifest.production().producer())),
                log.name(),
                surroundings.clock().instant(),
                surroundings.random());
        JsonObject members = written.members();
        for (String member : members.values().keySet()) {
            draft.with(member, members.get(member).orElseThrow());
        }
        Signer signer = ring.open(key);
        Submission submission = draft.sign(signer).with(written.lists());
        String attested = attestation.sign(signer, verdict);
        LogWriter.Receipt receipt = new Submitting(surroundings, registry).submit(log, submission);
        surroundings
                .err()
                .println("logged this answer as clearance "
                        + receipt.record().id().shown() + ", entry "
                        + receipt.index().orElseThrow());
        attestation.write(attested);
    }
}
