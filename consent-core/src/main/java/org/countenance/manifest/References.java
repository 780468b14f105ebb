package org.countenance.manifest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.ClosestWord;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;

/** Checks that ids are unique, that every reference finds what it names, and that numbers fit together. */
final class References {

    private final Declared declared;

    private References(Declared declared) {
        this.declared = declared;
    }

    static void check(Declared declared) throws MalformedException {
        References references = new References(declared);
        references.checkReleases();
        references.checkAssets();
        references.checkFiles();
        references.checkUses();
        references.checkSynthetic();
    }

    private void checkReleases() throws MalformedException {
        Set<String> ids = new HashSet<>();
        for (Release release : declared.releases()) {
            refuseRepeat(ids.add(release.id()), "release", release.id(), release.where());
        }
    }

    private void checkAssets() throws MalformedException {
        Set<String> releases = declared.releases().stream().map(Release::id).collect(Collectors.toSet());
        for (Asset asset : declared.assets()) {
            for (String release : asset.releases()) {
                if (!releases.contains(release)) {
                    throw MalformedException.of(
                            asset.where().member("releases"),
                            "the id of a release",
                            MalformedException.quote(release),
                            ClosestWord.hint(release, releases));
                }
            }
            checkEpisode(asset);
        }
    }

    private void checkEpisode(Asset asset) throws MalformedException {
        long episodes = declared.production().episodes().orElse(Long.MAX_VALUE);
        if (asset.episode().orElse(1) > episodes) {
            throw MalformedException.of(
                    asset.where().member("episode"),
                    "an episode of at most " + episodes,
                    "the number " + asset.episode().orElseThrow());
        }
    }

    /** Approvals and clearances know files by hash: two entries for one file could contradict each other. */
    private void checkFiles() throws MalformedException {
        Set<Bytes> hashes = new HashSet<>(2 * declared.assets().size());
        for (Asset asset : declared.assets()) {
            if (!hashes.add(asset.sha256())) {
                refuseSameFile();
            }
        }
    }

    private void refuseSameFile() throws MalformedException {
        Asset[] byHash = declared.assets().toArray(Asset[]::new);
        Arrays.sort(byHash, (a, b) -> a.sha256().compareTo(b.sha256()));
        for (int i = 1; i < byHash.length; i++) {
            if (byHash[i].sha256().equals(byHash[i - 1].sha256())) {
                throw MalformedException.of(
                        byHash[i].where().member("sha256"),
                        "each file once",
                        "the hash of asset " + MalformedException.quote(byHash[i - 1].id()) + " again");
            }
        }
    }

    private void checkUses() throws MalformedException {
        Set<String> ids = new HashSet<>();
        for (Use use : declared.uses()) {
            refuseRepeat(ids.add(use.id()), "use", use.id(), use.where());
            Asset asset = declared.asset(use.asset(), use.where());
            if (use.seconds().orElse(1) > asset.seconds()) {
                throw MalformedException.of(
                        use.where().member("seconds"),
                        "at most the " + Count.of(asset.seconds(), "second") + " of the asset",
                        "the number " + use.seconds().orElseThrow());
            }
            Portrayal.check(use, asset);
        }
    }

    private void checkSynthetic() throws MalformedException {
        Set<String> assets = new HashSet<>();
        for (Synthetic statement : declared.synthetic()) {
            declared.asset(statement.asset(), statement.where());
            if (!assets.add(statement.asset())) {
                throw MalformedException.of(
                        statement.where().member("asset"),
                        "one statement for each asset",
                        MalformedException.quote(statement.asset()) + " again");
            }
        }
    }

    private static void refuseRepeat(boolean isNew, String what, String id, Where where) throws MalformedException {
        if (!isNew) {
            throw MalformedException.of(
                    where.member("id"), "each " + what + " id once", MalformedException.quote(id) + " again");
        }
    }
}
