package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.InMemoryLogStore;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;
import org.countenance.report.VerdictJson;
import org.countenance.verify.Happening.Returned;
import org.countenance.verify.Happening.Shot;
import org.countenance.verify.Happening.Voided;
import org.junit.jupiter.api.Test;

/** Section 7 of decision.md over random histories; `-Dscenarios` says how many. */
class PropertiesTest {

    private static final int SCENARIOS = Integer.getInteger("scenarios", 200);

    private interface Property {
        void check(Random random, Scenario scenario, String seed) throws Exception;
    }

    private static void forAll(Property property) {
        IntStream.range(0, SCENARIOS).forEach(seed -> {
            Random random = new Random(seed);
            Scenario scenario = Scenario.random(random);
            String told = "seed " + seed + " " + scenario;
            try {
                property.check(random, scenario, told);
            } catch (Exception e) {
                throw new AssertionError(told, e);
            }
        });
    }

    private static Outcome of(Verdict verdict, int shot) {
        return verdict.uses().get(shot).outcome();
    }

    @Test
    void coverageAgreesWithTheOracleAtEveryPoint() {
        Map<Outcome, Integer> met = new EnumMap<>(Outcome.class);
        forAll((random, scenario, seed) -> {
            Verdict verdict = Ledger.of(scenario).ask();
            Oracle oracle = new Oracle(scenario);
            for (int i = 0; i < scenario.shots().size(); i++) {
                Outcome wanted = oracle.outcome(scenario.shots().get(i));
                met.merge(wanted, 1, Integer::sum);
                assertThat(of(verdict, i))
                        .as(seed + " shot " + i + " " + verdict.findings())
                        .isEqualTo(wanted);
            }
        });
        assertThat(met)
                .as("outcomes")
                .hasSize(3)
                .allSatisfy((outcome, count) -> assertThat(count).isGreaterThan(SCENARIOS / 50));
    }

    @Test
    void aClosingRecordNeverMovesAUseTowardsCleared() {
        forAll((random, scenario, seed) -> {
            Verdict before = Ledger.of(scenario).ask();
            Happening closing = scenario.closing(random, Scenario.FIRST);
            Verdict after = Ledger.of(scenario.with(closing)).ask();
            for (int i = 0; i < scenario.shots().size(); i++) {
                // What voids a superseding grant puts the end of the old one in doubt, and no more than that.
                Outcome least = closing instanceof Voided && of(before, i) != Outcome.CLEARED
                        ? Outcome.UNDETERMINED
                        : of(before, i);
                assertThat(of(after, i)).as(seed + " with " + closing).isGreaterThanOrEqualTo(least);
            }
        });
    }

    @Test
    void aLogThatLacksAnEntryClearsNothing() {
        forAll((random, scenario, seed) -> {
            LogStore whole = Ledger.of(scenario).store(Scenario.ASKED);
            int missing = random.nextInt((int) whole.head().size());
            List<Bytes> entries = new ArrayList<>(whole.entries(0, whole.head().size()));
            entries.set(missing, entries.get((missing + 1) % entries.size()));
            assertThatThrownBy(() -> verifier().verify(request(scenario), other(whole, entries)))
                    .as(seed)
                    .isInstanceOf(NotVerifiedException.class);
        });
    }

    @Test
    void aGrantThatSupersedesNothingNeverMovesAUseAwayFromCleared() {
        forAll((random, scenario, seed) -> {
            Verdict before = Ledger.of(scenario).ask();
            Verdict after = Ledger.of(scenario.with(Scenario.grant(random))).ask();
            for (int i = 0; i < scenario.shots().size(); i++) {
                assertThat(of(after, i)).as(seed).isLessThanOrEqualTo(of(before, i));
            }
        });
    }

    @Test
    void theOrderOfTheManifestDoesNotMatter() {
        forAll((random, scenario, seed) -> {
            List<Shot> shuffled = new ArrayList<>(scenario.shots());
            Collections.shuffle(shuffled, random);
            Verdict before = Ledger.of(scenario).ask();
            Verdict after = Ledger.of(scenario.with(shuffled)).ask();
            for (int i = 0; i < shuffled.size(); i++) {
                assertThat(of(after, i))
                        .as(seed)
                        .isEqualTo(of(before, scenario.shots().indexOf(shuffled.get(i))));
            }
        });
    }

