package org.countenance.base;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of the UTC calendar: {@code P30D}, {@code P2W}, {@code P6M}, {@code P1Y} (records.md, Envelope).
 *
 * @param amount how many; 0 only as {@code P0D} and the like
 * @param unit days, weeks, months or years
 */
public record CalendarSpan(int amount, ChronoUnit unit) {

    private static final Pattern FORM = Pattern.compile("P(0|[1-9]\\d{0,5})([DWMY])");

    /** Reads {@code PnD}, {@code PnW}, {@code PnM} or {@code PnY}. */
    public static CalendarSpan parse(String text) throws MalformedException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw MalformedException.of(
                    Place.NOWHERE, "a duration like `P30D`, `P2W`, `P6M` or `P1Y`", MalformedException.quote(text));
        }
        return new CalendarSpan(
                Integer.parseInt(matcher.group(1)),
                switch (matcher.group(2)) {
                    case "D" -> ChronoUnit.DAYS;
                    case "W" -> ChronoUnit.WEEKS;
                    case "M" -> ChronoUnit.MONTHS;
                    default -> ChronoUnit.YEARS;
                });
    }

    /** {@code start} moved on by this span, clipped to the month's end; {@link Window#NEVER} beyond the calendar. */
    public Instant after(Instant start) {
        try {
            return start.atOffset(ZoneOffset.UTC).plus(amount, unit).toInstant();
        } catch (DateTimeException e) {
            return Window.NEVER;
        }
    }

    @Override
    public String toString() {
        return "P" + amount + unit.name().charAt(0);
    }
}
