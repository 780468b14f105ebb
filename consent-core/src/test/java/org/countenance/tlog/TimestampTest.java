package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.junit.jupiter.api.Test;

/** Tokens with one fault each, beside a sound one. */
class TimestampTest {

    private static final Bytes NOTE = Bytes.utf8("registry.example/likeness/0\n7\nroot\n\n— signed\n");
    private static final TimestampRequest REQUEST = TimestampRequest.of(
            NOTE, Bytes.of((byte) -1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6, (byte) 7, (byte) 8));

    private final Authority authority = Authority.sound();

    @Test
    void acceptsASoundTokenAndTellsWhenAndByWhom() throws Exception {
        VerifiedTimestamp stamp = verify(authority.stamp(REQUEST));
        assertThat(stamp.instant()).isEqualTo(Authority.STAMPED);
        assertThat(stamp.accuracy()).contains(Duration.ofSeconds(1));
        assertThat(stamp.policy()).isEqualTo(Authority.POLICY);
        assertThat(stamp.serial()).isEqualTo(7);
        assertThat(stamp.authority()).isEqualTo("CN=Moon Gate Stamps");
        assertThat(stamp.pinned())
                .isEqualTo(
                        Certificates.sha256(Certificates.parse(authority.pem()).get(0)));
        assertThat(stamp.answersRequest()).isTrue();
    }

    @Test
    void acceptsTheBareTokenWithoutTheRequest() throws Exception {
        Bytes token = TimestampToken.parse(authority.stamp(REQUEST)).bytes();
        assertThat(TimestampToken.parse(token).bytes()).isEqualTo(token);
        VerifiedTimestamp stamp = pinning(authority.pem()).verify(TimestampToken.parse(token), NOTE, Optional.empty());
        assertThat(stamp.answersRequest()).isFalse();
    }

    @Test
    void acceptsAnAuthorityWhoseOwnCertificateIsPinned() throws Exception {
        assertThat(pinning(Authority.pem(authority.certificate))
                        .verify(TimestampToken.parse(authority.stamp(REQUEST)), NOTE, Optional.empty())
                        .instant())
                .isEqualTo(Authority.STAMPED);
    }

    @Test
    void acceptsTheOlderIdOfTheCertificate() throws Exception {
        authority.essHash = OIWObjectIdentifiers.idSHA1;
        assertThat(verify(authority.stamp(REQUEST)).instant()).isEqualTo(Authority.STAMPED);
    }

    @Test
    void refusesOtherBytes() throws Exception {
        TimestampToken token = TimestampToken.parse(authority.stamp(REQUEST));
        Bytes other = Bytes.utf8("another checkpoint\n");
        assertThatThrownBy(() -> pinning(authority.pem()).verify(token, other, Optional.empty()))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageStartingWith("timestamp imprint does not hold: wanted ");
    }

    @Test
    void refusesAnotherNonce() throws Exception {
        Bytes answer = authority.stamp(TimestampRequest.of(NOTE, Bytes.of(new byte[] {9, 9, 9, 9, 9, 9, 9, 9})));
        refused(answer, "timestamp nonce does not hold: wanted ff02030405060708 of the request, found 909090909090909");
    }

