package org.countenance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.verify.Rule;
import org.countenance.verify.Verdict;
import org.junit.jupiter.api.Test;

/** What the page holds, without a browser. */
class HtmlReportTest {

    private static final Answer BLOCKED = new ReportCases().blocked(57);
    private static final String PAGE = ReportCases.page(BLOCKED);

    private static String between(String page, String from, String until) {
        int start = page.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        return page.substring(start + from.length(), page.indexOf(until, start + from.length()));
    }

    private static String visible(String page) {
        return page.replaceAll("(?s)<(style|script)[^>]*>.*?</\\1>", "").replaceAll("<[^>]*>", "");
    }

    private static JsonNode data(String page) throws IOException {
        return new ObjectMapper()
                .readTree(between(page, "<script type=\"application/json\" id=\"data\">", "</script>"));
    }

    @Test
    void saysTheAnswerAndWhatItRestsOnBeforeAnythingElse() {
        String head = between(PAGE, "<header", "</header>");
        assertThat(head)
                .contains(
                        "The Jade Hairpin",
                        "Blocked",
                        "As declared by the producer: 0 of 57 files were read; no inventory; making declared;"
                                + " identities self-asserted; no witnesses.",
                        "This answer is given under these rules, as of 2027-01-15T00:00:00Z, as declared by the producer.",
                        "57 uses",
                        "22 cleared",
                        "35 blocked");
        assertThat(PAGE.indexOf("id=\"next\"")).isLessThan(PAGE.indexOf("id=\"findings\""));
    }

    @Test
    void saysThatNoViolationWasFoundOnlyWhereTheAnswerIsCleared() {
        String claim = "No violation found under these rules, as of 2027-01-15T00:00:00Z, as declared by the producer.";
        String cleared = ReportCases.page(new ReportCases().cleared(10));
        assertThat(cleared).contains(claim, "Nothing has to be signed.");
        assertThat(PAGE).doesNotContain("No violation found", "Nothing has to be signed.");
    }

    @Test
    void neverSpeaksOfTheLaw() {
        assertThat(visible(PAGE)).doesNotContainIgnoringCase("legal").doesNotContainIgnoringCase("complian");
    }

    @Test
    void namesWhoWouldSignAndWhatNoSignatureSettles() {
        String next = visible(between(PAGE, "<section id=\"next\"", "</section>"));
        assertThat(next)
                .contains(
                        "Do not release it",
                        "Lin Yue",
                        "Mara Okafor",
                        "would sign a grant for 12 uses",
                        "LC104",
                        "LC101")
                .doesNotContain("Tomás Rey");
    }

    @Test
    void tellsEachReasonOnce() {
        String findings = visible(between(PAGE, "<section id=\"findings\"", "</section>"));
        assertThat(findings.split("withdrawn on 2026-12-20", -1)).hasSize(2);
        assertThat(findings).contains("12 uses: u1, u6", "first at /uses/0 (line ");
    }

    @Test
    void tellsOfEverybodyWhatBecameOfTheirConsent() {
        String people = between(PAGE, "<section id=\"people\"", "</section>");
        assertThat(people.split("<svg", -1)).hasSize(ReportCases.people().length + 1);
        assertThat(visible(people))
                .contains("No grant by this person to this producer for this production.")
                .contains("Stops new material: 2026-12-27 on; first showings: 2026-12-27 on")
                .contains("Today: ended.", "Today: limited.", "Today: in force.", "Identity: self-asserted.")
                .containsPattern("Signed by Northlight Talent \\S+ as agent under ");
    }

    @Test
    void givesTheEvidenceExactly() {
        Verdict.Basis basis = BLOCKED.verdict().basis();
        assertThat(visible(between(PAGE, "<section id=\"basis\"", "</section>")))
                .contains(
                        basis.root(),
                        basis.policy().hex(),
                        basis.manifest().hex(),
                        Rule.tableHash().hex(),
                        basis.origin(),
                        "not checked: policy names no packs");
    }

    @Test
    void holdsEveryUseWithItsEvidence() throws IOException {
        JsonNode data = data(PAGE);
        assertThat(data.path("uses")).hasSize(57);
        JsonNode grants = data.path("grants");
        assertThat(grants).hasSize(BLOCKED.verdict().grants().size());
        assertThat(grants).anySatisfy(grant -> {
            assertThat(grant.path(2).asText()).isEqualTo("agent");
            assertThat(grant.path(6)).hasSize(1);
        });
        assertThat(data.path("uses").path(0).path(4).asInt()).isZero();
        assertThat(data.path("outcomes").path(0).asText()).isEqualTo("blocked");
    }

    @Test
    void allowsItsOwnScriptAndStyleAndNothingElse() {
        Matcher policy = Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(PAGE);
        assertThat(policy.find()).isTrue();
        String style = between(PAGE, "<style>", "</style>");
        String script = between(PAGE, "<script>", "</script>");
        assertThat(policy.group(1))
                .startsWith("default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) + ";")
                .contains("base-uri 'none'", "form-action 'none'")
                .doesNotContain("unsafe", "img-src", "connect-src");
        assertThat(PAGE.indexOf("Content-Security-Policy")).isLessThan(PAGE.indexOf("<style>"));
        assertThat(PAGE).doesNotContain(" style=", " onclick=", " onload=");
    }

    private static String hash(String text) {
        return "'sha256-"
                + Base64.getEncoder()
                        .encodeToString(Sha256.hash(Bytes.utf8(text)).toArray()) + "'";
    }

    @Test
    void namesNoPlaceOutsideItself() {
        assertThat(PAGE).doesNotContain("http:", "https:", "//cdn", "@import", "url(", " src=", "<link", "<iframe");
        assertThat(Pattern.compile("href=\"(?!#)").matcher(PAGE).find()).isFalse();
    }

    @Test
    void showsHostileTextAsText() throws IOException {
        String page = ReportCases.page(ReportCases.hostile().blocked(57));
        assertThat(page).doesNotContain(ReportCases.SCRIPT, "<img", "\u202E", "\u0007");
        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page.split("</script", -1)).hasSize(3);
        assertThat(page).contains("&lt;/script&gt;&lt;script&gt;", "Mara\\u202eabc\\u0007");
        assertThat(data(page).path("ids").toString()).contains("</script><script>", "\\\\u202e");
    }

    @Test
    void keepsTenThousandUsesSmall() {
        String page = ReportCases.page(new ReportCases().blocked(10_000));
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(5_000_000);
        assertThat(page).contains("10,000 uses");
    }

    @Test
    void writesTheSameForTheSameAnswer() {
        assertThat(ReportCases.page(BLOCKED)).isEqualTo(PAGE);
    }

    @Test
    void hasItsOwnWordsFromOnePlace() throws IOException {
        String source = PageResource.text("page.js");
        ReportWords words = ReportWords.in(org.countenance.words.Language.ENGLISH);
        Matcher asked = Pattern.compile("(?:say|add|line)\\(\"([a-z.]+)\"|words\\.([a-z]+)\\b|words\\[\"([a-z.]+)\"]")
                .matcher(source);
        List<String> keys = asked.results()
                .flatMap(each -> java.util.stream.Stream.of(each.group(1), each.group(2), each.group(3)))
                .filter(java.util.Objects::nonNull)
                .toList();
        assertThat(keys)
                .hasSizeGreaterThan(15)
                .allSatisfy(key -> assertThat(words.under("js.")).containsKey(key));
    }
}
