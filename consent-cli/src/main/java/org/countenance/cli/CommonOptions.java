package org.countenance.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that mean the same everywhere (cli.md). */
final class CommonOptions {

    private final Surroundings surroundings;

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description = "the registry (else $CONSENT_REGISTRY, else ./registry)")
    private Optional<String> registry = Optional.empty();

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "your keys (else $CONSENT_KEYS, else in your configuration)")
    private Optional<String> keys = Optional.empty();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "the passphrase of your keys (else $CONSENT_PASSPHRASE_FILE, else asked)")
    private Optional<String> passphraseFile = Optional.empty();

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description = "the PIN of a linked token or keystore (else $CONSENT_PIN_FILE, else asked)")
    private Optional<String> pinFile = Optional.empty();

    @Option(names = "--no-passphrase", description = "keep keys unencrypted; whoever reads the file can sign for you")
    private boolean noPassphrase;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(names = "--quiet", description = "print nothing but ids")
    private boolean quiet;

    @Option(names = "--debug", paramLabel = "FILE", description = "keep the details of a failure in a file")
    @SuppressWarnings(
            "UnusedVariable") // Failures finds it among the parsed options, when parsing is all that succeeded
    private String debug = "";

    CommonOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Path registry() {
        return registry.or(() -> surroundings.variable("CONSENT_REGISTRY"))
                .map(surroundings::path)
                .orElseGet(() -> surroundings.path("registry"));
    }

    Path keys() {
        return keys.map(surroundings::path).orElseGet(this::ownKeys);
    }

    /** The address book beside the keys, and behind it the user's own, for who signs with a registry's keys. */
    AddressBook book() {
        return new AddressBook(new KeyRing(surroundings, keys(), passphrase()), ownKeys());
    }

    private Path ownKeys() {
        return surroundings
                .variable("CONSENT_KEYS")
                .map(surroundings::path)
                .orElseGet(() -> surroundings.configuration().resolve("keys"));
    }

    Passphrase passphrase() {
        return new Passphrase(surroundings, passphraseFile, noPassphrase, new Pin(surroundings, pinFile));
    }

    boolean yes() {
        return yes;
    }

    boolean quiet() {
        return quiet;
    }
}
