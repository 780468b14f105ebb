package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.manifest.Manifest;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import org.countenance.verify.ClearanceWriter;
import org.countenance.verify.Verdict;

/** Signs an answer and logs it (records.md, {@code clearance}). */
final class Clearing {

    private final Surroundings surroundings;
    private final CommonOptions options;
    private final RegistryDirectory registry;
    private final String key;

    Clearing(Surroundings surroundings, CommonOptions options, RegistryDirectory registry, Optional<String> key) {
        this.surroundings = surroundings;
        this.options = options;
        this.registry = registry;
        this.key = key.orElseThrow();
    }

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
        Submission submission = draft.sign(ring.open(key)).with(written.lists());
        LogWriter.Receipt receipt = new Submitting(surroundings, registry).submit(log, submission);
        surroundings
                .err()
                .println("logged this answer as clearance "
                        + receipt.record().id().shown() + ", entry "
                        + receipt.index().orElseThrow());
    }
}
