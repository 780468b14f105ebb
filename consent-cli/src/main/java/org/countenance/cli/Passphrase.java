package org.countenance.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the passphrase of keys comes from: a terminal or a file, never an argument (authority.md, Keys at rest). What was
 * typed serves all keys of one place for as long as the command runs.
 */
final class Passphrase {

    private static final char[] NONE = new char[0];

    private final Surroundings surroundings;
    private final Optional<String> file;
    private final boolean none;
    private final Pin pin;
    private boolean warned;
    private Optional<char[]> typed = Optional.empty();

    Passphrase(Surroundings surroundings, Optional<String> file, boolean none, Pin pin) {
        this.surroundings = surroundings;
        this.file = file.or(() -> surroundings.variable("CONSENT_PASSPHRASE_FILE"));
        this.none = none;
        this.pin = pin;
    }

    /** The PIN of tokens and keystores, which is another secret than the passphrase of key files. */
    Pin pin() {
        return pin;
    }

    /** Whether it can be had without asking anybody. */
    boolean isAtHand() {
        return none || file.isPresent();
    }

    /** The passphrase under which a new key is kept; empty when the user wants none, and is warned. */
    char[] forNew(String what) throws CommandException, IOException {
        if (none) {
            warn(what);
            return NONE;
        }
        if (file.isPresent()) {
            return read(file.get());
        }
        if (typed.isEmpty()) {
            typed = Optional.of(askTwice(what));
        }
        return typed.get();
    }

    /** Warns of a key that was found without a passphrase, once, unless the user said that there is none. */
    void warnOfNone(String what) {
        if (!none) {
            warn(what);
        }
    }

    private void warn(String what) {
        if (!warned) {
            warned = true;
            surroundings
                    .err()
                    .println("consent: warning: " + what + " without a passphrase: whoever reads the file can sign");
        }
    }

    /** The passphrase of a key that is kept encrypted. */
    char[] forExisting(String what) throws CommandException, IOException {
        if (file.isPresent()) {
            return read(file.get());
        }
        if (typed.isEmpty()) {
            typed = Optional.of(ask("Passphrase of " + what + ": "));
        }
        return typed.get();
    }

    /** Whether somebody typed one for another key, which may not fit the next. */
    boolean isTyped() {
        return typed.isPresent();
    }

    /** Asks again the next time. */
    void forget() {
        typed = Optional.empty();
    }

    private char[] askTwice(String what) throws CommandException {
        char[] first = ask("New passphrase for " + what + ": ");
        char[] second = ask("Once more: ");
        if (first.length == 0) {
            throw CommandException.usage("wanted a passphrase, found none", "--no-passphrase keeps keys unencrypted");
        }
        if (!Arrays.equals(first, second)) {
            throw CommandException.usage("wanted the same passphrase twice, found two different ones", "");
        }
        return first;
    }

    private char[] ask(String prompt) throws CommandException {
        return surroundings
                .askSecret(prompt)
                .orElseThrow(() -> CommandException.usage(
                        "wanted a passphrase, found no terminal to ask on",
                        "--passphrase-file FILE or $CONSENT_PASSPHRASE_FILE names a file that holds it"));
    }

    private char[] read(String name) throws CommandException, IOException {
        return SecretFile.firstLine(surroundings, name, "a passphrase");
    }
}
