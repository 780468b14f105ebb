package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import org.countenance.base.MalformedException;
import org.countenance.record.AnyOr;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Revocation;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Scope;

/**
 * A withdrawal in the log that stands, and what the log makes of it.
 *
 * @param logged the withdrawal, where it stands
 * @param granted the grant that it takes back
 * @param dates from when it takes what
 * @param doubt why it counts in doubt only; empty when it counts in full
 */
record Withdrawal(LoggedRecord logged, ParsedRecord granted, Takeback dates, String doubt) {

    /** What the log makes of a record that should be a withdrawal. */
    static Withdrawal of(RegistryState state, ParsedRecord record) throws CommandException, MalformedException {
        Ruled<?> ruled = state.record(record.id())
                .filter(each -> each.content() instanceof Revocation revocation
                        && revocation.withdrawal().isPresent())
                .orElseThrow(() -> CommandException.failed(
                        "wanted the withdrawal of a grant, found the " + record,
                        "`consent list --kind revocation` shows withdrawals"));
        if (isLifted(state, record.id())) {
            throw CommandException.failed(
                    "wanted a withdrawal that stands, found one that was lifted",
                    "`consent show id:" + record.id().text() + "` tells by whom");
        }
        Revocation revocation = (Revocation) ruled.content();
        return of(state, ruled, granted(state, revocation, ruled.logged().index()));
    }

    private static Withdrawal of(RegistryState state, Ruled<?> ruled, ParsedRecord granted) throws MalformedException {
        Revocation.Withdrawn what = ((Revocation) ruled.content()).withdrawal().orElseThrow();
        return new Withdrawal(
                ruled.logged(),
                granted,
                Takeback.of(state, granted, what, ruled.logged().instant()),
                new Standing(state, Standing.nothing()).of(ruled).why());
    }

    /** The withdrawals of a logged grant that stand, in log order. */
    static List<Withdrawal> allOf(RegistryState state, ParsedRecord granted) throws MalformedException {
        List<Withdrawal> all = new ArrayList<>();
        long index =
                state.record(granted.id()).map(ruled -> ruled.logged().index()).orElse(-1L);
        for (Ruled<Revocation> each : state.revocationsOf(granted.id())) {
            if (each.logged().index() > index
                    && each.content().withdrawal().isPresent()
                    && !isLifted(state, each.logged().id())) {
                all.add(of(state, each, granted));
            }
        }
        return all;
    }

    private static ParsedRecord granted(RegistryState state, Revocation revocation, long index)
            throws CommandException {
        return state.record(revocation.target())
                .map(Ruled::logged)
                .filter(grant -> grant.content() instanceof Grant && grant.index() < index)
                .map(LoggedRecord::record)
                .orElseThrow(() -> CommandException.failed(
                        "wanted the withdrawal of a grant that was logged before it, found none before it",
                        "a grant that is withdrawn before it is logged never counts, and nobody relies on it"));
    }

    /** A lifting in doubt lifts nothing: whoever is told of one withdrawal too many can ask. */
    private static boolean isLifted(RegistryState state, Id id) {
        Standing standing = new Standing(state, Standing.nothing());
        return state.revocationsOf(id).stream()
                .filter(each -> each.content().event() == Revocation.Event.LIFTED)
                .anyMatch(each -> standing.of(each).word() == Standing.Word.STANDS);
    }

    /** What was done already, in one line. */
    String line() {
        return "it was withdrawn already, as " + id().shown() + (what().scopes().any() ? "" : ", in part") + ": "
                + dates.begins();
    }

    ParsedRecord record() {
        return logged.record();
    }

    Id id() {
        return logged.id();
    }

    /** What of the grant it takes back, and why. */
    Revocation.Withdrawn what() {
        return ((Revocation) record().content()).withdrawal().orElseThrow();
    }

    /** The parts of a grant that are taken back, one a line; none when it is the whole. */
    static List<String> parts(AnyOr<Scope> scopes) {
        return scopes.items().stream().map(GrantWords::permission).toList();
    }
}