    @Test
    void removingAssetsLeavesWhatIsClearedCleared() {
        int[] removed = new int[1];
        forAll((random, scenario, seed) -> {
            List<Shot> part = new ArrayList<>(scenario.shots());
            part.removeIf(shot -> random.nextBoolean());
            if (!part.isEmpty()
                    && part.size() < scenario.shots().size()
                    && Ledger.of(scenario).ask().outcome() == Outcome.CLEARED) {
                assertThat(Ledger.of(scenario.with(part)).ask().outcome())
                        .as(seed + " without all but " + part)
                        .isEqualTo(Outcome.CLEARED);
                removed[0]++;
            }
        });
        assertThat(removed[0]).isPositive();
    }

    @Test
    void signingEveryRemedyClearsUnlessSomethingElseStandsInTheWay() {
        int[] closed = new int[1];
        forAll((random, scenario, seed) -> {
            Verdict before = Ledger.of(scenario).ask();
            for (Verdict.Remedy remedy : before.remedies()) {
                var request = remedy.request().toBuilder();
                List.of("v", "vocabulary", "iss", "sub", "aud").forEach(request::remove);
                Verdict after =
                        Ledger.of(scenario).grant(request.build().toString()).ask();
                assertThat(after.uses().stream().filter(use -> remedy.uses().contains(use.id())))
                        .as(seed + after.findings())
                        .isNotEmpty()
                        .allMatch(use -> use.outcome() == Outcome.CLEARED);
                closed[0]++;
            }
        });
        assertThat(closed[0]).isGreaterThan(SCENARIOS / 10);
    }

    @Test
    void theSameInputsGiveTheSameBytes() {
        forAll((random, scenario, seed) -> {
            LogStore log = Ledger.of(scenario).store(Scenario.ASKED);
            String first = VerdictJson.render(verifier().verify(request(scenario), log));
            assertThat(VerdictJson.render(verifier().verify(request(scenario), log)))
                    .as(seed)
                    .isEqualTo(first);
        });
    }

    @Test
    void askingLaterNeverClearsWhatWasNotCleared() {
        forAll((random, scenario, seed) -> {
            Ledger ledger = Ledger.of(scenario);
            Verdict now = ledger.ask();
            LocalDate then = Scenario.ASKED.plusDays(1 + random.nextInt(400));
            Verdict later = ledger.ask(then, List.of());
            for (int i = 0; i < scenario.shots().size(); i++) {
                if (of(now, i) != Outcome.CLEARED) {
                    assertThat(of(later, i)).as(seed + " on " + then).isNotEqualTo(Outcome.CLEARED);
                }
            }
        });
    }

    @Test
    void aClosingRecordThatIsNotLoggedYetClearsNothingThatTheLoggedOneWouldNot() {
        forAll((random, scenario, seed) -> {
            Happening closing = scenario.closing(random, Scenario.ASKED);
            if (closing.day().isBefore(Scenario.ASKED) || closing instanceof Returned) {
                return;
            }
            Verdict logged = Ledger.of(scenario.with(closing)).ask();
            Verdict also = Ledger.of(scenario).ask(Scenario.ASKED, List.of(closing));
            for (int i = 0; i < scenario.shots().size(); i++) {
                if (of(logged, i) != Outcome.CLEARED) {
                    assertThat(of(also, i)).as(seed + " also " + closing).isNotEqualTo(Outcome.CLEARED);
                }
            }
        });
    }

    @Test
    void replayAdmitsEverything() {
        forAll((random, scenario, seed) -> {
            LogStore log = Ledger.of(scenario).store(Scenario.ASKED);
            Set<String> keys = new TreeSet<>();
            for (long index = 0; index < log.head().size(); index++) {
                keys.addAll(SubjectKeys.of(LogStores.entry(log, index).jws()));
            }
            Slice replayed = Slice.read(log.name(), LogStores.source(log), keys);
            assertThat(replayed.refusals()).as(seed).isEmpty();
            assertThat(replayed.faults()).as(seed).isEmpty();
        });
    }

    private static Verifier verifier() throws Exception {
        return new Kit().verifier(Ledger.BELIEVED);
    }

    private static Request request(Scenario scenario) {
        return Request.now(
                Ledger.kit().manifest(any -> Ledger.manifest(scenario.shots())), Ledger.instant(Scenario.ASKED));
    }

    private static LogStore other(LogStore whole, List<Bytes> entries) {
        InMemoryLogStore store = new InMemoryLogStore(Kit.NAME, Bytes.EMPTY);
        List<LogStore.NewEntry> stored = entries.stream()
                .map(bytes -> new LogStore.NewEntry(bytes, "", Set.of()))
                .toList();
        store.append(new LogStore.Batch(
                store.head(), stored, List.of(), Map.of(), whole.head().checkpoint()));
        return store;
    }
}
