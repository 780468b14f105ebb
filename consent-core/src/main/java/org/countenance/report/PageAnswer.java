package org.countenance.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.Severity;
import org.countenance.verify.Verdict;

/** The head of the page: the answer, what it rests on, and how much of what. */
final class PageAnswer {

    private static final List<String> SECTIONS = List.of("next", "findings", "people", "uses", "basis");

    private final Page page;
    private final Markup out;
    private final ReportWords words;
    private final Verdict verdict;

    PageAnswer(Page page) {
        this.page = page;
        this.out = page.out();
        this.words = page.words();
        this.verdict = page.verdict();
    }

    void write() throws IOException {
        out.raw("<header class=\"answer ").raw(verdict.outcome().word()).raw("\">\n");
        out.element("p class=\"kind\"", words.text("kind"));
        out.element("h1", page -> page.foreign(verdict.basis().title()));
        page.outcome("p", verdict.outcome());
        mode();
        out.element("p class=\"rests\"", page.account().assurance());
        out.element("p class=\"claim\"", page.account().statement());
        counts();
        out.raw("</header>\n");
        contents();
    }

    /** What is not an answer of now says so before anything else. */
    private void mode() throws IOException {
        if (verdict.basis().mode() != Request.Mode.CURRENT) {
            out.element(
                    "p class=\"mode\"",
                    words.text(
                            "mode." + verdict.basis().mode().name().toLowerCase(Locale.ROOT),
                            page.shown(verdict.basis().evaluated())));
        }
    }

    private void counts() throws IOException {
        out.raw("<ul class=\"counts\">\n");
        out.element("li", words.count("count.uses", verdict.uses().size()));
        for (Outcome outcome : Outcome.values()) {
            long count = verdict.count(outcome);
            if (count > 0) {
                out.element(
                        "li class=\"" + outcome.word() + "\"",
                        words.text("count.uses." + outcome.word(), ReportWords.number(count)));
            }
        }
        List<String> findings = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (verdict.count(severity) > 0) {
                findings.add(words.count("count." + severity.word(), verdict.count(severity)));
            }
        }
        if (!findings.isEmpty()) {
            out.element("li", words.text("count.findings", words.list(findings)));
        }
        out.raw("</ul>\n");
    }

    private void contents() throws IOException {
        out.raw("<nav aria-label=\"").text(words.text("contents")).raw("\"><ul>\n");
        for (String section : SECTIONS) {
            out.raw("<li><a href=\"#")
                    .raw(section)
                    .raw("\">")
                    .text(words.text("section." + section))
                    .raw("</a></li>\n");
        }
        out.raw("</ul></nav>\n");
    }
}
