package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.VerificationKey;
import org.countenance.manifest.Manifest;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.report.AttestedAnswer;
import org.countenance.verify.LoggedAnswer;
import org.countenance.verify.TrustPolicy;

/** Holds an attested answer against whoever may have given it: the log and the user's own trust policy, or one key. */
final class AttestationCheck {

    private final Surroundings surroundings;
    private final CommonOptions options;
    private final Optional<String> trust;

    AttestationCheck(Surroundings surroundings, CommonOptions options, Optional<String> trust) {
        this.surroundings = surroundings;
        this.options = options;
        this.trust = trust;
    }

    /**
     * Whose an answer is.
     *
     * @param by who gave it, in words
     * @param doubt why the user should not rely on it all the same
     */
    record Signed(String by, Optional<String> doubt) {}

    /** Whose key it is, the user says. */
    static Signed by(AttestedAnswer answer, VerificationKey key, String file) throws NotVerifiedException {
        if (!answer.isSignedBy(key)) {
            throw notSigned("the key in `" + file + "`");
        }
        return new Signed("the " + key + ", which you named", Optional.empty());
    }

    /** The log has the same answer on record, and the key that signed it there signed it here. */
    Signed inRegistry(AttestedAnswer answer, String manifest)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        Manifest read = ManifestCommand.read(surroundings.path(manifest));
        try (LogStore log = new RegistryDirectory(surroundings, options).open();
                Moment moment = log.moment()) {
            TrustPolicy policy = TrustFile.read(surroundings, trust, log.name());
            ProvenEntries proven = ProvenEntries.read(moment.slice(), policy.keys());
            String origin = proven.checkpoint().origin();
            if (!origin.equals(policy.name() + "/0")) {
                throw new NotVerifiedException(
                        "checkpoint (LC301)", "wanted the log of " + policy.name() + ", found " + origin);
            }
            Instant now = surroundings.clock().instant();
            List<LoggedAnswer> given = LoggedAnswer.about(read, proven, policy, now);
            LoggedAnswer logged = given.stream()
                    .filter(each -> answer.isAlso(each.clearance()))
                    .findFirst()
                    .orElseThrow(() -> new NotVerifiedException(
                            "attestation", "wanted a clearance that says the same in the log, found none"));
            if (!answer.isSignedBy(logged.key())) {
                throw notSigned("the key of clearance " + logged.id().shown());
            }
            String name = LogView.of(log).of(logged.issuer()).orElse("somebody without a name");
            return new Signed(
                    name + " (" + logged.issuer().shown() + "), clearance "
                            + logged.id().shown() + ", entry " + logged.index(),
                    doubt(logged, proven, policy, now).or(() -> since(logged, given)));
        }
    }

    /** Who has changed its mind does not let an old word stand. */
    private static Optional<String> since(LoggedAnswer logged, List<LoggedAnswer> given) {
        return given.stream()
                .filter(each -> each.issuer().equals(logged.issuer()) && each.index() > logged.index())
                .filter(each ->
                        !each.clearance().outcome().equals(logged.clearance().outcome()))
                .reduce((earlier, later) -> later)
                .map(each -> "whoever gave it said `" + each.clearance().outcome() + "` since, in clearance "
                        + each.id().shown());
    }

    private static Optional<String> doubt(LoggedAnswer logged, ProvenEntries proven, TrustPolicy policy, Instant now) {
        List<String> gaps = proven.gaps(policy.name());
        if (!gaps.isEmpty()) {
            return Optional.of("the evidence is not complete: " + gaps.get(0));
        }
        if (!proven.witnessing().isReached()) {
            return Optional.of("your trust policy wants more witnesses under the checkpoint, found "
                    + proven.witnessing().words());
        }
        if (policy.maxAge().after(proven.instant()).isBefore(now)) {
            return Optional.of("the newest checkpoint is of " + Instants.format(proven.instant())
                    + ": what was said of this key since cannot be seen");
        }
        if (!logged.stands()) {
            return Optional.of("the clearance does not stand: `consent show id:" + logged.id() + "` tells more");
        }
        return logged.isBelieved()
                ? Optional.empty()
                : Optional.of("your trust policy does not believe who gave it to verify for this producer");
    }

    private static NotVerifiedException notSigned(String by) {
        return new NotVerifiedException(
                "attestation",
                "wanted every statement about the manifest signed by " + by + ", found another signature");
    }
}
