package org.countenance.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countenance.base.Instants;
import org.countenance.base.PlainText;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;

/** The answer about one title of an audit as JSON; {@link AuditAnswerReader} reads it back. */
final class AuditAnswerJson {

    private AuditAnswerJson() {}

    static JsonObject of(AuditAnswer answer) {
        return JsonObject.builder()
                .put("production", PlainText.shown(answer.production()))
                .put("title", PlainText.shown(answer.title()))
                .put("outcome", answer.outcome().word())
                .put("evaluated", Instants.format(answer.evaluated()))
                .put("assurance", answer.assurance().toJson())
                .put("manifest", hash(answer.manifest().hex()))
                .put("log", log(answer.log()))
                .put("people", list(answer.people(), AuditAnswerJson::person))
                .put("findings", list(answer.concerns(), AuditAnswerJson::concern))
                .put("waivers", list(answer.waivers(), AuditAnswerJson::waiver))
                .put(
                        "skipped",
                        list(
                                answer.skipped(),
                                step -> JsonObject.builder()
                                        .put("step", step.step())
                                        .put("why", PlainText.shown(step.why()))
                                        .build()))
                .put("ending", list(answer.endings(), ending -> ending(ending).build()))
                .build();
    }

    static JsonObject log(AuditAnswer.Log log) {
        return JsonObject.builder()
                .put("origin", log.origin())
                .put("size", log.size())
                .put("root", log.root())
                .put("instant", Instants.format(log.instant()))
                .build();
    }

    static JsonObject hash(String sha256) {
        return JsonObject.builder().put("sha256", sha256).build();
    }

    static <T> JsonArray list(Collection<T> values, Function<T, JsonObject> toJson) {
        return JsonArray.of(values.stream().map(toJson).toList());
    }

    /** Anybody's words: what reads JSON at a terminal is steered by none of them. */
    static JsonString text(String anybodys) {
        return JsonString.of(PlainText.shown(anybodys));
    }

    static JsonArray texts(List<String> anybodys) {
        return JsonArray.of(anybodys.stream().map(AuditAnswerJson::text).toList());
    }

    static JsonArray ids(List<Id> ids) {
        return JsonArray.ofStrings(ids.stream().map(Id::text).toList());
    }

    /** How many of each; those that occur. */
    static JsonObject counts(Map<Outcome, Long> outcomes) {
        JsonObject.Builder counts = JsonObject.builder();
        for (Outcome outcome : Outcome.values()) {
            counts.putIf(
                    outcome.word(), Optional.ofNullable(outcomes.get(outcome)).map(JsonNumber::of));
        }
        return counts.build();
    }

    private static JsonObject person(AuditAnswer.PersonUses person) {
        return JsonObject.builder()
                .putIf("person", person.person().map(Id::toJson))
                .put("uses", counts(person.outcomes()))
                .build();
    }

    private static JsonObject concern(AuditConcern concern) {
        return JsonObject.builder()
                .put("rule", concern.rule().code())
                .put("severity", concern.severity().word())
                .putIf("person", concern.person().map(Id::toJson))
                .put("people", ids(concern.people()))
                .put("message", PlainText.shown(concern.message()))
                .putIf("found", concern.found().map(AuditAnswerJson::text))
                .put("findings", concern.findings())
                .put("uses", concern.uses())
                .put("examples", texts(concern.examples()))
                .putIf("at", concern.at().map(VerdictJson::place))
                .putIf("waiver", concern.waiver().map(Id::toJson))
                .build();
    }

    private static JsonObject waiver(AuditAnswer.WaiverLine waiver) {
        return JsonObject.builder()
                .put("id", waiver.id().text())
                .put("rule", waiver.rule())
                .put("what", PlainText.shown(waiver.what()))
                .put("officer", waiver.officer().text())
                .put("reason", PlainText.shown(waiver.reason()))
                .put("until", Instants.format(waiver.until()))
                .put("findings", waiver.findings())
                .build();
    }

    static JsonObject.Builder ending(AuditEnding ending) {
        return JsonObject.builder()
                .put("kind", ending.kind().word())
                .put("until", Instants.format(ending.until()))
                .put("record", ending.record().text())
                .putIf("person", ending.person().map(Id::toJson))
                .put("releases", texts(ending.releases()));
    }
}
