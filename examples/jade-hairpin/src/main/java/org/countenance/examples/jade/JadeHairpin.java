package org.countenance.examples.jade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;

/** Makes the manifest of "The Jade Hairpin", the same from the same seed. */
public final class JadeHairpin {

    /** The seed of the manifest that is shipped. */
    public static final long SEED = 1;

    private static final int TRAILER_SHOTS = 24;

    private JadeHairpin() {}

    /** Writes the shipped manifest to the file {@code args[0]}. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), template(SEED));
    }

    /** The manifest, with {@code ${party:…}} for party ids and {@code ${day±N}} for dates, one element a line. */
    public static String template(long seed) {
        Random random = new Random(seed);
        List<Shot> shots = new ArrayList<>();
        for (int number = 1; number <= Episode.COUNT; number++) {
            shots.addAll(new Episode(random, number).shots());
        }
        shots.addAll(trailer(shots, random));
        return "{\n\"manifest\":1,\n\"vocabulary\":1,\n\"production\":" + JsonText.compact(production())
                + ",\n\"releases\":" + lines(Releases.all().stream())
                + ",\n\"assets\":" + lines(shots.stream().map(Shot::toJson))
                + ",\n\"uses\":" + lines(uses(shots).stream())
                + ",\n\"synthetic\":" + lines(statements(shots))
                + "\n}\n";
    }

    private static JsonObject production() {
        return JsonObject.builder()
                .put(
                        "id",
                        JsonObject.builder()
                                .put("scheme", "x-house")
                                .put("value", "SD-2026-0417")
                                .build())
                .put("title", "The Jade Hairpin")
                .put("type", "micro-drama")
                .put("season", 1)
                .put("episodes", Episode.COUNT)
                .put("producer", "${party:studio}")
                .build();
    }

    /** Shots from all over the series that anybody may see; the villain stays a surprise. */
    private static List<Shot> trailer(List<Shot> shots, Random random) {
        List<Shot> candidates =
                new ArrayList<>(shots.stream().filter(JadeHairpin::suitsTrailer).toList());
        List<Shot> trailer = new ArrayList<>();
        for (int i = 1; i <= TRAILER_SHOTS; i++) {
            Shot shot = candidates.remove(random.nextInt(candidates.size()));
            trailer.add(shot.trimmed("trailer-" + (i < 10 ? "0" : "") + i));
        }
        return trailer;
    }

    private static boolean suitsTrailer(Shot shot) {
        return shot.source().equals("trainedAlgorithmicMedia")
                && shot.releases().size() > 1
                && shot.contexts().isEmpty()
                && !shot.likenesses().isEmpty()
                && shot.likenesses().stream()
                        .allMatch(each -> each.contexts().isEmpty() && each.who() != Performer.TANG);
    }

    private static List<JsonObject> uses(List<Shot> shots) {
        List<JsonObject> uses = new ArrayList<>();
        for (Shot shot : shots) {
            for (Likeness likeness : shot.likenesses()) {
                uses.add(likeness.toJson("u" + (uses.size() + 1), shot));
            }
        }
        return uses;
    }

    private static Stream<JsonObject> statements(List<Shot> shots) {
        return shots.stream().flatMap(shot -> shot.statement().map(shot::statementToJson).stream());
    }

    private static String lines(Stream<JsonObject> elements) {
        return "[\n" + String.join(",\n", elements.map(JsonText::compact).toList()) + "\n]";
    }
}
