package org.countenance.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;

/** The short spellings of the command line: lists, {@code any}, {@code none}, {@code 001,-CN}, {@code from/until}. */
final class ScopeWords {

    private ScopeWords() {}

    /** {@code any} is the wildcard, {@code none} the empty list. */
    static JsonValue list(String written) {
        return switch (written) {
            case "any" -> JsonString.of("*");
            case "none" -> JsonArray.of(List.of());
            default -> JsonArray.ofStrings(split(written));
        };
    }

    /** {@code any}, or a file with one scope or several. */
    static JsonValue scopes(String written, Surroundings surroundings) throws IOException, MalformedException {
        if (written.equals("any")) {
            return JsonString.of("*");
        }
        JsonValue read = JsonText.parse(surroundings.read(written), "scope", JsonLimits.RECORD);
        return read instanceof JsonArray ? read : JsonArray.of(List.of(read));
    }

    /** Items between commas, and perhaps spaces. */
    static List<String> split(String written) {
        return Arrays.stream(written.split(",", -1)).map(String::strip).toList();
    }

    /** {@code 001,-CN} includes the world and excludes China. */
    static JsonValue territories(String written) {
        if (written.equals("any")) {
            return JsonString.of("*");
        }
        List<String> codes = split(written);
        return JsonObject.builder()
                .put(
                        "include",
                        JsonArray.ofStrings(codes.stream()
                                .filter(code -> !code.startsWith("-"))
                                .toList()))
                .put(
                        "exclude",
                        JsonArray.ofStrings(codes.stream()
                                .filter(code -> code.startsWith("-"))
                                .map(code -> code.substring(1))
                                .toList()))
                .build();
    }

    /** {@code 2026-11-01/2027-03-01}; a bare date means its first instant; {@code any} is the wildcard. */
    static JsonValue window(String option, String written) throws MalformedException {
        if (written.equals("any")) {
            return JsonString.of("*");
        }
        String[] ends = written.split("/", -1);
        if (ends.length != 2) {
            throw MalformedException.of(
                    Place.in(option), "an interval like `2026-12-01/2029-12-01`", MalformedException.quote(written));
        }
        return JsonObject.builder()
                .put("from", instant(ends[0]))
                .put("until", instant(ends[1]))
                .build();
    }

    /** A bare date means its first instant. */
    static String instant(String written) {
        return written.length() == "2026-12-01".length() && !written.equals("perpetual")
                ? written + "T00:00:00Z"
                : written;
    }

    /** {@code wind-down:P30D}. */
    static void released(String written, JsonObject.Builder withdrawal) throws CommandException {
        if (written.equals("wind-down")) {
            throw CommandException.usage(
                    "wanted how long work already out may go on, found `wind-down` alone", "write `wind-down:P30D`");
        }
        int colon = written.indexOf(':');
        withdrawal.put("released", colon < 0 ? written : written.substring(0, colon));
        if (colon >= 0) {
            withdrawal.put("windDown", written.substring(colon + 1));
        }
    }

    /** The list, where it was written. */
    static Optional<JsonValue> list(Optional<String> written) {
        return written.map(ScopeWords::list);
    }
}
