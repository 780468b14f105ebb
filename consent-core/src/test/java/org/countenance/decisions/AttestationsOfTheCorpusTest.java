package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.jws.Algorithm;
import org.countenance.jws.DsseEnvelope;
import org.countenance.jws.SigningKey;
import org.countenance.report.Attestation;
import org.countenance.report.AttestedAnswer;
import org.countenance.report.Schemas;
import org.countenance.report.VerdictJson;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every answer of the corpus as in-toto statements: the verdict whatever it says, a result of what is cleared now alone. */
class AttestationsOfTheCorpusTest {

    private static final Map<String, CorpusFile> CASES = CorpusFile.all(CorpusFile.DIRECTORY);
    private static final Schema SCHEMA = Schemas.ours("attestation");
    private static final SigningKey KEY = new Kit().key("platform", Algorithm.ED25519);
    private static final String CLEARED = "clears-as-many-assets-as-a-cap-allows.json";

    @TestFactory
    Stream<DynamicTest> saysNoMoreThanTheVerdict() {
        return CASES.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(Asked.verdict(each.getValue()))));
    }

    private static void check(Verdict verdict) throws MalformedException, NotVerifiedException {
        boolean current = verdict.basis().mode() == Request.Mode.CURRENT;
        List<JsonObject> statements = Attestation.statements(verdict, "manifest.json");
        assertThat(statements).hasSize(current && verdict.outcome() == Outcome.CLEARED ? 2 : 1);
        for (JsonObject statement : statements) {
            String json = JsonText.compact(statement);
            assertThat(Schemas.faults(SCHEMA, json)).as(json).isEmpty();
        }
        assertThat(statements.get(0).get("predicate")).contains(VerdictJson.toJson(verdict));
        Bytes file = Bytes.utf8(Attestation.sign(KEY, verdict, "manifest.json"));
        if (current) {
            AttestedAnswer answer = AttestedAnswer.parse(file, verdict.basis().manifest());
            assertThat(answer.outcome()).isEqualTo(verdict.outcome());
            assertThat(answer.isSignedBy(KEY.verificationKey())).isTrue();
        } else {
            assertThatThrownBy(() -> AttestedAnswer.parse(file, verdict.basis().manifest()))
                    .hasMessageContaining("wanted an answer of now");
        }
    }

    @Test
    void tellsWhatWasVerifiedInWordsThatAGateDemands() throws MalformedException {
        assertThat(JsonText.compact(statements().get(1)))
                .contains(
                        "\"predicateType\":\"https://in-toto.io/attestation/svr/v0.2\"",
                        "\"verifier\":{\"id\":\"https://countenance.org/verifier/rules/1\",\"policies\":[{\"name\":\"trust policy\"",
                        "\"properties\":[\"COUNTENANCE_CLEARED\"");
    }

    /** Whoever holds the key of one answer could sign anything: what contradicts itself is refused all the same. */
    @Test
    void refusesAResultThatDoesNotFollowFromTheVerdict() throws MalformedException {
        String verdict = JsonText.compact(statements().get(0));
        String result = JsonText.compact(statements().get(1));
        assertThat(statements()).hasSize(2);
        refuses("found another", verdict, result.replace("COUNTENANCE_CLEARED", "COUNTENANCE_WITNESSED"));
        refuses("found another", verdict.replace("\"outcome\":\"cleared\"", "\"outcome\":\"blocked\""), result);
        refuses("found one of mode historical", verdict.replace("\"current\"", "\"historical\""));
        refuses("wanted one verdict about the manifest", result);
        refuses("wanted one verdict about the manifest", verdict, verdict);
        refuses("wanted a known member", verdict.replace("{\"_type\"", "{\"more\":1,\"_type\""));
        refuses("wanted each member once", verdict.replace("{\"_type\"", "{\"_type\":\"\",\"_type\""));
    }

    @Test
    void leavesAsideWhatOthersSay() throws Exception {
        Verdict verdict = verdict();
        String foreign = JsonText.compact(statements().get(1)).replace("countenance.org/verifier", "example.com");
        Bytes file = Bytes.utf8(signed(foreign)
                + Attestation.sign(KEY, verdict, "manifest.json")
                + signed(foreign.replace("svr/v0.2", "release/v0.1")));
        assertThat(AttestedAnswer.parse(file, verdict.basis().manifest()).outcome())
                .isEqualTo(Outcome.CLEARED);
        assertThat(AttestedAnswer.isAllOurs(file)).isFalse();
        assertThat(AttestedAnswer.isAllOurs(Bytes.utf8(Attestation.sign(KEY, verdict, "manifest.json"))))
                .isTrue();
    }

    private static void refuses(String message, String... statements) {
        String file = Arrays.stream(statements)
                .map(AttestationsOfTheCorpusTest::signed)
                .collect(Collectors.joining());
        assertThatThrownBy(() ->
                        AttestedAnswer.parse(Bytes.utf8(file), verdict().basis().manifest()))
                .isInstanceOfAny(MalformedException.class, NotVerifiedException.class)
                .hasMessageContaining(message);
    }

    private static String signed(String statement) {
        return JsonText.compact(DsseEnvelope.sign(KEY, Attestation.PAYLOAD_TYPE, Bytes.utf8(statement))
                        .toJson())
                + "\n";
    }

    private static List<JsonObject> statements() {
        return Attestation.statements(verdict(), "manifest.json");
    }

    private static Verdict verdict() {
        return Asked.verdict(CASES.entrySet().stream()
                .filter(each -> each.getKey().endsWith(CLEARED))
                .findFirst()
                .orElseThrow()
                .getValue());
    }
}
