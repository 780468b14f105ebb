package org.countenance.base;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** The two spellings of an instant: {@code 2026-12-01T00:00:00Z} in records, with milliseconds in log entries. */
public final class Instants {

    private static final Pattern SECONDS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Pattern MILLIS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
    private static final DateTimeFormatter WITH_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WITH_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Instants() {}

    /** Reads {@code YYYY-MM-DDTHH:MM:SSZ} and nothing else. */
    public static Instant parse(String text) throws MalformedException {
        return parse(text, SECONDS, "an instant like `2026-12-01T00:00:00Z`");
    }

    /** Reads {@code YYYY-MM-DDTHH:MM:SS.mmmZ} and nothing else (log.md, Entry). */
    public static Instant parseMillis(String text) throws MalformedException {
        return parse(text, MILLIS, "an instant like `2026-12-01T00:00:00.000Z`");
    }

    /** The spelling in records, which cuts off fractions of a second. */
    public static String format(Instant instant) {
        return WITH_SECONDS.format(instant);
    }

    /** The spelling in log entries, which cuts off fractions of a millisecond. */
    public static String formatMillis(Instant instant) {
        return WITH_MILLIS.format(instant);
    }

    private static Instant parse(String text, Pattern form, String wanted) throws MalformedException {
        // Instant.parse takes 24:00:00 and leap seconds; no record may hold them.
        if (form.matcher(text).matches() && !text.startsWith("24", 11) && !text.startsWith("60", 17)) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw MalformedException.of(Place.NOWHERE, wanted, MalformedException.quote(text));
            }
        }
        throw MalformedException.of(Place.NOWHERE, wanted, MalformedException.quote(text));
    }
}
