package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.verify.TrustPolicy;

/** Where a verifier's own trust policy is: named, or in the user's configuration; never in the registry. */
final class TrustFile {

    private TrustFile() {}

    /** Where {@code consent init} puts the policy for a registry. */
    static Path standard(Surroundings surroundings, String registry) {
        return surroundings.configuration().resolve("trust").resolve(registry + ".json");
    }

    /** Reads the policy that the user means. */
    static TrustPolicy read(Surroundings surroundings, Optional<String> named, String registry)
            throws CommandException, IOException, MalformedException {
        return TrustPolicy.parse(bytes(surroundings, named, registry));
    }

    /** The file that the user means, as it is. */
    static Bytes bytes(Surroundings surroundings, Optional<String> named, String registry)
            throws CommandException, IOException {
        Path file = named.or(() -> surroundings.variable("CONSENT_TRUST"))
                .map(surroundings::path)
                .orElseGet(() -> standard(surroundings, registry));
        if (!Files.exists(file)) {
            throw CommandException.failed(
                    "wanted a trust policy for `" + registry + "` in `" + file + "`, found none",
                    "--trust FILE or $CONSENT_TRUST names yours; ask the registry's operator for its keys by another way");
        }
        return Bytes.of(Files.readAllBytes(file));
    }
}
