package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.jws.Signer;
import org.countenance.keystore.KeyPlace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calls a key in a token or keystore by a name, as if it were kept here. */
@Command(
        name = "link",
        description = "call a key in a token (HSM, smart card) or keystore by a name; its secret stays there",
        footer = {
            "",
            "Example:",
            "  consent key link lin --pkcs11 token.cfg --entry lin",
            "  consent key link studio --keystore studio.p12 --entry clearances --pin-file pin"
        },
        mixinStandardHelpOptions = true)
final class KeyLinkCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "NAME", description = "what you call it")
    private String name = "";

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Option(names = "--entry", required = true, paramLabel = "ALIAS", description = "the key's name there")
    private String entry = "";

    KeyLinkCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    /** A token or a file. */
    static final class Where {

        @Option(
                names = "--pkcs11",
                required = true,
                paramLabel = "CONFIG",
                description = "configuration of Java's PKCS#11 provider: name, library, slot")
        private Optional<String> pkcs11 = Optional.empty();

        @Option(names = "--keystore", required = true, paramLabel = "FILE", description = "a PKCS#12 file")
        private Optional<String> keystore = Optional.empty();
    }

    @Override
    public Integer call() throws CommandException, IOException {
        KeyRing ring = new KeyRing(surroundings, options.keys(), options.passphrase());
        KeyPlace.Kind kind = where.pkcs11.isPresent() ? KeyPlace.Kind.PKCS11 : KeyPlace.Kind.PKCS12;
        String file = where.pkcs11.or(() -> where.keystore).orElseThrow();
        KeyLink link = new KeyLink(
                new KeyPlace(kind, surroundings.path(file).toAbsolutePath().normalize()), entry);
        Signer signer = ring.link(name, link);
        surroundings
                .out()
                .println("key `" + name + "` is " + link + ", "
                        + signer.verificationKey().algorithm().joseName() + " "
                        + signer.verificationKey().thumbprint());
        return ExitCode.DONE.number();
    }
}
