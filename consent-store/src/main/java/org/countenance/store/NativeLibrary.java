package org.countenance.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** The part of SQLite that is no Java, for this machine. It is unpacked at every start where no copy of it is kept. */
public final class NativeLibrary {

    private NativeLibrary() {}

    /**
     * Keeps a copy, and fails where the machine would not take it from there.
     *
     * @param args the file to write
     * @throws IOException when there is such a file or it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]).toAbsolutePath();
        copy(file);
        System.load(file.toString());
    }

    /** Writes it into a file that is not there yet. */
    static void copy(Path file) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("wanted SQLite for this machine at `" + resource + "`, found none");
            }
            Files.copy(in, file);
        }
    }
}
