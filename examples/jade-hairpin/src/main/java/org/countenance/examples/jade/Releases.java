package org.countenance.examples.jade;

import java.util.List;
import java.util.stream.Stream;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;

/** Where and when the series is shown: at home first, then dubbed abroad, with a trailer ahead of both. */
final class Releases {

    private static final List<String> ABROAD = List.of("SG", "MY", "TH", "ID", "PH", "VN");

    private Releases() {}

    static List<JsonObject> all() {
        return List.of(
                release(
                        "launch",
                        List.of("micro-drama-app", "mini-program"),
                        List.of("CN"),
                        List.of("zh-Hans"),
                        26,
                        757),
                release("sea", List.of("social-video", "avod"), ABROAD, List.of("en", "th", "id"), 60, 790),
                release("promo", List.of("promotion", "social-video"), withHome(), List.of("zh-Hans", "en"), 10, 190));
    }

    private static List<String> withHome() {
        return Stream.concat(Stream.of("CN"), ABROAD.stream()).toList();
    }

    private static JsonObject release(
            String id,
            List<String> media,
            List<String> territories,
            List<String> languages,
            int fromDay,
            int untilDay) {
        return JsonObject.builder()
                .put("id", id)
                .put("media", JsonArray.ofStrings(media))
                .put(
                        "territories",
                        JsonObject.builder()
                                .put("include", JsonArray.ofStrings(territories))
                                .put("exclude", JsonArray.ofStrings(List.of()))
                                .build())
                .put("languages", JsonArray.ofStrings(languages))
                .put("window", new Made(Made.instant(fromDay, 0), Made.instant(untilDay, 0)).toJson())
                .put("labels", labels())
                .build();
    }

    private static JsonArray labels() {
        return JsonArray.of(List.of(
                JsonObject.builder()
                        .put("kind", "visible")
                        .put("where", "opening")
                        .put("text", "AI生成")
                        .build(),
                JsonObject.builder()
                        .put("kind", "metadata")
                        .put("scheme", "GB45438")
                        .build()));
    }
}
