package org.countenance.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.countenance.base.PlainText;
import org.countenance.json.JsonObject;
import org.countenance.verify.Severity;

/** The forms that SARIF gives to words, messages and addresses. */
final class Sarif {

    private static final String UNRESERVED = "-._~/";

    private Sarif() {}

    static String level(Severity severity) {
        return switch (severity) {
            case BLOCK, UNDETERMINED -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    /** {@code OutsideScope} for {@code outside-scope}. */
    static String name(String word) {
        return Arrays.stream(word.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    /** A message in which braces are no placeholders and brackets no links (SARIF 2.1.0, 3.11.5 and 3.11.6). */
    static JsonObject message(String text) {
        String escaped = text.lines()
                .map(PlainText::shown)
                .collect(Collectors.joining("\n"))
                .replace("\\", "\\\\")
                .replace("{", "{{")
                .replace("}", "}}")
                .replace("[", "\\[")
                .replace("]", "\\]");
        return JsonObject.builder().put("text", escaped).build();
    }

    /** The address of a file: relative as it was written, absolute with its scheme. */
    static String uri(String path) {
        String slashes = path.replace('\\', '/');
        StringBuilder uri = new StringBuilder(slashes.startsWith("/") ? "file://" : "");
        for (byte unit : slashes.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append('%')
                        .append(Integer.toHexString(0x100 | c).substring(1).toUpperCase(Locale.ROOT));
            }
        }
        return uri.toString();
    }
}
