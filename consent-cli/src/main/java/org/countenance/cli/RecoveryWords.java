package org.countenance.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.record.Endorsement;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.Revocation;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.registry.Version;
import org.countenance.report.Names;

/** Where the recovery of somebody's keys stands: who has agreed, when it takes effect, who can stop it. */
final class RecoveryWords {

    static final Duration DELAY = Duration.ofDays(7);

    private final RegistryState state;
    private final Names names;
    private final Instant now;

    RecoveryWords(RegistryState state, Names names, Instant now) {
        this.state = state;
        this.names = names;
        this.now = now;
    }

    /** One line for every update by others that has not taken effect, with the way to help or to stop it. */
    List<String> pending(Id party, List<LogView.Found> records) {
        List<String> lines = new ArrayList<>();
        Optional<PartyState> known = state.party(party);
        for (LogView.Found each : records) {
            known.flatMap(person -> person.version(each.record().id()))
                    .filter(version -> isPending(version, known.orElseThrow()))
                    .ifPresent(version -> lines.add(pending(version, known.orElseThrow())));
        }
        return lines;
    }

    /** Whether a record would give a party new keys, and nobody has stopped it. */
    boolean isPending(ParsedRecord record) {
        Optional<PartyState> party = state.party(record.subject());
        return party.flatMap(known -> known.version(record.id()))
                        .filter(version -> isPending(version, party.orElseThrow()))
                        .isPresent()
                && !isVetoed(record.id());
    }

    private boolean isPending(Version version, PartyState party) {
        return version.recovery().isPresent()
                && version.effective().isAfter(now)
                && version.made()
                        .content()
                        .supersedes()
                        .equals(Optional.of(party.currentEntry().id()));
    }

    private String pending(Version version, PartyState party) {
        Id update = version.made().logged().id();
        String by = names.shown(version.made().logged().record().issuer());
        if (isVetoed(update)) {
            return "vetoed  new keys by " + by + " (" + update.shown() + "): they never take effect";
        }
        if (!version.effective().equals(Window.NEVER)) {
            return "pending new keys by " + by + " take effect on " + day(version.effective())
                    + "; until then `consent party veto id:" + update.text() + "` stops them";
        }
        Party.Recovery recovery = party.current().recovery().orElseThrow();
        Set<Id> said = said(version.made().logged().record().issuer(), update);
        return "pending new keys by " + by + ": " + said.size() + " of " + recovery.threshold()
                + " have agreed; `consent endorse id:" + update.text() + " --says confirms` agrees";
    }

    private boolean isVetoed(Id update) {
        return state.revocationsOf(update).stream()
                .filter(Ruled::inFull)
                .anyMatch(each -> each.content().event() == Revocation.Event.INVALIDATED);
    }

    private Set<Id> said(Id first, Id update) {
        Set<Id> said = new TreeSet<>(Set.of(first));
        state.endorsementsOf(update).stream()
                .filter(word -> word.inFull() && word.content().says() == Endorsement.Says.CONFIRMS)
                .forEach(word -> said.add(word.logged().record().issuer()));
        return said;
    }

    /** What a friend's confirmation would do, in a line of its own; empty when no recovery is meant. */
    String beforeConfirming(ParsedRecord update, Id signer) {
        Optional<PartyState> party = state.party(update.subject());
        Optional<Version> version = party.flatMap(each -> each.version(update.id()))
                .filter(each -> each.recovery().isPresent());
        if (version.isEmpty() || party.orElseThrow().current().recovery().isEmpty()) {
            return "";
        }
        Set<Id> said = said(update.issuer(), update.id());
        said.add(signer);
        return "\n" + agreed(said, party.get().current().recovery().get(), names.shown(update.subject()))
                + "\nspeak to the person first: these would be her keys\n" + keys((Party) update.content());
    }

    /** What an update by others does, before it is signed. */
    String beforeSigning(Id party, Id signer, boolean byRegistrar, Party update) {
        Optional<Party.Recovery> recovery =
                state.party(party).flatMap(known -> known.current().recovery());
        String name = names.shown(party);
        List<String> lines = new ArrayList<>();
        lines.add("this gives " + name + " new keys instead of all that are listed now");
        lines.add(keys(update));
        if (byRegistrar || recovery.isEmpty()) {
            lines.add(effect(name));
        } else {
            lines.add(agreed(new TreeSet<>(Set.of(signer)), recovery.get(), name));
        }
        lines.add("until then the new keys sign nothing, and whoever holds a current manage key can veto it");
        return String.join("\n", lines);
    }

    private static String keys(Party update) {
        return update.keys().stream()
                .map(key -> "  "
                        + (key.powers().contains(org.countenance.record.PartyKey.Use.SIGN) ? "signs   " : "manages ")
                        + new Id(key.thumbprint()).shown())
                .collect(Collectors.joining("\n"));
    }

    private String agreed(Set<Id> said, Party.Recovery recovery, String name) {
        if (said.size() >= recovery.threshold()) {
            return said.size() + " of " + recovery.parties().size() + " friends agree; " + effect(name);
        }
        Set<Id> others = new TreeSet<>(recovery.parties());
        others.removeAll(said);
        return "it wants " + (recovery.threshold() - said.size()) + " more of "
                + others.stream().map(names::shown).collect(Collectors.joining(", "))
                + ", and takes effect seven days after the last of them";
    }

    private String effect(String name) {
        return "it takes effect seven days later, on " + day(now.plus(DELAY)) + ", unless " + name
                + " vetoes it with a key that she still has";
    }

    static String day(Instant instant) {
        return Instants.format(instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }
}
