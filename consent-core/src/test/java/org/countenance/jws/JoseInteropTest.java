package org.countenance.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Texts that {@code jose} and {@code @noble/post-quantum} wrote: once, as vectors, or freshly into {@code -Dinterop.dir}, where
 * ours are left for them (examples/jose-interop).
 */
class JoseInteropTest {

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "ES256", "ML_DSA_65"})
    void verifiesWhatOthersWrote(Algorithm algorithm) throws Exception {
        Path theirs = Path.of(System.getProperty("interop.dir", "src/test/resources/vectors/jose"));
        CompactJws jws = CompactJws.parse(
                Files.readString(theirs.resolve(algorithm.joseName() + ".jws")).strip());
        Bytes jwk = Bytes.of(Files.readAllBytes(theirs.resolve(algorithm.joseName() + ".jwk.json")));
        VerificationKey key = VerificationKey.fromJwk(JsonText.parseObject(jwk, "jwk"));
        assertThat(jws.alg()).isEqualTo(algorithm.joseName());
        assertThat(JwsVerifier.verify(jws, key).jws().payload()).isEqualTo(claims());
        VerificationKey another =
                SigningKey.generate(algorithm, new SecureRandom()).verificationKey();
        assertThatThrownBy(() -> JwsVerifier.verify(jws, another)).isInstanceOf(NotVerifiedException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "ES256", "ML_DSA_65"})
    void writesAHeaderOfThreeMembersForOthersToVerify(Algorithm algorithm) throws Exception {
        Path ours = Path.of(System.getProperty("interop.dir", scratch.toString()));
        SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
        CompactJws jws = Jws.sign(key, "likeness-grant+jwt", claims());
        String header = "{\"alg\":\"" + algorithm.joseName() + "\",\"kid\":\""
                + key.verificationKey().thumbprint() + "\",\"typ\":\"likeness-grant+jwt\"}";
        assertThat(jws.text()).startsWith(org.countenance.base.Base64Url.encode(Bytes.utf8(header)) + ".");
        Files.writeString(ours.resolve("ours-" + algorithm.joseName() + ".jws"), jws.text() + "\n");
        Files.writeString(
                ours.resolve("ours-" + algorithm.joseName() + ".jwk.json"),
                JsonText.compact(key.verificationKey().toJwk()) + "\n");
    }

    private static JsonObject claims() {
        return JsonObject.builder()
                .put("v", 1)
                .put("said", "a face may be shown")
                .build();
    }
}
