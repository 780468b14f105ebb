package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that the machine takes. */
class NativeLibraryTest {

    @TempDir
    private Path directory;

    /** In a process of its own: beside a copy that is loaded, the one that other tests work with finds itself replaced in part. */
    @Test
    void keepsACopyThatLoads() throws IOException, InterruptedException {
        Path file = directory.resolve("library");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NativeLibrary.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void overwritesNothing() throws IOException {
        Path file = directory.resolve("library");
        NativeLibrary.copy(file);
        assertThatThrownBy(() -> NativeLibrary.copy(file)).isInstanceOf(FileAlreadyExistsException.class);
    }
}
