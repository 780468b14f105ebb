package org.countenance.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Window;
import org.countenance.record.Grant;
import org.countenance.record.Notice;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Revocation;
import org.countenance.record.Terms;
import org.countenance.registry.RegistryState;

/**
 * From when a withdrawal takes what, as the grant's terms tell (SPEC section 6); the verifier judges each use for itself.
 *
 * @param effective from when nothing new may be made, and nothing shown that is not out
 * @param out from when nothing may be shown that is out; never, where such work stays
 * @param foreseen whether the terms foresee a withdrawal; otherwise it is contested
 * @param disputed until when it is contested for a licensee who disputes the cause in time; absent where that changes nothing
 */
record Takeback(Instant effective, Instant out, boolean foreseen, Optional<Instant> disputed) {

    /** The dates of a withdrawal that the log takes at {@code logged}. */
    static Takeback of(RegistryState state, ParsedRecord granted, Revocation.Withdrawn what, Instant logged)
            throws MalformedException {
        Grant grant = (Grant) granted.content();
        TermsNow terms = TermsNow.of(state, granted, grant, logged);
        boolean caused =
                what.cause().filter(cause -> cause != Revocation.Cause.OTHER).isPresent()
                        && terms.cause().span().isPresent();
        Notice notice = caused ? terms.cause() : terms.notice();
        Instant effective = begins(notice, what, logged).orElseGet(() -> asked(what, logged));
        Instant plain = begins(terms.notice(), what, logged).orElse(Window.NEVER);
        return new Takeback(
                effective,
                out(grant.terms().withdrawal(), effective),
                notice.span().isPresent(),
                caused && plain.isAfter(effective) ? Optional.of(plain) : Optional.empty());
    }

    private static Optional<Instant> begins(Notice notice, Revocation.Withdrawn what, Instant logged) {
        return notice.span().map(span -> asked(what, span.after(logged)));
    }

    private static Instant asked(Revocation.Withdrawn what, Instant earliest) {
        return what.effective().filter(earliest::isBefore).orElse(earliest);
    }

    private static Instant out(Terms.Withdrawal terms, Instant effective) {
        return terms.released() == Terms.Released.CONTINUE
                ? Window.NEVER
                : terms.windDown().map(span -> span.after(effective)).orElse(effective);
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

    /** When it begins, what becomes of work that is out, and what a dispute about the cause would change. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(begins(), rest()));
        disputed.ifPresent(until -> lines.add("for a licensee who disputes the cause in the log before "
                + Instants.format(effective) + " it is contested until "
                + (until.equals(Window.NEVER) ? "somebody rules" : Instants.format(until))));
        return lines;
    }

    /** The same for somebody who may not dispute it: only licensees of the grant itself may. */
    Takeback undisputed() {
        return new Takeback(effective, out, foreseen, Optional.empty());
    }
}
