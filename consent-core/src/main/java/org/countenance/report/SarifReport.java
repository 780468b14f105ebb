package org.countenance.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.verify.Rule;
import org.countenance.verify.Verdict;

/**
 * The verdict as SARIF 2.1.0, for what shows findings beside the manifest. What nobody can tell is an error there: a pipeline
 * that stops at errors stops at it.
 */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifReport() {}

    static void render(Answer answer, Appendable out) throws IOException {
        JsonText.pretty(
                document(run(invocation(answer), List.of(manifest(answer)), results(answer), properties(answer))), out);
    }

    /** One run of the tool. */
    static JsonObject run(JsonObject invocation, List<JsonObject> artifacts, JsonArray results, JsonObject properties) {
        return JsonObject.builder()
                .put("tool", object("driver", driver()))
                .put("invocations", JsonArray.of(List.of(invocation)))
                .put("artifacts", JsonArray.of(artifacts))
                .put("columnKind", "utf16CodeUnits")
                .put("results", results)
                .put("properties", properties)
                .build();
    }

    /** The whole file. */
    static JsonObject document(JsonObject run) {
        return JsonObject.builder()
                .put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .put("runs", JsonArray.of(List.of(run)))
                .build();
    }

    private static JsonObject driver() {
        Map<String, Explanations.Entry> explanations = new HashMap<>();
        Explanations.shipped().entries().forEach(entry -> explanations.put(entry.word(), entry));
        return JsonObject.builder()
                .put("name", "Countenance")
                .put(
                        "rules",
                        JsonArray.of(Arrays.stream(Rule.values())
                                .map(rule ->
                                        rule(rule, Objects.requireNonNull(explanations.get(rule.code()), rule.code())))
                                .toList()))
                .build();
    }

    private static JsonObject rule(Rule rule, Explanations.Entry explained) {
        return JsonObject.builder()
                .put("id", rule.code())
                .put("name", Sarif.name(rule.word()))
                .put("shortDescription", Sarif.message(rule.word().replace('-', ' ')))
                .put("fullDescription", Sarif.message(explained.meaning()))
                .put("help", Sarif.message(explained.text().strip()))
                .put("defaultConfiguration", object("level", JsonString.of(Sarif.level(rule.severity()))))
                .put("properties", object("step", JsonString.of(rule.step().word())))
                .build();
    }

    private static JsonObject invocation(Answer answer) {
        return JsonObject.builder()
                .put("executionSuccessful", true)
                .putIf("exitCode", answer.status().map(JsonNumber::of))
                .put("exitCodeDescription", answer.verdict().outcome().word())
                .build();
    }

    private static JsonObject manifest(Answer answer) {
        return JsonObject.builder()
                .put("location", object("uri", JsonString.of(Sarif.uri(answer.manifest()))))
                .put("roles", JsonArray.ofStrings(List.of("analysisTarget")))
                .put(
                        "hashes",
                        object(
                                "sha-256",
                                JsonString.of(
                                        answer.verdict().basis().manifest().hex())))
                .build();
    }

    private static JsonArray results(Answer answer) {
        Account account = Account.of(answer);
        Map<String, String> justifications = answer.verdict().waivers().stream()
                .map(Verdict.WaiverUse::waiver)
                .collect(Collectors.toMap(waiver -> waiver.id().text(), account::waiver, (first, again) -> first));
        String uri = Sarif.uri(answer.manifest());
        return JsonArray.of(answer.verdict().findings().stream()
                .map(finding -> SarifResult.of(finding, account, uri, justifications))
                .toList());
    }

    /** What the answer rests on, as in the verdict; the findings are the results. */
    private static JsonObject properties(Answer answer) {
        return VerdictJson.head(answer.verdict())
                .put("statement", Account.of(answer).statement())
                .build();
    }

    private static JsonObject object(String name, JsonValue value) {
        return JsonObject.builder().put(name, value).build();
    }
}
