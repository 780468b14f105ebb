package org.countenance.report;

import java.util.Optional;
import org.countenance.verify.Outcome;
import org.countenance.verify.Verdict;
import org.countenance.words.Language;

/**
 * A verdict as it is given to somebody, with what only the one who asks knows.
 *
 * @param verdict the verdict
 * @param names what people call its parties
 * @param manifest where the manifest is: a path or an address, as the one who asks wrote it
 * @param status the status that the command ends with, where a command asks
 * @param language in which reports for people are written; those for programs are the same in all
 */
public record Answer(Verdict verdict, Names names, String manifest, Optional<Integer> status, Language language) {

    /** An answer in English. */
    public Answer(Verdict verdict, Names names, String manifest, Optional<Integer> status) {
        this(verdict, names, manifest, status, Language.ENGLISH);
    }

    /** An answer that no command gave, about a manifest that no file holds. */
    public static Answer of(Verdict verdict, Names names) {
        return new Answer(verdict, names, "manifest.json", Optional.empty());
    }

    /** The same in another language. */
    public Answer in(Language other) {
        return new Answer(verdict, names, manifest, status, other);
    }

    /** Whether a pipeline goes on: the command ends with 0, or where no command asks, the answer is cleared. */
    public boolean passes() {
        return status.map(number -> number == 0).orElse(verdict.outcome() == Outcome.CLEARED);
    }
}
