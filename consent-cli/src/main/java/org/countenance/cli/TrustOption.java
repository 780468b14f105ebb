package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.verify.TrustPolicy;
import picocli.CommandLine.Option;

/** Whom the user believes: a trust policy that is named, or the configured one. */
final class TrustOption {

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "your trust policy (else $CONSENT_TRUST, else in your configuration)")
    private Optional<String> file = Optional.empty();

    /** The file that is named; empty where the configured one is meant. */
    Optional<String> file() {
        return file;
    }

    /** The policy for a registry. */
    TrustPolicy policy(Surroundings surroundings, String registry)
            throws CommandException, IOException, MalformedException {
        return TrustFile.read(surroundings, file, registry);
    }
}
