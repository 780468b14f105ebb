package org.countenance.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.countenance.base.CalendarSpan;
import org.countenance.base.Window;
import org.countenance.record.Grant;
import org.countenance.record.Notice;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Terms;
import org.countenance.registry.Link;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/**
 * The notice of a withdrawal that is signed now: never longer than the grant's signer might sign, and none when the grant was
 * signed for a minor who is of age by now (authority.md).
 *
 * @param notice without a cause
 * @param cause with one
 */
record TermsNow(Notice notice, Notice cause) {

    private static final Notice AT_WILL = new Notice(Optional.of(new CalendarSpan(0, ChronoUnit.DAYS)));

    static TermsNow of(RegistryState state, ParsedRecord record, Grant grant, Instant now) {
        Terms.Withdrawal terms = grant.terms().withdrawal();
        Optional<Ruled<?>> ruled = state.record(record.id());
        Optional<PartyState> person = state.party(record.subject());
        boolean grown = ruled.isPresent()
                && person.map(each -> each.ofAgeAt(now)
                                && !each.ofAgeAt(ruled.get().logged().instant()))
                        .orElse(false);
        if (grown) {
            return new TermsNow(AT_WILL, AT_WILL);
        }
        Notice notice = terms.notice();
        Notice cause = terms.cause();
        for (Link link : ruled.map(each -> each.ruling().chain()).orElse(java.util.List.of())) {
            notice = shorter(notice, link.terms().notice(), now);
            cause = shorter(cause, link.terms().cause(), now);
        }
        return new TermsNow(notice, cause);
    }

    private static Notice shorter(Notice signed, Optional<Notice> bound, Instant now) {
        return bound.filter(each -> end(each, now).isBefore(end(signed, now))).orElse(signed);
    }

    private static Instant end(Notice notice, Instant now) {
        return notice.span().map(span -> span.after(now)).orElse(Window.NEVER);
    }
}
