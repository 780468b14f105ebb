package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.record.Id;
import org.countenance.record.ManifestSignature;
import org.countenance.record.ParsedRecord;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.verify.Beside;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;

/** Asks of manifests which of their uses rely on some grants, and what would become of them under a supposition. */
final class TouchedTitles {

    private final Surroundings surroundings;
    private final LogStore log;
    private final TrustPolicy policy;
    private final Set<Id> grants;
    private final List<ParsedRecord> supposed;
    private final List<Failed> failed = new ArrayList<>();

    TouchedTitles(
            Surroundings surroundings, LogStore log, TrustPolicy policy, Set<Id> grants, List<ParsedRecord> supposed) {
        this.surroundings = surroundings;
        this.log = log;
        this.policy = policy;
        this.grants = grants;
        this.supposed = supposed;
    }

    /**
     * A file that is no manifest that reads.
     *
     * @param path the file as the user would write it
     * @param why what is wrong with it
     */
    record Failed(String path, String why) {}

    /** Those of the files that are manifests, all judged at one checkpoint. */
    List<TouchedTitle> of(List<Catalogue.Item> items) throws NotVerifiedException, MalformedException {
        List<TouchedTitle> titles = new ArrayList<>();
        try (Moment moment = log.moment()) {
            ProvenEntries proven = ProvenEntries.read(moment.slice(), policy.keys());
            // The clock is read after the log: what somebody else appends meanwhile must not look like the future.
            Instant now = surroundings.clock().instant();
            for (Catalogue.Item item : items) {
                Optional<Manifest> manifest = read(item);
                if (manifest.isPresent()) {
                    titles.add(title(item, manifest.get(), proven, now));
                }
            }
        }
        return titles;
    }

    /** The files that could not be read. */
    List<Failed> failed() {
        return List.copyOf(failed);
    }

    private Optional<Manifest> read(Catalogue.Item item) {
        try {
            return AuditRun.manifest(item, BesideOptions.bytes(item.file()), ManifestLimits.DEFAULT);
        } catch (IOException | MalformedException e) {
            failed.add(new Failed(item.shown(), Failures.words(e)));
            return Optional.empty();
        }
    }

    private TouchedTitle title(Catalogue.Item item, Manifest manifest, ProvenEntries proven, Instant now)
            throws NotVerifiedException, MalformedException {
        Beside beside = beside(item);
        Verdict today = verify(Request.now(manifest, now).with(beside), proven);
        Optional<Verdict> then = supposed.isEmpty()
                ? Optional.empty()
                : Optional.of(verify(Request.supposing(manifest, now, supposed).with(beside), proven));
        return new TouchedTitle(item.shown(), manifest, grants, today, then);
    }

    private Verdict verify(Request request, ProvenEntries proven) throws NotVerifiedException, MalformedException {
        return Verifier.trusting(policy).on(ForkJoinPool.commonPool()).verify(request, proven.again(), log::annex);
    }

    /** The producer's signature, where one that reads lies beside the manifest. */
    private Beside beside(Catalogue.Item item) {
        Path signature = BesideOptions.signatureBeside(item.file());
        try {
            return Files.exists(signature)
                    ? Beside.NOTHING.withSignature(ManifestSignature.parse(BesideOptions.line(signature)))
                    : Beside.NOTHING;
        } catch (IOException | MalformedException e) {
            failed.add(new Failed(item.shown(), Failures.words(e)));
            return Beside.NOTHING;
        }
    }
}
