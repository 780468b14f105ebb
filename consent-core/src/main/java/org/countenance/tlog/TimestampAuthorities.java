package org.countenance.tlog;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/**
 * The time-stamping authorities that a verifier pinned in a file of its own; the only maker of a {@link VerifiedTimestamp}
 * (RFC 3161 section 2.4.2, RFC 5816).
 *
 * <p>Everything is judged at the instant that the token states, so that the answer is the same in ten years. The platform's
 * own certificates and settings play no part, and nobody is asked about revocation: a verifier stops believing an authority
 * by no longer pinning it.
 */
public final class TimestampAuthorities {

    private final List<X509Certificate> pinned;
    private final Optional<String> policy;

    private TimestampAuthorities(List<X509Certificate> pinned, Optional<String> policy) {
        this.pinned = List.copyOf(pinned);
        this.policy = policy;
    }

    /** Reads certificates: one as DER, or some as PEM. A path may end at any of them. */
    public static TimestampAuthorities parse(Bytes certificates) throws MalformedException {
        return new TimestampAuthorities(Certificates.parse(certificates), Optional.empty());
    }

    /** The same, believed for stamps under this policy alone: an object identifier like {@code 1.3.6.1.4.1.99999.1}. */
    public TimestampAuthorities under(String objectIdentifier) throws MalformedException {
        if (ASN1ObjectIdentifier.tryFromID(objectIdentifier) == null) {
            throw MalformedException.of(
                    Place.in("policy"),
                    "an object identifier like `1.3.6.1.4.1.99999.1`",
                    MalformedException.quote(objectIdentifier));
        }
        return new TimestampAuthorities(pinned, Optional.of(objectIdentifier));
    }

    /**
     * Checks that an authority stamped exactly these bytes.
     *
     * @param content what was stamped: the bytes of a signed checkpoint
     * @param request what was sent, where it is at hand; its nonce must have come back
     * @throws NotVerifiedException when anything about it does not hold
     * @throws MalformedException when the token does not read further inside
     */
    public VerifiedTimestamp verify(TimestampToken token, Bytes content, Optional<TimestampRequest> request)
            throws NotVerifiedException, MalformedException {
        try {
            TimestampStatement statement = token.statement();
            checkImprint(statement, content);
            if (request.isPresent()) {
                checkRequest(statement, content, request.get());
            }
            checkPolicy(statement);
            X509Certificate signing = checkSignature(token);
            X509Certificate anchor = new CertificatePath(pinned, statement.time()).verify(signing, others(token));
            return new VerifiedTimestamp(
                    statement,
                    signing.getSubjectX500Principal().getName(),
                    Certificates.sha256(anchor),
                    request.isPresent());
        } catch (RuntimeException unreadable) {
            throw MalformedException.of(Place.in("timestamp"), "a token of RFC 3161", "one that breaks off inside");
        }
    }

    private static void checkImprint(TimestampStatement statement, Bytes content) throws NotVerifiedException {
        MessageImprint imprint = statement.content().getMessageImprint();
        ASN1ObjectIdentifier hash = imprint.getHashAlgorithm().getAlgorithm();
        if (!hash.equals(NISTObjectIdentifiers.id_sha256)) {
            throw new NotVerifiedException("timestamp imprint", "wanted SHA-256, found algorithm " + hash);
        }
        Bytes wanted = Sha256.hash(content);
        Bytes found = Bytes.of(imprint.getHashedMessage());
        if (!wanted.equals(found)) {
            throw new NotVerifiedException("timestamp imprint", "wanted " + wanted.hex() + ", found " + found.hex());
        }
    }

    private static void checkRequest(TimestampStatement statement, Bytes content, TimestampRequest request)
            throws NotVerifiedException {
        Bytes wanted = Sha256.hash(content);
        if (!request.imprint().equals(wanted)) {
            throw new NotVerifiedException(
                    "timestamp request",
                    "wanted one for " + wanted.hex() + ", found one for "
                            + request.imprint().hex());
        }
        Optional<BigInteger> found = statement.nonce();
        if (!found.equals(Optional.of(request.nonce()))) {
            throw new NotVerifiedException(
                    "timestamp nonce",
                    "wanted " + request.nonce().toString(16) + " of the request, found "
                            + found.map(nonce -> nonce.toString(16)).orElse("none"));
        }
    }

    private void checkPolicy(TimestampStatement statement) throws NotVerifiedException {
        if (policy.isPresent() && !policy.get().equals(statement.policy())) {
            throw new NotVerifiedException(
                    "timestamp policy", "wanted " + policy.get() + ", found " + statement.policy());
        }
    }

    private X509Certificate checkSignature(TimestampToken token) throws NotVerifiedException, MalformedException {
        List<X509CertificateHolder> known = new ArrayList<>();
        for (X509Certificate each : pinned) {
            known.add(Certificates.holder(each));
        }
        X509Certificate signing = Certificates.of(new SigningCertificate(token).find(known));
        Strength.check(token.signer());
        if (!isSigned(token, signing)) {
            throw new NotVerifiedException(
                    "timestamp signature",
                    "wanted one by " + Certificates.subject(signing) + ", found one that does not verify");
        }
        return signing;
    }

    private static boolean isSigned(TimestampToken token, X509Certificate signing) {
        try {
            // A bare key: whether the certificate was valid is judged by the path, at the stated instant alone.
            SignerInformationVerifier verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Certificates.PROVIDER)
                    .build(signing.getPublicKey());
            return token.signer().verify(verifier);
        } catch (OperatorCreationException | CMSException | RuntimeException notSigned) {
            return false;
        }
    }

    private static List<X509Certificate> others(TimestampToken token) throws MalformedException {
        List<X509Certificate> others = new ArrayList<>();
        for (X509CertificateHolder each : token.certificates()) {
            others.add(Certificates.of(each));
        }
        return others;
    }
}
