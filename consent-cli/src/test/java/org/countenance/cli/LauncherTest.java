package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/consent} with a Java that only says how it was started, and leaves the files that it was asked for. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    private static final String JAVA = """
            #!/usr/bin/env bash
            for word in "$@"; do
              case $word in
                -XX:ArchiveClassesAtExit=*) echo classes >"${word#*=}" ;;
                */native-*) echo library >"$word" && exit ;;
              esac
            done
            echo "$@"
            exit "${STATUS:-0}"
            """;

    @TempDir
    private Path directory;

    private Path launcher;
    private Path jar;
    private Path cache;
    private Path kept;

    @BeforeEach
    void install() throws IOException {
        launcher = write("installed/bin/consent", Files.readString(Path.of("bin/consent")));
        jar = write("installed/lib/consent.jar", "one jar");
        write("java/bin/java", JAVA);
        write("java/lib/modules", "classes");
        write("java/release", "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"17.0.15\"\n");
        cache = directory.toRealPath().resolve("cache");
        kept = cache.resolve("consent");
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private String run(int status, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", directory.resolve("java").toString());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().put("STATUS", Integer.toString(status));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private List<Path> kept() throws IOException {
        if (Files.notExists(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.sorted().toList();
        }
    }

    @Test
    void keepsWhatTheFirstVerifyLoadedForAllAfterIt() throws Exception {
        assertThat(run(0, "list")).doesNotContain(cache.toString()).endsWith("consent.jar list\n");
        assertThat(kept()).isEmpty();

        assertThat(run(3, "verify", "a manifest")).endsWith("consent.jar verify a manifest\n");
        assertThat(kept()).hasSize(2);
        Path archive = kept().get(0);
        Path library = kept().get(1);
        assertThat(archive).hasContent("classes");
        assertThat(library).hasContent("library");

        for (String command : List.of("verify", "list")) {
            assertThat(run(0, command))
                    .contains("-XX:SharedArchiveFile=" + archive, "-Dorg.sqlite.lib.name=" + library.getFileName())
                    .doesNotContain("ArchiveClassesAtExit");
        }
        assertThat(kept()).containsExactly(archive, library);
    }

    @Test
    void keepsNothingOfAVerifyThatGaveNoAnswer() throws Exception {
        run(2, "verify");
        assertThat(kept()).noneMatch(file -> file.getFileName().toString().startsWith("classes-"));
    }

    @Test
    void takesNothingOfAnotherJar() throws Exception {
        run(0, "verify");
        // Of the same length and in the same minute.
        Files.move(write("installed/lib/new.jar", "another"), jar, StandardCopyOption.REPLACE_EXISTING);
        assertThat(run(0, "list")).doesNotContain("SharedArchiveFile", "sqlite");
        run(0, "verify");
        assertThat(kept()).hasSize(4);
    }

    @Test
    void makesADirectoryThatNobodyElseReads() throws Exception {
        run(0, "verify");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
    }

    @Test
    void takesNothingFromWhereOthersMayWrite() throws Exception {
        run(0, "verify");
        List<Path> before = kept();
        for (Path open : List.of(kept, cache, cache.getParent())) {
            for (String others : List.of("rwxrwx---", "rwxr-x-wx")) {
                permit(open, others);
                for (String command : List.of("verify", "list")) {
                    assertThat(run(0, command))
                            .as(command + " with " + open + " " + others)
                            .doesNotContain("SharedArchiveFile", "ArchiveClassesAtExit", "sqlite");
                }
            }
            permit(open, "rwx------");
        }
        assertThat(run(0, "list")).contains("SharedArchiveFile");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void takesNothingFromBehindALinkIntoWhereOthersMayWrite() throws Exception {
        Path open = Files.createDirectories(directory.resolve("open/cache"));
        permit(open.getParent(), "rwxrwxrwx");
        Files.createSymbolicLink(cache, open);
        assertThat(run(0, "verify")).doesNotContain("ArchiveClassesAtExit");
        assertThat(kept()).isEmpty();
    }

    @Test
    void leavesTheCompilerToWhatGoesThroughAWholeLog() throws Exception {
        for (String shorter : List.of("--version", "verify manifest", "log prove", "list sync")) {
            assertThat(run(0, shorter.split(" "))).contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        }
        for (String longer :
                List.of("sync", "sync directory", "log audit", "log export directory", "audit catalogue")) {
            assertThat(run(0, longer.split(" "))).doesNotContain("Tiered", "SerialGC");
        }
    }

    @Test
    void refusesAnOlderJava() throws Exception {
        write("java/release", "JAVA_VERSION=\"11.0.2\"\n");
        assertThat(run(1, "verify")).startsWith("consent: error: wanted Java 17 or newer, found 11.0.2 at ");
        write("java/release", "JAVA_VERSION=\"1.8.0_402\"\n");
        assertThat(run(1, "verify")).startsWith("consent: error: wanted Java 17 or newer, found 1.8.0_402 at ");
    }

    @Test
    void startsAJavaThatDoesNotSayItsVersion() throws Exception {
        Files.delete(directory.resolve("java/release"));
        Files.delete(directory.resolve("java/lib/modules"));
        assertThat(run(0, "verify")).endsWith("consent.jar verify\n").doesNotContain("ArchiveClassesAtExit");
    }

    @Test
    void startsFromBehindALink() throws Exception {
        launcher = Files.createSymbolicLink(directory.resolve("consent"), launcher);
        assertThat(run(0, "list")).endsWith("consent.jar list\n");
    }
}
