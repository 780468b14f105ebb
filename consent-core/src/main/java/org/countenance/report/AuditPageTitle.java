package org.countenance.report;

import java.io.IOException;
import java.util.List;

/** One title of an audit on its page, with every reason. */
final class AuditPageTitle {

    private final Markup page;
    private final ReportWords words;
    private final AuditAccount account;

    AuditPageTitle(Markup page, AuditAccount account) {
        this.page = page;
        this.account = account;
        this.words = account.words();
    }

    /** Where the title with this number is on the page. */
    static String anchor(int number) {
        return "title-" + (number + 1);
    }

    void write(AuditTitle title, int number) throws IOException {
        page.raw("<article id=\"").raw(anchor(number)).raw("\">\n");
        page.element("h3", heading -> {
            AuditPage.outcome(heading, account, title);
            heading.raw(" ").foreign(account.name(title));
        });
        page.element("p class=\"quiet\"", item -> item.foreign(title.manifest()));
        page.element("p", item -> item.sentence(account.source(title)));
        if (title.answer().isPresent()) {
            answer(title.answer().get());
        }
        page.raw("</article>\n");
    }

    private void answer(AuditAnswer answer) throws IOException {
        page.element("p", account.counts(answer) + " " + account.assurance(answer));
        page.element("p class=\"claim\"", account.statement(answer));
        page.raw("<ul class=\"cards\">\n");
        for (AuditConcern concern : answer.concerns()) {
            concern(concern);
        }
        page.raw("</ul>\n");
        list("audit.waivers", answer.waivers().stream().map(account::waiver).toList());
        list("audit.skipped", answer.skipped().stream().map(account::skipped).toList());
    }

    private void concern(AuditConcern concern) throws IOException {
        page.raw("<li class=\"finding ").raw(concern.severity().word()).raw("\">");
        page.raw("<span class=\"rule\">").text(concern.rule().code()).raw("</span> ");
        page.sentence(account.message(concern)).raw("\n");
        for (String detail : account.details(concern)) {
            page.element("p class=\"quiet\"", item -> item.sentence(detail));
        }
        page.raw("</li>\n");
    }

    private void list(String key, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        page.element("h4", words.text(key)).raw("<ul>\n");
        for (String line : lines) {
            page.element("li", item -> item.sentence(line));
        }
        page.raw("</ul>\n");
    }
}
