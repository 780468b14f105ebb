package org.countenance.scope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.countenance.base.Window;

/** A small random region, and scopes and windows that cut it every which way. */
final class RandomSlice {

    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final List<String> TERRITORIES = List.of("CN", "TW", "SG", "FR", "US");
    private static final List<Medium> MEDIA = List.of(Medium.SVOD, Medium.THEATRICAL, Medium.INTERNAL);
    private static final List<String> TAGS = List.of("zh", "zh-Hans", "zh-Hant", "en", "zxx");

    private final Random random;
    final Region region;
    final List<Scope> scopes;
    final List<Window> windows;

    RandomSlice(Random random) {
        this.random = random;
        Set<Speech> speech = new TreeSet<>();
        for (Modality modality : some(List.of(Modality.values()))) {
            some(TAGS).forEach(tag -> speech.add(new Speech(modality, tag)));
        }
        this.region = new Region(window(), some(TERRITORIES), some(MEDIA), speech);
        this.scopes =
                IntStream.range(0, 1 + random.nextInt(5)).mapToObj(i -> scope()).toList();
        this.windows = IntStream.range(0, 3).mapToObj(i -> window()).toList();
    }

    Space space() {
        return new Space(region, scopes, cuts(), 1_000_000);
    }

    /** The same slice, asked in another order and with cuts that change nothing. */
    Space finerSpace() {
        List<Scope> shuffled = new ArrayList<>(scopes);
        Collections.shuffle(shuffled, random);
        shuffled.add(scope());
        Set<Instant> cuts = new TreeSet<>(cuts());
        cuts.add(region.shown().from().plusMillis(1));
        return new Space(region, shuffled, cuts, 1_000_000);
    }

    /** Every point that something could tell from the others. */
    List<Point> points() {
        Set<Instant> times = new TreeSet<>(cuts());
        scopes.forEach(scope ->
                times.addAll(List.of(scope.shown().from(), scope.shown().until())));
        List<Point> points = new ArrayList<>();
        times.add(region.shown().from());
        times.add(region.shown().until().minusMillis(1));
        for (Instant time : times) {
            if (region.shown().contains(time)) {
                for (String territory : region.territories()) {
                    for (Medium medium : region.media()) {
                        region.speech().forEach(speech -> points.add(new Point(time, territory, medium, speech)));
                    }
                }
            }
        }
        return points;
    }

    private Set<Instant> cuts() {
        Set<Instant> cuts = new TreeSet<>();
        windows.forEach(window -> cuts.addAll(List.of(window.from(), window.until())));
        return cuts;
    }

    private Scope scope() {
        return new Scope(
                Choice.wildcard(),
                choice(List.of(Modality.values())),
                random.nextBoolean() ? Choice.wildcard() : Choice.of(Set.of(Technique.LIP_SYNC)),
                Choice.wildcard(),
                choice(MEDIA),
                random.nextInt(4) == 0 ? Territories.wildcard() : Territories.of(some(TERRITORIES)),
                random.nextInt(4) == 0 ? Languages.wildcard() : Languages.of(some(TAGS)),
                Window.ALWAYS,
                random.nextInt(4) == 0 ? Window.ALWAYS : window());
    }

    private <E extends Enum<E> & Word> Choice<E> choice(List<E> words) {
        return random.nextInt(4) == 0 ? Choice.wildcard() : Choice.of(some(words));
    }

    private Window window() {
        int from = random.nextInt(20);
        return new Window(instant(from), instant(from + 1 + random.nextInt(10)));
    }

    private static Instant instant(int step) {
        return START.plus(Duration.ofMillis(step * 7L));
    }

    private <T> Set<T> some(Collection<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return new LinkedHashSet<>(shuffled.subList(0, 1 + random.nextInt(shuffled.size())));
    }

    /** One point of the dimensions. */
    record Point(Instant time, String territory, Medium medium, Speech speech) {

        boolean isIn(Part part) {
            return part.times().stream().anyMatch(window -> window.contains(time))
                    && part.territories().contains(territory)
                    && part.media().contains(medium)
                    && part.speech().contains(speech);
        }
    }
}
