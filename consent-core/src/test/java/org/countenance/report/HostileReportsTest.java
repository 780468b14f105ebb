package org.countenance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.countenance.Kit;
import org.countenance.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, titles, paths and words that others wrote do no harm in any report. */
class HostileReportsTest {

    /** What people may write and markup may take for its own. */
    private static final List<String> SEEN = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "</td></table> & &lt;b>",
            "]]> <!-- --> <![CDATA[ <?xml ?>",
            "[paid](https://evil.example) ![x](https://evil.example/x.png)",
            "https://evil.example http://evil.example www.evil.example WWW.evil.example",
            "<https://evil.example> <a@evil.example> a@evil.example",
            "@everybody #12 GH-12",
            "` `` ``` *bold* _it_ **b** ~~s~~ $x$ | cell | \\| \\",
            "# heading - item 1. item > quote",
            "{0} {{1}} {not a placeholder}",
            "\" ' onmouseover=alert(1) x=\"",
            "%s %n ${x} #{x}",
            "x".repeat(4096));

    /** What nobody can see, or what steers a terminal. */
    private static final List<String> UNSEEN = List.of(
            "\u202egnp.exe\u202c",
            "\u2066isolated\u2069",
            "\u001b[2J\u001b]0;title\u0007",
            "\u009b2J",
            "one\ntwo\r\nthree\u2028four\u2029five\u0085six",
            "zero\u200bwidth\u200d\u00ad\ufeff",
            "filler\u3164\u115f",
            "tags\udb40\udc41\udb40\udc7f",
            "\ud800 alone \udfff",
            "nul\u0000 \ufffe \uffff");

    static Stream<String> hostile() {
        return Stream.concat(SEEN.stream(), UNSEEN.stream());
    }

    private final Verdict verdict = verdict();

    /** Blocked for want of a grant, of a production whose title tries to be markup too. */
    private static Verdict verdict() {
        Kit kit = new Kit();
        return kit.verify("2027-01-10T00:00:00Z", text -> text.replace("A Test", "<b>A</b> [Test](x) @all | `x`"));
    }

    private Answer answer(String hostile) {
        return new Answer(verdict, party -> Optional.of(hostile), hostile, Optional.of(3));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void steersNoTerminalAndHidesNothing(String hostile) {
        for (ReportFormat format : ReportFormat.values()) {
            String report = ReportText.of(format, answer(hostile));
            assertSteersNothing(format, report);
        }
    }

    /** No character of a report moves a terminal's cursor, colours it or turns the text around. */
    static void assertSteersNothing(ReportFormat format, String report) {
        report.codePoints()
                .filter(c -> c != '\n')
                .forEach(c -> assertThat(Character.getType(c))
                        .as(format + " U+" + Integer.toHexString(c))
                        .isNotIn(
                                (int) Character.CONTROL,
                                (int) Character.FORMAT,
                                (int) Character.SURROGATE,
                                (int) Character.LINE_SEPARATOR,
                                (int) Character.PARAGRAPH_SEPARATOR));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void makesNoLineOfItsOwn(String hostile) {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(ReportText.of(format, answer(hostile)).lines().count())
                    .as(format.word())
                    .isEqualTo(ReportText.of(format, answer("Lin")).lines().count());
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isTextInMarkdown(String hostile) {
        Shape shape = Shape.of(ReportText.of(ReportFormat.MARKDOWN, answer(hostile)));
        assertThat(shape.others).isEqualTo(Shape.of(ReportText.of(ReportFormat.MARKDOWN, answer("Lin"))).others);
        assertThat(shape.texts).noneMatch(text -> text.matches("(?s).*(://|www\\.|WWW\\.|@\\w|#\\d).*"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isTextInMarkdownAsItWasWritten(String hostile) {
        String shown = org.countenance.base.PlainText.shown(hostile);
        Shape shape = Shape.of("Name: " + Markdown.text(hostile) + " and " + Markdown.code(hostile));
        assertThat(String.join("", shape.texts)).contains(shown.strip());
        assertThat(shape.code).contains(shown);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void leavesSarifAndTestReportsValid(String hostile) {
        String sarif = ReportText.of(ReportFormat.SARIF, answer(hostile));
        assertThat(Schemas.faults(Schemas.sarif(), sarif)).isEmpty();
        for (JsonNode result : Schemas.json(sarif).at("/runs/0/results")) {
            assertThat(result.at("/message/text").asText().replace("{{", "").replace("}}", ""))
                    .doesNotContain("{", "}")
                    .doesNotContainPattern("(?<!\\\\)\\[");
        }
        Schemas.checkJUnit(ReportText.of(ReportFormat.JUNIT, answer(hostile)));
    }

    @Test
    void givesFilesAddressesThatAreNothingElse() {
        assertThat(Sarif.uri("manifest.json")).isEqualTo("manifest.json");
        assertThat(Sarif.uri("../a b/林?#%.json")).isEqualTo("../a%20b/%E6%9E%97%3F%23%25.json");
        assertThat(Sarif.uri("/srv/x:y.json")).isEqualTo("file:///srv/x%3Ay.json");
        assertThat(Sarif.uri("javascript:alert(1)")).isEqualTo("javascript%3Aalert%281%29");
    }

    /** What a reader of Markdown takes for other than text. */
    static Set<String> others(String markdown) {
        return Shape.of(markdown).others;
    }

    /** What a reader of Markdown makes of a text. */
    private static final class Shape extends AbstractVisitor {

        private final Set<String> others = new TreeSet<>();
        private final List<String> texts = new java.util.ArrayList<>();
        private final List<String> code = new java.util.ArrayList<>();

        static Shape of(String markdown) {
            Shape shape = new Shape();
            Parser.builder().build().parse(markdown).accept(shape);
            return shape;
        }

        @Override
        public void visit(Text text) {
            texts.add(text.getLiteral());
        }

        @Override
        public void visit(Code literal) {
            code.add(literal.getLiteral());
        }

        @Override
        public void visit(Link link) {
            others.add("link " + link.getDestination());
        }

        @Override
        public void visit(Image image) {
            others.add("image " + image.getDestination());
        }

        @Override
        public void visit(HtmlBlock html) {
            others.add(html.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            if (!html.getLiteral().equals("<!-- -->")) {
                others.add(html.getLiteral());
            }
        }
    }
}
