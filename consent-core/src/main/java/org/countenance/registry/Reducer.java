package org.countenance.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countenance.record.Claims;
import org.countenance.record.Clearance;
import org.countenance.record.Commitment;
import org.countenance.record.Content;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Grant;
import org.countenance.record.IndexRoot;
import org.countenance.record.Party;
import org.countenance.record.Prohibition;
import org.countenance.record.Revocation;

/**
 * Folds logged records, in index order, into a state. The same fold answers when a record is admitted, when a log is
 * replayed and when a verifier loads the entries about some people (README, The road data takes).
 */
public final class Reducer {

    /** How far ahead of the log a signer's clock may be. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final RegistryState state;

    /** Starts with nothing. {@code name} is the registry's, which every record must carry. */
    public Reducer(String name) {
        this.state = new RegistryState(name);
    }

    /** What holds so far; it changes with the next {@link #apply}. */
    public RegistryState state() {
        return state;
    }

    /** Judges a record against what came before it and, when it is admissible, takes it in. */
    public Ruling apply(LoggedRecord logged) {
        state.reach(logged.instant());
        Ruling ruling = ruling(logged);
        if (ruling.admissible()) {
            state.add(new Ruled<>(logged, ruling, logged.content()));
        }
        return ruling;
    }

    /** The same for a closing record that no log has taken yet: what it touches is in doubt (section 9, {@code --also}). */
    Ruling assume(LoggedRecord logged) {
        state.reach(logged.instant());
        Ruling ruling = ruling(logged);
        if (!ruling.admissible()) {
            return ruling;
        }
        Ruling held = ruling.inDoubt(true, "it is not logged yet");
        state.add(new Ruled<>(logged, held, logged.content()));
        return held;
    }

    private Optional<Ruling> checkClaims(LoggedRecord logged) {
        Claims claims = logged.record().claims();
        if (!claims.audience().equals(state.name())) {
            return refused("wanted `aud` " + state.name() + ", found " + claims.audience());
        }
        if (claims.issuedAt().isAfter(logged.instant().plus(SKEW))) {
            return refused(
                    "wanted `iat` at most ten minutes ahead of " + logged.instant() + ", found " + claims.issuedAt());
        }
        Optional<Instant> deadline = claims.submitBy();
        if (deadline.isPresent() && logged.instant().isAfter(deadline.get())) {
            return refused("wanted a submission by " + deadline.get() + ", found " + logged.instant());
        }
        if (state.record(logged.id()).isPresent()) {
            return refused("the same record stands in the log already");
        }
        if (logged.index() == 0 && !isOwnParty(logged)) {
            return refused("wanted the registry's own party as first entry, found another record");
        }
        return Optional.empty();
    }

    private static boolean isOwnParty(LoggedRecord logged) {
        return logged.content() instanceof Party party
                && party.type() == Party.Type.ORGANISATION
                && logged.record().claims().subject().isEmpty();
    }

    private Ruling judge(LoggedRecord logged) {
        Content content = logged.content();
        return switch (content.kind()) {
            case PARTY -> new PartyRules(state, logged).judge((Party) content);
            case DELEGATION -> new OpeningRules(state, logged).judge((Delegation) content);
            case GRANT -> new OpeningRules(state, logged).judge((Grant) content);
            case CLEARANCE -> new OpeningRules(state, logged).judge((Clearance) content);
            case COMMITMENT -> new OpeningRules(state, logged).judge((Commitment) content);
            case INDEX -> new OpeningRules(state, logged).judge((IndexRoot) content);
            case PROHIBITION -> new ProhibitionRules(state, logged).judge((Prohibition) content);
            case REVOCATION -> new RevocationRules(state, logged).judge((Revocation) content);
            case ENDORSEMENT -> new EndorsementRules(state, logged).judge((Endorsement) content);
        };
    }

    private Ruling ruling(LoggedRecord logged) {
        Ruling ruling = checkClaims(logged).orElseGet(() -> judge(logged));
        return ruling.admissible() && isSignedByDeclaredKey(logged) ? byDeclaredKey(logged, ruling) : ruling;
    }

    /** A key declared compromised signs nothing but that it is: what it would open is refused, what it closes is in doubt. */
    private static Ruling byDeclaredKey(LoggedRecord logged, Ruling ruling) {
        if (logged.content() instanceof Revocation revocation
                && revocation.compromise().isPresent()) {
            return Ruling.FULL;
        }
        return logged.content().closes()
                ? ruling.inDoubt(true, "its key was declared compromised before")
                : Ruling.refused("wanted a key that nobody declared compromised, found key `" + logged.signer() + "`");
    }

    private boolean isSignedByDeclaredKey(LoggedRecord logged) {
        return state.party(logged.record().issuer())
                .map(party -> party.isDeclared(logged.signer()))
                .orElse(false);
    }

    private static Optional<Ruling> refused(String why) {
        return Optional.of(Ruling.refused(why));
    }
}
