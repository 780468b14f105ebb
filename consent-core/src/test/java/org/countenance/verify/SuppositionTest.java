package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordKind;
import org.countenance.registry.ProvenEntries;
import org.countenance.report.KeptAnswer;
import org.countenance.report.SavedAnswer;
import org.countenance.report.VerdictJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What would be, if somebody signed it; never what is. */
class SuppositionTest {

    private final Kit kit = new Kit();
    private final Id grant = kit.at("2026-11-01").grant();

    @Test
    void foretellsWhatTheSameRecordDoesOnceItIsLogged() throws Exception {
        kit.at("2026-12-15").renew();
        Verdict foretold = suppose(withdrawal(kit.key(Kit.LIN, Algorithm.ED25519)));
        kit.withdraw(grant, "");
        Verdict happened = kit.verify("2026-12-15", text -> text);
        assertThat(happened.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(foretold.uses()).isEqualTo(happened.uses());
        assertThat(foretold.findings().stream().filter(each -> each.use().isPresent()))
                .extracting(Finding::message)
                .containsExactlyElementsOf(happened.findings().stream()
                        .filter(each -> each.use().isPresent())
                        .map(Finding::message)
                        .toList());
    }

    @Test
    void leavesTheLogAndTheAnswerOfNowAsTheyWere() throws Exception {
        kit.at("2026-12-15").renew();
        String before = VerdictJson.render(kit.verify("2026-12-15", text -> text));
        suppose(withdrawal(kit.key(Kit.LIN, Algorithm.ED25519)));
        assertThat(VerdictJson.render(kit.verify("2026-12-15", text -> text))).isEqualTo(before);
    }

    @Test
    void neverClearsAndKeepsAtNoInstant() throws Exception {
        kit.at("2026-12-15").renew();
        Id other = kit.grant(text -> text.replace("'P-1'", "'P-2'"));
        Verdict verdict = suppose(withdrawal(other, kit.key(Kit.LIN, Algorithm.ED25519)));
        assertThat(verdict.uses()).allSatisfy(use -> assertThat(use.outcome()).isEqualTo(Outcome.CLEARED));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(verdict.findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("a supposition"));
        assertThat(VerdictJson.render(verdict)).contains("\"mode\": \"supposed\"");
    }

    @Nested
    class Refuses {

        @Test
        void aClearanceOrEvidenceOfIt() throws Exception {
            kit.at("2026-12-15").renew();
            ParsedRecord withdrawal = withdrawal(kit.key(Kit.LIN, Algorithm.ED25519));
            Request request = request(withdrawal);
            Verdict verdict = suppose(withdrawal);
            assertThatThrownBy(() -> ClearanceWriter.write(verdict, request.manifest()))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("one of mode supposed");
            ProvenEntries proven = proven();
            assertThatThrownBy(() -> SavedAnswer.of(
                            verdict,
                            request,
                            Bytes.EMPTY,
                            Bytes.EMPTY,
                            proven,
                            kit.log().moment().slice(),
                            any -> Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("supposition");
            TrustPolicy policy = TrustPolicy.parse(kit.policy(""));
            assertThatThrownBy(() -> KeptAnswer.question(request, policy, "1"))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void aSignerWhoMayNot() throws Exception {
            kit.at("2026-12-15").renew();
            assertThatThrownBy(() -> suppose(withdrawal(kit.key(Kit.STUDIO, Algorithm.ED25519))))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("wanted a record that the registry would take");
        }

        @Test
        void whatOpens() throws Exception {
            kit.at("2026-12-15").renew();
            ParsedRecord lifting = draft("lifted", grant)
                    .unsigned(kit.key(Kit.LIN, Algorithm.ED25519).verificationKey());
            assertThatThrownBy(() -> suppose(lifting)).hasMessageContaining("wanted a record that closes something");
        }

        @Test
        void toTakeASupposedRecordIntoALog() throws Exception {
            ParsedRecord withdrawal = withdrawal(kit.key(Kit.LIN, Algorithm.ED25519));
            kit.at("2026-12-15").renew();
            Request also = Request.now(kit.manifest(text -> text), kit.now())
                    .with(Beside.NOTHING.withAlso(List.of(withdrawal)));
            assertThatThrownBy(() -> kit.verifier("").verify(also, kit.log())).isInstanceOf(MalformedException.class);
        }

        @Test
        void toSupposeNothingOrToSupposeInEarnest() {
            assertThatThrownBy(() -> Request.supposing(kit.manifest(text -> text), kit.now(), List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private ProvenEntries proven() throws MalformedException, NotVerifiedException {
        return ProvenEntries.read(
                kit.log().moment().slice(), TrustPolicy.parse(kit.policy("")).keys());
    }

    private Request request(ParsedRecord supposed) {
        return Request.supposing(kit.manifest(text -> text), kit.now(), List.of(supposed));
    }

    private Verdict suppose(ParsedRecord supposed) throws MalformedException, NotVerifiedException {
        return kit.verifier("").verify(request(supposed), kit.log());
    }

    private ParsedRecord withdrawal(SigningKey key) throws MalformedException {
        return withdrawal(grant, key);
    }

    private ParsedRecord withdrawal(Id target, SigningKey key) throws MalformedException {
        return draft("withdrawn", target).with("scopes", "*").unsigned(key.verificationKey());
    }

    private Draft draft(String event, Id target) {
        return Draft.of(
                        RecordKind.REVOCATION,
                        Optional.of(kit.id(Kit.LIN)),
                        Optional.of(kit.id(Kit.LIN)),
                        Kit.NAME,
                        kit.now(),
                        new SecureRandom())
                .with("target", target.text())
                .with("event", event);
    }
}
