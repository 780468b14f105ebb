package org.countenance.base;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The two spellings of an instant: {@code 2026-12-01T00:00:00Z} in records, with milliseconds in log entries. */
public final class Instants {

    /** How each is spelled: a nine stands for any digit. */
    private static final String SECONDS = "9999-99-99T99:99:99Z";

    private static final String MILLIS = "9999-99-99T99:99:99.999Z";
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

    private static Instant parse(String text, String form, String wanted) throws MalformedException {
        if (fits(text, form)) {
            try {
                LocalDateTime read = LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19));
                int millis = form.equals(MILLIS) ? number(text, 20, 23) : 0;
                return read.toInstant(ZoneOffset.UTC).plusMillis(millis);
            } catch (DateTimeException e) {
                throw MalformedException.of(Place.NOWHERE, wanted, MalformedException.quote(text));
            }
        }
        throw MalformedException.of(Place.NOWHERE, wanted, MalformedException.quote(text));
    }

    private static boolean fits(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char wanted = form.charAt(i);
            char found = text.charAt(i);
            if (wanted == '9' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
