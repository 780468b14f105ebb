package org.countenance.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.base.Count;
import org.countenance.base.Instants;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.registry.Ruled;

/** What is touched, in words and as JSON. */
final class ImpactWords {

    private final RecordWords words;
    private final List<Touched.Each> touched;

    ImpactWords(RecordWords words, List<Touched.Each> touched) {
        this.words = words;
        this.touched = touched;
    }

    /** One record a line, indented what it touches. */
    String text(String what) {
        List<String> lines = new ArrayList<>();
        lines.add(what + ": " + counts());
        for (Touched.Each each : touched) {
            lines.add("  " + line(each));
            if (!each.productions().isEmpty()) {
                lines.add("      for " + String.join(", ", each.productions()));
            }
            each.cleared().forEach(cleared -> lines.add("      " + cleared));
        }
        Set<String> productions = productions();
        lines.add(
                productions.isEmpty()
                        ? "no production is touched"
                        : "productions touched: " + String.join(", ", productions));
        return RecordWords.clean(String.join("\n", lines));
    }

    /** {@code 2 records: 1 stands, 1 contested}. */
    String counts() {
        String each = Arrays.stream(Standing.Word.values())
                .filter(word -> count(word) > 0)
                .map(word ->
                        count(word) + " " + (word == Standing.Word.STANDS && count(word) > 1 ? "stand" : word.text()))
                .collect(Collectors.joining("; "));
        return Count.of(touched.size(), "record") + (each.isEmpty() ? "" : ": " + each);
    }

    /** Only what a declaration would put in doubt. */
    ImpactWords doubtful() {
        return new ImpactWords(
                words,
                touched.stream()
                        .filter(each -> each.answer().word() != Standing.Word.STANDS)
                        .toList());
    }

    boolean isEmpty() {
        return touched.isEmpty();
    }

    private long count(Standing.Word word) {
        return touched.stream().filter(each -> each.answer().word() == word).count();
    }

    private String line(Touched.Each each) {
        Ruled<?> ruled = each.record();
        String why = each.answer().why().isEmpty() ? "" : ": " + each.answer().why();
        return ruled.logged().id().shown() + "  "
                + Instants.format(ruled.logged().instant()).substring(0, 10) + "  "
                + words.what(ruled.logged().record())
                + (each.through().isEmpty() ? "" : ", " + each.through()) + "  ["
                + each.answer().word().text() + why + "]";
    }

    private Set<String> productions() {
        Set<String> productions = new LinkedHashSet<>();
        touched.forEach(each -> productions.addAll(each.productions()));
        return productions;
    }

    JsonObject json(JsonObject of) {
        JsonObject.Builder counts = JsonObject.builder();
        for (Standing.Word word : Standing.Word.values()) {
            counts.put(word.spelled(), count(word));
        }
        return JsonObject.builder()
                .put("impact", 1)
                .put("of", of)
                .put("counts", counts.build())
                .put(
                        "records",
                        JsonArray.of(touched.stream().map(ImpactWords::json).toList()))
                .put("productions", JsonArray.ofStrings(productions()))
                .build();
    }

    private static JsonObject json(Touched.Each each) {
        JsonObject.Builder json = JsonObject.builder()
                .put("id", each.record().logged().id().text())
                .put("index", each.record().logged().index())
                .put("kind", each.record().content().kind().word())
                .put("integrated", Instants.formatMillis(each.record().logged().instant()))
                .put("stands", each.answer().spelled());
        if (!each.answer().why().isEmpty()) {
            json.put("why", JsonString.of(each.answer().why()));
        }
        if (!each.through().isEmpty()) {
            json.put("through", each.through());
        }
        return json.put("productions", JsonArray.ofStrings(each.productions()))
                .put("clearances", JsonArray.ofStrings(each.cleared()))
                .build();
    }
}
