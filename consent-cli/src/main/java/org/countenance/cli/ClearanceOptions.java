package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether an answer goes on record, by whose key, and where it is attested. */
final class ClearanceOptions {

    @Option(names = "--clearance", description = "sign the answer, log it and attest it; the manifest must be signed")
    private boolean clearance;

    @Option(names = "--key", paramLabel = "NAME", description = "with --clearance: your key")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--attestation",
            paramLabel = "FILE",
            description = "with --clearance: where the in-toto attestation goes (else MANIFEST.intoto.jsonl)")
    private Optional<String> attestation = Optional.empty();

    boolean isWanted() {
        return clearance;
    }

    void check() throws CommandException {
        if (clearance != key.isPresent()) {
            throw CommandException.usage(
                    clearance
                            ? "wanted --key NAME beside --clearance, found none"
                            : "wanted --clearance beside --key, found none",
                    "");
        }
        if (attestation.isPresent() && !clearance) {
            throw CommandException.usage("wanted --clearance beside --attestation, found none", "");
        }
    }

    /** What will put an answer about {@code manifest} on record; refuses before anything is done what could not be written. */
    Clearing clearing(Surroundings surroundings, CommonOptions options, RegistryDirectory registry, String manifest)
            throws CommandException, IOException {
        String file = attestation.orElse(manifest + AttestationFile.ENDING);
        return new Clearing(
                surroundings, options, registry, key.orElseThrow(), AttestationFile.of(surroundings, file, manifest));
    }
}
