package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonText;
import org.countenance.jws.CompactJws;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;
import org.countenance.report.VerdictJson;
import org.countenance.tlog.Entry;
import org.countenance.verify.Scenario.Area;
import org.countenance.verify.Scenario.Granted;
import org.countenance.verify.Scenario.Shot;
import org.junit.jupiter.api.Test;

/** The properties of decision.md section 7 over random histories; the seed of a failure is in its message. */
class PropertiesTest {

    private static final int SCENARIOS = Integer.getInteger("scenarios", 300);

    @FunctionalInterface
    private interface Property {
        void check(Random random, Scenario scenario, String seed);
    }

    private static void forAll(Property property) {
        IntStream.range(0, SCENARIOS).forEach(seed -> {
            Random random = new Random(seed);
            property.check(random, Scenario.random(random), "seed " + seed);
        });
    }

    @Test
    void agreesWithTheOracleAtEveryPoint() {
        Set<Outcome> met = EnumSet.noneOf(Outcome.class);
        forAll((random, scenario, seed) -> {
            Verdict verdict = scenario.verdict();
            Oracle oracle = new Oracle(scenario);
            for (int i = 0; i < scenario.shots().size(); i++) {
                Outcome wanted = oracle.outcome(scenario.shots().get(i));
                met.add(wanted);
                assertThat(verdict.uses().get(i).outcome())
                        .as(seed + " " + scenario.events() + " "
                                + scenario.shots().get(i))
                        .isEqualTo(wanted);
            }
        });
        assertThat(met).contains(Outcome.CLEARED, Outcome.UNDETERMINED, Outcome.BLOCKED);
    }

    @Test
    void aClosingRecordNeverMovesAUseTowardsCleared() {
        forAll((random, scenario, seed) -> {
            List<Granted> granted = scenario.events().stream()
                    .filter(Granted.class::isInstance)
                    .map(Granted.class::cast)
                    .toList();
            Verdict before = scenario.verdict();
            Verdict after = scenario.with(Scenario.closing(random, granted)).verdict();
            for (int i = 0; i < before.uses().size(); i++) {
                assertThat(after.uses().get(i).outcome())
                        .as(seed)
                        .isGreaterThanOrEqualTo(before.uses().get(i).outcome());
            }
        });
    }

    @Test
    void aGrantNeverMovesAUseAwayFromCleared() {
        forAll((random, scenario, seed) -> {
            Verdict before = scenario.verdict();
            Verdict after = scenario.with(new Granted(
                            Scenario.FIRST.plusDays(random.nextInt(60)), Area.random(random, true), "P30D", true))
                    .verdict();
            for (int i = 0; i < before.uses().size(); i++) {
                assertThat(after.uses().get(i).outcome())
                        .as(seed)
                        .isLessThanOrEqualTo(before.uses().get(i).outcome());
            }
        });
    }

    @Test
    void theOrderOfTheManifestDoesNotMatter() {
        forAll((random, scenario, seed) -> {
            List<Shot> shuffled = new ArrayList<>(scenario.shots());
            Collections.shuffle(shuffled, random);
            List<Outcome> before = outcomes(scenario, scenario.shots());
            List<Outcome> after = outcomes(scenario.with(shuffled), scenario.shots());
            assertThat(after).as(seed).isEqualTo(before);
        });
    }

    @Test
    void removingAssetsLeavesWhatIsClearedCleared() {
        forAll((random, scenario, seed) -> {
            Verdict whole = scenario.verdict();
            if (whole.outcome() == Outcome.CLEARED && scenario.shots().size() > 1) {
                Verdict part = scenario.with(
                                scenario.shots().subList(0, scenario.shots().size() - 1))
                        .verdict();
                assertThat(part.outcome()).as(seed).isEqualTo(Outcome.CLEARED);
            }
        });
    }

    @Test
    void replayAdmitsWhatAdmissionAdmitted() {
        forAll((random, scenario, seed) -> {
            LogStore log = scenario.kit().log();
            Slice replayed = Slice.read(log.name(), LogStores.source(log), everyKey(log));
            assertThat(replayed.refusals()).as(seed).isEmpty();
            assertThat(replayed.faults()).as(seed).isEmpty();
            assertThat(replayed.signatures()).as(seed).isEqualTo((int)
                    log.head().size());
        });
    }

    @Test
    void everyAcceptedRecordReadsBackToItsBytes() {
        forAll((random, scenario, seed) -> {
            LogStore log = scenario.kit().log();
            for (Bytes stored : log.entries(0, log.head().size())) {
                Entry entry = parse(stored);
                CompactJws jws = entry.jws();
                assertThat(entry.bytes()).as(seed).isEqualTo(stored);
                assertThat(jws.text())
                        .as(seed)
                        .startsWith(jws.text().substring(0, jws.text().indexOf('.')) + "."
                                + Base64Url.encode(jws.payloadBytes()) + ".")
                        .endsWith("." + Base64Url.encode(jws.signature()));
                assertThat(JsonText.compact(jws.payload())).as(seed).isEqualTo(text(jws.payloadBytes()));
            }
        });
    }

    private static Entry parse(Bytes stored) {
        try {
            return Entry.parse(stored);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Bytes bytes) {
        try {
            return bytes.text();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> everyKey(LogStore log) {
        Set<String> keys = new TreeSet<>();
        for (long index = 0; index < log.head().size(); index++) {
            keys.addAll(SubjectKeys.of(LogStores.source(log).entry(index).jws()));
        }
        return keys;
    }

    @Test
    void theSameInputsGiveTheSameBytes() {
        forAll((random, scenario, seed) -> {
            var kit = scenario.kit();
            String manifest = scenario.manifest().replace('\'', '"');
            String first = VerdictJson.render(kit.verify(Scenario.asked(), text -> manifest));
            assertThat(VerdictJson.render(kit.verify(Scenario.asked(), text -> manifest)))
                    .as(seed)
                    .isEqualTo(first);
        });
    }

    @Test
    void signingTheRemedyClearsUnlessSomethingElseStandsInTheWay() {
        int[] closed = new int[1];
        forAll((random, scenario, seed) -> {
            var kit = scenario.kit();
            String manifest = scenario.manifest().replace('\'', '"');
            Verdict before = kit.verify(Scenario.asked(), text -> manifest);
            Set<Rule> others = EnumSet.of(Rule.PROHIBITED, Rule.CONTESTED);
            if (!before.remedies().isEmpty() && Collections.disjoint(before.rules(), others)) {
                var request = before.remedies().get(0).request().toBuilder();
                List.of("v", "vocabulary", "iss", "sub", "aud").forEach(request::remove);
                kit.sign(
                        org.countenance.record.RecordKind.GRANT,
                        "lin",
                        kit.id("lin"),
                        request.build().toString());
                assertThat(kit.verify(Scenario.asked(), text -> manifest).outcome())
                        .as(seed)
                        .isEqualTo(Outcome.CLEARED);
                closed[0]++;
            }
        });
        assertThat(closed[0]).isGreaterThan(SCENARIOS / 10);
    }

    private static List<Outcome> outcomes(Scenario scenario, List<Shot> order) {
        Verdict verdict = scenario.verdict();
        return order.stream()
                .map(shot -> verdict.uses().get(scenario.shots().indexOf(shot)).outcome())
                .toList();
    }
}
