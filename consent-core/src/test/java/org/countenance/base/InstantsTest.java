package org.countenance.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-12-01T00:00:00Z", "2028-02-29T23:59:59Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void readsSecondsAndWritesThemAgain(String text) throws MalformedException {
        assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
        assertThat(Instants.format(Instants.parse(text))).isEqualTo(text);
    }

    @Test
    void readsMillisecondsAndWritesThemAgain() throws MalformedException {
        String text = "2026-12-01T00:00:00.070Z";
        assertThat(Instants.parseMillis(text)).isEqualTo("2026-12-01T00:00:00.070Z");
        assertThat(Instants.formatMillis(Instants.parseMillis(text))).isEqualTo(text);
    }

    @Test
    void cutsOffWhatASpellingCannotHold() {
        Instant instant = Instant.parse("2026-12-01T00:00:00.999999999Z");
        assertThat(Instants.format(instant)).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(Instants.formatMillis(instant)).isEqualTo("2026-12-01T00:00:00.999Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-12-01",
                "2026-12-01T00:00Z",
                "2026-12-01T00:00:00",
                "2026-12-01T00:00:00+00:00",
                "2026-12-01t00:00:00z",
                "2026-12-01 00:00:00Z",
                "2026-12-01T00:00:00.000Z",
                "2026-12-01T24:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-12-01T00:60:00Z",
                "+2026-12-01T00:00:00Z",
                "-0001-12-01T00:00:00Z",
                "12026-12-01T00:00:00Z",
                "２026-12-01T00:00:00Z",
                " 2026-12-01T00:00:00Z",
                "2026-12-01T00:00:00Z\n"
            })
    void refusesEveryOtherSpellingOfSeconds(String text) {
        assertThatThrownBy(() -> Instants.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("wanted an instant like `2026-12-01T00:00:00Z`, found `");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T00:00:00Z",
                "2026-12-01T00:00:00.00Z",
                "2026-12-01T00:00:00.0000Z",
                "2026-12-01T00:00:00,000Z",
                "2026-12-01T24:00:00.000Z",
                "2026-12-31T23:59:60.000Z",
                "2026-02-30T00:00:00.000Z"
            })
    void refusesEveryOtherSpellingOfMilliseconds(String text) {
        assertThatThrownBy(() -> Instants.parseMillis(text))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("wanted an instant like `2026-12-01T00:00:00.000Z`, found `");
    }
}
