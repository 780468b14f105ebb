package org.countenance.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Production manifests: begin one, hash the files for it, check that it reads. */
@Command(
        name = "manifest",
        description = "begin, check, sign and commit manifests, hash assets",
        mixinStandardHelpOptions = true,
        subcommands = {
            ManifestNewCommand.class,
            ManifestCommand.Hash.class,
            ManifestCommand.Lint.class,
            ManifestSignCommand.class,
            ManifestCommitCommand.class
        })
final class ManifestCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandException {
        throw CommandException.usage(
                "wanted `consent manifest new`, `hash`, `lint`, `sign` or `commit`, found none of them", "");
    }

    /** Reads a manifest as every command does. */
    static Manifest read(Path file) throws IOException, MalformedException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Surroundings.file(file)))) {
            return ManifestReader.read(in, ManifestLimits.DEFAULT);
        }
    }

    /** Hashes files as a manifest's assets hold them. */
    @Command(
            name = "hash",
            description = "print the hash of each file, as assets hold it",
            footer = {"", "Example:", "  consent manifest hash ep01.mp4 ep02.mp4"},
            mixinStandardHelpOptions = true)
    static final class Hash implements Callable<Integer> {

        private final Surroundings surroundings;

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "files")
        private List<String> files = new ArrayList<>();

        Hash(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws IOException {
            for (String file : files) {
                surroundings
                        .out()
                        .println(AssetFiles.hash(surroundings.path(file)).hex() + "  " + file);
            }
            return ExitCode.DONE.number();
        }
    }

    /** Checks that a manifest reads. */
    @Command(
            name = "lint",
            description = "check that a manifest reads, without a registry",
            footer = {"", "Example:", "  consent manifest lint manifest.json"},
            mixinStandardHelpOptions = true)
    static final class Lint implements Callable<Integer> {

        private final Surroundings surroundings;

        @Parameters(paramLabel = "MANIFEST", description = "the manifest")
        private String file = "";

        Lint(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws IOException, MalformedException {
            Path path = surroundings.path(file);
            Manifest manifest = read(path);
            surroundings
                    .out()
                    .println("`" + manifest.production().title() + "` reads: "
                            + Count.of(manifest.releases().size(), "release") + ", "
                            + Count.of(manifest.assets().size(), "asset") + ", "
                            + Count.of(manifest.uses().size(), "use"));
            return ExitCode.DONE.number();
        }
    }
}
