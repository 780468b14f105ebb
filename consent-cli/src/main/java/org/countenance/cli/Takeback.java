package org.countenance.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.record.Notice;
import org.countenance.record.Terms;

/**
 * From when a withdrawal takes what, as the grant's terms tell (decision.md section 3); the verifier judges each use for itself.
 *
 * @param effective from when nothing new may be made, and nothing shown that is not out
 * @param out from when nothing may be shown that is out; never, where such work stays
 * @param foreseen whether the terms foresee a withdrawal; otherwise it is contested
 */
record Takeback(Instant effective, Instant out, boolean foreseen) {

    /**
     * The dates of a withdrawal.
     *
     * @param terms the notice that holds now
     * @param released what the grant says of work that is out
     * @param caused whether a cause is stated for which the notice is shorter
     * @param asked when the person wants it, if she says so
     * @param logged when the log takes it
     */
    static Takeback of(
            TermsNow terms, Terms.Withdrawal released, boolean caused, Optional<Instant> asked, Instant logged) {
        Notice notice = caused && terms.cause().span().isPresent() ? terms.cause() : terms.notice();
        Instant earliest = notice.span().map(span -> span.after(logged)).orElse(logged);
        Instant effective = asked.filter(earliest::isBefore).orElse(earliest);
        Instant out = released.released() == Terms.Released.CONTINUE
                ? Window.NEVER
                : released.windDown().map(span -> span.after(effective)).orElse(effective);
        return new Takeback(effective, out, notice.span().isPresent());
    }

    /** In one sentence: when it begins. */
    String begins() {
        return "new material and first showings stop " + Instants.format(effective)
                + (foreseen
                        ? ""
                        : "; the terms foresee no withdrawal, so it is contested until the licensee accepts or somebody rules");
    }

    /** What becomes of work that is out. */
    String rest() {
        if (out.equals(Window.NEVER)) {
            return "what is out already may stay";
        }
        return "what is out already "
                + (out.equals(effective) ? "stops then too" : "may be shown until " + Instants.format(out));
    }

    List<String> lines() {
        return List.of(begins(), rest());
    }
}
