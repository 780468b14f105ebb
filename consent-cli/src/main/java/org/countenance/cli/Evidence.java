package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.manifest.Manifest;
import org.countenance.record.Annex;
import org.countenance.record.Claims;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordKind;
import org.countenance.registry.EvidenceFile;
import org.countenance.registry.ProvenEntries;
import org.countenance.report.Names;
import org.countenance.report.SavedAnswer;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Entry;
import org.countenance.tlog.SignedNote;
import org.countenance.verify.Beside;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;

/** A file of evidence and the user's own trust policy: all that an answer takes where there is no registry. */
final class Evidence implements Names {

    private final EvidenceFile file;
    private final TrustPolicy policy;
    private final Map<Id, String> names = new HashMap<>();

    private Evidence(EvidenceFile file, TrustPolicy policy) {
        this.file = file;
        this.policy = policy;
    }

    /** Reads a file; what it says it is about only chooses among the user's own policies. */
    static Evidence read(Surroundings surroundings, Bytes content, Optional<String> trust)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        EvidenceFile file = EvidenceFile.parse(content);
        String origin =
                Checkpoint.parse(SignedNote.parse(file.checkpoint()).text()).origin();
        String name = origin.endsWith("/0") ? origin.substring(0, origin.length() - 2) : origin;
        Claims.checkRegistry(name);
        Evidence evidence = new Evidence(file, TrustFile.read(surroundings, trust, name));
        evidence.readNames();
        return evidence;
    }

    private void readNames() {
        for (EvidenceFile.Proved proved : file.entries().values()) {
            try {
                ParsedRecord record =
                        RecordCodec.parse(Entry.parse(proved.entry()).jws());
                Optional<Bytes> words = record.claims().annex().flatMap(file::annex);
                if (record.content().kind() == RecordKind.PARTY
                        && words.isPresent()
                        && Annex.parse(RecordKind.PARTY, words.get()) instanceof Annex.OfParty party) {
                    names.put(record.subject(), party.names().get(0).text());
                }
            } catch (MalformedException e) {
                // Whoever has no name that reads is shown by id.
            }
        }
    }

    @Override
    public Optional<String> of(Id party) {
        return Optional.ofNullable(names.get(party));
    }

    TrustPolicy policy() {
        return policy;
    }

    /** The answer in the file, and the same question as it was asked. */
    SavedAnswer answer() throws MalformedException {
        return SavedAnswer.open(file);
    }

    /** Whether a checkpoint as old as the file's is fresh enough at {@code instant}. */
    boolean isFreshAt(Instant instant) throws NotVerifiedException {
        Instant signed = policy.keys().verify(file.checkpoint()).instant();
        return !instant.isBefore(signed) && !instant.isAfter(policy.maxAge().after(signed));
    }

    /** What lies beside a manifest: what the user gives, and for the manifest in the file, what the user does not give. */
    Beside beside(Manifest manifest, Beside given) throws MalformedException {
        SavedAnswer saved = answer();
        if (!saved.request().manifest().sha256().equals(manifest.sha256())) {
            return given;
        }
        Beside kept = saved.request().beside();
        return new Beside(
                given.files().or(kept::files),
                given.inventories().isEmpty() ? kept.inventories() : given.inventories(),
                given.waivers().isEmpty() ? kept.waivers() : given.waivers(),
                given.signature().or(kept::signature),
                given.also().isEmpty() ? kept.also() : given.also());
    }

    Verdict verify(Request request) throws NotVerifiedException, MalformedException {
        return Verifier.trusting(policy).verify(request, ProvenEntries.read(file, policy.keys()), file::annex);
    }
}
