package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Id;
import org.countenance.record.Notice;
import org.countenance.record.Prohibition;
import org.countenance.record.Prohibition.Ground;
import org.countenance.record.Prohibition.Reach;
import org.countenance.record.Revocation;
import org.countenance.record.Revocation.Event;
import org.countenance.record.Terms.Withdrawal;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Scope;
import org.countenance.scope.Worth;

/** From when until when what ends a grant bites: notice, dispute, settlement and lifting (decision.md section 3). */
final class Endings {

    private final RegistryState state;
    private final Validity validity;
    private final Disputes disputes;

    Endings(RegistryState state, Validity validity, Disputes disputes) {
        this.state = state;
        this.validity = validity;
        this.disputes = disputes;
    }

    /**
     * An end that is subject to the terms of a grant.
     *
     * @param closing what ends it
     * @param terms how it may be taken back
     * @param caused whether a cause is stated, so that the terms' shorter notice counts
     * @param asked when it is to take effect at the earliest
     * @param scopes what ends
     * @param reach how far it reaches
     * @param rule under which rule it is told
     * @param what what happened, in one word
     */
    record Ending(
            Ruled<?> closing,
            Withdrawal terms,
            boolean caused,
            Instant asked,
            AnyOr<Scope> scopes,
            Reach reach,
            Rule rule,
            String what) {

        Instant logged() {
            return closing.logged().instant();
        }

        Id id() {
            return closing.logged().id();
        }

        /** A cause for which the terms foresee nothing leaves the notice that they foresee without one. */
        Notice notice() {
            return caused && terms.cause().span().isPresent() ? terms.cause() : terms.notice();
        }

        Instant effective(Notice notice) {
            Instant earliest = notice.span().map(span -> span.after(logged())).orElse(logged());
            return asked.isAfter(earliest) ? asked : earliest;
        }

        /** A delegate stops within its powers only. */
        List<AnyOr<Scope>> within() {
            return closing.ruling().chain().stream().map(Link::within).toList();
        }

        Bite from(Instant effective) {
            return Bite.underTerms(logged(), effective, terms, reach);
        }
    }

    /** What an end takes: nothing yet, doubt, all that it names. */
    List<Stop> stops(Ending ending) {
        Notice notice = ending.notice();
        Instant effective = ending.effective(notice);
        boolean settled = disputes.isSettled(ending.id());
        boolean refused = disputes.isRefused(ending.id());
        boolean foreseen = notice.span().isPresent();
        if (!foreseen && !settled) {
            return refused ? List.of() : contested(ending, effective, ", though the terms foresee no withdrawal");
        }
        boolean shortened = foreseen && ending.caused() && !settled;
        if (shortened && (refused || disputes.isDisputed(ending.id(), effective))) {
            return disputed(ending, effective, refused);
        }
        return certain(ending, effective, foreseen ? inWords(notice) : "");
    }

    /** Until the date that the notice without a cause would give, nobody can tell; or a ruling leaves only that date. */
    private List<Stop> disputed(Ending ending, Instant effective, boolean refused) {
        List<Stop> stops = new ArrayList<>();
        if (!refused) {
            stops.addAll(contested(ending, effective, ", and the licensee disputes the cause"));
        }
        Notice plain = ending.terms().notice();
        if (plain.span().isPresent()) {
            // A dispute never brings the end forward.
            stops.addAll(certain(ending, later(effective, ending.effective(plain)), inWords(plain)));
        }
        return stops;
    }

    private List<Stop> contested(Ending ending, Instant effective, String why) {
        return lasting(
                ending.closing().logged(),
                new Stop(
                        Rule.CONTESTED,
                        Worth.UNDETERMINED,
                        ending.scopes(),
                        ending.within(),
                        ending.from(effective),
                        List.of(ending.id()),
                        why(ending, effective) + why));
    }

    private List<Stop> certain(Ending ending, Instant effective, String why) {
        return lasting(
                ending.closing().logged(),
                new Stop(
                        ending.rule(),
                        validity.leaves(ending.closing()),
                        ending.scopes(),
                        ending.within(),
                        ending.from(effective),
                        List.of(ending.id()),
                        why(ending, effective) + why));
    }

    private static String why(Ending ending, Instant effective) {
        return ending.what() + " on " + Instants.format(ending.logged()) + ", in effect from "
                + Instants.format(effective);
    }

    private static String inWords(Notice notice) {
        return notice.span()
                .filter(span -> span.amount() > 0)
                .map(span -> " (notice " + span + ")")
                .orElse("");
    }

    /** A stop for as long as it stands: a lifting ends it, a doubtful one leaves doubt (decision.md section 3, Doubt). */
    List<Stop> lasting(LoggedRecord closing, Stop stop) {
        Instant surely = liftedAt(closing, Worth.YES);
        Instant maybe = earlier(liftedAt(closing, Worth.UNDETERMINED), surely);
        Stop told = stop.and(lifted(maybe, surely));
        List<Stop> stops = new ArrayList<>();
        part(told, stop.leaves(), Instant.MIN, maybe).ifPresent(stops::add);
        part(told, Worth.UNDETERMINED, maybe, surely).ifPresent(stops::add);
        return stops;
    }

    /** That it was lifted, for people who see that it stops nothing any more. */
    private static String lifted(Instant maybe, Instant surely) {
        return (maybe.isBefore(surely) ? ", perhaps lifted on " + Instants.format(maybe) : "")
                + (surely.equals(Window.NEVER) ? "" : ", lifted on " + Instants.format(surely));
    }

    private static Optional<Stop> part(Stop stop, Worth leaves, Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return Optional.empty();
        }
        return stop.bite().during(new Window(from, until)).map(bite -> stop.with(leaves, bite));
    }

    /** When somebody first lifted it whose lifting is worth that. */
    private Instant liftedAt(LoggedRecord closing, Worth worth) {
        return state.revocationsOf(closing.id()).stream()
                .filter(revocation -> revocation.content().event() == Event.LIFTED)
                .filter(lifting -> lifted(lifting, closing) == worth)
                .map(lifting -> lifting.logged().instant())
                .findFirst()
                .orElse(Window.NEVER);
    }

    /** A court that policy does not believe lifts nothing. */
    private Worth lifted(Ruled<Revocation> lifting, LoggedRecord closing) {
        boolean order = closing.content() instanceof Prohibition prohibition && prohibition.ground() == Ground.ORDER;
        boolean signer =
                lifting.logged().record().issuer().equals(closing.record().issuer());
        return order && !signer && !validity.believes(lifting, Accreditation.COURT) ? Worth.NO : validity.of(lifting);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
