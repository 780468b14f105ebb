package org.countenance.report;

import java.util.regex.Pattern;
import org.countenance.base.PlainText;

/** Escaping for Markdown, as CommonMark and GitHub read it. */
final class Markdown {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|~!$^=]");

    /**
     * What readers make links of by themselves, whatever is escaped: mentions and addresses, issue numbers, web addresses. A
     * comment in between keeps them apart.
     */
    private static final Pattern LINKS = Pattern.compile("[@#]|:(?=/)|(?i:www)(?=\\.)");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** A text that stands for itself, anywhere but at the beginning of a line. */
    static String text(String text) {
        String entities =
                PlainText.shown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String escaped = MARKUP.matcher(entities).replaceAll("\\\\$0");
        return LINKS.matcher(escaped).replaceAll("$0<!-- -->");
    }

    /** A text to be copied, between as many backticks as it takes. */
    static String code(String text) {
        int longest = BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String space = longest > 0 ? " " : "";
        return fence + space + PlainText.shown(text) + space + fence;
    }
}
