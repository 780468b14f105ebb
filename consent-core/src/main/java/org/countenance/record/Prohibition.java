package org.countenance.record;

import java.util.Optional;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.PlainText;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.scope.Scope;

/**
 * A stop that stands until lifted (records.md, {@code prohibition}).
 *
 * @param scopes what is stopped
 * @param against whom it stops; absent for everybody
 * @param reach how far it reaches
 * @param ground on what ground it stands
 */
public record Prohibition(AnyOr<Scope> scopes, Optional<Against> against, Reach reach, Ground ground)
        implements Content {

    /** How far a prohibition reaches. */
    public enum Reach {
        /** No new material. */
        NEW,
        /** Nor a first showing. */
        UNRELEASED,
        /** Nor any showing. */
        ALL
    }

    /** On what ground a prohibition stands. */
    public enum Ground {
        /** The person's own no, or a delegate's. */
        STANDING,
        /** A guild's strike. */
        STRIKE,
        /** An order of an accredited party. */
        ORDER
    }

    /**
     * Whom a prohibition stops: every member that is present must match.
     *
     * @param delegates whether it is against what delegates sign
     * @param licensees against these licensees
     * @param productions in these productions
     * @param grants under these grants
     * @param cba under this collective agreement
     */
    public record Against(
            boolean delegates,
            Optional<AnyOr<Id>> licensees,
            Optional<AnyOr<ProductionPin>> productions,
            Set<Id> grants,
            Optional<String> cba) {}

    @Override
    public RecordKind kind() {
        return RecordKind.PROHIBITION;
    }

    @Override
    public boolean closes() {
        return true;
    }

    static Prohibition read(Members members, Claims claims) throws MalformedException {
        Prohibition prohibition = new Prohibition(
                members.required("scopes", AnyOr.reader(Scope::read)),
                members.required("against", Prohibition::readAgainst),
                members.text("reach", text -> Words.constant(Reach.class, "`new`, `unreleased` or `all`", text)),
                members.text("ground", text -> Words.constant(Ground.class, "`standing`, `strike` or `order`", text)));
        prohibition.check(members, claims);
        return prohibition;
    }

    private static Optional<Against> readAgainst(JsonValue value) throws MalformedException {
        if (value instanceof JsonString string) {
            if (string.text().equals("*")) {
                return Optional.empty();
            }
            throw MalformedException.of(value.place(), "`*` or an object", value.description());
        }
        Members members = Values.object(value).members();
        Against against = new Against(
                members.optionalText("signers", Prohibition::delegates).isPresent(),
                members.optional("licensees", AnyOr.reader(Id::read)),
                members.optional("productions", AnyOr.reader(ProductionPin::read)),
                members.optional("grants", Values.setOf(Id::read)).orElse(Set.of()),
                members.optionalText("cba", PlainText::check));
        members.end();
        if (Values.object(value).values().isEmpty()) {
            throw MalformedException.of(value.place(), "`*` or at least one member", "an empty object");
        }
        return Optional.of(against);
    }

    private static String delegates(String text) throws MalformedException {
        if (!text.equals("delegates")) {
            throw MalformedException.of(Place.NOWHERE, "`delegates`", MalformedException.quote(text));
        }
        return text;
    }

    private void check(Members members, Claims claims) throws MalformedException {
        boolean own = claims.issuer().equals(claims.subject());
        if (ground == Ground.STRIKE && !own) {
            throw members.fault("sub", "the guild itself, where the ground is a strike", "another party");
        }
        if (ground == Ground.STRIKE && against.isPresent() && !onlyCba(against.get())) {
            throw members.fault("against", "`*` or `cba` alone, where the ground is a strike", "other members");
        }
        if (ground != Ground.STANDING && claims.acting().isPresent()) {
            throw members.fault("capacity", "no capacity where the ground is not `standing`", "one");
        }
    }

    private static boolean onlyCba(Against against) {
        return !against.delegates()
                && against.licensees().isEmpty()
                && against.productions().isEmpty()
                && against.grants().isEmpty();
    }
}
