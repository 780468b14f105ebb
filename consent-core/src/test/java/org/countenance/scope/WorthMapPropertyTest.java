package org.countenance.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.countenance.base.Window;
import org.countenance.scope.RandomSlice.Point;
import org.junit.jupiter.api.Test;

/** Random operations on maps, each against an array that holds the worth of every point by itself. */
class WorthMapPropertyTest {

    private static final int SLICES = 300;
    private static final int OPERATIONS = 25;

    @Test
    void agreesWithEveryPointTakenByItself() {
        for (long seed = 0; seed < SLICES; seed++) {
            for (Pair pair : pairs(seed, false)) {
                pair.assertAgreement(seed);
            }
        }
    }

    @Test
    void holdsMapsThatAgreeEverywhereAsOne() {
        for (long seed = 0; seed < SLICES; seed++) {
            List<Pair> pairs = pairs(seed, false);
            for (Pair a : pairs) {
                for (Pair b : pairs) {
                    assertThat(a.map.equals(b.map)).as("seed %d", seed).isEqualTo(Arrays.equals(a.worths, b.worths));
                }
            }
        }
    }

    @Test
    void rendersDisjointBoxesThatHoldJustThePointsAskedFor() {
        for (long seed = 0; seed < SLICES; seed++) {
            for (Pair pair : pairs(seed, false)) {
                pair.assertBoxes(seed, Worth.YES);
                pair.assertBoxes(seed, Worth.NO, Worth.UNDETERMINED);
            }
        }
    }

    @Test
    void rendersTheSameBoxesHoweverFinelyTheSpaceIsCut() {
        for (long seed = 0; seed < SLICES; seed++) {
            List<Pair> coarse = pairs(seed, false);
            List<Pair> fine = pairs(seed, true);
            for (int i = 0; i < coarse.size(); i++) {
                for (Worth worth : Worth.values()) {
                    assertThat(fine.get(i).map.boxes(worth))
                            .as("seed %d, map %d", seed, i)
                            .isEqualTo(coarse.get(i).map.boxes(worth));
                }
            }
        }
    }

    @Test
    void keepsTheLawsOfItsOperations() {
        for (long seed = 0; seed < SLICES; seed++) {
            List<Pair> pairs = pairs(seed, false);
            Random random = new Random(seed);
            WorthMap a = pairs.get(random.nextInt(pairs.size())).map;
            WorthMap b = pairs.get(random.nextInt(pairs.size())).map;
            WorthMap c = pairs.get(random.nextInt(pairs.size())).map;
            assertThat(a.or(b).or(c)).as("seed %d", seed).isEqualTo(c.or(a.or(b)));
            assertThat(a.and(b).and(c)).as("seed %d", seed).isEqualTo(b.and(c.and(a)));
            assertThat(a.or(b).invert())
                    .as("seed %d", seed)
                    .isEqualTo(a.invert().and(b.invert()));
            assertThat(a.minus(b).minus(c)).as("seed %d", seed).isEqualTo(a.minus(c.or(b)));
            assertThat(a.and(b.or(c))).as("seed %d", seed).isEqualTo(a.and(b).or(a.and(c)));
            assertThat(a.or(a.and(b))).as("seed %d", seed).isEqualTo(a);
            assertThat(a.invert().invert()).as("seed %d", seed).isEqualTo(a);
        }
    }

    /** The maps that a seed makes, in the plain space or in a finer one. */
    private static List<Pair> pairs(long seed, boolean finer) {
        Random random = new Random(seed);
        RandomSlice slice = new RandomSlice(random);
        // Both are made, so that what follows is the same for either.
        Space plain = slice.space();
        Space finerSpace = slice.finerSpace();
        Oracle oracle = new Oracle(slice, finer ? finerSpace : plain);
        List<Pair> pairs = new ArrayList<>();
        for (Worth worth : Worth.values()) {
            pairs.add(oracle.pair(oracle.space.all(worth), point -> worth));
        }
        for (int i = 0; i < OPERATIONS; i++) {
            pairs.add(
                    random.nextInt(3) == 0
                            ? oracle.leaf(random)
                            : oracle.combined(
                                    random,
                                    pairs.get(random.nextInt(pairs.size())),
                                    pairs.get(random.nextInt(pairs.size()))));
        }
        return pairs;
    }

    /** A map, and what each point is worth by itself. */
    private record Pair(List<Point> points, WorthMap map, Worth[] worths) {

