package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.Claims;
import org.countenance.tlog.AddCheckpoint;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Continuation;
import org.countenance.tlog.Cosigner;
import org.countenance.tlog.SignedNote;
import org.countenance.tlog.VerifierKey;
import org.countenance.verify.TrustPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Is a witness (log.md, Witnesses): cosigns a head that continues the one it cosigned last, and nothing else. */
@Command(
        name = "cosign",
        description = "be a witness: cosign a registry's head, if it continues the one that you cosigned last",
        footer = {
            "",
            "Example:",
            "  consent log cosign --show-key --key mei --name witness.example/mei",
            "  consent log cosign monday.request --key mei --name witness.example/mei",
            "",
            "`consent key new mei` makes a key: Ed25519, or with --algorithm ML-DSA-44.",
            "--show-key prints its public part as others write it into their policies.",
            "The operator's `consent log checkpoint --since SIZE` prints the request.",
            "What was cosigned last is kept in `witness` beside your keys: do not lose it,",
            "and do not put an old copy back. A head that went back or apart ends with 4,",
            "and both heads and the proof are kept there."
        },
        mixinStandardHelpOptions = true)
final class CosignCommand implements Callable<Integer> {

    private static final String SHARD = "/0";

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(arity = "0..1", paramLabel = "REQUEST", description = "a request (C2SP tlog-witness, add-checkpoint)")
    private Optional<String> file = Optional.empty();

    @Option(names = "--key", required = true, paramLabel = "NAME", description = "your key: Ed25519 or ML-DSA-44")
    private String key = "";

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "your name as a witness, e.g. witness.example/mei; never the same key under two names")
    private String name = "";

    @Option(names = "--show-key", description = "print the verifier key, for other people's policies")
    private boolean showKey;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "whose keys the log has (else $CONSENT_TRUST, else in your configuration)")
    private Optional<String> trust = Optional.empty();

    @Option(names = "-o", paramLabel = "FILE", description = "write to a file instead of standard output")
    private Optional<String> output = Optional.empty();

    CosignCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        if (showKey == file.isPresent()) {
            throw CommandException.usage(
                    "wanted a request or --show-key, found " + (showKey ? "both" : "neither"),
                    "`consent log checkpoint --since SIZE` prints a request");
        }
        KeyRing ring = new KeyRing(surroundings, options.keys(), options.passphrase());
        checkKey(ring);
        if (showKey) {
            print(Cosigner.key(name, ring.card(key).key()).text() + "\n");
        } else {
            answer(ring, AddCheckpoint.parse(surroundings.read(file.orElseThrow())));
        }
        return ExitCode.DONE.number();
    }

    private void checkKey(KeyRing ring) throws CommandException, IOException, MalformedException {
        var algorithm = ring.card(key).key().algorithm();
        if (!Cosigner.isFor(algorithm)) {
            throw CommandException.usage(
                    "wanted a key of Ed25519 or ML-DSA-44, found `" + key + "` of " + algorithm.joseName(),
                    "`consent key new NAME` makes one");
        }
        if (!VerifierKey.isName(name)) {
            throw CommandException.usage(
                    "wanted --name of at most 255 bytes without white space and `+`, found `" + name + "`", "");
        }
    }

    private void answer(KeyRing ring, AddCheckpoint request)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        Checkpoint offered = verified(request);
        Cosigner cosigner = new Cosigner(name, ring.open(key));
        String line;
        try (WitnessMemory memory = WitnessMemory.open(ring.directory().resolve("witness"), offered.origin())) {
            Continuation continuation = Continuation.of(memory.head(), offered, request);
            if (continuation.answer() != Continuation.Answer.CONTINUES) {
                throw refusal(continuation, memory, request);
            }
            // INVARIANT: what was cosigned is remembered before anybody can see the cosignature.
            memory.keep(request.note());
            line = cosigner.sign(offered, surroundings.clock().instant()).line();
        }
        print(line);
    }

    /** The head, signed by the log that the witness's own trust policy names. */
    private Checkpoint verified(AddCheckpoint request)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        String origin =
                Checkpoint.parse(SignedNote.parse(request.note()).text()).origin();
        String registry = origin.endsWith(SHARD) ? origin.substring(0, origin.length() - SHARD.length()) : origin;
        Claims.checkRegistry(registry);
        TrustPolicy policy = TrustFile.read(surroundings, trust, registry);
        if (!origin.equals(policy.name() + SHARD)) {
            throw CommandException.failed(
                    "wanted a head of `" + policy.name() + SHARD + "`, which the trust policy is for, found one of `"
                            + origin + "`",
                    "--trust FILE names the policy for another log");
        }
        return policy.ownKeys().verify(request.note()).checkpoint();
    }

    private static CommandException refusal(Continuation continuation, WitnessMemory memory, AddCheckpoint request)
            throws IOException, MalformedException {
        if (continuation.answer() == Continuation.Answer.OTHER_OLD_SIZE) {
            return CommandException.failed(
                    continuation.why(),
                    "the operator's `consent log checkpoint --since "
                            + memory.head().map(Checkpoint::size).orElse(0L) + "` prints such a request");
        }
        boolean back = continuation.answer() == Continuation.Answer.ROLLED_BACK;
        return CommandException.of(
                ExitCode.NOT_VERIFIED,
                "not cosigned: " + continuation.why() + "; both heads and the proof are kept in `"
                        + memory.accuse(continuation.why(), request) + "`",
                back
                        ? "an old request that was sent again looks the same; ask the operator for a new one"
                        : "ask the operator to explain it, and show the file to whoever relies on this log");
    }

    private void print(String text) throws IOException {
        if (output.isPresent()) {
            surroundings.write(output.get(), text);
        } else {
            surroundings.out().print(text);
        }
    }
}
