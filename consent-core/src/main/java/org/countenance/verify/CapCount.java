package org.countenance.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Use;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Terms.Caps;
import org.countenance.registry.Ruled;

/**
 * Whether more is used than was granted: distinct assets and their seconds, in the order of asset hash and use id, so that
 * the manifest's order does not matter (decision.md section 5, Limits). What other productions consumed is not counted.
 */
final class CapCount {

    private final Evidence evidence;
    private final Manifest manifest;

    CapCount(Evidence evidence, Manifest manifest) {
        this.evidence = evidence;
        this.manifest = manifest;
    }

    /** The uses beyond a cap. */
    List<Finding> exceeded(Map<String, List<Id>> relied) {
        Map<Id, List<Use>> capped = new HashMap<>();
        for (Use use : manifest.uses()) {
            for (Id grant : relied.getOrDefault(use.id(), List.of())) {
                if (caps(grant).isPresent()) {
                    capped.computeIfAbsent(grant, any -> new ArrayList<>()).add(use);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        capped.forEach((grant, uses) -> count(grant, caps(grant).orElseThrow(), uses, findings));
        return findings;
    }

    private Optional<Caps> caps(Id grant) {
        return evidence.state()
                .record(grant)
                .map(Ruled::content)
                .flatMap(content -> ((Grant) content).terms().caps());
    }

    private void count(Id grant, Caps caps, List<Use> uses, List<Finding> findings) {
        uses.sort(Comparator.<Use, org.countenance.base.Bytes>comparing(
                        use -> manifest.assetOf(use).sha256())
                .thenComparing(Use::id));
        Set<org.countenance.base.Bytes> assets = new HashSet<>();
        Set<org.countenance.base.Bytes> beyond = new HashSet<>();
        long seconds = 0;
        for (Use use : uses) {
            Asset asset = manifest.assetOf(use);
            if (assets.add(asset.sha256())) {
                seconds += asset.seconds();
                if (assets.size() > caps.assets().orElse(Long.MAX_VALUE)
                        || seconds > caps.seconds().orElse(Long.MAX_VALUE)) {
                    beyond.add(asset.sha256());
                }
            }
            if (beyond.contains(asset.sha256())) {
                findings.add(finding(grant, caps, use, assets.size(), seconds));
            }
        }
    }

    private static Finding finding(Id grant, Caps caps, Use use, long assets, long seconds) {
        String wanted = caps.assets().map(most -> "at most " + most + " assets").orElse("")
                + (caps.assets().isPresent() && caps.seconds().isPresent() ? " and " : "")
                + caps.seconds().map(most -> "at most " + most + " seconds").orElse("");
        return new Finding(
                Rule.CAP_EXCEEDED,
                Severity.BLOCK,
                Optional.of(use.id()),
                use.person().party().map(Id::new),
                Optional.of(use.where().place()),
                List.of(grant),
                wanted,
                assets + " assets and " + seconds + " seconds",
                "grant " + grant.shown() + " allows " + wanted);
    }
}
