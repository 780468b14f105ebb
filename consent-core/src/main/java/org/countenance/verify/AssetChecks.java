package org.countenance.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.Place;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Inventory;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Synthetic;
import org.countenance.manifest.Use;
import org.countenance.scope.DigitalSourceType;
import org.countenance.scope.Role;
import org.countenance.scope.Technique;

/** The manifest against its assets and the files beside it (decision.md section 5, V11; section 9). */
final class AssetChecks {

    private static final Set<Technique> DRIVEN = EnumSet.of(
            Technique.FACE_SWAP, Technique.FACE_REENACTMENT, Technique.POSE_TRANSFER, Technique.VOICE_CONVERSION);

    private final Manifest manifest;
    private final Optional<FilesRead> files;
    private final List<Inventory> inventories;
    private final Map<String, Synthetic> statements;

    AssetChecks(Manifest manifest, Optional<FilesRead> files, List<Inventory> inventories) {
        this.manifest = manifest;
        this.files = files;
        this.inventories = inventories;
        this.statements = manifest.synthetic().stream()
                .collect(Collectors.toMap(Synthetic::asset, each -> each, (one, other) -> one));
    }

    /** How many of the manifest's assets were among the files. */
    static long matching(Manifest manifest, FilesRead files) {
        Set<Bytes> read = Set.copyOf(files.hashes().values());
        return manifest.assets().stream()
                .filter(asset -> read.contains(asset.sha256()))
                .count();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Asset asset : manifest.assets()) {
            List<Use> uses = manifest.usesOf(asset);
            if (uses.isEmpty()) {
                synthetic(asset).ifPresent(findings::add);
            }
            for (Use use : uses) {
                driver(use, uses).ifPresent(findings::add);
            }
        }
        files.ifPresent(read -> undeclared(read, findings));
        if (!inventories.isEmpty()) {
            findings.addAll(new InventoryChecks(manifest).findings(inventories));
        }
        return findings;
    }

    private Optional<Finding> synthetic(Asset asset) {
        if (!asset.source().map(DigitalSourceType::synthetic).orElse(false)) {
            return Optional.empty();
        }
        Optional<Synthetic> statement = Optional.ofNullable(statements.get(asset.id()));
        if (statement.isPresent() && statement.get().attestation().isPresent()) {
            return Optional.of(about(
                    asset,
                    Rule.SYNTHETIC_UNDECLARED,
                    Severity.NOTE,
                    "a signed attestation",
                    "one that the manifest names and nobody has checked",
                    "a synthetic asset, of which a signed attestation is said to say that it shows nobody"));
        }
        if (statement.isPresent()) {
            return Optional.of(about(
                    asset,
                    Rule.SYNTHETIC_UNDECLARED,
                    Severity.WARNING,
                    "a signed attestation",
                    "the unsigned statement that it shows nobody",
                    "a synthetic asset, and only an unsigned statement says that it shows nobody"));
        }
        return Optional.of(about(
                asset,
                Rule.SYNTHETIC_UNDECLARED,
                Severity.BLOCK,
                "a use or a statement that it shows nobody",
                "neither",
                "a synthetic asset, and nobody says whose likeness it shows"));
    }

    private static Optional<Finding> driver(Use use, List<Use> uses) {
        if (use.role() == Role.DRIVER || !DRIVEN.contains(use.technique())) {
            return Optional.empty();
        }
        boolean driven = uses.stream()
                .anyMatch(other -> !other.id().equals(use.id())
                        && (other.role() == Role.DRIVER || other.technique() == Technique.CAPTURE));
        return driven
                ? Optional.empty()
                : Optional.of(Finding.about(
                        use,
                        Rule.DRIVER_MISSING,
                        Severity.BLOCK,
                        List.of(),
                        "a use with the role driver on the same asset",
                        "none",
                        "nobody is declared whose performance drives the "
                                + use.technique().word()));
    }

    private void undeclared(FilesRead read, List<Finding> findings) {
        Map<Bytes, Asset> byHash =
                manifest.assets().stream().collect(Collectors.toMap(Asset::sha256, each -> each, (one, other) -> one));
        for (Map.Entry<String, Bytes> file : new TreeMap<>(read.hashes()).entrySet()) {
            if (!byHash.containsKey(file.getValue())) {
                findings.add(undeclared(file.getKey(), file.getValue()));
            }
        }
    }

    private Finding undeclared(String file, Bytes hash) {
        Optional<Asset> same = manifest.assets().stream()
                .filter(asset -> file.equals(asset.id()) || file.startsWith(asset.id() + "."))
                .findFirst();
        String message = same.isPresent()
                ? "file `" + file + "` is not the file that the manifest declares as asset `"
                        + same.get().id() + "`"
                : "file `" + file + "` is not declared in the manifest";
        return new Finding(
                Rule.UNDECLARED,
                Severity.BLOCK,
                Optional.empty(),
                Optional.empty(),
                same.map(asset -> asset.where().place()),
                List.of(),
                same.map(asset -> asset.sha256().hex()).orElse("an asset with this hash"),
                hash.hex(),
                message);
    }

    private static Finding about(
            Asset asset, Rule rule, Severity severity, String wanted, String found, String message) {
        Optional<Place> at = Optional.of(asset.where().place());
        return new Finding(rule, severity, Optional.empty(), Optional.empty(), at, List.of(), wanted, found, message);
    }
}
