package org.countenance.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.countenance.base.Instants;
import org.countenance.base.Place;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.record.Id;
import org.countenance.record.Waiver;
import org.countenance.verify.Finding;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;
import org.countenance.verify.Severity;
import org.countenance.verify.Verdict;

/** The verdict as JSON, its members in a fixed order, byte for byte the same for the same inputs (cli.md, Exact forms). */
public final class VerdictJson {

    private VerdictJson() {}

    static void render(Answer answer, Appendable out) throws IOException {
        JsonText.pretty(toJson(answer.verdict()), out);
    }

    /** The text that scripts rely on. */
    public static String render(Verdict verdict) {
        return JsonText.pretty(toJson(verdict));
    }

    /** The same as a value. */
    public static JsonObject toJson(Verdict verdict) {
        return head(verdict)
                .put("findings", list(verdict.findings(), VerdictJson::finding))
                .put("uses", list(verdict.uses(), VerdictJson::use))
                .put("grants", list(verdict.grants(), VerdictJson::grant))
                .put("remedies", list(verdict.remedies(), VerdictJson::remedy))
                .build();
    }

    /** The answer and what it rests on, without its reasons. */
    static JsonObject.Builder head(Verdict verdict) {
        Verdict.Basis basis = verdict.basis();
        return JsonObject.builder()
                .put("verdict", 1)
                .put("outcome", verdict.outcome().word())
                .put("mode", basis.mode().name().toLowerCase(java.util.Locale.ROOT))
                .put("evaluated", Instants.format(basis.evaluated()))
                .put("assurance", basis.assurance().toJson())
                .put("manifest", hash(basis.manifest().hex()))
                .put("log", log(basis))
                .put("policy", hash(basis.policy().hex()))
                .put(
                        "rules",
                        JsonObject.builder()
                                .put("version", Rule.VERSION)
                                .put("sha256", Rule.tableHash().hex())
                                .build())
                .put("counts", counts(verdict))
                .put("waivers", list(verdict.waivers(), VerdictJson::waiver))
                .put("steps", list(verdict.steps(), VerdictJson::step));
    }

    private static JsonObject log(Verdict.Basis basis) {
        return JsonObject.builder()
                .put("origin", basis.origin())
                .put("size", basis.size())
                .put("root", basis.root())
                .put("instant", Instants.format(basis.instant()))
                .build();
    }

    private static <T> JsonArray list(List<T> values, Function<T, JsonObject> toJson) {
        return JsonArray.of(values.stream().map(toJson).toList());
    }

    private static JsonObject hash(String sha256) {
        return JsonObject.builder().put("sha256", sha256).build();
    }

    private static JsonObject counts(Verdict verdict) {
        JsonObject.Builder findings = JsonObject.builder();
        for (Severity severity : Severity.values()) {
            findings.put(severity.word(), verdict.count(severity));
        }
        long waived = verdict.count(Outcome.CLEARED_WITH_WAIVERS);
        return JsonObject.builder()
                .put("uses", verdict.uses().size())
                .put("cleared", verdict.count(Outcome.CLEARED))
                .putIf(
                        Outcome.CLEARED_WITH_WAIVERS.word(),
                        waived > 0 ? Optional.of(JsonNumber.of(waived)) : Optional.empty())
                .put("blocked", verdict.count(Outcome.BLOCKED))
                .put("undetermined", verdict.count(Outcome.UNDETERMINED))
                .put("findings", findings.build())
                .build();
    }

    private static JsonObject step(Verdict.StepResult step) {
        JsonObject.Builder json = JsonObject.builder()
                .put("step", step.step().word())
                .put("result", step.result().name().toLowerCase(java.util.Locale.ROOT));
        return step.why().isEmpty() ? json.build() : json.put("why", step.why()).build();
    }

    private static JsonObject finding(Finding finding) {
        JsonObject.Builder json = JsonObject.builder()
                .put("rule", finding.rule().code())
                .put("severity", finding.severity().word());
        finding.use().ifPresent(use -> json.put("use", use));
        finding.person().ifPresent(person -> json.put("person", person.text()));
        finding.at().ifPresent(place -> json.put("at", place(place)));
        json.put("records", ids(finding.records()))
                .put("wanted", finding.wanted())
                .put("found", finding.found())
                .put("message", finding.message());
        return json.putIf("waiver", finding.waiver().map(Id::toJson)).build();
    }

    private static JsonObject waiver(Verdict.WaiverUse used) {
        Waiver waiver = used.waiver();
        return JsonObject.builder()
                .put("id", waiver.id().text())
                .put("rule", waiver.rule())
                .putIf("use", waiver.use().map(JsonString::of))
                .putIf("asset", waiver.asset().map(JsonString::of))
                .put("officer", waiver.issuer().text())
                .put("reason", waiver.reason())
                .putIf("exemption", waiver.exemption().map(JsonString::of))
                .put("until", Instants.format(waiver.until()))
                .put("findings", used.findings())
                .build();
    }

    /** Where something stands in a manifest. */
    static JsonObject place(Place place) {
        return JsonObject.builder()
                .put("pointer", place.pointer())
                .put("line", place.line())
                .put("column", place.column())
                .build();
    }

    private static JsonObject use(Verdict.UseVerdict use) {
        return JsonObject.builder()
                .put("id", use.id())
                .put("outcome", use.outcome().word())
                .put("relied", ids(use.relied()))
                .build();
    }

    private static JsonObject grant(Verdict.GrantStanding grant) {
        return JsonObject.builder()
                .put("id", grant.id().text())
                .put("index", grant.index())
                .put("person", grant.person().text())
                .put("capacity", grant.capacity())
                .put("identity", grant.identity())
                .put("standing", grant.standing().words())
                .put("uses", grant.uses())
                .putIf("custody", grant.custody().map(Id::toJson))
                .putIf(
                        "chain",
                        grant.chain().isEmpty()
                                ? Optional.empty()
                                : Optional.of(list(grant.chain(), VerdictJson::link)))
                .build();
    }

    private static JsonObject link(Verdict.Signed link) {
        return JsonObject.builder()
                .put("link", link.link().text())
                .put("party", link.party().text())
                .put("capacity", link.capacity())
                .build();
    }

    private static JsonObject remedy(Verdict.Remedy remedy) {
        return JsonObject.builder()
                .put("uses", JsonArray.ofStrings(remedy.uses()))
                .put("signs", ids(remedy.signs()))
                .put("request", remedy.request())
                .build();
    }

    private static JsonArray ids(List<Id> ids) {
        return JsonArray.ofStrings(ids.stream().map(Id::text).toList());
    }
}
