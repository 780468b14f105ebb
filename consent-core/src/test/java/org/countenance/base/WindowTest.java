package org.countenance.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Window DAY = window(0, 24);

    @Test
    void holdsItsBeginningAndNotItsEnd() {
        assertThat(DAY.contains(hour(0))).isTrue();
        assertThat(DAY.contains(hour(24).minusNanos(1))).isTrue();
        assertThat(DAY.contains(hour(24))).isFalse();
        assertThat(DAY.contains(hour(0).minusNanos(1))).isFalse();
    }

    @Test
    void holdsWindowsThatDoNotReachOut() {
        assertThat(DAY.contains(DAY)).isTrue();
        assertThat(DAY.contains(window(1, 2))).isTrue();
        assertThat(DAY.contains(window(1, 25))).isFalse();
        assertThat(DAY.contains(window(-1, 2))).isFalse();
        assertThat(Window.ALWAYS.contains(new Window(hour(0), Window.NEVER))).isTrue();
    }

    @Test
    void meetsWhatSharesAnInstantAndNotWhatAdjoins() {
        assertThat(DAY.meets(window(23, 30))).isTrue();
        assertThat(window(23, 30).meets(DAY)).isTrue();
        assertThat(DAY.meets(window(24, 30))).isFalse();
        assertThat(window(24, 30).meets(DAY)).isFalse();
    }

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> window(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> window(2, 1));
    }

    @Test
    void tellsWhetherItEnds() {
        assertThat(DAY).hasToString("[2026-12-01T00:00:00Z, 2026-12-02T00:00:00Z)");
        assertThat(new Window(hour(0), Window.NEVER)).hasToString("[2026-12-01T00:00:00Z, perpetual)");
    }

    private static Window window(int from, int until) {
        return new Window(hour(from), hour(until));
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-12-01T00:00:00Z").plusSeconds(3600L * hour);
    }
}
