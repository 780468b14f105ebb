package org.countenance.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonText;
import org.countenance.jws.Algorithm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keys: made, linked, listed, shown. */
@Command(
        name = "key",
        description = "make, link and look at your keys",
        footer = {"", "Example:", "  consent key new lin"},
        mixinStandardHelpOptions = true,
        subcommands = {
            KeyCommand.New.class,
            KeyRequestCommand.class,
            KeyCompromisedCommand.class,
            KeyLinkCommand.class,
            KeyCommand.Listing.class,
            KeyCommand.Show.class,
            KeyCommand.Export.class
        })
final class KeyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    KeyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        throw CommandException.usage(
                "wanted `consent key new`, `request`, `compromised`, `link`, `list`, `show` or `export`, found none of them",
                surroundings.terminal() ? "`consent key --help` explains them" : "");
    }

    private static KeyRing ring(Surroundings surroundings, CommonOptions options) {
        return new KeyRing(surroundings, options.keys(), options.passphrase());
    }

    /** Makes a key pair for signing and another for managing. */
    @Command(name = "new", description = "make a signing key and a manage key", mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private CommonOptions options;

        @Option(
                names = "--algorithm",
                paramLabel = "ALG",
                description = "Ed25519 (default), ES256 or ML-DSA-65; ML-DSA-44 for a witness, without a manage key")
        private String algorithm = Algorithm.ED25519.joseName();

        @Parameters(paramLabel = "NAME", description = "what you call it")
        private String name = "";

        New(Surroundings surroundings) {
            this.surroundings = surroundings;
            this.options = new CommonOptions(surroundings);
        }

        @Override
        public Integer call() throws CommandException, IOException {
            KeyRing ring = ring(surroundings, options);
            if (algorithm.equals(Algorithm.ML_DSA_44.joseName())) {
                ring.create(name, Algorithm.ML_DSA_44);
                surroundings
                        .out()
                        .println("made key `" + name + "`, which cosigns and signs no records, in " + ring.directory());
                return ExitCode.DONE.number();
            }
            NewKeys.make(ring, name, algorithm(algorithm));
            surroundings
                    .out()
                    .println("made key `" + name + "` and manage key `" + name + ".manage` in " + ring.directory());
            return ExitCode.DONE.number();
        }

        static Algorithm algorithm(String written) throws CommandException {
            return Arrays.stream(Algorithm.values())
                    .filter(each ->
                            each != Algorithm.ML_DSA_44 && each.joseName().equals(written))
                    .findFirst()
                    .orElseThrow(() -> CommandException.usage(
                            "wanted --algorithm Ed25519, ES256 or ML-DSA-65, found `" + written + "`", ""));
        }
    }

    /** Lists the user's keys. */
    @Command(name = "list", description = "list your keys", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private CommonOptions options;

        Listing(Surroundings surroundings) {
            this.surroundings = surroundings;
            this.options = new CommonOptions(surroundings);
        }

        @Override
        public Integer call() throws CommandException, IOException, MalformedException {
            KeyRing ring = ring(surroundings, options);
            for (String name : ring.names()) {
                KeyRing.Card card = ring.card(name);
                surroundings
                        .out()
                        .println(name + "  " + card.key().algorithm().joseName() + "  "
                                + card.key().thumbprint()
                                + card.party()
                                        .map(party -> "  party " + party.shown())
                                        .orElse("  (no party)")
                                + ring.link(name).map(link -> "  " + link).orElse(""));
            }
            return ExitCode.DONE.number();
        }
    }

    /** Shows the public part of a key. */
    @Command(name = "show", description = "show the public part of a key", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "NAME", description = "which key")
        private String name = "";

        @Option(names = "--pem", description = "as PEM, which OpenSSL and verifiers of others read, instead of a JWK")
        private boolean pem;

        Show(Surroundings surroundings) {
            this.surroundings = surroundings;
            this.options = new CommonOptions(surroundings);
        }

        @Override
        public Integer call() throws CommandException, IOException, MalformedException {
            KeyRing ring = ring(surroundings, options);
            KeyRing.Card card = ring.card(name);
            surroundings.err().println("kept in " + ring.whereabouts(name));
            surroundings
                    .out()
                    .print(
                            pem
                                    ? card.key().toPem().text()
                                    : JsonText.pretty(card.key().toJwk()));
            return ExitCode.DONE.number();
        }
    }

    /** Hands out a private key, encrypted as it is kept. */
    @Command(
            name = "export",
            description = "write a private key, encrypted as it is kept",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "NAME", description = "which key")
        private String name = "";

        @Option(names = "-o", paramLabel = "FILE", description = "where to write it (else standard output)")
        private Optional<String> output = Optional.empty();

        Export(Surroundings surroundings) {
            this.surroundings = surroundings;
            this.options = new CommonOptions(surroundings);
        }

        @Override
        public Integer call() throws CommandException, IOException, MalformedException {
            KeyRing ring = ring(surroundings, options);
            String pem = ring.stored(name);
            if (output.isPresent()) {
                SecretFile.write(surroundings.path(output.get()), org.countenance.base.Bytes.utf8(pem));
            } else {
                surroundings.out().print(pem);
            }
            return ExitCode.DONE.number();
        }
    }
}
