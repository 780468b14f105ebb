package org.countenance.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.countenance.record.Endorsement;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.Revocation;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.registry.Version;

/**
 * How each record stands for whose key signed it: a first look for people, as the registry's own accreditations tell. A verifier
 * believes whom its policy names (authority.md, Compromise).
 */
final class Standing {

    private final RegistryState state;
    private final Predicate<LoggedRecord> supposed;

    /** Judges by what was declared, and as if {@code supposed} records were signed with a key in wrong hands. */
    Standing(RegistryState state, Predicate<LoggedRecord> supposed) {
        this.state = state;
        this.supposed = supposed;
    }

    /** How a record stands, in a word. */
    enum Word {
        /** It counts. */
        STANDS,
        /** An opening record about which somebody must rule. */
        CONTESTED,
        /** It gives nothing. */
        VOID,
        /** A closing record of which nobody can say whether it holds; what it closes is undetermined. */
        IN_DOUBT;

        /** As JSON spells it. */
        String spelled() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String text() {
            return switch (this) {
                case STANDS -> "stands";
                case CONTESTED -> "contested";
                case VOID -> "void";
                case IN_DOUBT -> "closing, in doubt";
            };
        }
    }

    /**
     * How a record stands.
     *
     * @param word in a word
     * @param why the reason; empty when it stands
     * @param listing the party record that listed its key, where that one is in doubt
     */
    record Answer(Word word, String why, Optional<Id> listing) {

        static final Answer STANDS = new Answer(Word.STANDS, "");

        Answer(Word word, String why) {
            this(word, why, Optional.empty());
        }

        /** The word as JSON spells it. */
        String spelled() {
            return word.spelled();
        }
    }

    Answer of(Ruled<?> record) {
        boolean closes = record.content().closes();
        if (!record.inFull()) {
            return new Answer(
                    closes ? Word.IN_DOUBT : Word.VOID, record.ruling().why());
        }
        if (!closes && isInvalidated(record)) {
            return new Answer(Word.VOID, "it was invalidated");
        }
        for (Link link : record.ruling().chain()) {
            Answer above = doubt(link.made(), closes);
            if (above.word() != Word.STANDS) {
                return new Answer(above.word(), "it hangs on link " + link.id().shown() + ": " + above.why());
            }
        }
        return isSettled(record) ? Answer.STANDS : doubt(record.logged(), closes);
    }

    private boolean isInvalidated(Ruled<?> record) {
        return state.revocationsOf(record.logged().id()).stream()
                .filter(Ruled::inFull)
                .anyMatch(each -> each.content().event() == Revocation.Event.INVALIDATED);
    }

    /** The person said with a good key that she means it. */
    private boolean isSettled(Ruled<?> record) {
        return record.content().closes()
                && state.endorsementsOf(record.logged().id()).stream()
                        .filter(Ruled::inFull)
                        .filter(word -> word.content().says() == Endorsement.Says.CONFIRMS)
                        .anyMatch(word -> doubt(word.logged(), false).word() == Word.STANDS);
    }

    private Answer doubt(LoggedRecord signed, boolean closes) {
        if (supposed.test(signed)) {
            return new Answer(closes ? Word.IN_DOUBT : Word.CONTESTED, "its key would be in wrong hands");
        }
        Optional<PartyState> party = state.party(signed.record().issuer());
        Optional<LoggedRecord> declared = party.flatMap(each -> each.doubtAbout(signed));
        if (declared.isPresent()) {
            return ruled(declared.get(), closes);
        }
        return party.map(each -> listed(each, signed, closes)).orElse(Answer.STANDS);
    }

    private Answer ruled(LoggedRecord declaration, boolean closes) {
        Optional<Endorsement.Side> side = state.endorsementsOf(declaration.id()).stream()
                .filter(Ruled::inFull)
                .flatMap(word -> word.content().inFavourOf().stream())
                .reduce((earlier, later) -> later);
        String why = "its key was declared compromised (" + declaration.id().shown() + ")";
        if (side.isEmpty()) {
            return new Answer(closes ? Word.IN_DOUBT : Word.CONTESTED, why);
        }
        if (side.get() == Endorsement.Side.LICENSEE) {
            return Answer.STANDS;
        }
        return new Answer(closes ? Word.IN_DOUBT : Word.VOID, why + ", and ruled for the person");
    }

    /** A key that only a doubtful record listed signs with the same doubt. */
    private Answer listed(PartyState party, LoggedRecord signed, boolean closes) {
        if (signed.content() instanceof Party) {
            return Answer.STANDS;
        }
        List<Version> line = party.line(signed.index(), signed.instant());
        Optional<Answer> first = Optional.empty();
        for (Version version : line) {
            LoggedRecord made = version.made().logged();
            boolean lists = version.made()
                    .content()
                    .key(signed.signer(), PartyKey.Use.SIGN)
                    .isPresent();
            Answer answer = lists ? update(party, made, closes) : Answer.STANDS;
            if (lists && answer.word() == Word.STANDS) {
                return Answer.STANDS;
            }
            first = first.or(() -> lists ? Optional.of(answer) : Optional.empty());
        }
        return first.orElse(Answer.STANDS);
    }

    private Answer update(PartyState party, LoggedRecord update, boolean closes) {
        String listed = "its key was listed by record " + update.id().shown() + ": ";
        if (supposed.test(update)) {
            return new Answer(
                    closes ? Word.IN_DOUBT : Word.CONTESTED,
                    listed + "whose key would be in wrong hands",
                    Optional.of(update.id()));
        }
        Optional<LoggedRecord> declared = party.doubtAbout(update);
        if (declared.isEmpty()) {
            return Answer.STANDS;
        }
        Answer answer = ruled(declared.get(), closes);
        return answer.word() == Word.STANDS
                ? answer
                : new Answer(answer.word(), listed + answer.why(), Optional.of(update.id()));
    }

    /** Records signed by a key from an instant on. */
    static Predicate<LoggedRecord> signedBy(String thumbprint, Instant since) {
        return signed -> signed.signer().equals(thumbprint) && !signed.instant().isBefore(since);
    }

    /** No supposition. */
    static Predicate<LoggedRecord> nothing() {
        return signed -> false;
    }
}
