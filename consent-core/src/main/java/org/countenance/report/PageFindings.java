package org.countenance.report;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.countenance.record.Id;
import org.countenance.verify.Severity;

/** What the rules have to say, each reason once, by weight. */
final class PageFindings {

    private static final int LISTED = 200;
    private static final int EXAMPLES = 12;

    private final Page page;
    private final Markup out;
    private final ReportWords words;
    private final Explanations explanations;

    PageFindings(Page page) {
        this.page = page;
        this.out = page.out();
        this.words = page.words();
        this.explanations = page.explanations();
    }

    void write() throws IOException {
        page.section("findings");
        List<Cause> groups = page.dossier().groups();
        if (groups.isEmpty()) {
            out.element("p", words.text("findings.none"));
        }
        Map<Severity, Integer> written = new EnumMap<>(Severity.class);
        for (int i = 0; i < groups.size(); i++) {
            int before = written.merge(groups.get(i).severity(), 1, Integer::sum) - 1;
            if (before == 0) {
                out.raw(i == 0 ? "" : "</ul>\n");
                out.element(
                        "h3", words.text("severity." + groups.get(i).severity().word()));
                out.raw("<ul class=\"cards\">\n");
            }
            if (before < LISTED) {
                group(i, groups.get(i));
            }
        }
        out.raw(groups.isEmpty() ? "" : "</ul>\n");
        page.more(
                written.values().stream()
                        .mapToLong(each -> Math.max(0, each - LISTED))
                        .sum(),
                "more.findings");
        page.endSection();
    }

    private void group(int number, Cause group) throws IOException {
        String code = group.rule().code();
        out.raw("<li class=\"finding ").raw(group.severity().word()).raw("\">\n<h4><span class=\"rule\">");
        out.text(code).raw("</span> ").text(name(code)).raw("</h4>\n<p>");
        if (group.person().isPresent()) {
            page.who(group.person().get()).write(out);
            out.text(words.text("colon"));
        }
        out.sentence(page.say(group.message())).raw("</p>\n");
        if (group.found().isPresent()) {
            out.element(
                    "p",
                    item -> item.say(
                            words.text("found"),
                            each -> each.sentence(page.say(group.found().get()))));
        }
        where(group);
        out.raw("<button type=\"button\" data-group=\"")
                .raw(Integer.toString(number))
                .raw("\" hidden>");
        out.text(words.text("show.uses")).raw("</button>\n");
        meaning(code);
        out.raw("</li>\n");
    }

    private String name(String code) {
        return explanations.of(code).stream()
                .findFirst()
                .map(Explanations.Entry::name)
                .orElse("")
                .replace('-', ' ');
    }

    private void where(Cause group) throws IOException {
        List<String> uses = group.uses();
        out.raw("<p class=\"quiet\">");
        if (!uses.isEmpty()) {
            out.text(words.count("uses", uses.size())).text(words.text("colon"));
            for (int i = 0; i < Math.min(EXAMPLES, uses.size()); i++) {
                out.text(i == 0 ? "" : words.text("list")).foreign(uses.get(i));
            }
            if (uses.size() > EXAMPLES) {
                out.text(words.text("uses.more", ReportWords.number(uses.size() - (long) EXAMPLES)));
            }
        }
        if (group.findings().get(0).at().isPresent()) {
            var place = group.findings().get(0).at().get();
            out.text(uses.isEmpty() ? "" : words.text("semicolon"))
                    .text(words.text("place", place.pointer(), ReportWords.number(place.line())));
        }
        out.raw("</p>\n");
        records(group.findings().get(0).records());
        List<Id> people = group.people();
        if (group.person().isEmpty() && !people.isEmpty()) {
            List<Id> some = people.subList(0, Math.min(EXAMPLES, people.size()));
            out.element("p class=\"quiet\"", item -> {
                item.say(words.text("about"), page.everybody(some));
                if (people.size() > some.size()) {
                    item.text(words.text("uses.more", ReportWords.number(people.size() - (long) some.size())));
                }
            });
        }
    }

    private void records(List<Id> records) throws IOException {
        if (!records.isEmpty()) {
            List<Id> some = records.subList(0, Math.min(EXAMPLES, records.size()));
            out.element(
                    "p class=\"quiet\"",
                    item -> item.say(words.text("records"), each -> {
                        for (int i = 0; i < some.size(); i++) {
                            each.text(i == 0 ? "" : words.text("list"));
                            page.id(some.get(i)).write(each);
                        }
                    }));
        }
    }

    private void meaning(String code) throws IOException {
        for (Explanations.Entry entry : explanations.of(code)) {
            out.raw("<details><summary>").text(words.text("meaning", code)).raw("</summary>\n");
            for (String paragraph : entry.paragraphs()) {
                out.element("p", item -> item.prose(paragraph));
            }
            out.raw("</details>\n");
        }
    }
}
