package org.countenance.keystore;

import java.nio.file.Path;

/**
 * Where keys are that a keystore guards.
 *
 * @param kind what guards them
 * @param file configuration of the JDK's PKCS#11 provider ({@code library}, {@code slot}), or a PKCS#12 file
 */
public record KeyPlace(Kind kind, Path file) {

    /** What guards keys. */
    public enum Kind {
        /** A token: HSM, smart card. Keys do not leave it. */
        PKCS11,
        /** A file under a passphrase. */
        PKCS12
    }

    @Override
    public String toString() {
        return (kind == Kind.PKCS11 ? "the token of `" : "the keystore `") + file + "`";
    }
}
