package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;

/**
 * Where the PIN of a token, or the passphrase of a keystore, comes from: a terminal or a file, never an argument. It is
 * never guessed from the passphrase of key files and never tried twice, because tokens lock themselves.
 */
final class Pin {

    private final Surroundings surroundings;
    private final Optional<String> file;

    Pin(Surroundings surroundings, Optional<String> file) {
        this.surroundings = surroundings;
        this.file = file.or(() -> surroundings.variable("CONSENT_PIN_FILE"));
    }

    /** The PIN of one place. */
    char[] of(String place) throws CommandException, IOException {
        if (file.isPresent()) {
            return SecretFile.firstLine(surroundings, file.get(), "a PIN");
        }
        return surroundings
                .askSecret("PIN of " + place + ": ")
                .orElseThrow(() -> CommandException.usage(
                        "wanted the PIN of " + place + ", found no terminal to ask on",
                        "--pin-file FILE or $CONSENT_PIN_FILE names a file that holds it"));
    }
}