    @Test
    void refusesARequestForSomethingElse() throws Exception {
        TimestampToken token = TimestampToken.parse(authority.stamp(REQUEST));
        TimestampRequest other = TimestampRequest.of(Bytes.EMPTY, Bytes.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
        assertThatThrownBy(() -> pinning(authority.pem()).verify(token, NOTE, Optional.of(other)))
                .hasMessageStartingWith("timestamp request does not hold: wanted one for ");
    }

    @Test
    void refusesAnotherPolicy() throws Exception {
        authority.policy = "1.3.6.1.4.1.99999.2";
        refused(
                authority.stamp(REQUEST),
                "timestamp policy does not hold: wanted 1.3.6.1.4.1.99999.1, found 1.3.6.1.4.1.99999.2");
    }

    @Test
    void refusesAPurposeThatIsAnotherOneMoreOrNotCritical() throws Exception {
        refusedUnder(
                authority.signing("2025", "2030", true, KeyPurposeId.id_kp_codeSigning),
                "wanted the one purpose time-stamping");
        refusedUnder(
                authority.signing(
                        "2025", "2030", true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning),
                "wanted the one purpose time-stamping");
        refusedUnder(
                authority.signing("2025", "2030", false, KeyPurposeId.id_kp_timeStamping),
                "wanted a critical extended key usage, found one that is not critical");
        refusedUnder(authority.plain(), "wanted a critical extended key usage, found none");
        assertThat(verify(authority.stampUnder(authority.certificate, REQUEST)).instant())
                .as("the same by hand, without a fault")
                .isEqualTo(Authority.STAMPED);
    }

    @Test
    void refusesACertificateThatTheSignatureDoesNotName() throws Exception {
        Bytes answer = authority.stamp(REQUEST);
        byte[] changed = answer.toArray();
        byte[] id = Sha256.hash(Bytes.of(authority.certificate.getEncoded())).toArray();
        changed[answer.hex().indexOf(Bytes.of(id).hex()) / 2] ^= 1;
        refused(
                Bytes.of(changed),
                "timestamp certificate does not hold: wanted the one that the signed attributes name (RFC 5816), found another");
    }

    @Test
    void refusesAPinnedCertificateAsAnIssuerWhenItMayNotIssue() throws Exception {
        X509CertificateHolder pinned = authority.rootThatMayNotIssue();
        TimestampToken token = TimestampToken.parse(authority.stamp(REQUEST));
        assertThatThrownBy(() -> pinning(Authority.pem(pinned)).verify(token, NOTE, Optional.of(REQUEST)))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageStartingWith(
                        "timestamp path does not hold: wanted a pinned certificate that may issue others");
    }

    @Test
    void refusesACertificateThatWasNotValidAtTheStatedInstant() throws Exception {
        authority.certificate = authority.signing("2024", "2026", true, KeyPurposeId.id_kp_timeStamping);
        refused(
                authority.stamp(REQUEST),
                "timestamp path does not hold: wanted certificates that were valid at 20261124100007Z, found `CN=Moon Gate Stamps` that was not");
        authority.certificate = authority.signing("2027", "2030", true, KeyPurposeId.id_kp_timeStamping);
        refused(authority.stamp(REQUEST), "timestamp path does not hold: wanted certificates that were valid at ");
    }

    @Test
    void refusesAnotherRootOfTheSameName() throws Exception {
        refused(
                Authority.stranger().stamp(REQUEST),
                "timestamp path does not hold: wanted one from `CN=Moon Gate Stamps` to a certificate that you pinned, found none");
    }

    @Test
    void refusesAChangedSignature() throws Exception {
        byte[] answer = authority.stamp(REQUEST).toArray();
        answer[answer.length - 1] ^= 1;
        refused(Bytes.of(answer), "timestamp signature does not hold: wanted one by `CN=Moon Gate Stamps`");
    }

    @Test
    void refusesAResponseWithoutAToken() throws Exception {
        refused(
                authority.refuse(),
                "timestamp status does not hold: wanted 0 (granted) or 1 (granted with changes), found 2 `too busy`");
    }

    @Test
    void refusesAHashThatIsNoLongerStrong() throws Exception {
        refused(
                authority.stampSha1(NOTE),
                "timestamp imprint does not hold: wanted SHA-256, found algorithm 1.3.14.3.2.26");
    }

    @Test
    void refusesShortKeysAndWeakSignaturesOnCertificates() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024);
        X509CertificateHolder shortKey = authority.forKey(rsa.generateKeyPair().getPublic());
        assertThatThrownBy(() -> Strength.check(Certificates.of(shortKey), true))
                .hasMessage(
                        "timestamp strength does not hold: wanted a strong key of `CN=Moon Gate Weak`, found `RSA`");
        rsa.initialize(2048);
        PublicKey key = rsa.generateKeyPair().getPublic();
        Strength.check(Certificates.of(authority.forKey(key)), false);
        authority.signature = "SHA1withECDSA";
        X509CertificateHolder weak = authority.forKey(key);
        Strength.check(Certificates.of(weak), true);
        assertThatThrownBy(() -> Strength.check(Certificates.of(weak), false))
                .hasMessageStartingWith("timestamp strength does not hold: wanted a strong signature on ");
    }

    @Test
    void refusesGarbageAndTrailingBytesAsMalformed() throws Exception {
        Bytes answer = authority.stamp(REQUEST);
        for (Bytes text : List.of(
                Bytes.EMPTY,
                Bytes.utf8("<html>503</html>"),
                REQUEST.bytes(),
                Bytes.concat(answer, Bytes.of((byte) 0)),
                answer.slice(0, answer.size() - 1),
                Bytes.of(new byte[1 << 19]))) {
            assertThatThrownBy(() -> verify(text))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageStartingWith("timestamp: wanted ");
        }
    }

    @Test
    void holdsWhateverByteOfItIsChangedOrSaysWhatIsWrong() throws Exception {
        Bytes answer = authority.stamp(REQUEST);
        Random random = new Random(20_261_125);
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = answer.toArray();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            Throwable failure = catchThrowable(() -> verify(Bytes.of(changed)));
            if (failure == null) {
                // What no signature covers may differ; what was stated may not.
                assertThat(verify(Bytes.of(changed)).instant()).isEqualTo(Authority.STAMPED);
            } else {
                assertThat(failure).isInstanceOfAny(MalformedException.class, NotVerifiedException.class);
                assertThat(failure.getMessage()).contains("wanted ").contains("found ");
            }
        }
    }

    @Test
    void readsRequestsInOneSpellingOnly() throws Exception {
        assertThat(TimestampRequest.parse(REQUEST.bytes())).isEqualTo(REQUEST);
        for (Bytes text : List.of(Bytes.EMPTY, NOTE, Bytes.concat(REQUEST.bytes(), Bytes.of((byte) 0)))) {
            assertThatThrownBy(() -> TimestampRequest.parse(text)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void refusesPinsThatAreNoCertificates() {
        for (String text : List.of(
                "",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "0AAA")) {
            assertThatThrownBy(() -> pinning(Bytes.utf8(text)))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageStartingWith("certificates: wanted ");
        }
        assertThatThrownBy(() -> pinning(authority.pem()).under("a policy")).isInstanceOf(MalformedException.class);
    }

    private void refusedUnder(X509CertificateHolder certificate, String message) throws Exception {
        refused(authority.stampUnder(certificate, REQUEST), "timestamp certificate does not hold: " + message);
    }

    private void refused(Bytes answer, String message) {
        assertThatThrownBy(() -> verify(answer))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageStartingWith(message);
    }

    private static TimestampAuthorities pinning(Bytes certificates) throws MalformedException {
        return TimestampAuthorities.parse(certificates);
    }

    private VerifiedTimestamp verify(Bytes answer) throws MalformedException, NotVerifiedException {
        return pinning(authority.pem())
                .under(Authority.POLICY)
                .verify(TimestampToken.parse(answer), NOTE, Optional.of(REQUEST));
    }
}
