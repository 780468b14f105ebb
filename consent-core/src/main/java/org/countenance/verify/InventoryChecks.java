package org.countenance.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Inventory;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Use;
import org.countenance.record.Id;

/** What inventories show and the manifest does not (decision.md section 4; LC112): never silence. */
final class InventoryChecks {

    private final Manifest manifest;
    private final Map<String, Asset> byName = new HashMap<>();

    InventoryChecks(Manifest manifest) {
        this.manifest = manifest;
        for (Asset asset : manifest.assets()) {
            byName.put(asset.sha256().hex(), asset);
        }
        manifest.assets().forEach(asset -> byName.putIfAbsent(asset.id(), asset));
    }

    List<Finding> findings(List<Inventory> inventories) {
        List<Finding> findings = new ArrayList<>();
        Set<Object> told = new HashSet<>();
        for (Inventory inventory : inventories) {
            for (Inventory.Item item : inventory.assets()) {
                if (!byName.containsKey(item.sha256().hex())
                        && told.add(item.sha256().hex())) {
                    findings.add(unlisted(item.sha256().hex(), item.name()));
                }
            }
            for (Inventory.Detection detection : inventory.detections()) {
                Optional<Asset> asset = Optional.ofNullable(byName.get(detection.asset()));
                if (asset.isEmpty() && told.add(detection.asset())) {
                    findings.add(unlisted(detection.asset(), Optional.empty()));
                }
                asset.filter(each ->
                                told.add(List.of(each.id(), detection.person().orElse(""))))
                        .flatMap(each -> undeclared(each, detection))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Finding unlisted(String hash, Optional<String> name) {
        return new Finding(
                Rule.UNDECLARED,
                Severity.BLOCK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "an asset with this hash",
                hash,
                "an inventory lists " + name.map(each -> "file `" + each + "`").orElse("a file")
                        + ", which is not declared in the manifest");
    }

    private Optional<Finding> undeclared(Asset asset, Inventory.Detection detection) {
        List<Use> uses = manifest.usesOf(asset);
        boolean declared = detection.person().isPresent()
                ? uses.stream().anyMatch(use -> use.person().party().equals(detection.person()))
                : !uses.isEmpty() || manifest.statementOn(asset).isPresent();
        if (declared) {
            return Optional.empty();
        }
        String sure = detection.confidence().isPresent()
                ? ", with a confidence of " + detection.confidence().getAsLong() + " percent"
                : "";
        return Optional.of(new Finding(
                Rule.UNDECLARED,
                Severity.BLOCK,
                Optional.empty(),
                detection.person().map(Id::new),
                Optional.of(asset.where().place()),
                List.of(),
                "a use of this person in asset `" + asset.id() + "`",
                "none",
                (detection.person().isPresent() ? "a person was recognised" : "somebody was detected") + " in asset `"
                        + asset.id() + "`" + sure + ", and the manifest declares no such use"));
    }
}
