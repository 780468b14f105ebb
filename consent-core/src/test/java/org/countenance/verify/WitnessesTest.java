package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.jws.Algorithm;
import org.countenance.registry.LogStore;
import org.countenance.report.TextReport;
import org.countenance.tlog.Cosigner;
import org.countenance.tlog.Cosigning;
import org.countenance.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

/** What witnesses do to an answer (log.md, Checkpoint; decision.md section 6, LC305). */
class WitnessesTest {

    private static final String NOW = "2026-12-15";

    private final Kit kit = new Kit();
    private final Cosigner mei = Cosigning.witness("mei.example");
    private final Cosigner bo = Cosigning.witness("bo.example", Algorithm.ML_DSA_44);
    private final Cosigner wu = Cosigning.witness("wu.example");
    private final String three =
            (Cosigning.line("mei", mei) + Cosigning.line("bo", bo) + Cosigning.line("wu", wu)).replace("\n", "\\n");
    private final String twoOfThree = three + "group g 2 mei bo wu\\nquorum g\\n";

    private void cosign(Cosigner witness, String instant) {
        LogStore.Head head = kit.log().head();
        kit.log().replaceCheckpoint(head, Cosigning.cosign(head.checkpoint(), witness, instant));
    }

    private Verdict verify(String policy) {
        return kit.verify(NOW, text -> text, "'witnesses':'" + policy + "'");
    }

    private static Finding witnesses(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.rule() == Rule.WITNESS_QUORUM)
                .findFirst()
                .orElseThrow();
    }

    private void grantUnderTwoWitnesses() {
        kit.at("2026-11-10").grant();
        cosign(mei, "2026-12-14T23:00:00Z");
        cosign(bo, "2026-12-14T22:00:00Z");
    }

    @Test
    void clearWhenEnoughHaveCosigned() {
        grantUnderTwoWitnesses();
        Verdict verdict = verify(twoOfThree);
        assertThat(verdict.outcome()).isEqualTo(Outcome.CLEARED);
        assertThat(verdict.basis().assurance().witnesses()).isEqualTo(2);
        assertThat(witnesses(verdict).severity()).isEqualTo(Severity.NOTE);
        assertThat(witnesses(verdict).wanted()).isEqualTo("cosignatures by 2 of mei, bo, wu");
        assertThat(witnesses(verdict).found()).isEqualTo("cosignatures by mei, bo and none by wu");
        assertThat(TextReport.render(verdict, party -> Optional.empty())).contains("; 2 witnesses.");
    }

    @Test
    void leaveDoubtWhenTooFewHaveCosigned() {
        kit.at("2026-11-10").grant();
        cosign(wu, "2026-12-14T23:00:00Z");
        Verdict verdict = verify(twoOfThree);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(verdict.basis().assurance().witnesses()).isEqualTo(1);
        assertThat(witnesses(verdict).severity()).isEqualTo(Severity.UNDETERMINED);
        assertThat(witnesses(verdict).found()).isEqualTo("cosignatures by wu and none by mei, bo");
        assertThat(TextReport.render(verdict, party -> Optional.empty())).contains("; 1 witness.");
    }

    @Test
    void leaveDoubtOnceTheHeadHasMovedOn() {
        grantUnderTwoWitnesses();
        kit.at("2026-12-14").party("later", "organisation", "");
        assertThat(witnesses(verify(twoOfThree)).found()).isEqualTo("none");
        assertThat(verify(twoOfThree).outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void makeAHeadAsOldAsTheQuorumIsHoweverOftenTheLogSignsIt() {
        kit.at("2026-11-10").grant();
        cosign(mei, "2026-12-14T23:00:00Z");
        cosign(bo, "2026-12-13T22:00:00Z");
        Verdict verdict = verify(twoOfThree);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(verdict.findings()).anyMatch(finding -> finding.rule() == Rule.STALE);
        cosign(wu, "2026-12-14T22:00:00Z");
        assertThat(verify(twoOfThree).outcome()).isEqualTo(Outcome.CLEARED);
    }

    @Test
    void leaveDoubtWhenTheirQuorumLiesInTheFuture() {
        kit.at("2026-11-10").grant();
        cosign(mei, "2026-12-16T00:00:00Z");
        Verdict alone = verify(three + "quorum mei\\n");
        assertThat(alone.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(alone.findings()).anyMatch(finding -> finding.rule() == Rule.STALE);
        cosign(bo, "2026-12-14T22:00:00Z");
        assertThat(verify(twoOfThree).outcome())
                .as("one clock that is ahead does not move the quorum")
                .isEqualTo(Outcome.CLEARED);
    }

    @Test
    void doNotAccuseTheLogWhenTheirClockIsBehind() {
        kit.at("2026-11-10").grant();
        kit.at("2026-12-14").party("later", "organisation", "");
        cosign(mei, "2026-12-13T20:00:00Z");
        Verdict behind = verify(three + "quorum mei\\n");
        assertThat(behind.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(behind.findings()).anyMatch(finding -> finding.rule() == Rule.STALE);
    }

    @Test
    void areANoteWhenNoneIsWanted() {
        grantUnderTwoWitnesses();
        for (String more : List.of("", "'witnesses':'" + three + "quorum none\\n'")) {
            Verdict verdict = kit.verify(NOW, text -> text, more);
            assertThat(verdict.outcome()).isEqualTo(Outcome.CLEARED);
            assertThat(verdict.basis().assurance().witnesses()).isZero();
            assertThat(witnesses(verdict).found()).isEqualTo("none wanted by the trust policy");
        }
    }

    @Test
    void areOthersThanTheLogItselfAndWitnessThisLog() throws MalformedException {
        List<VerifierKey> own = TrustPolicy.parse(kit.policy("")).log().stream()
                .map(dated -> dated.key())
                .toList();
        assertThatThrownBy(() ->
                        TrustPolicy.parse(kit.policy("'witnesses':'witness self " + own.get(1) + "\\nquorum self\\n'")))
                .hasMessageContaining("wanted witnesses other than the log itself, found `self`");
        assertThatThrownBy(() -> TrustPolicy.parse(kit.policy(
                        "'witnesses':'log " + Cosigning.witness("other.example").verifierKey() + "\\nquorum none\\n'")))
                .hasMessageContaining("a `log` line with a key of `log`");
        assertThat(TrustPolicy.parse(kit.policy("'witnesses':'log " + own.get(0) + "\\nquorum none\\n'"))
                        .witnesses()
                        .logs())
                .containsExactly(own.get(0));
    }

    @Test
    void tellTheLineOfAFaultInTheirPolicy() {
        assertThatThrownBy(() -> TrustPolicy.parse(kit.policy("'witnesses':'quorum mei\\n'")))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("witnesses, line 1: wanted a witness or group of an earlier line, found `mei`");
    }

    @Test
    void mayBeAsManyAsAnImplementationShouldTake() throws MalformedException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            text.append(Cosigning.line("w" + i, Cosigning.witness("w" + i, Algorithm.ML_DSA_44)));
        }
        Bytes policy = kit.policy(
                "'witnesses':'" + text.append("quorum w31\n").toString().replace("\n", "\\n") + "'");
        assertThat(TrustPolicy.parse(policy).witnesses().witnesses()).hasSize(32);
    }
}
