package org.countenance.keystore;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.jws.Signer;
import org.countenance.jws.SignerException;
import org.countenance.jws.SignerException.Reason;
import org.countenance.jws.VerificationKey;
import org.jspecify.annotations.Nullable;

/**
 * A token or keystore whose PIN was right. What works: P-256 (ES256) in tokens and PKCS#12 files, Ed25519 in PKCS#12 files;
 * the PKCS#11 provider of JDK 17 to 25 has no Ed25519, whatever the token has. Java sees a token's key only when a
 * certificate, perhaps signed by itself, stands beside it. No key of ML-DSA is taken from a keystore.
 */
public final class UnlockedKeys {

    private final KeyPlace place;
    private final KeyStore store;
    private final char[] entryPassphrase;

    private UnlockedKeys(KeyPlace place, KeyStore store, char[] entryPassphrase) {
        this.place = place;
        this.store = store;
        this.entryPassphrase = entryPassphrase;
    }

    /**
     * Opens a place. The PIN is tried once: a token that is given wrong ones locks itself. One that this
     * process has opened already stays open and asks no PIN again.
     *
     * @throws SignerException when library, token or file is missing, or the PIN is another
     */
    public static UnlockedKeys open(KeyPlace place, char[] pin) {
        return switch (place.kind()) {
            case PKCS11 -> new UnlockedKeys(place, Pkcs11.open(place, pin), new char[0]);
            case PKCS12 -> new UnlockedKeys(place, Pkcs12.open(place, pin), pin.clone());
        };
    }

    /** The names of all keys, sorted. */
    public List<String> entries() {
        try {
            Stream.Builder<String> names = Stream.builder();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    names.add(alias);
                }
            }
            return names.build().sorted().toList();
        } catch (KeyStoreException | RuntimeException e) {
            throw Faults.gone(place, e);
        }
    }

    /**
     * The signer of one key.
     *
     * @throws SignerException when there is none of that name, or it is of a kind that signs no records
     */
    public Signer signer(String entry) {
        Certificate certificate = null;
        PrivateKey secret = null;
        try {
            certificate = store.getCertificate(entry);
            secret = secret(entry);
        } catch (UnrecoverableKeyException e) {
            throw new SignerException(
                    Reason.PIN, "wanted the passphrase of the entry `" + entry + "` in " + place + ", found another");
        } catch (GeneralSecurityException | RuntimeException e) {
            throw Faults.gone(place, e);
        }
        if (certificate == null || secret == null) {
            throw new SignerException(
                    Reason.ENTRY,
                    "wanted a key with a certificate as entry `" + entry + "` in " + place + ", found "
                            + (entries().isEmpty()
                                    ? "no such key at all"
                                    : "`" + String.join("`, `", entries()) + "`"));
        }
        KeyStoreSigner.Engines engines = place.kind() == KeyPlace.Kind.PKCS11
                ? name -> Signature.getInstance(name, store.getProvider())
                : Signature::getInstance;
        return KeyStoreSigner.of(
                "entry `" + entry + "` in " + place, verificationKey(entry, certificate), secret, engines);
    }

    private @Nullable PrivateKey secret(String entry) throws GeneralSecurityException {
        return store.isKeyEntry(entry) && store.getKey(entry, entryPassphrase) instanceof PrivateKey key ? key : null;
    }

    private VerificationKey verificationKey(String entry, Certificate certificate) {
        try {
            return VerificationKey.fromSubjectPublicKeyInfo(
                    Bytes.of(certificate.getPublicKey().getEncoded()));
        } catch (MalformedException e) {
            throw new SignerException(
                    Reason.KIND,
                    "wanted a key of Ed25519 or P-256 as entry `" + entry + "` in " + place + ", found "
                            + Faults.kind(certificate.getPublicKey()));
        }
    }

    @Override
    public String toString() {
        return place.toString();
    }
}
