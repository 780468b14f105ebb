package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.countenance.keystore.Keytool;
import org.countenance.keystore.SoftHsm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process, with a key in a token: the library is told of its tokens by the environment alone. */
class TokensTest {

    @TempDir
    private Path directory;

    private record Answer(int code, String out, String err) {}

    @Test
    void signRecordsWithAKeyThatNeverLeavesThem() throws Exception {
        SoftHsm hsm = SoftHsm.in(directory, directory.resolve("softhsm2.conf"));
        Path token = hsm.token("token", 0);
        hsm.generate(token, "EC -groupname secp256r1");
        hsm.configure("nolibrary", directory.resolve("none.so"), 0);
        Terminal.registered(directory);
        owned(hsm.pin());
        ok(hsm, "key link wei --pkcs11 token.cfg --entry EC");
        assertThat(ok(hsm, "key list")).contains("wei  ES256", "entry `EC` in the token of `");
        ok(hsm, "party register --key wei --kind person --adult --name Wei --alias wei");
        String stop = ok(hsm, "prohibit --key wei --scope any --yes --quiet").strip();
        ok(hsm, "lift id:" + stop + " --key wei --yes");
        owned(Files.writeString(directory.resolve("wrong"), "1111\n"));
        refuses(hsm, "prohibit --key wei --scope any --yes --pin-file wrong", "wanted the PIN of the token of");
        refuses(hsm, "key link ann --pkcs11 token.cfg --entry ann", "found `EC`");
        refuses(hsm, "key link ann --pkcs11 nolibrary.cfg --entry EC", "wanted the PKCS#11 library that");
        removeToken();
        refuses(hsm, "prohibit --key wei --scope any --yes", "wanted the token of");
    }

    private void removeToken() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("tokens"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(directory.resolve("tokens"));
    }

    private static void owned(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private String ok(SoftHsm hsm, String line) throws Exception {
        Answer answer = consent(hsm, line);
        assertThat(answer.code()).as(line + "\n" + answer.err()).isZero();
        assertThat(answer.out() + answer.err()).doesNotContain(Keytool.PIN);
        return answer.out();
    }

    private void refuses(SoftHsm hsm, String line, String part) throws Exception {
        Answer answer = consent(hsm, line);
        assertThat(answer.code()).as(line + "\n" + answer.err()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .startsWith("consent: error: wanted ")
                .contains(part)
                .doesNotContain("Exception", "\tat ", Keytool.PIN);
    }

    private Answer consent(SoftHsm hsm, String line) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.countenance.cli.Main"));
        if (Runtime.version().feature() > 17) {
            // Newer platforms warn on standard error of libraries in C, which only the packed program declares.
            words.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        words.addAll(Arrays.asList(line.split(" ")));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(hsm.environment());
        builder.environment().put("XDG_CONFIG_HOME", directory.toString());
        builder.environment().put("CI", "true");
        builder.environment().put("CONSENT_PASSPHRASE_FILE", owner("passphrase"));
        builder.environment().put("CONSENT_PIN_FILE", directory.resolve("pin").toString());
        int code = builder.start().waitFor();
        return new Answer(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private String owner(String file) throws IOException {
        owned(directory.resolve(file));
        return directory.resolve(file).toString();
    }
}
