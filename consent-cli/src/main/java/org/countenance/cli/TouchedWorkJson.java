package org.countenance.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonBool;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.Clearance;
import org.countenance.record.Id;
import org.countenance.registry.Ruled;
import org.countenance.verify.GrantToday;
import org.countenance.verify.Timeline;

/** The works that grants touch, for programs. */
final class TouchedWorkJson {

    private final TouchedWork work;

    private TouchedWorkJson(TouchedWork work) {
        this.work = work;
    }

    /** Adds them to what else is told. */
    static JsonObject add(JsonObject told, TouchedWork work) {
        TouchedWorkJson json = new TouchedWorkJson(work);
        List<JsonObject> grants = new ArrayList<>();
        new TreeMap<>(work.today()).forEach((id, stands) -> grants.add(grant(id, stands)));
        List<JsonObject> manifests = new ArrayList<>();
        work.titles().forEach(title -> manifests.add(json.title(title)));
        work.failed()
                .forEach(failed -> manifests.add(JsonObject.builder()
                        .put("path", RecordWords.clean(failed.path()))
                        .put("failure", RecordWords.clean(failed.why()))
                        .build()));
        return told.toBuilder()
                .put("mode", work.supposed() ? "supposed" : "current")
                .put("grants", JsonArray.of(grants))
                .put(
                        "cleared",
                        JsonArray.of(
                                work.cleared().stream().map(json::clearance).toList()))
                .put("manifests", JsonArray.of(manifests))
                .build();
    }

    private static JsonObject grant(Id id, GrantToday stands) {
        return JsonObject.builder()
                .put("id", id.text())
                .put("standing", stands.standing().words())
                .put(
                        "stops",
                        JsonArray.of(stands.stops().stream()
                                .map(TouchedWorkJson::stop)
                                .toList()))
                .build();
    }

    private static JsonObject stop(Timeline.Stopped stop) {
        return JsonObject.builder()
                .put("rule", stop.rule().code())
                .put("why", stop.why())
                .put("certain", JsonBool.of(stop.certain()))
                .put("partial", JsonBool.of(stop.partial()))
                .putIf("made", stop.made().map(TouchedWorkJson::window))
                .putIf("fresh", stop.fresh().map(TouchedWorkJson::window))
                .putIf("out", stop.out().map(TouchedWorkJson::window))
                .build();
    }

    private JsonObject clearance(Ruled<Clearance> cleared) {
        Clearance clearance = cleared.content();
        List<Clearance.Relied> relied = work.relied(clearance);
        return JsonObject.builder()
                .put("id", cleared.logged().id().text())
                .put("production", clearance.production().id().toString())
                .put("producer", clearance.producer().text())
                .put("outcome", clearance.outcome())
                .put("evaluated", Instants.format(clearance.evaluated()))
                .put("manifest", clearance.manifest())
                .put(
                        "releases",
                        JsonArray.of(clearance.releases().stream()
                                .map(each -> release(each.id(), each.window()))
                                .toList()))
                .put(
                        "grants",
                        JsonArray.ofStrings(
                                relied.stream().map(each -> each.grant().text()).toList()))
                .put(
                        "files",
                        relied.stream().mapToLong(each -> each.assets().count()).sum())
                .build();
    }

    private JsonObject title(TouchedTitle title) {
        List<TouchedTitle.Relying> relying = title.relying();
        return JsonObject.builder()
                .put("path", RecordWords.clean(title.path()))
                .put("title", title.manifest().production().title())
                .put("production", title.manifest().production().id().toString())
                .put("sha256", title.manifest().sha256().hex())
                .put("outcome", title.now().outcome().word())
                .put(
                        "uses",
                        JsonArray.of(relying.stream().map(TouchedWorkJson::use).toList()))
                .put(
                        "releases",
                        JsonArray.of(title.releases(relying).stream()
                                .map(each -> release(each.id(), each.window()))
                                .toList()))
                .put(
                        "assets",
                        JsonArray.of(TouchedTitle.assets(relying).stream()
                                .map(asset -> JsonObject.builder()
                                        .put("id", asset.id())
                                        .put("sha256", asset.sha256().hex())
                                        .build())
                                .toList()))
                .put(
                        "findings",
                        JsonArray.of(title.why(relying).stream()
                                .map(finding -> JsonObject.builder()
                                        .put("rule", finding.rule().code())
                                        .putIf("use", finding.use().map(JsonString::of))
                                        .put("message", finding.message())
                                        .build())
                                .toList()))
                .build();
    }

    private static JsonObject use(TouchedTitle.Relying relying) {
        return JsonObject.builder()
                .put("id", relying.use().id())
                .put("asset", relying.asset().id())
                .put(
                        "grants",
                        JsonArray.ofStrings(
                                relying.grants().stream().map(Id::text).toList()))
                .put("outcome", relying.now().outcome().word())
                .putIf("supposed", relying.then().map(outcome -> JsonString.of(outcome.word())))
                .build();
    }

    private static JsonObject release(String id, Window window) {
        return JsonObject.builder().put("id", id).put("window", window(window)).build();
    }

    /** An end that never comes, or a beginning that always was, is left out. */
    private static JsonObject window(Window window) {
        return JsonObject.builder()
                .putIf("from", instant(window.from(), Instant.MIN))
                .putIf("until", instant(window.until(), Window.NEVER))
                .build();
    }

    private static Optional<JsonString> instant(Instant instant, Instant none) {
        return instant.equals(none) ? Optional.empty() : Optional.of(JsonString.of(Instants.format(instant)));
    }
}
