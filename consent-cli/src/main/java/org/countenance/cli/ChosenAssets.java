package org.countenance.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.manifest.Use;
import org.countenance.record.Id;

/** The hashes of the files that somebody means: written out, read from files, or taken from a manifest. */
final class ChosenAssets {

    private final Surroundings surroundings;

    ChosenAssets(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Set<Bytes> ofHashes(List<String> written) throws MalformedException {
        Set<Bytes> hashes = new TreeSet<>();
        for (String each : written) {
            if (each.length() != 2 * Sha256.SIZE) {
                throw MalformedException.of(
                        Place.in("--asset"), "64 lower-case hexadecimal digits", MalformedException.quote(each));
            }
            hashes.add(Bytes.fromHex(each));
        }
        return hashes;
    }

    Set<Bytes> ofFiles(List<String> files) throws IOException {
        Set<Bytes> hashes = new TreeSet<>();
        for (String file : files) {
            hashes.add(AssetFiles.hash(surroundings.path(file)));
        }
        return hashes;
    }

    /** The assets with these ids; without ids, every asset with a use of this person. */
    Set<Bytes> ofManifest(String file, List<String> ids, Id person)
            throws CommandException, IOException, MalformedException {
        Manifest manifest = read(file);
        Set<String> wanted = ids.isEmpty() ? using(manifest, person) : Set.copyOf(ids);
        if (wanted.isEmpty()) {
            throw CommandException.failed(
                    "wanted an asset with a use of " + person.shown() + ", found none in `" + file + "`", "");
        }
        checkKnown(manifest, wanted);
        return manifest.assets().stream()
                .filter(asset -> wanted.contains(asset.id()))
                .map(Asset::sha256)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Manifest read(String file) throws IOException, MalformedException {
        try (InputStream in =
                new BufferedInputStream(Files.newInputStream(Surroundings.file(surroundings.path(file))))) {
            return ManifestReader.read(in, ManifestLimits.DEFAULT);
        }
    }

    private static Set<String> using(Manifest manifest, Id person) {
        return manifest.uses().stream()
                .filter(use -> use.person().party().equals(Optional.of(person.text())))
                .map(Use::asset)
                .collect(Collectors.toSet());
    }

    private static void checkKnown(Manifest manifest, Set<String> wanted) throws CommandException {
        Set<String> known = manifest.assets().stream().map(Asset::id).collect(Collectors.toSet());
        for (String id : wanted) {
            if (!known.contains(id)) {
                throw CommandException.failed(
                        "wanted an asset of the manifest, found `" + id + "`", ClosestWord.hint(id, known));
            }
        }
    }
}
