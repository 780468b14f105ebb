package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Window;
import org.countenance.record.Bounds;
import org.countenance.record.Grant;
import org.countenance.record.Notice;
import org.countenance.record.Terms;
import org.countenance.registry.Link;
import org.countenance.registry.Ruled;

/** Terms that a delegate signed beyond its bounds: the part beyond gives nothing (authority.md, rule 4). */
final class Beyond {

    private Beyond() {}

    /** Each such term, and what counts instead, in words. */
    static List<String> terms(Ruled<Grant> grant) {
        List<String> beyond = new ArrayList<>();
        Terms terms = grant.content().terms();
        Instant then = grant.logged().instant();
        for (Link link : grant.ruling().chain()) {
            Bounds bounds = link.terms();
            if (isLonger(terms.withdrawal().notice(), bounds.notice(), then)) {
                beyond.add("a notice of " + terms.withdrawal().notice() + ", where "
                        + bounds.notice().orElseThrow() + " counts");
            }
            if (isLonger(terms.withdrawal().cause(), bounds.cause(), then)) {
                beyond.add("a notice with a cause of " + terms.withdrawal().cause() + ", where "
                        + bounds.cause().orElseThrow() + " counts");
            }
            if (terms.exclusive() && !bounds.exclusive().orElse(true)) {
                beyond.add("exclusive, where it is not");
            }
            boolean wider = terms.sublicensing().parties().any()
                    ? !bounds.sublicensing().parties().any()
                    : !terms.sublicensing().parties().items().stream()
                            .allMatch(bounds.sublicensing().parties()::includes);
            if (wider) {
                beyond.add("sub-licensing that was not allowed, where nobody passes it on");
            }
        }
        return beyond.stream().distinct().toList();
    }

    private static boolean isLonger(Notice signed, Optional<Notice> bound, Instant then) {
        return !shorter(signed, bound, then).equals(signed);
    }

    /** The shorter of what was signed and what might be. */
    static Notice shorter(Notice signed, Optional<Notice> bound, Instant then) {
        if (bound.isEmpty() || bound.get().span().isEmpty()) {
            return signed;
        }
        Instant most = bound.get().span().get().after(then);
        Instant found = signed.span().map(span -> span.after(then)).orElse(Window.NEVER);
        return found.isAfter(most) ? bound.get() : signed;
    }
}
