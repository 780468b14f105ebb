package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countenance.Kit;
import org.countenance.jws.Algorithm;
import org.countenance.record.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Manifests and grants that were made to explode end in LC307, never in an endless run (decision.md section 2). */
class HostileTest {

    private static final String FORTY_DAYS = "'window':{'from':'2027-02-01T00:00:00Z','until':'2027-03-13T00:00:00Z'}";

    private static final String WORLDWIDE = Kit.GRANT.replace("'include':['CN']", "'include':['001']");

    private final Kit kit = new Kit();

    @Test
    @Timeout(120)
    void boundsScopesThatCutEverythingIntoPieces() throws Exception {
        scatteredGrants(40);
        Verdict verdict = verify(2_000, IntStream.of(0));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(verdict.rules()).contains(Rule.TOO_COMPLEX);
    }

    @Test
    @Timeout(120)
    void boundsManyUsesThatAreEachALotOfWork() throws Exception {
        scatteredGrants(40);
        Verdict verdict = verify(2_000, IntStream.range(0, 1_000));
        assertThat(verdict.uses()).allMatch(use -> use.outcome() == Outcome.UNDETERMINED);
        assertThat(verdict.rules()).contains(Rule.TOO_COMPLEX);
        assertThat(verdict.remedies()).isEmpty();
    }

    @Test
    @Timeout(120)
    void decidesManyStopsOnManyGrantsWithinItsAllowance() throws Exception {
        for (int i = 0; i < 60; i++) {
            kit.grant();
        }
        kit.at("2026-11-03");
        for (int i = 0; i < 60; i++) {
            kit.prohibit("'*'", "'*'", "all");
        }
        assertThat(verify(Verifier.BUDGET, IntStream.of(0)).outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(verify(1_000, IntStream.of(0)).rules()).contains(Rule.TOO_COMPLEX);
    }

    @Test
    @Timeout(120)
    void readsAPartyThatReplacedItsRecordThousandsOfTimes() throws Exception {
        kit.rotate(Kit.LIN, Kit.LIN, 3_000);
        kit.force(kit.hold(WORLDWIDE));
        kit.at("2026-12-15").renew();
        assertThat(verify(Verifier.BUDGET, IntStream.of(0)).outcome()).isEqualTo(Outcome.CLEARED);
    }

    @Test
    @Timeout(120)
    void doubtsAThousandRecordsThatAThiefMade() throws Exception {
        kit.update(Kit.LIN, Kit.LIN, Kit.LIN, "thief:sign,manage", "");
        kit.rotate(Kit.LIN, "thief", 1_000);
        kit.uses(Kit.LIN, "thief");
        kit.force(kit.hold(WORLDWIDE));
        kit.uses(Kit.LIN, Kit.LIN);
        String stolen = kit.key(Kit.LIN, Algorithm.ED25519).verificationKey().thumbprint();
        kit.sign(
                RecordKind.REVOCATION,
                Kit.LIN,
                kit.id(Kit.LIN),
                "{'target':'" + kit.id(Kit.LIN) + "','event':'compromised','kid':'" + stolen
                        + "','since':'2026-11-01T00:00:00Z'}");
        kit.at("2026-12-15").renew();
        Verdict verdict = verify(Verifier.BUDGET, IntStream.of(0));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(verdict.rules()).contains(Rule.KEY_COMPROMISED);
        assertThat(verdict.findings()).allMatch(finding -> finding.message().length() < 1_000);
    }

    /** Every grant allows another odd choice of territories for another stretch of days. */
    private void scatteredGrants(int count) {
        for (int i = 0; i < count; i++) {
            Random random = new Random(i);
            String territories = IntStream.range(0, 60)
                    .mapToObj(any -> random.nextInt(26 * 26))
                    .map(HostileTest::code)
                    .filter(HostileTest::isTerritory)
                    .distinct()
                    .map(code -> "'" + code + "'")
                    .collect(Collectors.joining(","));
            int from = 1 + random.nextInt(20);
            String shown = "'shown':{'from':'2027-02-" + (from < 10 ? "0" : "") + from
                    + "T00:00:00Z','until':'2027-03-0" + (1 + random.nextInt(9)) + "T00:00:00Z'}";
            kit.grant(text -> text.replace("'include':['CN']", "'include':['CN'," + territories + "]")
                    .replace("'include':['CN','CN',", "'include':['CN',")
                    .replaceAll("'shown':\\{[^}]*}", shown));
        }
    }

    private static String code(int number) {
        return "" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }

    private static boolean isTerritory(String code) {
        try {
            org.countenance.scope.Territories.of(java.util.Set.of(code));
            return !code.equals("CN")
                    && org.countenance.scope.Territories.of(java.util.Set.of(code))
                            .codes()
                            .contains(code)
                    && java.util.Arrays.asList(java.util.Locale.getISOCountries())
                            .contains(code);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Verdict verify(int budget, IntStream shots) throws Exception {
        kit.at("2026-12-15");
        String uses = shots.mapToObj(i -> use(i)).collect(Collectors.joining(","));
        String text = Kit.MANIFEST
                .replaceAll("'uses':\\[.*]}", "'uses':[" + uses.replace("$", "\\$") + "]}")
                .replace("'include':['CN']", "'include':['001']")
                .replaceAll("'window':\\{[^}]*}", FORTY_DAYS);
        Instant now = Instant.parse("2026-12-15T00:00:00Z");
        Instant start = Instant.now();
        Verdict verdict = kit.verifier("")
                .withBudget(budget)
                .verify(Request.now(kit.manifest(any -> text.replace('\'', '"')), now), kit.log());
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(90));
        return verdict;
    }

    private static String use(int i) {
        return "{'id':'u" + i + "','asset':'shot','person':'$lin','role':'depicted','portrays':'adult',"
                + "'modalities':['face'],'technique':'voice-clone','contexts':[],"
                + "'made':{'from':'2026-12-10T00:00:00Z','until':'2026-12-11T00:00:00Z'},'languages':['zh-Hans-x-"
                + Integer.toString(i, 36) + "']}";
    }
}
