package org.countenance.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;

/** The files of an export, by their paths, for tests that change some. */
final class Exported {

    private Exported() {}

    /** Exports the whole log of a kit, into a new directory beneath one. */
    static Map<String, Bytes> files(Kit of, Path beneath) {
        try {
            Path out = Files.createTempDirectory(beneath, "out").resolve("log");
            LogExport.export(of.log(), out);
            Map<String, Bytes> files = new HashMap<>();
            try (Stream<Path> all = Files.walk(out)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(out.relativize(file).toString(), Bytes.of(Files.readAllBytes(file)));
                }
            }
            return files;
        } catch (IOException | NotVerifiedException e) {
            throw new AssertionError(e);
        }
    }
}
