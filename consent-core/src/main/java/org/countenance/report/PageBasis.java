package org.countenance.report;

import java.io.IOException;
import org.countenance.base.Instants;
import org.countenance.record.Assurance;
import org.countenance.verify.Rule;
import org.countenance.verify.Verdict;

/** What the answer rests on, to the last hash, what was not checked, and what it is not. */
final class PageBasis {

    private final Page page;
    private final Markup out;
    private final ReportWords words;
    private final Verdict.Basis basis;

    PageBasis(Page page) {
        this.page = page;
        this.out = page.out();
        this.words = page.words();
        this.basis = page.verdict().basis();
    }

    void write() throws IOException {
        page.section("basis");
        out.element("h3", words.text("basis.assurance"));
        assurance(basis.assurance());
        out.element("h3", words.text("basis.steps"));
        steps();
        out.element("h3", words.text("basis.evidence"));
        evidence();
        out.element("p class=\"claim\"", words.text("basis.not"));
        page.endSection();
    }

    private void assurance(Assurance assurance) throws IOException {
        out.raw("<dl>\n");
        row("basis.producer", words.text("producer." + word(assurance.producer())));
        row("basis.identity", words.text("identity." + assurance.identity().word()));
        row(
                "basis.assets",
                words.text("basis.read", ReportWords.number(assurance.hashed()), ReportWords.number(assurance.of())));
        row("basis.inventory", words.text("inventory." + word(assurance.inventory())));
        row("basis.made", words.text("made." + word(assurance.made())));
        row(
                "basis.witnesses",
                assurance.witnesses() == 0
                        ? words.text("witnesses.none")
                        : words.count("witnesses", assurance.witnesses()));
        out.raw("</dl>\n");
    }

    private void steps() throws IOException {
        out.raw("<table>\n<thead><tr><th scope=\"col\">")
                .text(words.text("step"))
                .raw("</th><th scope=\"col\">")
                .text(words.text("step.result"))
                .raw("</th></tr></thead>\n<tbody>\n");
        for (Verdict.StepResult step : page.verdict().steps()) {
            out.raw("<tr><th scope=\"row\">")
                    .text(words.text("step." + step.step().word()))
                    .raw("</th><td class=\"");
            out.raw(word(step.result())).raw("\">").text(words.text("result." + word(step.result())));
            if (!step.why().isEmpty()) {
                out.text(words.text("colon")).sentence(page.say(step.why()));
            }
            out.raw("</td></tr>\n");
        }
        out.raw("</tbody>\n</table>\n");
    }

    private void evidence() throws IOException {
        out.raw("<dl class=\"hashes\">\n");
        row("basis.evaluated", Instants.format(basis.evaluated()));
        row("basis.log", basis.origin());
        row("basis.size", words.count("entries", basis.size()));
        row("basis.root", basis.root());
        row("basis.instant", Instants.format(basis.instant()));
        row("basis.manifest", basis.manifest().hex());
        row("basis.policy", basis.policy().hex());
        row("basis.rules", Rule.VERSION + ", " + Rule.tableHash().hex());
        out.raw("</dl>\n");
    }

    private void row(String key, String value) throws IOException {
        out.element("dt", words.text(key)).element("dd", item -> item.foreign(value));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
