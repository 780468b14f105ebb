package org.countenance.report;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** The beginning of a page that fetches nothing: its policy forbids every connection and every script and style but its own. */
final class PageHead {

    private PageHead() {}

    /**
     * Writes everything before the body.
     *
     * @param title what the page is called
     * @param style its only style
     * @param script its only script; without one, none may run
     */
    static void write(Markup out, ReportWords words, String title, String style, Optional<String> script)
            throws IOException {
        out.raw("<!DOCTYPE html>\n<html lang=\"")
                .raw(words.language().tag())
                .raw("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .raw(policy(style, script))
                .raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", title)
                .raw("<style>")
                .raw(style)
                .raw("</style>\n</head>\n");
    }

    /** Nothing is fetched, nothing is sent, and nothing runs or paints but what came with the program. */
    private static String policy(String style, Optional<String> script) {
        return "default-src 'none'; style-src " + hash(style)
                + script.map(only -> "; script-src " + hash(only)).orElse("")
                + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }

    private static String hash(String text) {
        return "'sha256-" + Base64Padded.encode(Sha256.hash(Bytes.utf8(text))) + "'";
    }
}
