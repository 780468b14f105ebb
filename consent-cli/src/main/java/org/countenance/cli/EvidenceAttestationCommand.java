package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonText;
import org.countenance.jws.VerificationKey;
import org.countenance.report.AttestedAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose answer an attestation is, and which. */
@Command(
        name = "attestation",
        description = "verify an in-toto attestation of an answer: whose it is, and about which manifest",
        footer = {
            "",
            "Example:",
            "  consent verify manifest.json --clearance --key platform",
            "  consent evidence attestation manifest.json.intoto.jsonl",
            "",
            "It holds when the registry has the same answer on record, signed by the same key, or by --key-file alone.",
            "Exit 0, 3 or 5 as the answer is, 5 when your trust policy does not believe who gave it, 4 when it does not hold.",
            "The answer is as of its own instant: what was withdrawn since, only `consent verify` knows."
        },
        mixinStandardHelpOptions = true)
final class EvidenceAttestationCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "FILE", description = "the attestation, a file that ends in .intoto.jsonl")
    private String file = "";

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "the manifest that it must be about (else FILE without .intoto.jsonl)")
    private Optional<String> manifest = Optional.empty();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "the key of whom you believe, JWK or PEM, instead of registry and trust policy")
    private Optional<String> key = Optional.empty();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, or json: the verdict in it")
    private String format = "text";

    @Option(names = "--accept-waivers", description = "let `cleared-with-waivers` end with 0")
    private boolean acceptWaivers;

    EvidenceAttestationCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        TextOrJson.check(format);
        String about = manifest();
        AttestedAnswer answer = AttestedAnswer.parse(surroundings.read(file), Sha256.hash(surroundings.read(about)));
        AttestationCheck.Signed signed = key.isPresent()
                ? AttestationCheck.by(answer, key(), key.get())
                : new AttestationCheck(surroundings, options, trust.file()).inRegistry(answer, about);
        if (!options.quiet()) {
            surroundings.out().print(format.equals("json") ? JsonText.pretty(answer.verdict()) : text(answer, signed));
        }
        signed.doubt().ifPresent(doubt -> surroundings.err().println("consent: hint: " + doubt));
        ExitCode code = ExitCode.of(answer.outcome(), acceptWaivers);
        boolean open = signed.doubt().isPresent() && code == ExitCode.DONE;
        return (open ? ExitCode.UNDETERMINED : code).number();
    }

    private static String text(AttestedAnswer answer, AttestationCheck.Signed signed) {
        return "holds: " + answer.outcome().word() + ", as of " + answer.evaluated() + "\n" + "by      " + signed.by()
                + "\nnot checked: what happened since, which `consent verify` tells\n";
    }

    private VerificationKey key() throws IOException, MalformedException {
        Bytes read = surroundings.read(key.orElseThrow());
        return VerificationKey.parse(read, key.orElseThrow());
    }

    private String manifest() throws CommandException {
        if (manifest.isEmpty() && !file.endsWith(AttestationFile.ENDING)) {
            throw CommandException.usage(
                    "wanted --manifest FILE beside an attestation that does not end in " + AttestationFile.ENDING
                            + ", found none",
                    "");
        }
        return manifest.orElseGet(() -> file.substring(0, file.length() - AttestationFile.ENDING.length()));
    }
}
