package org.countenance.report;

import java.io.IOException;
import java.util.stream.Collectors;
import org.countenance.base.PlainText;

/** Elements of XML 1.0 on their way out; no text in them becomes markup or a character that XML does not have. */
final class Xml {

    private final Appendable out;
    private int depth;

    Xml(Appendable out) {
        this.out = out;
    }

    void begin() throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    void open(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.append(">\n");
        depth++;
    }

    void close(String name) throws IOException {
        depth--;
        out.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    /** An element without content. */
    void leaf(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.append("/>\n");
    }

    /** An element that holds these lines; none where there is nothing to hold and no attribute to tell. */
    void text(String name, String lines, String... attributes) throws IOException {
        if (lines.isEmpty() && attributes.length == 0) {
            return;
        }
        tag(name, attributes);
        out.append('>')
                .append(lines.lines().map(Xml::escaped).collect(Collectors.joining("\n")))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private void tag(String name, String... attributes) throws IOException {
        out.append("  ".repeat(depth)).append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
    }

    private static String escaped(String text) {
        return PlainText.shown(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
