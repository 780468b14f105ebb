package org.countenance.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.record.Id;

/**
 * An audit as SARIF 2.1.0: one run over all manifests, a result for every reason at its first place. What could not be verified is
 * told as what went wrong with the tool, as SARIF wants it.
 */
final class AuditSarif {

    private final Audit audit;
    private final AuditAccount account;

    private AuditSarif(Audit audit) {
        this.audit = audit;
        this.account = new AuditAccount(audit);
    }

    static void render(Audit audit, Appendable out) throws IOException {
        JsonText.pretty(SarifReport.document(new AuditSarif(audit).run()), out);
    }

    private JsonObject run() {
        List<JsonObject> artifacts = new ArrayList<>();
        List<JsonObject> results = new ArrayList<>();
        for (AuditTitle title : audit.titles()) {
            title.answer()
                    .ifPresent(answer -> answer.concerns()
                            .forEach(concern -> results.add(result(title, concern, artifacts.size()))));
            artifacts.add(artifact(title));
        }
        return SarifReport.run(
                invocation(),
                artifacts,
                JsonArray.of(results),
                AuditJson.head(audit, account.summary()).build());
    }

    private static JsonObject artifact(AuditTitle title) {
        return JsonObject.builder()
                .put("location", location(title))
                .put("roles", JsonArray.ofStrings(List.of("analysisTarget")))
                .putIf(
                        "hashes",
                        title.answer()
                                .map(answer -> JsonObject.builder()
                                        .put("sha-256", answer.manifest().hex())
                                        .build()))
                .build();
    }

    private static JsonObject location(AuditTitle title) {
        return JsonObject.builder().put("uri", Sarif.uri(title.manifest())).build();
    }

    private JsonObject invocation() {
        List<JsonObject> failures = new ArrayList<>();
        for (AuditTitle title : audit.titles()) {
            if (title.answer().isEmpty()) {
                failures.add(JsonObject.builder()
                        .put("level", "error")
                        .put("message", Sarif.message(account.source(title)))
                        .put(
                                "locations",
                                JsonArray.of(List.of(JsonObject.builder()
                                        .put(
                                                "physicalLocation",
                                                JsonObject.builder()
                                                        .put("artifactLocation", location(title))
                                                        .build())
                                        .build())))
                        .build());
            }
        }
        return JsonObject.builder()
                .put("executionSuccessful", failures.isEmpty())
                .putIf("exitCode", audit.status().map(JsonNumber::of))
                .put("toolExecutionNotifications", JsonArray.of(failures))
                .build();
    }

    private JsonObject result(AuditTitle title, AuditConcern concern, int index) {
        return JsonObject.builder()
                .put("ruleId", concern.rule().code())
                .put("ruleIndex", concern.rule().ordinal())
                .put("kind", "fail")
                .put("level", Sarif.level(concern.severity()))
                .put("message", Sarif.message(account.message(concern)))
                .put(
                        "locations",
                        JsonArray.of(List.of(SarifResult.location(concern.at(), Sarif.uri(title.manifest()), index))))
                .put(
                        "partialFingerprints",
                        JsonObject.builder()
                                .put("concern/v1", fingerprint(title, concern))
                                .build())
                .put("suppressions", JsonArray.of(suppressions(title, concern)))
                .put("properties", properties(title, concern))
                .build();
    }

    /** The same while title, rule, person and words are. */
    private static String fingerprint(AuditTitle title, AuditConcern concern) {
        return Sha256.hash(Bytes.utf8(String.join(
                        "\n",
                        title.manifest(),
                        concern.rule().code(),
                        concern.person()
                                .map(Id::text)
                                .orElse(concern.at().map(Place::pointer).orElse("")),
                        concern.message())))
                .hex();
    }

    private List<JsonObject> suppressions(AuditTitle title, AuditConcern concern) {
        return title.answer().orElseThrow().waivers().stream()
                .filter(waiver -> concern.waiver().filter(waiver.id()::equals).isPresent())
                .map(waiver -> JsonObject.builder()
                        .put("kind", "external")
                        .put("status", "accepted")
                        .put("justification", account.waiver(waiver))
                        .build())
                .toList();
    }

    private JsonObject properties(AuditTitle title, AuditConcern concern) {
        return JsonObject.builder()
                .put("severity", concern.severity().word())
                .put("title", account.name(title))
                .put("answer", title.answer().orElseThrow().outcome().word())
                .put("state", title.state().word())
                .putIf("person", concern.person().map(Id::toJson))
                .put("findings", concern.findings())
                .put("uses", concern.uses())
                .put("examples", AuditAnswerJson.texts(concern.examples()))
                .putIf("found", concern.found().map(AuditAnswerJson::text))
                .build();
    }
}
