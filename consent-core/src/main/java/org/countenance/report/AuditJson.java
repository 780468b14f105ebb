package org.countenance.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.PlainText;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.verify.Rule;

/** An audit as JSON, its members in a fixed order. Titles are told by their files. */
final class AuditJson {

    private AuditJson() {}

    static void render(Audit audit, Appendable out) throws IOException {
        AuditSummary summary = AuditSummary.of(audit);
        JsonText.pretty(
                head(audit, summary)
                        .put("titles", AuditAnswerJson.list(audit.titles(), AuditJson::title))
                        .put("people", AuditAnswerJson.list(summary.people(), AuditJson::person))
                        .put("rules", AuditAnswerJson.list(summary.rules(), AuditJson::rule))
                        .put("ending", AuditAnswerJson.list(summary.endings(), AuditJson::ending))
                        .put(
                                "policyEnding",
                                AuditAnswerJson.list(
                                        audit.policyEndings(),
                                        ending -> JsonObject.builder()
                                                .put("what", PlainText.shown(ending.what()))
                                                .put("until", Instants.format(ending.until()))
                                                .build()))
                        .build(),
                out);
    }

    /** What it comes to and what it rests on. */
    static JsonObject.Builder head(Audit audit, AuditSummary summary) {
        return JsonObject.builder()
                .put("audit", 1)
                .put("statement", new AuditAccount(audit).statement())
                .put("evaluated", Instants.format(audit.evaluated()))
                .put("horizon", Instants.format(audit.horizon()))
                .putIf("status", audit.status().map(JsonNumber::of))
                .put("log", AuditAnswerJson.log(audit.log()))
                .put("policy", AuditAnswerJson.hash(audit.policy().hex()))
                .put(
                        "ruleSet",
                        JsonObject.builder()
                                .put("version", Rule.VERSION)
                                .put("sha256", Rule.tableHash().hex())
                                .build())
                .put("counts", counts(audit, summary));
    }

    private static JsonObject counts(Audit audit, AuditSummary summary) {
        JsonObject.Builder states = JsonObject.builder();
        for (AuditTitle.State state : AuditTitle.State.values()) {
            states.put(state.word(), audit.count(state));
        }
        return JsonObject.builder()
                .put("titles", audit.titles().size())
                .put("outcomes", AuditAnswerJson.counts(summary.outcomes()))
                .put("states", states.build())
                .put("leftOut", audit.leftOut())
                .build();
    }

    private static JsonObject title(AuditTitle title) {
        return JsonObject.builder()
                .put("file", PlainText.shown(title.manifest()))
                .put("state", title.state().word())
                .putIf("why", title.why().isEmpty() ? Optional.empty() : Optional.of(AuditAnswerJson.text(title.why())))
                .putIf("answer", title.answer().map(AuditAnswerJson::of))
                .build();
    }

    private static JsonArray files(List<AuditTitle> titles) {
        return AuditAnswerJson.texts(titles.stream().map(AuditTitle::manifest).toList());
    }

    private static JsonObject person(AuditSummary.PersonLine line) {
        JsonObject.Builder blocks = JsonObject.builder();
        line.blocks().forEach((rule, titles) -> blocks.put(rule.code(), files(titles)));
        return JsonObject.builder()
                .put("person", line.person().text())
                .put("uses", AuditAnswerJson.counts(line.outcomes()))
                .put("titles", files(line.titles()))
                .put("blocks", blocks.build())
                .build();
    }

    private static JsonObject rule(AuditSummary.RuleLine line) {
        return JsonObject.builder()
                .put("rule", line.rule().code())
                .put("findings", line.findings())
                .put("waived", line.waived())
                .put("titles", files(line.titles()))
                .build();
    }

    private static JsonObject ending(AuditSummary.EndingLine line) {
        return AuditAnswerJson.ending(line.ending())
                .remove("releases")
                .put(
                        "titles",
                        AuditAnswerJson.list(
                                line.titles(),
                                each -> JsonObject.builder()
                                        .put(
                                                "file",
                                                PlainText.shown(each.title().manifest()))
                                        .put("releases", AuditAnswerJson.texts(each.releases()))
                                        .build()))
                .build();
    }
}
