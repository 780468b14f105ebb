package org.countenance.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.record.Id;
import org.countenance.report.VerdictDiff.Change;
import org.countenance.report.VerdictDiff.OnlyIn;
import org.countenance.report.VerdictDocument.Reason;
import org.countenance.report.VerdictDocument.RemedyLine;
import org.countenance.verify.Outcome;

/** The difference of two verdicts as JSON, its members in a fixed order. */
public final class VerdictDiffJson {

    private VerdictDiffJson() {}

    /** The text for scripts. */
    public static String render(VerdictDiff diff) {
        return JsonText.pretty(JsonObject.builder()
                .put("diff", 1)
                .put("same", diff.isSameAnswer())
                .put("worse", diff.isWorse())
                .put("outcome", change(outcomes(diff.outcome())))
                .put("uses", list(diff.uses(), VerdictDiffJson::group))
                .put("general", onlyIn(diff.general(), VerdictDiffJson::reason))
                .put("basis", changes(diff.basis()))
                .put("steps", changes(diff.steps()))
                .put("grants", list(diff.grants(), VerdictDiffJson::grant))
                .put("waivers", onlyIn(diff.waivers(), JsonString::of))
                .put("remedies", onlyIn(diff.remedies(), VerdictDiffJson::remedy))
                .build());
    }

    private static Change<String> outcomes(Change<Outcome> change) {
        return new Change<>(change.from().map(Outcome::word), change.to().map(Outcome::word));
    }

    private static JsonObject change(Change<String> change) {
        return JsonObject.builder()
                .putIf("from", text(change.from()))
                .putIf("to", text(change.to()))
                .build();
    }

    private static Optional<JsonString> text(Optional<String> text) {
        return text.map(JsonString::of);
    }

    private static JsonObject changes(Map<String, Change<String>> changes) {
        JsonObject.Builder json = JsonObject.builder();
        changes.forEach((name, change) -> json.put(name, change(change)));
        return json.build();
    }

    private static JsonObject group(VerdictDiff.Group group) {
        return JsonObject.builder()
                .putIf("from", text(outcomes(group.outcome()).from()))
                .putIf("to", text(outcomes(group.outcome()).to()))
                .put("uses", JsonArray.ofStrings(group.uses()))
                .put("findings", onlyIn(group.reasons(), VerdictDiffJson::reason))
                .build();
    }

    private static <T> JsonObject onlyIn(OnlyIn<T> lists, Function<T, JsonValue> toJson) {
        return JsonObject.builder()
                .put("gone", list(lists.gone(), toJson))
                .put("new", list(lists.fresh(), toJson))
                .build();
    }

    private static JsonValue reason(Reason reason) {
        return JsonObject.builder()
                .put("rule", reason.rule())
                .put("severity", reason.severity().word())
                .putIf("person", reason.person().map(Id::toJson))
                .put("records", ids(reason.records()))
                .put("message", reason.message())
                .build();
    }

    private static JsonValue grant(VerdictDiff.GrantChange grant) {
        return JsonObject.builder()
                .put("id", grant.grant().text())
                .put("person", grant.person().text())
                .putIf("from", text(grant.standing().from()))
                .putIf("to", text(grant.standing().to()))
                .build();
    }

    private static JsonValue remedy(RemedyLine remedy) {
        return JsonObject.builder()
                .put("uses", JsonArray.ofStrings(remedy.uses()))
                .put("signs", ids(remedy.signs()))
                .put("request", remedy.request())
                .build();
    }

    private static JsonArray ids(List<Id> ids) {
        return JsonArray.ofStrings(ids.stream().map(Id::text).toList());
    }

    private static <T> JsonArray list(List<T> values, Function<T, JsonValue> toJson) {
        return JsonArray.of(values.stream().map(toJson).toList());
    }
}
