package org.countenance.keystore;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.jws.SignerException;
import org.countenance.jws.SignerException.Reason;

/** What providers throw, in words; of their own only the return codes of PKCS#11 are repeated, which hold no secret. */
final class Faults {

    private static final Pattern CODE = Pattern.compile("CKR_[A-Z_]+");

    private Faults() {}

    static SignerException gone(KeyPlace place, Throwable failure) {
        return new SignerException(
                Reason.GONE,
                "wanted " + place + " to answer, found "
                        + code(failure).map(code -> "it failing with " + code).orElse("nothing there"));
    }

    /** The return code of the PKCS#11 library, if that is what failed. */
    static Optional<String> code(Throwable failure) {
        Matcher matcher = CODE.matcher(root(failure));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** What the innermost cause says. */
    static String root(Throwable failure) {
        Throwable inner = failure;
        for (Throwable cause = inner.getCause(); cause != null; cause = cause.getCause()) {
            inner = cause;
        }
        return String.valueOf(inner.getMessage());
    }

    static String kind(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return "one of RSA with " + rsa.getModulus().bitLength() + " bits";
        }
        return key instanceof ECKey ec
                ? "one on another curve of "
                        + ec.getParams().getCurve().getField().getFieldSize() + " bits"
                : "one of " + key.getAlgorithm();
    }
}
