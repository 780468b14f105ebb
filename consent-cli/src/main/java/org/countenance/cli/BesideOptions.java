package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.manifest.Inventory;
import org.countenance.record.ManifestSignature;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.Waiver;
import org.countenance.verify.Beside;
import picocli.CommandLine.Option;

/** What a verifier is given beside the manifest: files, inventories, waivers, records that are not logged yet. */
final class BesideOptions {

    @Option(names = "--assets", paramLabel = "DIR", description = "read and hash the files in DIR")
    private Optional<String> assets = Optional.empty();

    @Option(names = "--inventory", paramLabel = "FILE", description = "what somebody else found in the files")
    private List<String> inventories = new ArrayList<>();

    @Option(names = "--waiver", paramLabel = "FILE", description = "what an officer lets pass (`consent waive`)")
    private List<String> waivers = new ArrayList<>();

    @Option(
            names = "--also",
            arity = "1..*",
            paramLabel = "FILE",
            description = "signed withdrawals, prohibitions and the like that the registry does not have yet")
    private List<String> also = new ArrayList<>();

    /** Reads all of it; the producer's signature is the file {@code MANIFEST.jws}, when it is there. */
    Beside read(Surroundings surroundings, Path manifest) throws IOException, MalformedException {
        List<Inventory> found = new ArrayList<>();
        for (String file : inventories) {
            found.add(Inventory.parse(bytes(surroundings.path(file))));
        }
        List<Waiver> passed = new ArrayList<>();
        for (String file : waivers) {
            passed.add(Waiver.parse(line(surroundings.path(file))));
        }
        List<ParsedRecord> records = new ArrayList<>();
        for (String file : also) {
            records.add(RecordCodec.parse(line(surroundings.path(file)).text()));
        }
        Beside beside =
                Beside.NOTHING.withInventories(found).withWaivers(passed).withAlso(records);
        Path signature = signatureBeside(manifest);
        if (Files.exists(signature)) {
            beside = beside.withSignature(ManifestSignature.parse(line(signature)));
        }
        return assets.isPresent() ? beside.with(AssetFiles.read(surroundings.path(assets.get()))) : beside;
    }

    /** Where the producer's signature is kept. */
    static Path signatureBeside(Path manifest) {
        return manifest.resolveSibling(manifest.getFileName() + ".jws");
    }

    static Bytes bytes(Path file) throws IOException {
        return Bytes.of(Files.readAllBytes(Surroundings.file(file)));
    }

    /** A signed text, without the line end that editors leave. */
    static Bytes line(Path file) throws IOException, MalformedException {
        return Bytes.utf8(bytes(file).text().strip());
    }
}
