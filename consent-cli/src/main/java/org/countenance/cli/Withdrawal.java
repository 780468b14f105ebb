package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import org.countenance.base.MalformedException;
import org.countenance.record.AnyOr;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Revocation;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Scope;

/**
 * A withdrawal in the log that stands, and what the log makes of it.
 *
 * @param entry the withdrawal, where it stands
 * @param granted the grant that it takes back
 * @param dates from when it takes what
 * @param doubt why it counts in doubt only; empty when it counts in full
 */
record Withdrawal(LogView.Found entry, ParsedRecord granted, Takeback dates, String doubt) {

    /** What the log makes of an entry that should be a withdrawal. */
    static Withdrawal of(RegistryState state, LogView view, LogView.Found entry)
            throws CommandException, MalformedException {
        ParsedRecord record = entry.record();
        if (!(record.content() instanceof Revocation revocation)
                || revocation.withdrawal().isEmpty()) {
            throw CommandException.failed(
                    "wanted the withdrawal of a grant, found the " + record,
                    "`consent list --kind revocation` shows withdrawals");
        }
        LogView.Found granted = granted(view, revocation, entry.index());
        if (isLifted(state, view, record.id())) {
            throw CommandException.failed(
                    "wanted a withdrawal that stands, found one that was lifted",
                    "`consent show id:" + record.id().text() + "` tells by whom");
        }
        return new Withdrawal(
                entry,
                granted.record(),
                Takeback.of(
                        state,
                        granted.record(),
                        revocation.withdrawal().get(),
                        entry.entry().instant()),
                state.record(record.id())
                        .filter(ruled -> !ruled.inFull())
                        .map(ruled -> ruled.ruling().why())
                        .orElse(""));
    }

    /** The withdrawals of a grant that stand, in log order. */
    static List<Withdrawal> allOf(RegistryState state, LogView view, ParsedRecord granted)
            throws CommandException, MalformedException {
        List<Withdrawal> all = new ArrayList<>();
        long index = view.find(granted.id()).map(LogView.Found::index).orElseThrow();
        for (LogView.Found found : view.all()) {
            if (found.index() > index
                    && found.record().content() instanceof Revocation revocation
                    && revocation.withdrawal().isPresent()
                    && revocation.target().equals(granted.id())
                    && !isLifted(state, view, found.record().id())) {
                all.add(of(state, view, found));
            }
        }
        return all;
    }

    /** What was done already, in one line. */
    String line() {
        return "it was withdrawn already, as " + id().shown() + (what().scopes().any() ? "" : ", in part") + ": "
                + dates.begins();
    }

    private static LogView.Found granted(LogView view, Revocation revocation, long index) throws CommandException {
        return view.find(revocation.target())
                .filter(found -> found.record().content() instanceof Grant && found.index() < index)
                .orElseThrow(() -> CommandException.failed(
                        "wanted the withdrawal of a grant that was logged before it, found none before it",
                        "a grant that is withdrawn before it is logged never counts, and nobody relies on it"));
    }

    private static boolean isLifted(RegistryState state, LogView view, Id id) {
        return view.all().stream()
                .map(LogView.Found::record)
                .filter(record -> record.content() instanceof Revocation later
                        && later.event() == Revocation.Event.LIFTED
                        && later.target().equals(id))
                .anyMatch(record ->
                        state.record(record.id()).filter(Ruled::inFull).isPresent());
    }

    ParsedRecord record() {
        return entry.record();
    }

    Id id() {
        return record().id();
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
