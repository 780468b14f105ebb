package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.countenance.jws.SignatureProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code $CONSENT_PROVIDER} makes commands quicker and changes nothing that they say. */
class ProviderJarTest {

    private static final String VERIFY = "verify manifest.json --at 2026-11-24T10:01:00Z --allow-past --format json";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void registers() throws IOException {
        terminal = Terminal.registered(directory);
    }

    @AfterEach
    void asksNobodyElse() {
        SignatureProvider.useNone();
    }

    @Test
    void changesNoAnswer() throws Exception {
        Path jar = corretto();
        Terminal.Answer before = terminal.type(VERIFY);
        terminal.set("CONSENT_PROVIDER", jar.toString());
        Terminal.Answer after = terminal.type(VERIFY);
        assertThat(before.code()).isEqualTo(3);
        assertThat(after).isEqualTo(before);
        assertThat(terminal.ok("log audit"))
                .isEqualTo(terminal.unset("CONSENT_PROVIDER").ok("log audit"));
    }

    private static Path corretto() throws URISyntaxException {
        assumeTrue(
                AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null,
                "no library of Amazon's Corretto provider for this machine");
        return Path.of(AmazonCorrettoCryptoProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @Test
    void wantsAJarThatIsThere() throws IOException {
        refuses("nowhere.jar");
    }

    @Test
    void wantsAJar() throws IOException {
        terminal.write("text.jar", "no jar");
        refuses("text.jar");
    }

    @Test
    void wantsAProviderInIt() throws IOException {
        jar("empty.jar", "none", "");
        refuses("empty.jar");
    }

    @Test
    void wantsAProviderThatCanBeLoaded() throws IOException {
        jar("broken.jar", "META-INF/services/java.security.Provider", "org.example.Missing");
        refuses("broken.jar");
    }

    /** One of the JDK's own is in no jar. */
    @Test
    void wantsAProviderOfThatJar() throws IOException {
        jar("others.jar", "META-INF/services/java.security.Provider", "sun.security.provider.Sun");
        refuses("others.jar");
    }

    @Test
    void saysWhyInChinese() throws IOException {
        terminal.set("CONSENT_PROVIDER", "nowhere.jar");
        assertThat(terminal.type(VERIFY + " --lang zh-Hans").err())
                .contains("安全提供程序的 jar")
                .contains("$CONSENT_PROVIDER 指明")
                .doesNotContain("wanted", "found");
    }

    private void jar(String name, String entry, String content) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void refuses(String jar) throws IOException {
        terminal.set("CONSENT_PROVIDER", jar);
        Terminal.Answer answer = terminal.type(VERIFY);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .isEqualTo("consent: error: wanted a jar with one security provider at `" + directory.resolve(jar)
                        + "`, found none\nconsent: hint: $CONSENT_PROVIDER names the jar of a provider for this machine;"
                        + " unset, signatures are checked all the same\n");
    }
}
