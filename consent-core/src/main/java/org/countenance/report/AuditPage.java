package org.countenance.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.verify.Rule;

/**
 * An audit as one page for whoever reads it, with nothing to fetch and no script: what it comes to first, then what stands in whose
 * way, then every title with all of its reasons.
 */
final class AuditPage {

    private static final List<String> SECTIONS = List.of("titles", "people", "rules", "ending", "each", "basis");

    private final Markup page;
    private final AuditAccount account;
    private final ReportWords words;

    private AuditPage(Audit audit, Appendable out) {
        this.page = new Markup(out);
        this.account = new AuditAccount(audit);
        this.words = account.words();
    }

    static void render(Audit audit, Appendable out) throws IOException {
        new AuditPage(audit, out).write();
    }

    private void write() throws IOException {
        PageHead.write(
                page,
                words,
                words.text("audit.title", account.counts()),
                PageResource.text("page.css"),
                Optional.empty());
        page.raw("<body>\n");
        head();
        page.raw("<main>\n");
        titles();
        people();
        lines("rules", account.summary().rules().stream().map(account::rule).toList());
        endings();
        section("each");
        for (int i = 0; i < account.audit().titles().size(); i++) {
            new AuditPageTitle(page, account).write(account.audit().titles().get(i), i);
        }
        page.raw("</section>\n");
        basis();
        page.raw("</main>\n</body>\n</html>\n");
    }

    private void head() throws IOException {
        String state =
                account.outcomeOfAll().map(outcome -> " " + outcome.word()).orElse("");
        page.raw("<header class=\"answer").raw(state).raw("\">\n");
        page.element("p class=\"kind\"", words.text("audit.kind"));
        page.element("h1", account.counts());
        page.element("p class=\"rests\"", account.sources());
        page.element("p class=\"claim\"", account.statement());
        page.raw("</header>\n<nav aria-label=\"").text(words.text("contents")).raw("\"><ul>\n");
        for (String section : SECTIONS) {
            page.element(
                    "li",
                    item -> item.raw("<a href=\"#")
                            .raw(section)
                            .raw("\">")
                            .text(words.text("audit." + section))
                            .raw("</a>"));
        }
        page.raw("</ul></nav>\n");
    }

    private void section(String id) throws IOException {
        page.raw("<section id=\"").raw(id).raw("\">\n");
        page.element("h2", words.text("audit." + id));
    }

    private void titles() throws IOException {
        section("titles");
        page.raw("<table>\n<thead><tr>");
        for (String column : List.of("answer", "name", "file", "uses", "given")) {
            page.raw("<th scope=\"col\">")
                    .text(words.text("audit.column." + column))
                    .raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>\n");
        List<AuditTitle> titles = account.audit().titles();
        for (int i = 0; i < titles.size(); i++) {
            AuditTitle title = titles.get(i);
            page.raw("<tr><td>");
            outcome(page, account, title);
            page.raw("</td><th scope=\"row\"><a href=\"#")
                    .raw(AuditPageTitle.anchor(i))
                    .raw("\">")
                    .foreign(account.name(title))
                    .raw("</a></th><td>")
                    .foreign(title.manifest())
                    .raw("</td><td>")
                    .text(title.answer().map(account::counts).orElse(""))
                    .raw("</td><td>")
                    .text(account.source(title))
                    .raw("</td></tr>\n");
        }
        page.raw("</tbody>\n</table>\n</section>\n");
    }

    /** An answer as it looks everywhere on the page. */
    static void outcome(Markup page, AuditAccount account, AuditTitle title) throws IOException {
        page.raw("<span class=\"outcome ")
                .raw(title.answer().map(answer -> answer.outcome().word()).orElse("undetermined"))
                .raw("\">")
                .text(account.outcome(title))
                .raw("</span>");
    }

    private void people() throws IOException {
        section("people");
        page.raw("<ul class=\"cards\">\n");
        for (AuditSummary.PersonLine line : account.summary().people()) {
            page.raw("<li>").element("p", item -> item.sentence(account.person(line)));
            page.raw("<ul>\n");
            for (String detail : account.personDetails(line)) {
                page.element("li", item -> item.sentence(detail));
            }
            page.raw("</ul></li>\n");
        }
        page.raw("</ul>\n</section>\n");
    }

    private void lines(String section, List<String> lines) throws IOException {
        section(section);
        page.raw("<ul>\n");
        for (String line : lines) {
            page.element("li", item -> item.sentence(line));
        }
        page.raw("</ul>\n</section>\n");
    }

    private void endings() throws IOException {
        section("ending");
        page.element("p class=\"quiet\"", words.text("audit.by", Instants.format(account.horizon())));
        page.raw("<ul>\n");
        for (AuditSummary.EndingLine line : account.summary().endings()) {
            page.raw("<li>").sentence(account.ending(line.ending())).raw("\n<ul>\n");
            for (AuditSummary.Relying each : line.titles()) {
                page.element("li", item -> item.sentence(account.endingTitle(each)));
            }
            page.raw("</ul></li>\n");
        }
        for (Audit.PolicyEnding ending : account.audit().policyEndings()) {
            page.element("li", item -> item.sentence(account.ending(ending)));
        }
        page.raw("</ul>\n</section>\n");
    }

    private void basis() throws IOException {
        Audit audit = account.audit();
        section("basis");
        page.raw("<dl class=\"hashes\">\n");
        for (String[] row : new String[][] {
            {"basis.evaluated", Instants.format(audit.evaluated())},
            {"basis.log", account.log()},
            {"basis.root", audit.log().root()},
            {"basis.policy", audit.policy().hex()},
            {"basis.rules", Rule.VERSION + ", " + Rule.tableHash().hex()}
        }) {
            page.element("dt", words.text(row[0])).element("dd", item -> item.foreign(row[1]));
        }
        page.raw("</dl>\n");
        page.element("p class=\"claim\"", words.text("basis.not"));
        page.raw("</section>\n");
    }
}
