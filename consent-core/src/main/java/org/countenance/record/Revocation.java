package org.countenance.record;

import java.time.Instant;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.scope.Scope;

/**
 * Ends one record (records.md, {@code revocation}).
 *
 * @param target the record, or the party whose key or link is meant
 * @param event what happens to it
 * @param withdrawal on {@code withdrawn}: what, when and why
 * @param compromise on {@code compromised}: which key, since when
 * @param representative on {@code ended} of a represented person's link: whose
 */
public record Revocation(
        Id target,
        Event event,
        Optional<Withdrawn> withdrawal,
        Optional<Compromise> compromise,
        Optional<Id> representative)
        implements Content {

    /** What happens to the target. */
    public enum Event {
        /** The person takes a grant back. */
        WITHDRAWN,
        /** A licensee gives a grant back. */
        RETURNED,
        /** A delegation or an opening endorsement ends. */
        ENDED,
        /** A prohibition or withdrawal ends. */
        LIFTED,
        /** An opening record was void from the beginning. */
        INVALIDATED,
        /** A key is in wrong hands. */
        COMPROMISED
    }

    /** Why a grant is withdrawn. */
    public enum Cause {
        /** Nothing was paid. */
        UNPAID,
        /** The terms were broken. */
        BREACH,
        /** The person is harmed. */
        HARM,
        /** A law is broken. */
        UNLAWFUL,
        /** Anything else; it does not shorten the notice. */
        OTHER;

        static Cause parse(String text) throws MalformedException {
            return Words.constant(Cause.class, "a cause", text);
        }

        /** How it is spelled in a record. */
        public String word() {
            return Words.word(this);
        }
    }

    /**
     * What of a grant is withdrawn.
     *
     * @param scopes which part; it bites as a prohibition's scopes do
     * @param effective the instant asked for; as early as the terms allow when absent
     * @param cause why
     */
    public record Withdrawn(AnyOr<Scope> scopes, Optional<Instant> effective, Optional<Cause> cause) {}

    /**
     * A key in wrong hands.
     *
     * @param kid its thumbprint
     * @param since the first instant at which it was
     */
    public record Compromise(Id kid, Instant since) {}

    @Override
    public RecordKind kind() {
        return RecordKind.REVOCATION;
    }

    /** Whether it closes; lifting opens, and so does invalidating an order, which only the registry's state can tell. */
    @Override
    public boolean closes() {
        return event != Event.LIFTED;
    }

    static Revocation read(Members members, Claims claims) throws MalformedException {
        Id target = members.required("target", Id::read);
        Event event = members.text("event", text -> Words.constant(Event.class, "an event", text));
        return new Revocation(
                target,
                event,
                event == Event.WITHDRAWN ? Optional.of(readWithdrawn(members)) : Optional.empty(),
                event == Event.COMPROMISED ? Optional.of(readCompromise(members)) : Optional.empty(),
                event == Event.ENDED ? members.optional("representative", Id::read) : Optional.empty());
    }

    private static Withdrawn readWithdrawn(Members members) throws MalformedException {
        return new Withdrawn(
                members.required("scopes", AnyOr.reader(Scope::read)),
                members.optionalText("effective", Instants::parse),
                members.optional("cause", Values.text(Cause::parse)));
    }

    private static Compromise readCompromise(Members members) throws MalformedException {
        return new Compromise(members.required("kid", Id::read), members.text("since", Instants::parse));
    }
}
