package org.countenance.examples.benchmarks;

import java.io.IOException;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.store.SqliteLogStore;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;

/** What a studio does with a manifest, from bytes to the answer. */
final class Clearing {

    private Clearing() {}

    /** Clears a manifest that must be cleared: the cost of another answer is another number. */
    static Verdict of(Logs logs, Bytes manifest) throws MalformedException, NotVerifiedException, IOException {
        return of(logs, manifest, Verifier.trusting(logs.cast().policy()));
    }

    /** The same by this verifier. */
    static Verdict of(Logs logs, Bytes manifest, Verifier verifier)
            throws MalformedException, NotVerifiedException, IOException {
        try (SqliteLogStore log = SqliteLogStore.open(logs.file(), true)) {
            Verdict verdict = verifier.verify(Request.now(Cast.manifest(manifest), Cast.NOW), log);
            if (verdict.outcome() != Outcome.CLEARED) {
                throw new IllegalStateException("wanted a cleared production, found " + verdict.findings());
            }
            return verdict;
        }
    }
}
