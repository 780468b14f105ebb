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
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code $CONSENT_PROVIDER} makes commands quicker and changes nothing that they say. */
class ProviderJarTest {

    private static final String VERIFY = "verify manifest.json --at 2026-11-24T10:01:00Z --allow-past --format json";

    private static final String SERVICES = "META-INF/services/java.security.Provider";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void registers() throws IOException {
        terminal = Terminal.registered(directory);
    }

    @Test
    void changesNoAnswer() throws Exception {
        Path jar = corretto();
        Terminal.Answer before = terminal.type(VERIFY);
        Terminal.Answer audited = terminal.type("log audit");
        terminal.set("CONSENT_PROVIDER", jar.toString());
        assertThat(terminal.type(VERIFY)).isEqualTo(before);
        assertThat(terminal.type("log audit")).isEqualTo(audited);
        assertThat(before.code()).isEqualTo(3);
        assertThat(audited.code()).isZero();
    }

    @Test
    void wantsAProviderThatKnowsSignatures() throws Exception {
        jar("idle.jar", SERVICES, compiled("Idle", ""), "Idle");
        refuses(
                "idle.jar",
                "wanted a provider that knows signatures of Ed25519 or ES256, found `Idle`, which knows neither");
    }

    @Test
    void wantsAProviderThatStarts() throws Exception {
        jar("broken.jar", SERVICES, compiled("Broken", "throw new IllegalStateException();"), "Broken");
        refuses("broken.jar", wanted("broken.jar") + "one that cannot be loaded");
    }

    @Test
    void wantsOnlyOne() throws Exception {
        compiled("First", "");
        jar("two.jar", SERVICES, compiled("Second", ""), "First", "Second");
        refuses("two.jar", wanted("two.jar") + "2");
    }

    @Test
    void helpsWithoutIt() {
        terminal.set("CONSENT_PROVIDER", "nowhere.jar");
        assertThat(terminal.ok("verify --help")).contains("Usage: consent verify");
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
        refuses("nowhere.jar", wanted("nowhere.jar") + "none");
    }

    @Test
    void wantsAJar() throws IOException {
        terminal.write("text.jar", "no jar");
        refuses("text.jar", wanted("text.jar") + "none");
    }

    @Test
    void wantsAProviderInIt() throws IOException {
        jar("empty.jar", "none", directory);
        refuses("empty.jar", wanted("empty.jar") + "none");
    }

    @Test
    void wantsAProviderThatCanBeFound() throws IOException {
        jar("missing.jar", SERVICES, directory, "org.example.Missing");
        refuses("missing.jar", wanted("missing.jar") + "one that cannot be loaded");
    }

    /** One of the JDK's own is in no jar. */
    @Test
    void wantsAProviderOfThatJar() throws IOException {
        jar("others.jar", SERVICES, directory, "sun.security.provider.Sun");
        refuses("others.jar", wanted("others.jar") + "none");
    }

    @Test
    void saysWhyInChinese() throws IOException {
        terminal.set("CONSENT_PROVIDER", "nowhere.jar");
        assertThat(terminal.type(VERIFY + " --lang zh-Hans").err())
                .contains("安全提供程序的 jar")
                .contains("$CONSENT_PROVIDER 指明")
                .doesNotContain("wanted", "found");
    }

    /** A provider that is nowhere else, and where it was compiled. */
    private Path compiled(String name, String starts) throws IOException {
        Path source = directory.resolve(name + ".java");
        Files.writeString(
                source,
                "public class " + name + " extends java.security.Provider { public " + name + "() { super(\"" + name
                        + "\", \"1\", \"\"); " + starts + " } }");
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
        assertThat(status).isZero();
        return directory;
    }

    private void jar(String name, String entry, Path classes, String... providers) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(String.join("\n", providers).getBytes(StandardCharsets.UTF_8));
            for (String provider : providers) {
                Path file = classes.resolve(provider + ".class");
                if (Files.exists(file)) {
                    jar.putNextEntry(new ZipEntry(provider + ".class"));
                    Files.copy(file, jar);
                }
            }
        }
    }

    private String wanted(String jar) {
        return "wanted a jar with one security provider at `" + directory.resolve(jar) + "`, found ";
    }

    private void refuses(String jar, String error) throws IOException {
        terminal.set("CONSENT_PROVIDER", jar);
        Terminal.Answer answer = terminal.type(VERIFY);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .isEqualTo("consent: error: " + error
                        + "\nconsent: hint: $CONSENT_PROVIDER names the jar of a provider for this machine;"
                        + " unset, signatures are checked all the same\n");
    }
}
