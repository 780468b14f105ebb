package org.countenance.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.base.CalendarSpan;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Notice;
import org.countenance.record.Prohibition.Reach;
import org.countenance.record.Revocation.Event;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Scope;
import org.countenance.scope.Worth;

/** From when until when a closing record bites (decision.md section 3). */
final class Periods {

    private final RegistryState state;

    Periods(RegistryState state) {
        this.state = state;
    }

    /** A stop under the grant's own terms: from the end of the notice, or contested when they foresee none. */
    Optional<Stop> ending(
            Ruled<?> closing, Notice notice, Instant asked, AnyOr<Scope> scopes, Reach reach, Rule rule, String what) {
        Instant logged = closing.logged().instant();
        Instant earliest = notice.span().map(span -> span.after(logged)).orElse(logged);
        Instant effective = asked.isAfter(earliest) ? asked : earliest;
        boolean contested = notice.span().isEmpty();
        Worth leaves = contested ? Worth.UNDETERMINED : worth(closing);
        String why = what + " on " + Instants.format(logged) + ", in effect from " + Instants.format(effective)
                + notice.span().map(Periods::noticeInWords).orElse(", though its terms foresee no withdrawal");
        return period(closing.logged(), effective)
                .map(period -> new Stop(
                        contested ? Rule.CONTESTED : rule,
                        leaves,
                        scopes,
                        period,
                        reach != Reach.NEW,
                        List.of(closing.logged().id()),
                        why));
    }

    private static String noticeInWords(CalendarSpan span) {
        return span.amount() == 0 ? "" : " (notice " + span + ")";
    }

    /** From {@code effective} until the person lifted it, if it ever bites. */
    Optional<Window> period(LoggedRecord stop, Instant effective) {
        Instant lifted = state.revocationsOf(stop.id()).stream()
                .filter(revocation -> revocation.content().event() == Event.LIFTED && revocation.inFull())
                .map(revocation -> revocation.logged().instant())
                .findFirst()
                .orElse(Window.NEVER);
        return effective.isBefore(lifted) ? Optional.of(new Window(effective, lifted)) : Optional.empty();
    }

    /** What a closing record leaves: nothing, or doubt when there is doubt about it. */
    static Worth worth(Ruled<?> closing) {
        return closing.inFull() ? Worth.NO : Worth.UNDETERMINED;
    }

    /** Judged by instant, closing records first, then by index (decision.md section 3, Doubt). */
    static boolean before(LoggedRecord closing, LoggedRecord opening) {
        return !closing.instant().isAfter(opening.instant());
    }
}