        void assertAgreement(long seed) {
            for (int i = 0; i < worths.length; i++) {
                Point at = points.get(i);
                assertThat(map.worthAt(at.time(), at.territory(), at.medium(), at.speech()))
                        .as("seed %d, %s", seed, at)
                        .isEqualTo(worths[i]);
            }
            for (Worth worth : Worth.values()) {
                boolean somewhere = Arrays.asList(worths).contains(worth);
                assertThat(map.any(worth)).as("seed %d", seed).isEqualTo(somewhere);
                assertThat(map.is(worth))
                        .as("seed %d", seed)
                        .isEqualTo(Arrays.stream(worths).allMatch(worth::equals));
            }
        }

        void assertBoxes(long seed, Worth... wanted) {
            List<Part> parts = map.boxes(wanted);
            for (int i = 0; i < worths.length; i++) {
                Point at = points.get(i);
                assertThat(parts.stream().filter(at::isIn).count())
                        .as("seed %d, boxes that hold %s", seed, at)
                        .isEqualTo(Arrays.asList(wanted).contains(worths[i]) ? 1 : 0);
            }
        }
    }

    /** Knows what every point is worth without any diagram. */
    private static final class Oracle {

        private final RandomSlice slice;
        private final Space space;
        private final List<Point> points;

        Oracle(RandomSlice slice, Space space) {
            this.slice = slice;
            this.space = space;
            this.points = slice.points();
        }

        Pair pair(WorthMap map, java.util.function.Function<Point, Worth> worth) {
            return new Pair(points, map, points.stream().map(worth).toArray(Worth[]::new));
        }

        Pair leaf(Random random) {
            Scope scope = slice.scopes.get(random.nextInt(slice.scopes.size()));
            Window window = slice.windows.get(random.nextInt(slice.windows.size()));
            return switch (random.nextInt(3)) {
                case 0 -> pair(space.permitted(scope), yes(point -> permits(scope, point)));
                case 1 ->
                    pair(
                            space.forbidden(scope, window),
                            yes(point -> forbids(scope, point) && window.contains(point.time())));
                default -> pair(space.during(window), yes(point -> window.contains(point.time())));
            };
        }

        Pair combined(Random random, Pair a, Pair b) {
            Worth[] worths = new Worth[points.size()];
            int operation = random.nextInt(5);
            for (int i = 0; i < worths.length; i++) {
                worths[i] = switch (operation) {
                    case 0 -> Worth.values()[Math.max(a.worths[i].ordinal(), b.worths[i].ordinal())];
                    case 1 -> Worth.values()[Math.min(a.worths[i].ordinal(), b.worths[i].ordinal())];
                    case 2 -> Worth.values()[Math.min(a.worths[i].ordinal(), 2 - b.worths[i].ordinal())];
                    case 3 -> Worth.values()[2 - a.worths[i].ordinal()];
                    default -> a.worths[i] == Worth.UNDETERMINED ? Worth.YES : Worth.NO;
                };
            }
            return new Pair(points, map(operation, a.map, b.map), worths);
        }

        private static WorthMap map(int operation, WorthMap a, WorthMap b) {
            return switch (operation) {
                case 0 -> a.or(b);
                case 1 -> a.and(b);
                case 2 -> a.minus(b);
                case 3 -> a.invert();
                default -> a.where(Worth.UNDETERMINED);
            };
        }

        private static java.util.function.Function<Point, Worth> yes(Predicate<Point> when) {
            return point -> when.test(point) ? Worth.YES : Worth.NO;
        }

        private static boolean permits(Scope scope, Point point) {
            Speech speech = point.speech();
            boolean language = scope.languages().any()
                    || speech.tag().equals("zxx")
                    || scope.languages().tags().stream().anyMatch(range -> startsWith(speech.tag(), range));
            return language && contains(scope, point);
        }

        private static boolean forbids(Scope scope, Point point) {
            Speech speech = point.speech();
            boolean language = scope.languages().any()
                    || scope.languages().tags().stream()
                            .anyMatch(range -> startsWith(speech.tag(), range) || startsWith(range, speech.tag()));
            return (language || (speech.tag().equals("zxx") && !speaks(scope))) && contains(scope, point);
        }

        private static boolean contains(Scope scope, Point point) {
            return scope.shown().contains(point.time())
                    && (scope.territories().any()
                            || scope.territories().include().contains(point.territory()))
                    && (scope.media().any() || scope.media().items().contains(point.medium()))
                    && (scope.modalities().any()
                            || scope.modalities()
                                    .items()
                                    .contains(point.speech().modality()));
        }

        private static boolean speaks(Scope scope) {
            Set<Modality> named = scope.modalities().items();
            return scope.modalities().any()
                    || named.contains(Modality.VOICE)
                    || named.contains(Modality.SINGING_VOICE)
                    || (named.contains(Modality.FACE) && !scope.techniques().any());
        }

        private static boolean startsWith(String tag, String range) {
            return (tag + "-").startsWith(range + "-");
        }
    }
}
