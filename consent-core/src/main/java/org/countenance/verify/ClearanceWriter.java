package org.countenance.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Production;
import org.countenance.manifest.Release;
import org.countenance.manifest.Use;
import org.countenance.record.Assurance;
import org.countenance.record.Id;
import org.countenance.registry.HashList;
import org.countenance.scope.Medium;
import org.countenance.scope.Windows;

/** Writes an answer down for the log (records.md, {@code clearance}); who signs it, and whether anybody believes that, is another question. */
public final class ClearanceWriter {

    private final Verdict verdict;
    private final Manifest manifest;
    private final List<Bytes> lists = new ArrayList<>();

    private ClearanceWriter(Verdict verdict, Manifest manifest) {
        this.verdict = verdict;
        this.manifest = manifest;
    }

    /**
     * A clearance before it is signed.
     *
     * @param members what it says, beside the claims of every record
     * @param lists the texts of the lists of files that it names
     */
    public record Written(JsonObject members, List<Bytes> lists) {}

    /**
     * Writes the answer down.
     *
     * @throws MalformedException when it is of a past instant or of a plan, or nobody signed the manifest: such an answer is
     *     not for the record
     */
    public static Written write(Verdict verdict, Manifest manifest) throws MalformedException {
        if (verdict.basis().mode() != Request.Mode.CURRENT) {
            throw MalformedException.of(
                    Place.in("verdict"),
                    "an answer of now, which alone goes on record",
                    "one of mode " + verdict.basis().mode().name().toLowerCase(java.util.Locale.ROOT));
        }
        if (verdict.basis().assurance().producer() != Assurance.Producer.SIGNED) {
            throw MalformedException.of(
                    Place.in("verdict"),
                    "a manifest signed by its producer",
                    "an unsigned one",
                    "`consent manifest sign` signs one");
        }
        ClearanceWriter writer = new ClearanceWriter(verdict, manifest);
        return new Written(writer.members(), List.copyOf(writer.lists));
    }

    private JsonObject members() {
        Verdict.Basis basis = verdict.basis();
        return JsonObject.builder()
                .put("production", production())
                .put("manifest", basis.manifest().hex())
                .put("policy", basis.policy().hex())
                .put("rules", Rule.tableHash().hex())
                .put("outcome", verdict.outcome().word())
                .put("assurance", basis.assurance().toJson())
                .put(
                        "releases",
                        JsonArray.of(manifest.releases().stream()
                                .map(ClearanceWriter::release)
                                .toList()))
                .put("relied", JsonArray.of(relied()))
                .put(
                        "log",
                        JsonObject.builder()
                                .put("origin", basis.origin())
                                .put("size", basis.size())
                                .put("root", basis.root())
                                .build())
                .put("evaluated", Instants.format(basis.evaluated()))
                .put("waived", JsonArray.ofStrings(waived()))
                .put("skipped", JsonArray.ofStrings(skipped()))
                .build();
    }

    private JsonObject production() {
        Production production = manifest.production();
        JsonObject.Builder json = JsonObject.builder()
                .put("id", production.id().toJson())
                .put("type", production.type().word());
        production.season().ifPresent(season -> json.put("season", JsonNumber.of(season)));
        production.episodes().ifPresent(episodes -> json.put("episodes", JsonNumber.of(episodes)));
        return json.put("producer", production.producer()).build();
    }

    private static JsonObject release(Release release) {
        return JsonObject.builder()
                .put("id", release.id())
                .put(
                        "media",
                        JsonArray.ofStrings(
                                release.media().stream().map(Medium::word).toList()))
                .put("territories", release.territories().toJson())
                .put("languages", JsonArray.ofStrings(List.copyOf(release.languages())))
                .put("window", Windows.toJson(release.window()))
                .build();
    }

    /** For every grant that some use relies on, the files that do, each counted once. */
    private List<JsonObject> relied() {
        Map<Id, Map<Bytes, Asset>> assets = new LinkedHashMap<>();
        List<Use> uses = manifest.uses();
        for (int i = 0; i < uses.size(); i++) {
            Asset asset = manifest.assetOf(uses.get(i));
            for (Id grant : verdict.uses().get(i).relied()) {
                assets.computeIfAbsent(grant, any -> new LinkedHashMap<>()).put(asset.sha256(), asset);
            }
        }
        List<JsonObject> relied = new ArrayList<>();
        assets.forEach((grant, files) -> {
            HashList list = HashList.of(files.keySet());
            lists.add(list.text());
            relied.add(JsonObject.builder()
                    .put("grant", grant.text())
                    .put("assets", list.named().toJson())
                    .put(
                            "seconds",
                            files.values().stream().mapToLong(Asset::seconds).sum())
                    .build());
        });
        return relied;
    }

    private List<String> waived() {
        return verdict.findings().stream()
                .filter(finding -> finding.waiver().isPresent())
                .map(finding -> finding.rule().code())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> skipped() {
        return verdict.steps().stream()
                .filter(step -> step.result() == Verdict.Result.SKIPPED)
                .map(step -> step.step().word())
                .toList();
    }
}
