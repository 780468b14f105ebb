package org.countenance.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.record.ManifestSignature;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.StoreException;
import org.countenance.report.AuditAnswer;
import org.countenance.report.AuditTitle;
import org.countenance.report.KeptAnswer;
import org.countenance.verify.Beside;
import org.countenance.verify.Ground;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;

/**
 * Asks the same of many manifests, at one checkpoint and as of one instant, several at a time. What goes wrong with one of them stops
 * no other.
 */
final class AuditRun {

    private final TrustPolicy policy;
    private final SharedLog log;
    private final ProvenEntries proven;
    private final boolean whole;
    private final Instant now;
    private final Beside everywhere;
    private final ManifestLimits limits;
    private final KeptAnswers kept;

    /**
     * Prepares.
     *
     * @param proven the checkpoint with the entries that are read with it
     * @param now as of when everything is asked
     * @param everywhere what is given beside every manifest; of waivers each finds its own
     */
    AuditRun(
            TrustPolicy policy,
            SharedLog log,
            ProvenEntries proven,
            Instant now,
            Beside everywhere,
            ManifestLimits limits,
            KeptAnswers kept) {
        this.policy = policy;
        this.log = log;
        this.proven = proven;
        this.whole = proven.again().gaps(policy.name()).isEmpty();
        this.now = now;
        this.everywhere = everywhere;
        this.limits = limits;
        this.kept = kept;
    }

    /** What became of every file that is a manifest, in their order; empty where one in a directory is none. */
    List<Optional<AuditTitle>> over(List<Catalogue.Item> items, int jobs, ProgressLine progress) {
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<Optional<AuditTitle>>> running = new ArrayList<>();
            items.forEach(item -> running.add(threads.submit(() -> title(item))));
            List<Optional<AuditTitle>> titles = new ArrayList<>();
            for (Future<Optional<AuditTitle>> each : running) {
                titles.add(each.get());
                progress.at(titles.size(), items.size());
            }
            progress.end();
            return titles;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<AuditTitle> title(Catalogue.Item item) {
        try {
            Bytes bytes = BesideOptions.bytes(item.file());
            Optional<Manifest> manifest = manifest(item, bytes, limits);
            return manifest.isPresent()
                    ? Optional.of(
                            title(item, Request.now(manifest.get(), now).with(beside(item.file(), manifest.get()))))
                    : Optional.empty();
        } catch (NotVerifiedException e) {
            return Optional.of(failed(item, AuditTitle.State.UNPROVEN, e));
        } catch (StoreException e) {
            return Optional.of(
                    failed(item, e.isCorruption() ? AuditTitle.State.UNPROVEN : AuditTitle.State.UNREADABLE, e));
        } catch (IOException | MalformedException | RuntimeException e) {
            return Optional.of(failed(item, AuditTitle.State.UNREADABLE, e));
        }
    }

    /** What a file declares; empty where one that was not named declares nothing. */
    static Optional<Manifest> manifest(Catalogue.Item item, Bytes bytes, ManifestLimits limits)
            throws IOException, MalformedException {
        try {
            return Optional.of(ManifestReader.read(new ByteArrayInputStream(bytes.toArray()), limits));
        } catch (MalformedException e) {
            if (!item.named() && isAnother(bytes)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static AuditTitle failed(Catalogue.Item item, AuditTitle.State state, Exception failure) {
        return AuditTitle.failed(item.shown(), state, Failures.words(failure));
    }

    /** Whether it is JSON of something else than a manifest; a verdict has a member of that name too, which is an object. */
    private static boolean isAnother(Bytes bytes) {
        try {
            JsonValue value = JsonText.parse(bytes, "file", JsonLimits.DOCUMENT);
            return !(value instanceof JsonObject object)
                    || object.get("manifest").map(JsonObject.class::isInstance).orElse(true);
        } catch (MalformedException e) {
            return false;
        }
    }

    /** The producer's signature beside the manifest, and what is given to all. */
    private Beside beside(Path file, Manifest manifest) throws IOException, MalformedException {
        Beside beside = everywhere.withWaivers(everywhere.waivers().stream()
                .filter(waiver -> waiver.manifest().equals(manifest.sha256().hex()))
                .toList());
        Path signature = BesideOptions.signatureBeside(file);
        return java.nio.file.Files.exists(signature)
                ? beside.withSignature(ManifestSignature.parse(BesideOptions.line(signature)))
                : beside;
    }

    private AuditTitle title(Catalogue.Item item, Request request)
            throws IOException, MalformedException, NotVerifiedException {
        Bytes question = KeptAnswer.question(request, policy, new Version().getVersion()[0]);
        Optional<KeptAnswer> before = whole
                ? kept.find(question, request.manifest().sha256())
                        .filter(each -> each.ground().holds(policy, proven, log.annexes(), now))
                : Optional.empty();
        if (before.isPresent()) {
            return AuditTitle.kept(item.shown(), before.get().answer());
        }
        ProvenEntries own = proven.again();
        Ground.Annexes annexes = new Ground.Annexes(log.annexes());
        Verdict verdict =
                Verifier.trusting(policy).on(ForkJoinPool.commonPool()).verify(request, own, annexes);
        AuditAnswer answer = AuditAnswer.of(verdict);
        Optional<Ground> ground = whole ? Ground.of(verdict, policy, own, annexes) : Optional.empty();
        if (ground.isPresent()) {
            kept.keep(new KeptAnswer(question, ground.get(), answer));
        }
        return AuditTitle.verified(item.shown(), answer);
    }
}
