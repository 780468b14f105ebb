package org.countenance.keystore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import org.countenance.jws.SignerException;
import org.countenance.jws.SignerException.Reason;

/** Keystores that are files (RFC 7292). */
final class Pkcs12 {

    private Pkcs12() {}

    static KeyStore open(KeyPlace place, char[] passphrase) {
        if (!Files.exists(place.file())) {
            throw new SignerException(Reason.LIBRARY, "wanted " + place + ", found no such file");
        }
        try (InputStream in = Files.newInputStream(place.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, passphrase);
            return store;
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? new SignerException(Reason.PIN, "wanted the passphrase of " + place + ", found another")
                    : another(place);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw another(place);
        }
    }

    private static SignerException another(KeyPlace place) {
        return new SignerException(Reason.LIBRARY, "wanted a PKCS#12 file in " + place + ", found something else");
    }
}
