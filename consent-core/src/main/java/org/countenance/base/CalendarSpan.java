package org.countenance.base;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of the UTC calendar: {@code P30D}, {@code P2W}, {@code P6M}, {@code P1Y} (records.md, Envelope).
 *
 * @param amount how many; 0 only as {@code P0D} and the like
 * @param unit days, weeks, months or years
 */
public record CalendarSpan(int amount, ChronoUnit unit) {

    private static final int MOST_DIGITS = 6;

    /** Reads {@code PnD}, {@code PnW}, {@code PnM} or {@code PnY}. */
    public static CalendarSpan parse(String text) throws MalformedException {
        if (!text.startsWith("P") || text.length() < 3 || text.length() > 2 + MOST_DIGITS) {
            throw fault(text);
        }
        int last = text.length() - 1;
        return new CalendarSpan(
                amount(text, last),
                switch (text.charAt(last)) {
                    case 'D' -> ChronoUnit.DAYS;
                    case 'W' -> ChronoUnit.WEEKS;
                    case 'M' -> ChronoUnit.MONTHS;
                    case 'Y' -> ChronoUnit.YEARS;
                    default -> throw fault(text);
                });
    }

    /** The number before the unit, without leading zeros. */
    private static int amount(String text, int unit) throws MalformedException {
        int amount = 0;
        for (int i = 1; i < unit; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || (i > 1 && amount == 0)) {
                throw fault(text);
            }
            amount = 10 * amount + digit;
        }
        return amount;
    }

    private static MalformedException fault(String text) {
        return MalformedException.of(
                Place.NOWHERE, "a duration like `P30D`, `P2W`, `P6M` or `P1Y`", MalformedException.quote(text));
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
