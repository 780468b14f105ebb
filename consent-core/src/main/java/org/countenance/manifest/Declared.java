package org.countenance.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.MalformedException;

/** What has been read of a manifest so far, in whatever order its members come. */
final class Declared {

    private final List<Release> releases = new ArrayList<>();
    private final List<Asset> assets = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Synthetic> synthetic = new ArrayList<>();
    private final Map<String, Asset> assetsById = new HashMap<>();
    private Optional<Production> production = Optional.empty();

    void add(Production read) {
        production = Optional.of(read);
    }

    void add(Release release) {
        releases.add(release);
    }

    void add(Asset asset) throws MalformedException {
        assets.add(asset);
        if (assetsById.put(asset.id(), asset) != null) {
            throw MalformedException.of(
                    asset.where().member("id"), "each asset id once", MalformedException.quote(asset.id()) + " again");
        }
    }

    void add(Use use) {
        uses.add(use);
    }

    void add(Synthetic statement) {
        synthetic.add(statement);
    }

    Production production() {
        return production.orElseThrow();
    }

    List<Release> releases() {
        return releases;
    }

    List<Asset> assets() {
        return assets;
    }

    List<Use> uses() {
        return uses;
    }

    List<Synthetic> synthetic() {
        return synthetic;
    }

    Map<String, Asset> assetsById() {
        return assetsById;
    }

    /** The id of an asset as the asset itself spells it, so that a million uses hold no copies. */
    String sameId(String asset) {
        Asset known = assetsById.get(asset);
        return known == null ? asset : known.id();
    }

    /** The asset called {@code id} by the member {@code asset} of an element at {@code where}. */
    Asset asset(String id, Where where) throws MalformedException {
        Asset asset = assetsById.get(id);
        if (asset == null) {
            throw MalformedException.of(where.member("asset"), "the id of an asset", MalformedException.quote(id));
        }
        return asset;
    }
}
