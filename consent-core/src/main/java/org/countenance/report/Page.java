package org.countenance.report;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.PlainText;
import org.countenance.base.Window;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;
import org.countenance.verify.Verdict;

/**
 * A page while it is written, and how it calls things.
 *
 * @param out the page
 * @param words its fixed words
 * @param account what it says of the answer as other reports do
 * @param dossier what it shows
 * @param names what people are called
 */
record Page(Markup out, ReportWords words, Account account, Dossier dossier, Names names) {

    private static final int NAME = 120;

    Verdict verdict() {
        return dossier.verdict();
    }

    /** What rules mean, in its language. */
    Explanations explanations() {
        return Explanations.in(words.language());
    }

    /** What the verdict says in English, in the words of the page. */
    String say(String english) {
        return words.say(english);
    }

    /** A person or organisation: name and short id. */
    Markup.Part who(Id party) {
        return page -> {
            Optional<String> name = name(party);
            if (name.isPresent()) {
                page.foreign(name.get()).raw(" ");
            }
            id(party).write(page);
        };
    }

    /** What a party is called, cut where it is too long for a line. */
    Optional<String> name(Id party) {
        return names.of(party).map(name -> PlainText.shown(name, NAME));
    }

    /** Several, with commas. */
    Markup.Part everybody(List<Id> parties) {
        return page -> {
            for (int i = 0; i < parties.size(); i++) {
                page.text(i == 0 ? "" : words.text("list"));
                who(parties.get(i)).write(page);
            }
        };
    }

    /** A short id that gives the long one when asked. */
    Markup.Part id(Id id) {
        return page -> page.raw("<code class=\"id\" title=\"")
                .text(id.text())
                .raw("\">")
                .text(id.shown())
                .raw("</code>");
    }

    /** An instant; a day alone where it is one's beginning. */
    Markup.Part when(Instant instant) {
        return page -> page.raw("<time>").text(shown(instant)).raw("</time>");
    }

    /** The same as text. */
    String shown(Instant instant) {
        if (instant.equals(Window.NEVER)) {
            return words.text("time.never");
        }
        if (instant.equals(Instant.MIN)) {
            return words.text("time.beginning");
        }
        String text = Instants.format(instant);
        return text.endsWith("T00:00:00Z")
                ? text.substring(0, 10)
                : text.replace('T', ' ').replace("Z", " UTC");
    }

    /** From when until when. */
    String shown(Window window) {
        return window.until().equals(Window.NEVER)
                ? words.text("time.on", shown(window.from()))
                : words.text("time.window", shown(window.from()), shown(window.until()));
    }

    /** An outcome with its sign, as it looks everywhere on the page. */
    void outcome(String tag, Outcome outcome) throws IOException {
        out.element(
                tag + " class=\"outcome " + outcome.word() + "\"",
                page -> page.raw("<span aria-hidden=\"true\">")
                        .text(words.text("sign." + outcome.word()))
                        .raw("</span> ")
                        .text(words.text("outcome." + outcome.word())));
    }

    /** The beginning of a section that the contents name. */
    void section(String id) throws IOException {
        out.raw("<section id=\"")
                .raw(id)
                .raw("\" aria-labelledby=\"")
                .raw(id)
                .raw("-title\">\n<h2 id=\"")
                .raw(id)
                .raw("-title\" tabindex=\"-1\">")
                .text(words.text("section." + id))
                .raw("</h2>\n");
    }

    void endSection() throws IOException {
        out.raw("</section>\n");
    }

    /** Says how much is not listed where a list is too long to be read. */
    void more(long left, String key) throws IOException {
        if (left > 0) {
            out.element("p class=\"quiet\"", words.count(key, left));
        }
    }
}
