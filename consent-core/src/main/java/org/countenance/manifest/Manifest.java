package org.countenance.manifest;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.scope.Context;

/**
 * What a producer declares of a production: releases, assets, and every use of a likeness in them, in the order of the
 * document (decision.md section 4). Made only by {@link ManifestReader}, so that its references hold. Untrusted: all of
 * it is the producer's word.
 */
public final class Manifest {

    private final Bytes sha256;
    private final Production production;
    private final Map<String, Release> releases;
    private final List<Asset> assets;
    private final List<Use> uses;
    private final List<Synthetic> synthetic;
    private final Map<String, Asset> assetsById;
    private final Map<String, Synthetic> statements;
    private final Derivations derivations;
    private final UsesByAsset usesByAsset;

    // INVARIANT: the checks of ManifestReader have passed, so ids are unique and every reference finds what it names.
    Manifest(Declared declared, Bytes sha256) {
        this.sha256 = sha256;
        this.production = declared.production();
        this.releases = byId(declared.releases());
        this.assets = List.copyOf(declared.assets());
        this.uses = List.copyOf(declared.uses());
        this.synthetic = List.copyOf(declared.synthetic());
        this.assetsById = declared.assetsById();
        this.statements = byAsset(synthetic);
        this.derivations = Derivations.of(assets);
        this.usesByAsset = UsesByAsset.of(uses, assetsById, assets.size());
    }

    /** Hash of the document as it was read. */
    public Bytes sha256() {
        return sha256;
    }

    /** What is produced, and by whom. */
    public Production production() {
        return production;
    }

    /** The releases in the order of the document. */
    public List<Release> releases() {
        return List.copyOf(releases.values());
    }

    /** The assets in the order of the document. */
    public List<Asset> assets() {
        return assets;
    }

    /** The uses in the order of the document. */
    public List<Use> uses() {
        return uses;
    }

    /** The statements about synthetic assets in the order of the document. */
    public List<Synthetic> synthetic() {
        return synthetic;
    }

    /** The release called {@code id}, if there is one. */
    public Optional<Release> release(String id) {
        return Optional.ofNullable(releases.get(id));
    }

    /** The asset called {@code id}, if there is one. */
    public Optional<Asset> asset(String id) {
        return Optional.ofNullable(assetsById.get(id));
    }

    /** The asset in which {@code use} is; {@code use} is one of this manifest's. */
    public Asset assetOf(Use use) {
        return asset(use.asset()).orElseThrow();
    }

    /** The uses in {@code asset}, one of this manifest's, in the order of the document. */
    public List<Use> usesOf(Asset asset) {
        return usesByAsset.of(asset);
    }

    /** The releases that show {@code asset}, in the order of the manifest's list of releases. */
    public List<Release> releasesOf(Asset asset) {
        return releases.values().stream()
                .filter(each -> asset.releases().contains(each.id()))
                .toList();
    }

    /** The asset that {@code asset} is derived from, when it is in this manifest. */
    public Optional<Asset> sourceOf(Asset asset) {
        return derivations.sourceOf(asset);
    }

    /** What is stated of {@code asset} showing nobody, if anything. */
    public Optional<Synthetic> statementOn(Asset asset) {
        return Optional.ofNullable(statements.get(asset.id()));
    }

    /** Every context that holds for {@code use}: its asset's and its own. */
    public Set<Context> contextsOf(Use use) {
        return together(assetOf(use).contexts(), use.contexts());
    }

    static Set<Context> together(Set<Context> some, Set<Context> more) {
        if (more.isEmpty()) {
            return some;
        }
        Set<Context> all = EnumSet.copyOf(more);
        all.addAll(some);
        return Collections.unmodifiableSet(all);
    }

    private static Map<String, Release> byId(List<Release> list) {
        Map<String, Release> map = new LinkedHashMap<>();
        list.forEach(each -> map.put(each.id(), each));
        return map;
    }

    private static Map<String, Synthetic> byAsset(List<Synthetic> list) {
        Map<String, Synthetic> map = new HashMap<>();
        list.forEach(each -> map.put(each.asset(), each));
        return map;
    }
}
