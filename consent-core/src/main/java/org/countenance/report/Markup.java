package org.countenance.report;

import java.io.IOException;
import org.countenance.base.PlainText;

/**
 * HTML as it is written. Whatever is not a constant of the page goes through {@link #text}, so that nobody's words become
 * markup.
 */
final class Markup {

    private final Appendable out;

    Markup(Appendable out) {
        this.out = out;
    }

    /** A piece of a sentence. */
    @FunctionalInterface
    interface Part {
        void write(Markup page) throws IOException;
    }

    /** Constants of the page and nothing else. */
    Markup raw(String constant) throws IOException {
        out.append(constant);
        return this;
    }

    /** Anybody's text; also what stands in an attribute between double quotes. */
    Markup text(String anybodys) throws IOException {
        String text = PlainText.shown(anybodys);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String instead = entity(text.charAt(i));
            if (!instead.isEmpty()) {
                out.append(text, from, i).append(instead);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
        return this;
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }

    /** Anybody's text whose direction does not touch what stands around it. */
    Markup foreign(String anybodys) throws IOException {
        return raw("<bdi>").text(anybodys).raw("</bdi>");
    }

    /** What the program says with anybody's words in it: those turn nothing around that stands beside them. */
    Markup sentence(String said) throws IOException {
        return raw("<bdi dir=\"ltr\">").text(said).raw("</bdi>");
    }

    /** An element with text in it; {@code tag} may have attributes. */
    Markup element(String tag, String text) throws IOException {
        return element(tag, page -> page.text(text));
    }

    /** An element with more in it; {@code tag} may have attributes. */
    Markup element(String tag, Part content) throws IOException {
        raw("<").raw(tag).raw(">");
        content.write(this);
        int end = tag.indexOf(' ');
        return raw("</").raw(end < 0 ? tag : tag.substring(0, end)).raw(">\n");
    }

    /** A sentence of the page in which {@code {0}} and so on stand for parts. */
    Markup say(String template, Part... parts) throws IOException {
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            text(template.substring(from, open));
            parts[Integer.parseInt(template.substring(open + 1, close))].write(this);
            from = close + 1;
        }
        return text(template.substring(from));
    }

    /** Text of the page in which code stands between backticks. */
    Markup prose(String text) throws IOException {
        String[] pieces = text.split("`", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i % 2 == 1) {
                raw("<code>").text(pieces[i]).raw("</code>");
            } else {
                text(pieces[i]);
            }
        }
        return this;
    }
}
