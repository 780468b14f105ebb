package org.countenance.tlog;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.countenance.base.NotVerifiedException;

/** Leads from a signing certificate to one that the verifier pinned, as things stood at one instant (RFC 5280 section 6). */
final class CertificatePath {

    private static final String STEP = "timestamp path";
    private static final int KEY_CERT_SIGN = 5;

    private final List<X509Certificate> pinned;
    private final ASN1GeneralizedTime at;

    /** Ends at one of {@code pinned}; every certificate on the way must be valid at {@code at}. */
    CertificatePath(List<X509Certificate> pinned, ASN1GeneralizedTime at) {
        this.pinned = pinned;
        this.at = at;
    }

    /**
     * Finds the path.
     *
     * @param given certificates that may stand on the way, trusted for nothing
     * @return the pinned certificate at its end
     */
    X509Certificate verify(X509Certificate signing, List<X509Certificate> given) throws NotVerifiedException {
        Optional<List<X509Certificate>> valid = shortest(signing, given, this::isValid);
        if (valid.isPresent()) {
            check(valid.get());
            return last(valid.get());
        }
        List<X509Certificate> expired = shortest(signing, given, any -> true)
                .orElseThrow(() -> new NotVerifiedException(
                        STEP,
                        "wanted one from " + Certificates.subject(signing)
                                + " to a certificate that you pinned, found none"));
        X509Certificate first =
                expired.stream().filter(each -> !isValid(each)).findFirst().orElseThrow();
        throw new NotVerifiedException(
                STEP,
                "wanted certificates that were valid at " + at.getTimeString() + ", found "
                        + Certificates.subject(first) + " that was not");
    }

    /** Breadth first, and each certificate once, so that a maze of certificates costs no more than their number squared. */
    private Optional<List<X509Certificate>> shortest(
            X509Certificate signing, List<X509Certificate> given, Predicate<X509Certificate> allowed) {
        Set<X509Certificate> all = new LinkedHashSet<>(pinned);
        all.addAll(given);
        Deque<List<X509Certificate>> paths = new ArrayDeque<>();
        Set<X509Certificate> seen = new HashSet<>(List.of(signing));
        if (allowed.test(signing)) {
            paths.add(List.of(signing));
        }
        while (!paths.isEmpty()) {
            List<X509Certificate> path = paths.remove();
            if (pinned.contains(last(path))) {
                return Optional.of(path);
            }
            all.stream()
                    .filter(each -> !seen.contains(each) && allowed.test(each) && issued(each, last(path)))
                    .forEach(issuer -> {
                        seen.add(issuer);
                        List<X509Certificate> longer = new ArrayList<>(path);
                        longer.add(issuer);
                        paths.add(List.copyOf(longer));
                    });
        }
        return Optional.empty();
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey(), Certificates.PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException notIssued) {
            return false;
        }
    }

    private boolean isValid(X509Certificate certificate) {
        try {
            certificate.checkValidity(at.getDate());
            return true;
        } catch (CertificateException | ParseException notThen) {
            return false;
        }
    }

    private void check(List<X509Certificate> path) throws NotVerifiedException {
        for (X509Certificate each : path) {
            Strength.check(each, pinned.contains(each));
        }
        if (path.size() > 1) {
            checkIssuer(last(path), path.size() - 2);
            checkChain(path.subList(0, path.size() - 1), last(path));
        }
    }

    /** Who pins the certificate of an authority has not said that its key may issue others. */
    private static void checkIssuer(X509Certificate anchor, int between) throws NotVerifiedException {
        boolean[] usage = anchor.getKeyUsage();
        if (anchor.getBasicConstraints() < between || (usage != null && !usage[KEY_CERT_SIGN])) {
            throw new NotVerifiedException(
                    STEP,
                    "wanted a pinned certificate that may issue others over " + between + " between, found "
                            + Certificates.subject(anchor) + " that may not");
        }
    }

    /** Extensions, constraints and lengths; nobody is asked about revocation, since nothing is fetched. */
    private void checkChain(List<X509Certificate> path, X509Certificate anchor) throws NotVerifiedException {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(at.getDate());
            CertPathValidator.getInstance("PKIX", Certificates.PROVIDER)
                    .validate(
                            CertificateFactory.getInstance("X.509", Certificates.PROVIDER)
                                    .generateCertPath(path),
                            parameters);
        } catch (GeneralSecurityException | ParseException | RuntimeException invalid) {
            throw new NotVerifiedException(STEP, "wanted one that RFC 5280 allows, found: " + invalid.getMessage());
        }
    }

    private static X509Certificate last(List<X509Certificate> path) {
        return path.get(path.size() - 1);
    }
}
