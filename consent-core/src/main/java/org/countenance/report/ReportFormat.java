package org.countenance.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that an answer, or an audit of many, can be given in. A new one is a {@link Report} and an {@link AuditReport}, each in
 * a file of its own, and is named here. */
public enum ReportFormat {
    /** For a person at a terminal. */
    TEXT,
    /** For programs. */
    JSON,
    /** For whoever reads it in a browser or on paper. */
    HTML,
    /** For a pull request or a letter. */
    MARKDOWN,
    /** For what shows findings beside the manifest. */
    SARIF,
    /** For what shows the results of tests. */
    JUNIT;

    private Report report() {
        return switch (this) {
            case TEXT -> TextReport::render;
            case JSON -> VerdictJson::render;
            case HTML -> new HtmlReport();
            case MARKDOWN -> MarkdownReport::render;
            case SARIF -> SarifReport::render;
            case JUNIT -> JUnitReport::render;
        };
    }

    private AuditReport audit() {
        return switch (this) {
            case TEXT -> AuditText::render;
            case JSON -> AuditJson::render;
            case HTML -> AuditPage::render;
            case MARKDOWN -> AuditMarkdown::render;
            case SARIF -> AuditSarif::render;
            case JUNIT -> AuditJUnit::render;
        };
    }

    /** How it is asked for: {@code json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of this word; empty when there is none. */
    public static Optional<ReportFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** Every word, in their order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ReportFormat::word).toList();
    }

    /** Writes the answer in this format. */
    public void render(Answer answer, Appendable out) throws IOException {
        report().render(answer, out);
    }

    /** Writes an audit in this format. */
    public void render(Audit audit, Appendable out) throws IOException {
        audit().render(audit, out);
    }
}
