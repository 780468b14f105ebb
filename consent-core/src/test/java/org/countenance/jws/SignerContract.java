package org.countenance.jws;

import static org.assertj.core.api.Assertions.assertThat;

import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every signer does; one class for each kind of signer. */
public interface SignerContract {

    /** A signer to try. */
    Signer signer() throws Exception;

    /** Words that must be nowhere in what it prints. */
    String secret() throws Exception;

    @Test
    default void signsWhatItsPublicKeyVerifies() throws Exception {
        Signer signer = signer();
        for (int size : new int[] {0, 1, 100, 70_000}) {
            Bytes message = Bytes.of(new byte[size]);
            Bytes signature = signer.sign(message);
            assertThat(signature.size())
                    .isEqualTo(signer.verificationKey().algorithm().signatureSize());
            assertThat(signer.verificationKey().verifies(message, signature)).isTrue();
            assertThat(signer.verificationKey().verifies(Bytes.of(new byte[size + 1]), signature))
                    .isFalse();
        }
    }

    @Test
    default void signsAgainAndAgain() throws Exception {
        Signer signer = signer();
        for (int i = 0; i < 50; i++) {
            Bytes message = Bytes.utf8("message " + i);
            // ECDSA in DER is shorter now and then; the raw form never is.
            assertThat(signer.verificationKey().verifies(message, signer.sign(message)))
                    .isTrue();
        }
    }

    @Test
    default void signsATextThatTheStrictVerifierTakes() throws Exception, MalformedException, NotVerifiedException {
        Signer signer = signer();
        CompactJws jws = Jws.sign(
                signer, "likeness-grant+jwt", JsonObject.builder().put("v", 1).build());
        assertThat(jws.kid()).isEqualTo(signer.verificationKey().thumbprint());
        assertThat(JwsVerifier.verify(jws, signer.verificationKey()).jws()).isSameAs(jws);
    }

    @Test
    default void printsNoSecret() throws Exception {
        assertThat(signer().toString())
                .contains(signer().verificationKey().thumbprint())
                .doesNotContain(secret());
    }
}
