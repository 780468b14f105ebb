package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countenance.base.Window;
import org.countenance.registry.LogStore;
import org.countenance.verify.Finding;
import org.countenance.verify.Request;
import org.countenance.verify.Rule;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Between the instants that a verdict names, every case of the corpus has the same answer. */
class KeptAnswersTest {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> areTheSameAsLongAsTheyKeep() {
        return CorpusFile.all(CorpusFile.DIRECTORY).entrySet().stream()
                .filter(each -> !each.getValue().mode().equals("historical"))
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> compare(each.getValue())));
    }

    private static void compare(CorpusFile file) throws Exception {
        Request request = Asked.request(file);
        LogStore log = CorpusLog.inMemory(file);
        Verifier verifier = Verifier.trusting(TrustPolicy.parse(file.file("policy")));
        Verdict first = verifier.verify(request, log);
        for (Instant other : within(first.keeps(), first.basis().evaluated())) {
            Request later =
                    request.plan() ? Request.plan(request.manifest(), other) : Request.now(request.manifest(), other);
            Verdict again = verifier.verify(later.with(request.beside()), log);
            assertThat(told(again)).as("%s within %s", other, first.keeps()).isEqualTo(told(first));
        }
    }

    /** The ends, what lies beside the instant, and far away. */
    private static Set<Instant> within(Window keeps, Instant evaluated) {
        Set<Instant> some = new TreeSet<>(List.of(keeps.from(), FIRST, evaluated.plus(Duration.ofDays(20)), LAST));
        if (keeps.until().isBefore(Window.NEVER)) {
            some.add(keeps.until().minusNanos(1));
        }
        return some.stream()
                .filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST))
                .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS))
                .filter(keeps::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that is decided; words may tell the instant, and freshness is asked anew. */
    static String told(Verdict verdict) {
        return verdict.uses().stream().map(Verdict.UseVerdict::relied).toList()
                + verdict.grants().toString()
                + verdict.remedies().stream()
                        .map(remedy -> remedy.uses() + " " + remedy.signs())
                        .toList()
                + verdict.waivers().stream().map(Verdict.WaiverUse::findings).toList()
                + verdict.findings().stream()
                        .filter(finding -> finding.rule() != Rule.STALE)
                        .map(KeptAnswersTest::told)
                        .toList();
    }

    private static String told(Finding finding) {
        return finding.rule() + " " + finding.severity() + " " + finding.use() + " " + finding.person() + " "
                + finding.records() + " " + finding.waiver();
    }

    @Test
    void endWhereSomethingHappens() {
        List<Verdict> verdicts = CorpusFile.all(CorpusFile.DIRECTORY).values().stream()
                .filter(file -> file.mode().equals("current"))
                .map(Asked::verdict)
                .toList();
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.keeps().until().isBefore(LAST))
                .as("answers that end by the passing of time")
                .hasSizeGreaterThan(verdicts.size() / 2);
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.keeps()
                        .until()
                        .isAfter(verdict.basis().evaluated().plusSeconds(60)))
                .as("answers that keep for more than a minute")
                .hasSizeGreaterThan(verdicts.size() / 2);
    }
}
