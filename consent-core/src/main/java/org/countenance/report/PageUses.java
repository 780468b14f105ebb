package org.countenance.report;

import java.io.IOException;
import java.util.List;

/** Where the script shows the uses, with what narrows them down; without it, what there is instead. */
final class PageUses {

    private final Page page;
    private final Markup out;
    private final ReportWords words;

    PageUses(Page page) {
        this.page = page;
        this.out = page.out();
        this.words = page.words();
    }

    void write() throws IOException {
        page.section("uses");
        out.raw("<noscript>").element("p", words.text("uses.without")).raw("</noscript>\n");
        out.raw("<form id=\"filters\" hidden>\n<fieldset><legend>")
                .text(words.text("filter"))
                .raw("</legend>\n");
        for (String each : List.of("outcome", "person", "rule", "episode")) {
            out.raw("<label>")
                    .text(words.text("filter." + each))
                    .raw(" <select name=\"")
                    .raw(each)
                    .raw("\">");
            out.raw("<option value=\"\">").text(words.text("filter.all")).raw("</option></select></label>\n");
        }
        out.raw("<label>").text(words.text("filter.text"));
        out.raw(" <input type=\"search\" name=\"text\" autocomplete=\"off\" spellcheck=\"false\"></label>\n");
        out.raw("<button type=\"reset\">").text(words.text("filter.clear")).raw("</button>\n</fieldset>\n</form>\n");
        out.raw("<p id=\"shown\" role=\"status\"></p>\n<ol id=\"list\" class=\"uses\"></ol>\n");
        out.raw("<nav id=\"pages\" hidden aria-label=\"")
                .text(words.text("pages"))
                .raw("\">");
        out.raw("<button type=\"button\" id=\"back\">")
                .text(words.text("pages.back"))
                .raw("</button> ");
        out.raw("<span id=\"where\"></span> <button type=\"button\" id=\"on\">");
        out.text(words.text("pages.on")).raw("</button></nav>\n");
        page.endSection();
    }
}
