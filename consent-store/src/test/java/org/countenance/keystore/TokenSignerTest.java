package org.countenance.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.security.Security;
import java.util.Arrays;
import org.countenance.jws.Signer;
import org.countenance.jws.SignerContract;
import org.countenance.jws.SignerException;
import org.countenance.jws.SignerException.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a token, through the JDK's PKCS#11 provider. */
class TokenSignerTest implements SignerContract {

    @TempDir
    static Path directory;

    private static SoftHsm hsm;
    private static KeyPlace place;
    /** A token that is open stays open for its process, so a wrong PIN is tried before any right one. */
    private static Throwable wrongPin;

    /** All of it before the library is loaded, since it looks for tokens once. */
    @BeforeAll
    static void makesTokens() throws Exception {
        hsm = SoftHsm.in(directory, Path.of(System.getenv("SOFTHSM2_CONF")));
        Path configuration = hsm.token("first", 0);
        hsm.generate(configuration, "EC -groupname secp256r1");
        hsm.generate(configuration, "RSA");
        place = new KeyPlace(KeyPlace.Kind.PKCS11, configuration);
        wrongPin = catchThrowable(() -> UnlockedKeys.open(place, "1111".toCharArray()));
    }

    private static UnlockedKeys open(KeyPlace which) {
        return UnlockedKeys.open(which, Keytool.PIN.toCharArray());
    }

    @Override
    public Signer signer() {
        return open(place).signer("EC");
    }

    @Override
    public String secret() {
        return Keytool.PIN;
    }

    @Test
    void tellsWhatIsWrong() throws Exception {
        refuses(() -> open(place).signer("nobody"), Reason.ENTRY);
        refuses(() -> open(place).signer("RSA"), Reason.KIND);
        refuses(() -> open(configured("missing", directory.resolve("none.so"), 0)), Reason.LIBRARY);
        refuses(() -> open(configured("elsewhere", hsm.library(), 70)), Reason.GONE);
        refuses(() -> open(new KeyPlace(KeyPlace.Kind.PKCS11, directory.resolve("none.cfg"))), Reason.LIBRARY);
        refuses(
                () -> {
                    throw wrongPin;
                },
                Reason.PIN);
    }

    @Test
    void registersNoProvider() {
        open(place);
        assertThat(Arrays.stream(Security.getProviders()).map(each -> each.getName()))
                .doesNotContain("SunPKCS11-first");
    }

    private static KeyPlace configured(String name, Path library, int slot) throws Exception {
        return new KeyPlace(KeyPlace.Kind.PKCS11, hsm.configure(name, library, slot));
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SignerException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason))
                .hasMessageStartingWith("wanted ")
                .hasNoCause()
                .message()
                .doesNotContain(Keytool.PIN);
    }
}
