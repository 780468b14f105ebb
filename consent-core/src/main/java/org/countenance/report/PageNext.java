package org.countenance.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.Instants;
import org.countenance.record.Id;
import org.countenance.record.Waiver;
import org.countenance.verify.Rule;
import org.countenance.verify.Verdict;

/** What officers let pass, then what there is to do: who must sign what, and what no signature takes away. */
final class PageNext {

    private static final int LISTED = 100;
    private static final int USES = 12;

    private final Page page;
    private final Markup out;
    private final ReportWords words;
    private final Verdict verdict;

    PageNext(Page page) {
        this.page = page;
        this.out = page.out();
        this.words = page.words();
        this.verdict = page.verdict();
    }

    void write() throws IOException {
        List<Verdict.WaiverUse> waived =
                verdict.waivers().stream().filter(each -> each.findings() > 0).toList();
        if (!waived.isEmpty()) {
            page.section("waivers");
            out.raw("<ul class=\"cards\">\n");
            for (Verdict.WaiverUse each : waived) {
                waiver(each.waiver(), each.findings());
            }
            out.raw("</ul>\n");
            page.endSection();
        }
        page.section("next");
        out.element("p", words.text("next." + verdict.outcome().word()));
        remedies();
        others();
        page.endSection();
    }

    private void waiver(Waiver waiver, long findings) throws IOException {
        out.element("li", item -> {
            item.say(
                    words.text("waiver"),
                    each -> each.raw("<strong>").text(waiver.rule()).raw("</strong>"),
                    each -> each.text(words.text(waiver.use().isPresent() ? "waiver.use" : "waiver.asset"))
                            .raw(" ")
                            .foreign(waiver.use().or(waiver::asset).orElse("")),
                    page.who(waiver.issuer()),
                    each -> each.text(Instants.format(waiver.until())),
                    each -> each.text(words.count("waiver.findings", findings)));
            item.raw("<p>").foreign(waiver.reason()).raw("</p>");
        });
    }

    private void remedies() throws IOException {
        List<Verdict.Remedy> remedies = verdict.remedies();
        if (remedies.isEmpty()) {
            return;
        }
        out.element("h3", words.text("next.sign"));
        out.element("p", words.text("next.sign.explained"));
        out.raw("<ol class=\"cards\">\n");
        for (int i = 0; i < Math.min(LISTED, remedies.size()); i++) {
            remedy(i, remedies.get(i));
        }
        out.raw("</ol>\n");
        page.more(remedies.size() - LISTED, "more.remedies");
        out.element("p class=\"quiet\"", item -> item.prose(words.text("next.how")));
    }

    private void remedy(int number, Verdict.Remedy remedy) throws IOException {
        out.raw("<li id=\"remedy-").raw(Integer.toString(number)).raw("\">");
        List<Id> consenting = remedy.signs().subList(1, remedy.signs().size());
        out.say(
                words.text(consenting.isEmpty() ? "remedy" : "remedy.with"),
                item -> item.raw("<strong>")
                        .element("span", page.who(remedy.signs().get(0)))
                        .raw("</strong>"),
                item -> item.text(words.count("uses", remedy.uses().size())),
                page.everybody(consenting));
        out.element("p class=\"quiet\"", item -> uses(remedy.uses()));
        out.raw("<details><summary>").text(words.text("remedy.terms")).raw("</summary>\n");
        new PageTerms(page).write(remedy.request());
        out.raw("</details></li>\n");
    }

    private void uses(List<String> uses) throws IOException {
        for (int i = 0; i < Math.min(USES, uses.size()); i++) {
            out.text(i == 0 ? "" : words.text("list")).foreign(uses.get(i));
        }
        if (uses.size() > USES) {
            out.text(words.text("uses.more", ReportWords.number(uses.size() - (long) USES)));
        }
    }

    /** What stands in the way whoever signs, with what its rule asks of a studio. */
    private void others() throws IOException {
        Map<Rule, Long> left = new LinkedHashMap<>();
        page.dossier()
                .unremedied()
                .forEach(group ->
                        left.merge(group.rule(), (long) Math.max(1, group.uses().size()), Long::sum));
        if (left.isEmpty()) {
            return;
        }
        out.element("h3", words.text(verdict.remedies().isEmpty() ? "next.others.alone" : "next.others"));
        out.raw("<ul class=\"cards\">\n");
        Explanations explanations = page.explanations();
        for (Map.Entry<Rule, Long> each : left.entrySet()) {
            out.element("li", item -> {
                item.raw("<strong>")
                        .text(each.getKey().code())
                        .raw("</strong> ")
                        .text(words.text("next.places", words.count("places", each.getValue())));
                for (Explanations.Entry entry : explanations.of(each.getKey().code())) {
                    item.element("p class=\"advice\"", advice -> advice.prose(entry.paragraph("Studio")));
                }
            });
        }
        out.raw("</ul>\n");
    }
}
