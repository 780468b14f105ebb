package org.countenance.verify;

import java.util.List;
import java.util.Optional;
import org.countenance.manifest.Inventory;
import org.countenance.record.ManifestSignature;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Waiver;

/**
 * What a verifier is given beside a manifest and a log (decision.md sections 4, 5 and 8).
 *
 * @param files the files that were read, when somebody read them
 * @param inventories what others found in the files
 * @param waivers what officers let pass; each is verified before it counts
 * @param signature the producer's signature over the manifest, when there is one
 * @param also closing records that the log does not have yet
 */
public record Beside(
        Optional<FilesRead> files,
        List<Inventory> inventories,
        List<Waiver> waivers,
        Optional<ManifestSignature> signature,
        List<ParsedRecord> also) {

    /** Nothing. */
    public static final Beside NOTHING =
            new Beside(Optional.empty(), List.of(), List.of(), Optional.empty(), List.of());

    /** Keeps copies. */
    public Beside {
        inventories = List.copyOf(inventories);
        waivers = List.copyOf(waivers);
        also = List.copyOf(also);
    }

    /** The same with the files. */
    public Beside with(FilesRead read) {
        return new Beside(Optional.of(read), inventories, waivers, signature, also);
    }

    /** The same with inventories. */
    public Beside withInventories(List<Inventory> some) {
        return new Beside(files, some, waivers, signature, also);
    }

    /** The same with waivers. */
    public Beside withWaivers(List<Waiver> some) {
        return new Beside(files, inventories, some, signature, also);
    }

    /** The same with the producer's signature. */
    public Beside withSignature(ManifestSignature producers) {
        return new Beside(files, inventories, waivers, Optional.of(producers), also);
    }

    /** The same with records that are not logged yet. */
    public Beside withAlso(List<ParsedRecord> some) {
        return new Beside(files, inventories, waivers, signature, some);
    }
}
