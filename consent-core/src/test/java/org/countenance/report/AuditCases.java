package org.countenance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.verify.Verdict;
import org.countenance.words.Language;

/** Audits of invented series, to try reports on. */
final class AuditCases {

    private static final Answer HOSTILE = ReportCases.hostile().blocked(12);

    private AuditCases() {}

    /** One title that is cleared, one that is blocked, and two without an answer. */
    static Audit mixed(int uses) {
        return of(
                new ReportCases().cleared(uses),
                List.of(
                        title("shows/cleared.json", new ReportCases().cleared(uses)),
                        title("shows/blocked.json", new ReportCases().blocked(uses)),
                        AuditTitle.failed(
                                "shows/broken.json", AuditTitle.State.UNREADABLE, "wanted a value, found `{`"),
                        AuditTitle.failed(
                                "shows/damaged.json", AuditTitle.State.UNPROVEN, "entry 3: wanted a, found b")));
    }

    /** The same with names, titles, paths and words that want to be more than text. */
    static Audit hostile(String words) {
        AuditAnswer answer = AuditAnswer.of(HOSTILE.verdict());
        AuditAnswer worse = new AuditAnswer(
                answer.production(),
                words,
                answer.outcome(),
                answer.evaluated(),
                answer.assurance(),
                answer.manifest(),
                answer.log(),
                answer.people(),
                answer.concerns(),
                List.of(new AuditAnswer.WaiverLine(
                        answer.endings().get(0).record(),
                        "LC121",
                        "use " + words,
                        answer.people().get(0).person().orElseThrow(),
                        words,
                        answer.evaluated(),
                        0)),
                List.of(new AuditAnswer.Skipped("law", words)),
                answer.endings());
        return of(
                new Answer(HOSTILE.verdict(), party -> Optional.of(words), words, Optional.of(3)),
                List.of(
                        AuditTitle.kept(words + "/a.json", worse),
                        AuditTitle.failed(words + "/b.json", AuditTitle.State.UNREADABLE, words)));
    }

    private static AuditTitle title(String file, Answer answer) {
        return AuditTitle.verified(file, AuditAnswer.of(answer.verdict()));
    }

    private static Audit of(Answer any, List<AuditTitle> titles) {
        Verdict.Basis basis = any.verdict().basis();
        return new Audit(
                basis.evaluated(),
                new AuditAnswer.Log(basis.origin(), basis.size(), basis.root(), basis.instant()),
                basis.policy(),
                Instant.parse("2028-04-15T00:00:00Z"),
                titles,
                3,
                List.of(new Audit.PolicyEnding(
                        "the log's key " + any.manifest(), Instant.parse("2027-02-01T00:00:00Z"))),
                any.names(),
                false,
                Optional.of(4),
                Language.ENGLISH);
    }

    static String text(ReportFormat format, Audit audit) {
        StringBuilder out = new StringBuilder();
        try {
            format.render(audit, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
