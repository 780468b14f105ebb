package org.countenance.examples.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.store.SqliteLogStore;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.Verifier;

/** Clears manifests of so many uses from files, so that one may be larger than the memory there is for the answer. */
public final class Streamed {

    private static final int PEOPLE = 300;

    private Streamed() {}

    /**
     * Prints what each use took, in microseconds.
     *
     * @param args how many uses
     */
    public static void main(String[] args) throws IOException, MalformedException, NotVerifiedException {
        Logs logs = Logs.of(PEOPLE, PEOPLE, 1_000, true);
        Path file = Files.createTempFile("uses", ".json");
        try {
            for (String arg : args) {
                int uses = Integer.parseInt(arg);
                try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
                    logs.cast().writeManifest(out::print, uses, PEOPLE);
                }
                clear(logs, file);
                long start = System.nanoTime();
                clear(logs, file);
                System.out.println("streamed-" + arg + "\t" + (System.nanoTime() - start) / 1_000.0 / uses);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void clear(Logs logs, Path file) throws IOException, MalformedException, NotVerifiedException {
        Manifest manifest;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            manifest = ManifestReader.read(in, ManifestLimits.DEFAULT);
        }
        try (SqliteLogStore log = SqliteLogStore.open(logs.file(), true)) {
            Outcome outcome = Verifier.trusting(logs.cast().policy())
                    .verify(Request.now(manifest, Cast.NOW), log)
                    .outcome();
            if (outcome != Outcome.CLEARED) {
                throw new IllegalStateException("wanted a cleared production, found " + outcome);
            }
        }
    }
}
