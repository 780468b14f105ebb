package org.countenance.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.base.Count;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/** Who signed a record and in whose name, what hangs on a link, and what of a grant does not count: told to the person too. */
final class SignerPage {

    private final RegistryState state;
    private final LogView view;
    private final Instant now;

    SignerPage(RegistryState state, LogView view, Instant now) {
        this.state = state;
        this.view = view;
        this.now = now;
    }

    /** What belongs below a record when it is shown, one thing a line. */
    List<String> of(LogView.Found found) {
        Optional<Ruled<?>> ruled = state.record(found.record().id());
        if (ruled.isEmpty()) {
            return List.of("refused this registry's rules would not take this record");
        }
        List<String> lines = new ArrayList<>();
        if (found.record().content() instanceof Delegation delegation) {
            lines.addAll(new LinkWords(view)
                    .lines(LinkWords.Said.of(delegation), found.record().subject()));
            delegation
                    .parent()
                    .ifPresent(parent -> lines.add("under   link " + parent.shown() + ", whose bounds hold too"));
            link(found, lines);
        }
        if (found.record().content() instanceof Party) {
            lines.addAll(PartyPage.of(state, view, now, found.record()));
            return lines;
        }
        signer(ruled.get(), lines);
        Standing.Answer answer = new Standing(state, Standing.nothing()).of(ruled.get());
        if (answer.word() != Standing.Word.STANDS) {
            lines.add("but     " + answer.word().text() + ": " + answer.why());
        }
        if (found.record().content() instanceof Grant grant) {
            new BeyondWords(grant, view, ruled.get().logged().instant())
                    .lines(ruled.get().ruling().chain())
                    .forEach(beyond -> lines.add("beyond  its link, and does not count: " + beyond));
        }
        return lines;
    }

    private void link(LogView.Found found, List<String> lines) {
        StandingLinks links = new StandingLinks(state, found.record().subject(), now);
        links.all().stream()
                .filter(link -> link.id().equals(found.record().id()))
                .findFirst()
                .ifPresent(link -> {
                    String why = links.whyNot(link);
                    lines.add(why.isEmpty() ? "today   in force; " + LinkWords.end(link.window()) : "today   " + why);
                });
        long under = view.all().stream()
                .flatMap(each -> state.record(each.record().id()).stream())
                .filter(each -> each.ruling().chain().stream()
                        .anyMatch(link -> link.id().equals(found.record().id())))
                .count();
        lines.add("used    for " + Count.of(under, "record") + ": `consent impact "
                + found.record().id().shown() + "`");
    }

    private void signer(Ruled<?> ruled, List<String> lines) {
        LoggedRecord logged = ruled.logged();
        List<Link> chain = ruled.ruling().chain();
        if (!chain.isEmpty()) {
            lines.add("for     " + view.shown(logged.record().subject()) + ", by "
                    + chain.stream()
                            .map(link -> view.shown(link.delegate()) + " as "
                                    + link.capacity().word() + " (" + link.id().shown() + ")")
                            .collect(Collectors.joining(", under ")));
            jointly(ruled, chain, lines);
        }
        if (ruled.content() instanceof Grant) {
            lines.add("level   " + named(logged.record().subject())
                    + chain.stream()
                            .map(Link::delegate)
                            .distinct()
                            .map(party -> "; " + named(party))
                            .collect(Collectors.joining()));
        }
        custody(logged)
                .ifPresent(holder -> lines.add("custody signed by a key in custody of " + view.shown(holder)
                        + ": proves that the key was used, not that the person consented"));
    }

    private void jointly(Ruled<?> ruled, List<Link> chain, List<String> lines) {
        for (Id party : chain.stream()
                .flatMap(link -> link.jointly().stream())
                .distinct()
                .sorted()
                .toList()) {
            boolean said = party.equals(ruled.logged().record().issuer())
                    || state.endorsementsOf(ruled.logged().id()).stream()
                            .filter(Ruled::inFull)
                            .anyMatch(word -> word.content().says() == Endorsement.Says.CONSENTS
                                    && word.logged().record().issuer().equals(party));
            if (!said) {
                lines.add("waits   for the consent of " + view.shown(party) + ": `consent endorse id:"
                        + ruled.logged().id().text() + " --says consents`");
            }
        }
    }

    private Optional<Id> custody(LoggedRecord logged) {
        return state.party(logged.record().issuer())
                .flatMap(party -> party.before(logged))
                .flatMap(version -> version.content().key(logged.signer(), PartyKey.Use.SIGN))
                .flatMap(PartyKey::custody);
    }

    private String named(Id party) {
        return view.of(party).orElse(party.shown()) + " identified: " + level(party);
    }

    /** The highest level at which anybody accredited identified the words that stand now. */
    private String level(Id party) {
        Optional<String> annex = state.party(party)
                .flatMap(known -> known.currentEntry().record().claims().annex());
        Set<Endorsement.Level> levels = state.endorsementsOf(party).stream()
                .filter(Ruled::inFull)
                .filter(word -> !state.isEnded(word.logged().id(), Long.MAX_VALUE))
                .flatMap(word -> word.content().identification().stream())
                .filter(each -> annex.equals(Optional.of(each.annex())))
                .map(Endorsement.Identification::level)
                .collect(Collectors.toSet());
        return levels.stream()
                .max(Enum::compareTo)
                .map(level -> level.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("self");
    }
}
