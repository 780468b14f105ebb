package org.countenance.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.Id;
import org.countenance.verify.Finding;

/** A finding as a result of SARIF. */
final class SarifResult {

    private SarifResult() {}

    static JsonObject of(Finding finding, Account account, String uri, Map<String, String> justifications) {
        String who =
                finding.person().map(person -> account.shown(person) + ": ").orElse("");
        return JsonObject.builder()
                .put("ruleId", finding.rule().code())
                .put("ruleIndex", finding.rule().ordinal())
                .put("kind", "fail")
                .put("level", Sarif.level(finding.severity()))
                .put("message", Sarif.message(who + account.words().say(finding.message())))
                .put("locations", JsonArray.of(List.of(location(finding.at(), uri, 0))))
                .put(
                        "partialFingerprints",
                        JsonObject.builder()
                                .put("finding/v1", fingerprint(finding))
                                .build())
                .put("suppressions", JsonArray.of(suppressions(finding, justifications)))
                .put("properties", properties(finding))
                .build();
    }

    /** A place in one of the run's artifacts. */
    static JsonObject location(Optional<Place> at, String uri, int index) {
        JsonObject.Builder physical = JsonObject.builder()
                .put(
                        "artifactLocation",
                        JsonObject.builder().put("uri", uri).put("index", index).build());
        at.filter(place -> place.line() > 0).ifPresent(place -> physical.put("region", region(place)));
        JsonObject.Builder location = JsonObject.builder().put("physicalLocation", physical.build());
        at.map(Place::pointer)
                .filter(pointer -> !pointer.isEmpty())
                .ifPresent(pointer -> location.put(
                        "logicalLocations",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("fullyQualifiedName", pointer)
                                .build()))));
        return location.build();
    }

    private static JsonObject region(Place place) {
        return JsonObject.builder()
                .put("startLine", place.line())
                .put("startColumn", place.column())
                .build();
    }

    /** The same while use, rule, person and records are: wherever it stands in the manifest and whenever it was asked. */
    private static String fingerprint(Finding finding) {
        String records = finding.records().stream().map(Id::text).sorted().collect(Collectors.joining(","));
        String what = finding.use().orElse(finding.at().map(Place::pointer).orElse(""));
        return Sha256.hash(Bytes.utf8(String.join(
                        "\n",
                        finding.rule().code(),
                        what,
                        finding.person().map(Id::text).orElse(""),
                        records)))
                .hex();
    }

    private static List<JsonObject> suppressions(Finding finding, Map<String, String> justifications) {
        return finding.waiver().stream()
                .map(waiver -> JsonObject.builder()
                        .put("kind", "external")
                        .put("status", "accepted")
                        .put("justification", justifications.getOrDefault(waiver.text(), "waived"))
                        .build())
                .toList();
    }

    private static JsonObject properties(Finding finding) {
        return JsonObject.builder()
                .put("severity", finding.severity().word())
                .putIf("use", finding.use().map(JsonString::of))
                .putIf("person", finding.person().map(Id::toJson))
                .put(
                        "records",
                        JsonArray.ofStrings(
                                finding.records().stream().map(Id::text).toList()))
                .put("wanted", finding.wanted())
                .put("found", finding.found())
                .putIf("waiver", finding.waiver().map(Id::toJson))
                .build();
    }
}
