package org.countenance.keystore;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A token in software, from SoftHSM, where the machine has it. Tests without it are skipped, and say so. */
public final class SoftHsm {

    private static final List<Path> LIBRARIES = Stream.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib64/softhsm/libsofthsm2.so",
                    "/usr/local/lib/softhsm/libsofthsm2.so",
                    "/opt/homebrew/lib/softhsm/libsofthsm2.so")
            .map(Path::of)
            .toList();

    private final Path directory;
    private final Path conf;
    private final Path library;

    private SoftHsm(Path directory, Path conf, Path library) {
        this.directory = directory;
        this.conf = conf;
        this.library = library;
    }

    /**
     * Prepares a place for tokens.
     *
     * @param conf where the library is told of it, by the variable {@code SOFTHSM2_CONF} of the process that uses it
     */
    public static SoftHsm in(Path directory, Path conf) throws IOException {
        Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(Path.of("nowhere"));
        assumeTrue(Files.exists(library), "no SoftHSM on this machine");
        Path tokens = Files.createDirectories(directory.resolve("tokens"));
        Files.writeString(
                conf, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        return new SoftHsm(directory, conf, library);
    }

    /** Initialises a token in the next free slot and writes its configuration for Java. */
    public Path token(String name, int slot) throws IOException, InterruptedException {
        Keytool.run(
                List.of(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        name,
                        "--so-pin",
                        "1234",
                        "--pin",
                        Keytool.PIN),
                environment());
        return configure(name, library, slot);
    }

    /** A configuration for Java. */
    public Path configure(String name, Path library, int slot) throws IOException {
        return Files.writeString(
                directory.resolve(name + ".cfg"),
                "name = " + name + "\nlibrary = " + library + "\nslotListIndex = " + slot + "\n");
    }

    /** Makes a key with a certificate. */
    public void generate(Path configuration, String kind) throws IOException, InterruptedException {
        Keytool.generate(
                directory,
                kind,
                environment(),
                "-keystore",
                "NONE",
                "-storetype",
                "PKCS11",
                "-addprovider",
                "SunPKCS11",
                "-providerarg",
                configuration.toString());
    }

    /** The library. */
    public Path library() {
        return library;
    }

    /** A file that holds the PIN. */
    public Path pin() throws IOException {
        return Files.writeString(directory.resolve("pin"), Keytool.PIN + "\n");
    }

    /** What a process needs to find the tokens. */
    public Map<String, String> environment() {
        return Map.of("SOFTHSM2_CONF", conf.toString());
    }
}
