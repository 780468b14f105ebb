package org.countenance.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A report as one text, for tests. */
public final class ReportText {

    private ReportText() {}

    public static String of(ReportFormat format, Answer answer) {
        StringBuilder out = new StringBuilder();
        try {
            format.render(answer, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The same of an audit. */
    public static String of(ReportFormat format, Audit audit) {
        return AuditCases.text(format, audit);
    }
}
