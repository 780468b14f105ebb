package org.countenance.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/**
 * Since when a person is of age (records.md, {@code adultFrom}).
 *
 * @param month the month of the 18th birthday; absent for one who is of age
 */
public record Majority(Optional<YearMonth> month) {

    static Majority parse(String text) throws MalformedException {
        if (text.equals("adult")) {
            return new Majority(Optional.empty());
        }
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                return new Majority(Optional.of(YearMonth.parse(text)));
            }
        } catch (DateTimeException e) {
            throw MalformedException.of(
                    Place.NOWHERE, "a month like `2030-05`, or `adult`", MalformedException.quote(text));
        }
        throw MalformedException.of(
                Place.NOWHERE, "a month like `2030-05`, or `adult`", MalformedException.quote(text));
    }

    /** The first instant at which the person is of age: the first day of the month that follows. */
    public Instant from() {
        return month.map(birth -> birth.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(Instant.MIN);
    }

    /** Whether the person is of age at {@code instant}. */
    public boolean reachedAt(Instant instant) {
        return !instant.isBefore(from());
    }

    @Override
    public String toString() {
        return month.map(YearMonth::toString).orElse("adult");
    }
}
