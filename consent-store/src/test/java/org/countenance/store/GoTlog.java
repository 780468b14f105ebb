package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The code that verifies Go's modules, built from {@code examples/tlog-interop}; tests that need it are skipped, visibly, without. */
public final class GoTlog {

    /** Where Debian puts the sources of {@code golang-golang-x-mod-dev}. */
    private static final Path SOURCES = Path.of("/usr/share/gocode");

    private static final Path PROGRAM =
            Path.of("../examples/tlog-interop/main.go").toAbsolutePath();

    private final Path program;

    private GoTlog(Path program) {
        this.program = program;
    }

    /** Builds the program. */
    public static GoTlog in(Path directory) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "golang-go and golang-golang-x-mod-dev are not installed");
        Path built = directory.resolve("tlog-interop");
        Answer answer = run(directory, List.of("go", "build", "-o", built.toString(), PROGRAM.toString()));
        assertThat(answer.code()).as(answer.text()).isZero();
        return new GoTlog(built);
    }

    private static boolean isInstalled() {
        return Files.isDirectory(SOURCES.resolve("src/golang.org/x/mod/sumdb/tlog"))
                && List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "go")));
    }

    /**
     * What the program answered.
     *
     * @param code its exit status
     * @param text what it said
     */
    public record Answer(int code, String text) {}

    /** Reads logs: a verifier key, an export, and then older exports or proofs. */
    public Answer read(Path directory, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        return run(directory, command);
    }

    private static Answer run(Path directory, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", SOURCES.toString());
        builder.environment().put("GOCACHE", directory.resolve("go-cache").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(said).isTrue();
        return new Answer(process.exitValue(), said);
    }
}
