package org.countenance.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarSpanTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T10:00:00Z, P1M, 2026-02-28T10:00:00Z",
        "2028-01-31T10:00:00Z, P1M, 2028-02-29T10:00:00Z",
        "2026-08-31T10:00:00Z, P6M, 2027-02-28T10:00:00Z",
        "2028-02-29T10:00:00Z, P1Y, 2029-02-28T10:00:00Z",
        "2028-02-29T10:00:00Z, P4Y, 2032-02-29T10:00:00Z",
        "2026-12-31T23:59:59Z, P2M, 2027-02-28T23:59:59Z",
        "2026-02-28T10:00:00Z, P1M, 2026-03-28T10:00:00Z",
        "2026-01-31T10:00:00Z, P30D, 2026-03-02T10:00:00Z",
        "2026-03-28T23:30:00Z, P2W, 2026-04-11T23:30:00Z",
        "2026-01-31T10:00:00Z, P0M, 2026-01-31T10:00:00Z"
    })
    void movesOnInTheCalendarAndClipsToTheMonthsEnd(Instant start, String span, Instant end) throws MalformedException {
        assertThat(CalendarSpan.parse(span).after(start)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P30D", "P2W", "P6M", "P1Y", "P999999Y"})
    void writesWhatItReads(String text) throws MalformedException {
        assertThat(CalendarSpan.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "30D",
                "P30",
                "P-1D",
                "P+1D",
                "P01D",
                "P1.5D",
                "P1Y6M",
                "PT1H",
                "p1d",
                "P1d",
                "P1000000D",
                "P٣D"
            })
    void refusesOtherDurations(String text) {
        assertThatThrownBy(() -> CalendarSpan.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("wanted a duration like `P30D`, `P2W`, `P6M` or `P1Y`, found `");
    }

    @Test
    void neverEndsBeyondTheCalendar() throws MalformedException {
        assertThat(CalendarSpan.parse("P1D").after(Window.NEVER)).isEqualTo(Window.NEVER);
    }
}
