package org.countenance.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Window;
import org.countenance.manifest.Release;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;
import org.countenance.verify.Timeline;
import org.countenance.verify.Verdict;

/** Every person: how her uses were answered, what she gave and what became of it. */
final class PagePeople {

    private static final int LISTED = 200;
    private static final int EVENTS = 40;

    private final Page page;
    private final Markup out;
    private final ReportWords words;

    PagePeople(Page page) {
        this.page = page;
        this.out = page.out();
        this.words = page.words();
    }

    void write() throws IOException {
        page.section("people");
        List<Dossier.PersonLine> people = page.dossier().people();
        if (people.isEmpty()) {
            out.element("p", words.text("people.none"));
        } else {
            key();
        }
        for (int i = 0; i < Math.min(LISTED, people.size()); i++) {
            person(i, people.get(i));
        }
        page.more(people.size() - LISTED, "more.people");
        page.endSection();
    }

    private void key() throws IOException {
        out.raw("<ul class=\"key\" aria-hidden=\"true\">\n");
        for (String each : List.of("release", "made", "shown", "stopped", "doubtful", "logged", "today")) {
            out.raw("<li><span class=\"swatch ").raw(each).raw("\"></span>");
            out.text(words.text("key." + each)).raw("</li>\n");
        }
        out.raw("</ul>\n");
    }

    private void person(int number, Dossier.PersonLine person) throws IOException {
        String id = "person-" + number;
        out.raw("<article class=\"person\" aria-labelledby=\"" + id + "\">\n");
        out.element("h3 id=\"" + id + "\"", page.who(person.person()));
        out.raw("<p>");
        for (Map.Entry<Outcome, Long> each : person.outcomes().entrySet()) {
            page.outcome("span", each.getKey());
            out.text(words.count("uses", each.getValue())).raw(" ");
        }
        out.raw("<button type=\"button\" data-person=\"" + number + "\" hidden>");
        out.text(words.text("show.uses")).raw("</button></p>\n");
        if (person.timeline().isPresent()) {
            new PageTimeline(page, person.timeline().get()).write(id, id + "-words");
            out.raw("<ol class=\"events\" id=\"" + id + "-words\">\n");
            events(person, person.timeline().get());
            out.raw("</ol>\n");
        }
        out.raw("</article>\n");
    }

    private void events(Dossier.PersonLine person, Timeline timeline) throws IOException {
        for (Release release : first(page.verdict().declared().releases())) {
            out.element(
                    "li",
                    item -> item.say(
                            words.text("event.release"), each -> each.foreign(release.id()), when(release.window())));
        }
        for (Timeline.Consent consent : first(timeline.consents())) {
            out.element("li", item -> consent(person, consent));
        }
        for (Timeline.Stopped stop : first(timeline.stops())) {
            out.element("li class=\"stop\"", item -> stop(stop));
        }
        if (timeline.consents().isEmpty()) {
            out.element("li", words.text("event.none"));
        }
    }

    private static <T> List<T> first(List<T> list) {
        return list.subList(0, Math.min(EVENTS, list.size()));
    }

    private void consent(Dossier.PersonLine person, Timeline.Consent consent) throws IOException {
        out.say(
                words.text("event.consent"),
                page.id(consent.grant()),
                page.when(consent.logged()),
                when(consent.made()),
                when(consent.shown()));
        for (Verdict.GrantStanding grant : person.grants()) {
            if (grant.id().equals(consent.grant())) {
                out.raw(" ").text(words.text("event.today", words.text(standing(grant))));
                signed(grant);
            }
        }
    }

    private static String standing(Verdict.GrantStanding grant) {
        return "standing." + grant.standing().words().replace(' ', '-');
    }

    /** Who signed, where it was not the person with a key of her own, and how well the signer was identified. */
    private void signed(Verdict.GrantStanding grant) throws IOException {
        for (Verdict.Signed link : grant.chain()) {
            out.raw(" ")
                    .say(
                            words.text("event.signed"),
                            page.who(link.party()),
                            each -> each.text(words.say(link.capacity())),
                            page.id(link.link()));
        }
        out.raw(" ").text(words.text("event.identity", words.text("identity." + grant.identity())));
        if (grant.custody().isPresent()) {
            out.raw(" ")
                    .say(words.text("event.custody"), page.who(grant.custody().get()));
        }
    }

    private void stop(Timeline.Stopped stop) throws IOException {
        out.raw("<span class=\"rule\">").text(stop.rule().code()).raw("</span> ");
        if (!stop.grants().isEmpty()) {
            out.text(words.text("event.of")).raw(" ");
            for (Id grant : first(stop.grants())) {
                page.id(grant).write(out);
                out.raw(" ");
            }
        }
        out.sentence(page.say(stop.why())).text(words.text(stop.partial() ? "event.partial" : "event.whole"));
        out.raw(" ");
        if (!stop.certain()) {
            out.text(words.text("event.doubt")).raw(" ");
        }
        out.say(words.text("event.stops"), when(stop.made()), when(stop.fresh()), when(stop.out()));
    }

    private Markup.Part when(Optional<Window> window) {
        return window.map(this::when).orElse(item -> item.text(words.text("event.untouched")));
    }

    private Markup.Part when(Window window) {
        return item -> item.raw("<time>").text(page.shown(window)).raw("</time>");
    }
}
