package org.countenance.keystore;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Optional;
import org.countenance.jws.SignerException;
import org.countenance.jws.SignerException.Reason;

/** Tokens behind a PKCS#11 library, by the provider of the JDK; it is registered nowhere, so it serves its opener alone. */
final class Pkcs11 {

    private Pkcs11() {}

    static KeyStore open(KeyPlace place, char[] pin) {
        Provider provider = provider(place);
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return store;
        } catch (IOException e) {
            throw Faults.code(e)
                            .filter(code -> code.startsWith("CKR_PIN_LOCKED"))
                            .isPresent()
                    ? new SignerException(Reason.LOCKED, "wanted " + place + " open, found its PIN locked")
                    : refused(place, e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw Faults.gone(place, e);
        }
    }

    private static SignerException refused(KeyPlace place, IOException failure) {
        boolean pin = Faults.code(failure)
                .map(code -> code.startsWith("CKR_PIN_"))
                .orElse(failure.getCause() instanceof GeneralSecurityException);
        return pin
                ? new SignerException(Reason.PIN, "wanted the PIN of " + place + ", found another")
                : Faults.gone(place, failure);
    }

    private static Provider provider(KeyPlace place) {
        if (!Files.exists(place.file())) {
            throw new SignerException(
                    Reason.LIBRARY, "wanted a PKCS#11 configuration in `" + place.file() + "`, found no such file");
        }
        Provider platform = Optional.ofNullable(Security.getProvider("SunPKCS11"))
                .orElseThrow(() -> new SignerException(
                        Reason.LIBRARY, "wanted a Java with the provider SunPKCS11, found one without"));
        try {
            return platform.configure(place.file().toString());
        } catch (InvalidParameterException e) {
            throw new SignerException(
                    Reason.LIBRARY,
                    "wanted a PKCS#11 configuration in `" + place.file() + "`, found "
                            + Faults.root(e).replace('\'', '`'));
        } catch (ProviderException | UnsupportedOperationException e) {
            throw Faults.code(e).isPresent() || Faults.root(e).startsWith("slot")
                    ? Faults.gone(place, e)
                    : new SignerException(
                            Reason.LIBRARY,
                            "wanted the PKCS#11 library that `" + place.file() + "` names, found none that loads");
        }
    }
}
