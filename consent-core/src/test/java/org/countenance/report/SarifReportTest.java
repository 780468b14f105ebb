package org.countenance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.countenance.Kit;
import org.countenance.verify.Verdict;
import org.junit.jupiter.api.Test;

/** What shows findings over time knows them again. */
class SarifReportTest {

    @Test
    void keepsTheFingerprintOfAFindingThatMovesInTheManifestAndIsAskedForLater() {
        Kit kit = new Kit();
        JsonNode before = finding(kit.verify("2027-01-10T00:00:00Z", text -> text));
        JsonNode after = finding(kit.verify("2027-01-11T00:00:00Z", text -> text.replaceFirst("\\{", "{\n\n")));
        assertThat(after.at("/locations/0/physicalLocation/region/startLine"))
                .isNotEqualTo(before.at("/locations/0/physicalLocation/region/startLine"));
        assertThat(after.get("partialFingerprints")).isEqualTo(before.get("partialFingerprints"));
    }

    private static JsonNode finding(Verdict verdict) {
        Answer answer = new Answer(verdict, party -> Optional.empty(), "manifest.json", Optional.of(3));
        return Schemas.json(ReportText.of(ReportFormat.SARIF, answer))
                .at("/runs/0/results")
                .valueStream()
                .filter(result -> result.get("ruleId").asText().equals("LC102"))
                .findFirst()
                .orElseThrow();
    }
}
