package org.countenance.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Release;
import org.countenance.manifest.Use;
import org.countenance.record.Id;
import org.countenance.verify.Finding;
import org.countenance.verify.Outcome;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verdict.UseVerdict;

/**
 * A manifest of which uses rely on what is asked about.
 *
 * @param path the manifest as the user wrote it
 * @param manifest what it declares
 * @param grants the grants that are asked about
 * @param now the answer of now
 * @param then the answer under the supposition, where one is made
 */
record TouchedTitle(String path, Manifest manifest, Set<Id> grants, Verdict now, Optional<Verdict> then) {

    /** A use that relies on some of the grants, and what would become of it. */
    record Relying(Use use, Asset asset, UseVerdict now, Optional<Outcome> then, List<Id> grants) {

        /** Whether it would be further from cleared. */
        boolean falls() {
            return then.filter(outcome -> outcome.compareTo(now.outcome()) > 0).isPresent();
        }
    }

    /** The uses that rely on it, in the order of the manifest. */
    List<Relying> relying() {
        List<Use> uses = manifest.uses();
        return IntStream.range(0, uses.size())
                .mapToObj(i -> new Relying(
                        uses.get(i),
                        manifest.assetOf(uses.get(i)),
                        now.uses().get(i),
                        then.map(verdict -> verdict.uses().get(i).outcome()),
                        now.uses().get(i).relied().stream()
                                .filter(grants::contains)
                                .toList()))
                .filter(each -> !each.grants().isEmpty())
                .toList();
    }

    /** The files that they are in, each once. */
    static Set<Asset> assets(List<Relying> relying) {
        Set<Asset> assets = new LinkedHashSet<>();
        relying.forEach(each -> assets.add(each.asset()));
        return assets;
    }

    /** The releases that show those. */
    List<Release> releases(List<Relying> relying) {
        Set<String> shown = new LinkedHashSet<>();
        assets(relying).forEach(asset -> shown.addAll(asset.releases()));
        return manifest.releases().stream()
                .filter(release -> shown.contains(release.id()))
                .toList();
    }

    /** Why uses would be further from cleared. */
    List<Finding> why(List<Relying> relying) {
        Set<String> falling = new LinkedHashSet<>();
        relying.stream()
                .filter(Relying::falls)
                .forEach(each -> falling.add(each.use().id()));
        return then.map(Verdict::findings).orElse(List.of()).stream()
                .filter(Finding::weighs)
                .filter(finding -> finding.use().filter(falling::contains).isPresent())
                .toList();
    }
}
