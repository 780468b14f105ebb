package org.countenance.examples.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.registry.LogStore;
import org.countenance.report.TextReport;
import org.countenance.store.SqliteLogStore;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;

/** A build step that lets a production through only when it is cleared. */
public final class Gate {

    private Gate() {}

    /**
     * Fails unless the production is cleared.
     *
     * @param args the registry's database, the trust policy, the manifest
     */
    public static void main(String[] args) throws IOException, MalformedException, NotVerifiedException {
        Verdict verdict = verify(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        if (verdict.outcome() != Outcome.CLEARED) {
            throw new IllegalStateException(TextReport.render(verdict, party -> java.util.Optional.empty()));
        }
    }

    // tag::verify[]
    static Verdict verify(Path registry, Path trust, Path manifest)
            throws IOException, MalformedException, NotVerifiedException {
        TrustPolicy policy = TrustPolicy.parse(Bytes.of(Files.readAllBytes(trust)));
        try (LogStore log = SqliteLogStore.open(registry);
                InputStream in = Files.newInputStream(manifest)) {
            Manifest production = ManifestReader.read(in, ManifestLimits.DEFAULT);
            return Verifier.trusting(policy).verify(Request.now(production, Instant.now()), log);
        }
    }
    // end::verify[]
}
