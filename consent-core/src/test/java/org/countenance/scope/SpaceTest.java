package org.countenance.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.countenance.base.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class SpaceTest {

    private static final int BUDGET = 1_000_000;
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final Window TEN_YEARS = new Window(START, START.plus(Duration.ofDays(3_650)));
    private static final List<String> LANGUAGES = List.of("zh-Hans", "zh-Hant", "en", "fr", "ja");

    @Test
    void subtractsThirtyHalfSizeScopesWithinTheBudget(TestReporter reporter) {
        for (long seed = 0; seed < 5; seed++) {
            List<Scope> scopes = halves(seed, 30);
            long start = System.nanoTime();
            Space space = new Space(everything(), scopes, List.of(), BUDGET);
            WorthMap left = space.all(Worth.YES);
            for (Scope scope : scopes) {
                left = left.minus(space.forbidden(scope, Window.ALWAYS));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            reporter.publishEntry("seed " + seed, space.size() + " nodes in " + took.toMillis() + " ms");
            assertThat(space.size()).as("seed %d", seed).isBetween(1_000, BUDGET);
            assertThat(left.any(Worth.YES)).as("seed %d", seed).isTrue();
            assertThat(left.any(Worth.NO)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void endsInTheSameMapWhateverTheOrderOfSubtraction() {
        List<Scope> scopes = halves(7, 12);
        Space space = new Space(everything(), scopes, List.of(), BUDGET);
        WorthMap forwards = space.all(Worth.YES);
        WorthMap together = space.all(Worth.NO);
        for (Scope scope : scopes) {
            forwards = forwards.minus(space.forbidden(scope, Window.ALWAYS));
        }
        for (int i = scopes.size() - 1; i >= 0; i--) {
            together = space.forbidden(scopes.get(i), Window.ALWAYS).or(together);
        }
        assertThat(space.all(Worth.YES).minus(together)).isEqualTo(forwards);
    }

    @Test
    void givesUpBeyondTheBudget() {
        List<Scope> scopes = halves(3, 30);
        Space space = new Space(everything(), scopes, List.of(), 2_000);
        assertThatThrownBy(() -> {
                    WorthMap left = space.all(Worth.YES);
                    for (Scope scope : scopes) {
                        left = left.minus(space.forbidden(scope, Window.ALWAYS));
                    }
                })
                .isInstanceOf(TooComplexException.class)
                .hasMessage("wanted at most 2000 nodes, found more");
        assertThat(space.size()).isLessThanOrEqualTo(2_000);
    }

    @Test
    void givesUpOnBoxesBeyondTheBudget() {
        List<Scope> scopes = halves(3, 30);
        Space space = new Space(everything(), scopes, List.of(), 40_000);
        WorthMap left = scopes.stream()
                .map(scope -> space.forbidden(scope, Window.ALWAYS))
                .reduce(space.all(Worth.YES), WorthMap::minus);
        assertThatThrownBy(() -> left.boxes(Worth.YES)).isInstanceOf(TooComplexException.class);
    }

    @Test
    void rendersAWholeRegionAsOneBox() {
        Space space = new Space(everything(), halves(1, 5), List.of(START.plusMillis(1)), BUDGET);
        assertThat(space.all(Worth.YES).boxes(Worth.YES))
                .containsExactly(new Part(
                        List.of(TEN_YEARS),
                        new TreeSet<>(everything().territories()),
                        new TreeSet<>(everything().media()),
                        new TreeSet<>(everything().speech())));
        assertThat(space.all(Worth.YES).boxes(Worth.NO)).isEmpty();
    }

    @Test
    void joinsTimesThatAdjoinAndKeepsMilliseconds() {
        Instant cut = START.plusMillis(1_500);
        Space space = new Space(everything(), List.of(), List.of(cut, cut.plusMillis(1)), BUDGET);
        WorthMap moment = space.during(new Window(cut, cut.plusMillis(1)));
        assertThat(moment.boxes(Worth.YES))
                .extracting(Part::times)
                .containsExactly(List.of(new Window(cut, cut.plusMillis(1))));
        assertThat(moment.boxes(Worth.NO))
                .extracting(Part::times)
                .containsExactly(List.of(new Window(START, cut), new Window(cut.plusMillis(1), TEN_YEARS.until())));
    }

    @Test
    void refusesWhatWouldSplitAnAtom() {
        List<Scope> scopes = halves(1, 2);
        Space space = new Space(everything(), scopes.subList(0, 1), List.of(), BUDGET);
        assertThatThrownBy(() -> space.permitted(scopes.get(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> space.forbidden(scopes.get(1), Window.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> space.during(new Window(START, START.plusMillis(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(space.during(new Window(START.minusMillis(1), START)).is(Worth.NO))
                .isTrue();
        assertThat(space.during(Window.ALWAYS).is(Worth.YES)).isTrue();
    }

    @Test
    void refusesPointsOutsideTheRegionAndMapsOfAnotherSpace() {
        Space space = new Space(everything(), List.of(), List.of(), BUDGET);
        WorthMap yes = space.all(Worth.YES);
        Speech silent = Speech.silent(Modality.FACE);
        assertThat(yes.worthAt(START, "CN", Medium.SVOD, silent)).isEqualTo(Worth.YES);
        assertThatThrownBy(() -> yes.worthAt(TEN_YEARS.until(), "CN", Medium.SVOD, silent))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> yes.worthAt(START, "UK", Medium.SVOD, silent))
                .isInstanceOf(IllegalArgumentException.class);
        WorthMap other = new Space(everything(), List.of(), List.of(), BUDGET).all(Worth.YES);
        assertThat(yes).isNotEqualTo(other);
        assertThatThrownBy(() -> yes.or(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesARegionWithoutPoints() {
        assertThatThrownBy(() -> new Region(TEN_YEARS, Set.of("CN"), Set.of(Medium.SVOD), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Every territory, medium and modality, in a handful of languages, for ten years. */
    private static Region everything() {
        Set<Speech> speech = new TreeSet<>();
        for (Modality modality : Modality.values()) {
            LANGUAGES.forEach(
                    tag -> speech.add(modality.isVoice() ? new Speech(modality, tag) : Speech.silent(modality)));
        }
        return new Region(TEN_YEARS, TerritoryTable.all(), EnumSet.allOf(Medium.class), speech);
    }

    /** Scopes of which every dimension is a random half. */
    private static List<Scope> halves(long seed, int count) {
        Random random = new Random(seed);
        List<Scope> scopes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant from = START.plus(Duration.ofDays(random.nextInt(1_825)));
            scopes.add(new Scope(
                    Choice.wildcard(),
                    Choice.of(half(EnumSet.allOf(Modality.class), random)),
                    Choice.wildcard(),
                    Choice.wildcard(),
                    Choice.of(half(EnumSet.allOf(Medium.class), random)),
                    Territories.of(half(TerritoryTable.all(), random)),
                    Languages.of(half(LANGUAGES, random)),
                    Window.ALWAYS,
                    new Window(from, from.plus(Duration.ofDays(1_825)))));
        }
        return scopes;
    }

    private static <T> Set<T> half(Collection<T> values, Random random) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return new TreeSet<>(shuffled.subList(0, shuffled.size() / 2));
    }
}
