package org.countenance.manifest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.scope.Context;

/** Which assets are made from which others, and what such a chain must keep (decision.md section 4, LC134). */
final class Derivations {

    private final List<Asset> derived;
    private final Map<Bytes, Asset> sources = new HashMap<>();

    private Derivations(List<Asset> assets) {
        derived = assets.stream().filter(each -> each.derivedFrom().isPresent()).toList();
        Set<Bytes> named = new HashSet<>();
        derived.forEach(each -> named.add(each.derivedFrom().orElseThrow().sha256()));
        // Only what some asset is derived from: a million hashes need no index.
        for (Asset asset : assets) {
            if (named.contains(asset.sha256())) {
                sources.put(asset.sha256(), asset);
            }
        }
    }

    static Derivations of(List<Asset> assets) {
        return new Derivations(assets);
    }

    Optional<Asset> sourceOf(Asset asset) {
        return asset.derivedFrom().map(from -> sources.get(from.sha256()));
    }

    void check() throws MalformedException {
        Set<String> ending = new HashSet<>();
        for (Asset asset : derived) {
            checkEnds(asset, ending);
            checkContexts(asset);
        }
    }

    /** Whoever follows the chain must arrive. */
    private void checkEnds(Asset asset, Set<String> ending) throws MalformedException {
        Set<String> path = new HashSet<>();
        Optional<Asset> at = Optional.of(asset);
        while (at.isPresent() && !ending.contains(at.get().id())) {
            if (!path.add(at.get().id())) {
                throw MalformedException.of(
                        asset.where().member("derivedFrom"),
                        "a source that is not derived from its own result",
                        "the asset " + MalformedException.quote(at.get().id()) + " among its own sources");
            }
            at = sourceOf(at.get());
        }
        ending.addAll(path);
    }

    /** What shows the same pictures shows them in the same contexts; only trimming may cut them away. */
    private void checkContexts(Asset asset) throws MalformedException {
        Optional<Asset> source = sourceOf(asset);
        if (source.isEmpty() || asset.derivedFrom().orElseThrow().by() == Derivation.TRIM) {
            return;
        }
        for (Context context : source.get().contexts()) {
            if (!asset.contexts().contains(context)) {
                throw MalformedException.of(
                        asset.where().member("contexts"),
                        "the contexts of its source "
                                + MalformedException.quote(source.get().id()),
                        "no `" + context.word() + "`");
            }
        }
    }
}
