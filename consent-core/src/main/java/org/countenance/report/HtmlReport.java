package org.countenance.report;

import java.io.IOException;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.verify.Outcome;
import org.countenance.verify.Verdict;

/**
 * The verdict as one page for whoever reads it, with nothing to fetch: what matters is in its markup, so that it reads
 * without a program and on paper; the many uses are data that its own script shows on request. Its policy forbids every
 * connection and every script and style but its own.
 */
public final class HtmlReport implements Report {

    private final PageWords words;
    private final String style = PageResource.text("page.css");
    private final String script = PageResource.text("page.js");

    /** A page in a language that there are words in: {@code en}. */
    public HtmlReport(String language) {
        this.words = PageWords.in(language);
    }

    @Override
    public void render(Answer answer, Appendable out) throws IOException {
        Page page = new Page(new Markup(out), words, Dossier.of(answer), answer.names());
        head(page);
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

    private void head(Page page) throws IOException {
        page.out()
                .raw("<!DOCTYPE html>\n<html lang=\"")
                .raw(words.language())
                .raw("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .raw(policy())
                .raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", title(page.verdict()))
                .raw("<style>")
                .raw(style)
                .raw("</style>\n</head>\n");
    }

    private String title(Verdict verdict) {
        Outcome outcome = verdict.outcome();
        return words.text(
                "title",
                words.text("outcome." + outcome.word()),
                verdict.basis().title());
    }

    /** Nothing is fetched, nothing is sent, and nothing runs or paints but what came with the program. */
    private String policy() {
        return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }

    private static String hash(String text) {
        return "'sha256-" + Base64Padded.encode(Sha256.hash(Bytes.utf8(text))) + "'";
    }
}
