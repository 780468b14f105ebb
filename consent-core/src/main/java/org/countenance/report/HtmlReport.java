package org.countenance.report;

import java.io.IOException;
import java.util.Optional;
import org.countenance.verify.Outcome;

/**
 * The verdict as one page for whoever reads it, with nothing to fetch: what matters is in its markup, so that it reads
 * without a program and on paper; the many uses are data that its own script shows on request. Its policy forbids every
 * connection and every script and style but its own.
 */
public final class HtmlReport implements Report {

    private final String style = PageResource.text("page.css");
    private final String script = PageResource.text("page.js");

    /** A page in the language of the answer that it shows. */
    public HtmlReport() {}

    @Override
    public void render(Answer answer, Appendable out) throws IOException {
        Account account = Account.of(answer);
        ReportWords words = account.words();
        Page page = new Page(new Markup(out), words, account, Dossier.of(answer), answer.names());
        PageHead.write(page.out(), words, title(page), style, Optional.of(script));
        page.out()
                .raw("<body>\n<a class=\"skip\" href=\"#next\">")
                .text(words.text("skip"))
                .raw("</a>\n");
        new PageAnswer(page).write();
        page.out().raw("<main>\n");
        new PageNext(page).write();
        new PageFindings(page).write();
        new PagePeople(page).write();
        new PageUses(page).write();
        new PageBasis(page).write();
        page.out().raw("</main>\n<script type=\"application/json\" id=\"data\">");
        new PageRows(page).write(out);
        page.out().raw("</script>\n<script>").raw(script).raw("</script>\n</body>\n</html>\n");
    }

    private static String title(Page page) {
        Outcome outcome = page.verdict().outcome();
        return page.words()
                .text(
                        "title",
                        page.words().text("outcome." + outcome.word()),
                        page.verdict().basis().title());
    }
}
