package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that the machine takes. */
class NativeLibraryTest {

    @TempDir
    private Path directory;

    @Test
    void keepsACopyThatLoads() throws IOException {
        Path file = directory.resolve("library");
        NativeLibrary.main(new String[] {file.toString()});
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void overwritesNothing() throws IOException {
        Path file = directory.resolve("library");
        NativeLibrary.copy(file);
        assertThatThrownBy(() -> NativeLibrary.copy(file)).isInstanceOf(FileAlreadyExistsException.class);
    }
}
