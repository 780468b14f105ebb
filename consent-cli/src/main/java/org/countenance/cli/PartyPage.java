package org.countenance.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countenance.base.Instants;
import org.countenance.record.Annex;
import org.countenance.record.Endorsement;
import org.countenance.record.ExternalId;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.Revocation;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/** How a party stands now: with which keys it signs, who identified it, who acts for it, what is pending. */
final class PartyPage {

    private final RegistryState state;
    private final LogView view;
    private final Instant now;
    private final PartyState party;
    private final List<String> lines = new ArrayList<>();

    private PartyPage(RegistryState state, LogView view, Instant now, PartyState party) {
        this.state = state;
        this.view = view;
        this.now = now;
        this.party = party;
    }

    /** One thing a line; nothing about a party that the registry does not know. */
    static List<String> of(RegistryState state, LogView view, Instant now, ParsedRecord shown) {
        Optional<PartyState> party = state.party(shown.subject());
        if (party.isEmpty()) {
            return List.of();
        }
        PartyPage page = new PartyPage(state, view, now, party.get());
        if (!party.get().currentEntry().id().equals(shown.id())) {
            ((Party) shown.content())
                    .keys().stream()
                            .filter(key -> party.get().current().keys().stream()
                                    .noneMatch(each -> each.thumbprint().equals(key.thumbprint())))
                            .forEach(key -> page.lines.add("listed  " + page.key(key) + ", which is not in force"));
        }
        page.keys();
        page.person();
        page.words();
        page.links();
        page.doubles();
        return page.lines;
    }

    private String key(PartyKey key) {
        String powers = key.powers().stream()
                .sorted()
                .map(use -> use == PartyKey.Use.SIGN ? "signs" : "manages")
                .collect(Collectors.joining(" and "));
        return powers + " with " + key.key().algorithm().joseName() + " key " + key.thumbprint()
                + key.custody()
                        .map(holder -> ", in custody of " + view.shown(holder)
                                + ": proves that the key was used, not that the person consented")
                        .orElse("");
    }

    private void keys() {
        if (party.current().keys().isEmpty()) {
            lines.add("today   holds no key");
        }
        for (PartyKey key : party.current().keys()) {
            lines.add("today   " + key(key)
                    + (party.isDeclared(key.thumbprint()) ? ", which was declared compromised" : ""));
        }
        for (LoggedRecord declaration : party.declarations()) {
            Revocation.Compromise said =
                    ((Revocation) declaration.content()).compromise().orElseThrow();
            lines.add("lost    key " + said.kid() + ", in wrong hands since " + Instants.format(said.since())
                    + ", says " + view.shown(declaration.record().issuer()) + " ("
                    + declaration.id().shown() + ")");
        }
        lines.addAll(new RecoveryWords(state, view, now).pending(party.id(), view.all()));
        party.current()
                .recovery()
                .ifPresent(recovery -> lines.add("friends " + recovery.threshold() + " of "
                        + recovery.parties().stream().map(view::shown).collect(Collectors.joining(", "))
                        + " replace lost keys"));
    }

    private void person() {
        party.age(any -> true)
                .filter(age -> !age.reachedAt(now))
                .ifPresent(age -> lines.add(
                        "minor   of age from " + Instants.format(age.from()).substring(0, 10)));
        party.current()
                .age()
                .filter(age -> !Optional.of(age).equals(party.age(any -> true)))
                .ifPresent(age -> lines.add("says    of age "
                        + age.month()
                                .map(month -> "from the month after " + month)
                                .orElse("already")
                        + ", which counts once a registrar identifies this record"));
        party.current()
                .death()
                .ifPresent(death -> lines.add("died    on " + death.date()
                        + death.domicile().map(where -> ", lived in " + where).orElse("")));
    }

    private void words() {
        Optional<String> annex = party.currentEntry().record().claims().annex();
        boolean identified = false;
        for (Ruled<Endorsement> word : state.endorsementsOf(party.id())) {
            if (!word.inFull() || state.isEnded(word.logged().id(), Long.MAX_VALUE)) {
                continue;
            }
            Endorsement says = word.content();
            String by = view.shown(word.logged().record().issuer());
            if (says.says() == Endorsement.Says.ACCREDITED) {
                lines.add("may     "
                        + says.may().stream()
                                .map(may -> may.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ", says the registry");
            } else if (says.identification().isPresent()) {
                Endorsement.Identification examined = says.identification().get();
                boolean stands = annex.equals(Optional.of(examined.annex()));
                identified |= stands;
                lines.add("known   identified by " + by + ", "
                        + examined.level().name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + (stands ? "" : ", but by words that were changed since"));
            } else if (says.other().isPresent()) {
                lines.add("same    person as " + view.shown(says.other().get()) + ", says " + by);
            }
        }
        state.saidToBe(party.id()).stream()
                .filter(Ruled::inFull)
                .forEach(word -> lines.add("same    person as "
                        + view.shown(word.logged().record().subject()) + ", says "
                        + view.shown(word.logged().record().issuer())));
        if (!identified && party.isPerson()) {
            lines.add("known   by nobody but itself: level self");
        }
    }

    private void links() {
        StandingLinks links = new StandingLinks(state, party.id(), now);
        for (Link link : links.all()) {
            String why = links.whyNot(link);
            lines.add("acts    " + view.shown(link.delegate()) + " as "
                    + link.capacity().word() + ": " + PowerWords.of(link.powers()) + "; until "
                    + Instants.format(link.window().until()).substring(0, 10)
                    + (link.jointly().isEmpty() ? "" : "; jointly") + " (link "
                    + link.id().shown() + ")" + (why.isEmpty() ? "" : "  [" + why + "]"));
        }
    }

    /** Others that carry the same external identifier: perhaps one person, registered twice. */
    private void doubles() {
        Set<ExternalId> known = identifiers(party);
        if (known.isEmpty()) {
            return;
        }
        for (PartyState other : state.parties()) {
            Set<ExternalId> shared = new java.util.LinkedHashSet<>(identifiers(other));
            shared.retainAll(known);
            if (!other.id().equals(party.id()) && !shared.isEmpty() && !isLinked(other.id())) {
                lines.add("twice?  " + view.shown(other.id()) + " has "
                        + shared.stream().map(ExternalId::toString).collect(Collectors.joining(", "))
                        + " too; a no of one may be a no of both");
            }
        }
    }

    private boolean isLinked(Id other) {
        return Stream.concat(state.endorsementsOf(party.id()).stream(), state.endorsementsOf(other).stream())
                .filter(Ruled::inFull)
                .map(Ruled::content)
                .filter(word -> word.other().isPresent())
                .anyMatch(word ->
                        Set.of(word.target(), word.other().orElseThrow()).equals(Set.of(party.id(), other)));
    }

    private Set<ExternalId> identifiers(PartyState each) {
        return view.annex(each.currentEntry().record())
                .filter(Annex.OfParty.class::isInstance)
                .map(annex -> Set.copyOf(((Annex.OfParty) annex).identifiers()))
                .orElse(Set.of());
    }
}
