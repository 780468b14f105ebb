package org.countenance.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.verify.FilesRead;

/** Reads and hashes the files of a production. */
final class AssetFiles {

    private AssetFiles() {}

    /** Every file below a directory, by its path in it. */
    static FilesRead read(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        Map<String, Bytes> hashes = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            hashes.put(directory.relativize(file).toString().replace('\\', '/'), hash(file));
        }
        return new FilesRead(hashes);
    }

    static Bytes hash(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Surroundings.file(file)))) {
            return Sha256.hash(in);
        }
    }
}
