package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.verify.TrustPolicy;

/** Signs the head of an embedded registry anew before it is judged by, where its keys are at hand. */
final class HeadRenewal {

    /** A head older than this is signed anew. */
    private static final Duration OLD = Duration.ofHours(1);

    private final RegistryDirectory registry;
    private final LogStore log;
    private final TrustPolicy policy;
    private final CommonOptions options;

    HeadRenewal(RegistryDirectory registry, LogStore log, TrustPolicy policy, CommonOptions options) {
        this.registry = registry;
        this.log = log;
        this.policy = policy;
        this.options = options;
    }

    /**
     * Cosigns an old head, so that an embedded registry that nobody wrote to for a day does not look stale (log.md); and before
     * evidence is made, logs an index record, so that the evidence need not hold every entry since the last.
     *
     * @param current whether an answer of now is wanted
     * @param indexed whether an index record is
     */
    void renew(Instant now, boolean current, boolean indexed)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        Instant signed = policy.keys().verify(log.head().checkpoint()).signed();
        boolean old = current && signed.plus(OLD).isBefore(now);
        if ((old || indexed)
                && registry.hasLogKeys()
                && options.passphrase().isAtHand()
                && Files.isWritable(registry.database())) {
            // Nobody signs a head anew without having seen that everything under it is there.
            held();
            LogWriter writer = registry.writer(log);
            boolean written = indexed && writer.index(now);
            if (old && !written) {
                writer.renew(now);
            }
        }
    }

    private void held() throws NotVerifiedException {
        try (Moment moment = log.moment()) {
            ProvenEntries.read(moment.slice(), policy.keys());
        }
    }
}
