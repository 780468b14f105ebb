package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.countenance.keystore.Keytool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that stand for keys in a PKCS#12 file: whatever signs, signs with them. */
class LinkedKeysTest {

    private static final String GRANT = "grant --key wei --licensee @studio --production x-house:1 --character any"
            + " --role depicted --modality face --technique de-age --context none --medium micro-drama-app --territory CN"
            + " --language zh --made 2026-12-01/2027-03-01 --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D --duty label"
            + " --intended-use Mei --yes --quiet";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void makesAKeystore() throws Exception {
        terminal = Terminal.registered(directory);
        Path file = Keytool.pkcs12(directory, "EC -groupname secp256r1", "Ed25519", "RSA")
                .file();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(directory.resolve("pin"), PosixFilePermissions.fromString("rw-------"));
        terminal.set("CONSENT_PIN_FILE", "pin");
    }

    @Test
    void signWhateverIsSigned() throws Exception {
        assertThat(terminal.ok("key link wei --keystore keys.p12 --entry ec")).contains("entry `ec` in", "ES256");
        terminal.ok("key link wei.manage --keystore keys.p12 --entry ed25519");
        terminal.ok("party register --key wei --kind person --adult --name Wei --alias wei");
        String grant = terminal.ok(GRANT).strip();
        assertThat(terminal.ok("show id:" + grant)).contains("today   in force");
        terminal.ok("revoke id:" + grant + " --key wei --yes");
        assertThat(terminal.ok("show id:" + grant)).doesNotContain("today   in force");
        terminal.write("again.json", payload(grant));
        terminal.ok("sign again.json --kind revocation --key wei -o again.jws");
        assertThat(Files.readString(directory.resolve("again.jws"))).hasSizeGreaterThan(200);
        terminal.ok("party update --key wei --new-key wei2 --yes");
    }

    private String payload(String grant) throws Exception {
        return ("{'v':1,'vocabulary':1,'iss':'" + terminal.party("wei") + "','sub':'" + terminal.party("wei")
                        + "','aud':'registry.example/likeness','event':'withdrawn','target':'" + grant
                        + "','scopes':'*'}")
                .replace('\'', '"');
    }

    @Test
    void tellWhereTheyAreAndHandNothingOut() throws Exception {
        terminal.ok("key link wei --keystore keys.p12 --entry ed25519");
        assertThat(terminal.ok("key list")).contains("entry `ed25519` in the keystore `");
        assertThat(terminal.type("key show wei").err()).contains("kept in entry `ed25519` in the keystore");
        Terminal.Answer export = terminal.type("key export wei");
        assertThat(export.code()).isEqualTo(1);
        assertThat(export.out()).isEmpty();
        assertThat(export.err()).contains("wanted a key that is kept here, found `wei`");
        try (Stream<Path> files = Files.walk(directory.resolve("consent"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(Keytool.PIN);
            }
        }
    }

    @Test
    void refuseInOneSentence() throws Exception {
        refuses("key link wei --keystore keys.p12 --entry nobody", "found `ec`, `ed25519`, `rsa`");
        refuses("key link wei --keystore keys.p12 --entry rsa", "found one of RSA with");
        refuses("key link wei --keystore none.p12 --entry ec", "found no such file");
        refuses("key link lin --keystore keys.p12 --entry ec", "wanted a new key, found `lin` already");
        refuses("key link wei --pkcs11 none.cfg --entry ec", "wanted a PKCS#11 configuration in");
        terminal.write("wrong", "another\n");
        refuses(
                "key link wei --keystore keys.p12 --entry ec --pin-file wrong",
                "wanted the passphrase of the keystore");
        assertThat(directory.resolve("consent/keys/wei.link")).doesNotExist();
        assertThat(directory.resolve("consent/keys/wei.json")).doesNotExist();
    }

    @Test
    void areNeverTriedWithThePassphraseOfKeyFiles() {
        terminal.unset("CONSENT_PIN_FILE");
        Terminal.Answer answer = terminal.type("key link wei --keystore keys.p12 --entry ec");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("wanted the PIN of the keystore", "--pin-file FILE");
    }

    @Test
    void areRefusedWhenAnotherKeyStandsInTheirPlace() throws Exception {
        terminal.ok("key link wei --keystore keys.p12 --entry ec");
        Path link = directory.resolve("consent/keys/wei.link");
        Files.writeString(link, Files.readString(link).replace("\"ec\"", "\"ed25519\""));
        refuses("party register --key wei --kind person --adult --name Wei", "as when it was linked, found");
    }

    @Test
    void areReadFromFilesOfTheirOwnerAlone() throws Exception {
        Files.setPosixFilePermissions(directory.resolve("keys.p12"), PosixFilePermissions.fromString("rw-r--r--"));
        refuses("key link wei --keystore keys.p12 --entry ec", "wanted a key file that only its owner reads");
        Path key = directory.resolve("consent/keys/lin.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        refuses("prohibit --key lin --scope any --yes", "wanted a key file that only its owner reads");
        refuses("key export lin", "wanted a key file that only its owner reads");
    }

    private void refuses(String line, String part) {
        Terminal.Answer answer = terminal.type(line);
        assertThat(answer.code()).as(line + answer.err()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .startsWith("consent: error: wanted ")
                .contains(part)
                .doesNotContain(Keytool.PIN)
                .doesNotContain("Exception");
        assertThat(answer.err().lines().filter(each -> each.startsWith("consent: error:")))
                .hasSize(1);
    }
}
