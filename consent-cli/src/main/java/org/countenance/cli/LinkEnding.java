package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.countenance.base.MalformedException;
import org.countenance.record.Delegation;
import org.countenance.record.Draft;
import org.countenance.record.Endorsement;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.RecordKind;
import org.countenance.record.Representative;

/** Ends a link by which somebody acts for a person, or an endorsement that opens something ({@code ended} in records.md). */
final class LinkEnding {

    private final Signing signing;

    LinkEnding(Signing signing) {
        this.signing = signing;
    }

    /** Says what ends and what stays, asks, signs. */
    void end(LogView.Found found, Optional<String> representative, Consumer<Draft> more)
            throws CommandException, IOException, MalformedException {
        ParsedRecord record = found.record();
        Draft draft = signing.draft(RecordKind.REVOCATION, record.subject())
                .with("target", record.id().text())
                .with("event", "ended");
        String words;
        if (record.content() instanceof Party party) {
            Id whose = whose(party, record, representative);
            draft.with("representative", whose.text());
            words = link(whose, record.subject());
        } else if (representative.isPresent()) {
            throw CommandException.usage(
                    "wanted a represented person with --representative, found the " + record,
                    "leave --representative out");
        } else if (record.content() instanceof Delegation delegation) {
            words = link(delegation.delegate(), record.subject());
        } else if (record.content() instanceof Endorsement endorsement && !endorsement.closes()) {
            words = "this ends the endorsement `" + endorsement.says().word() + "` of "
                    + endorsement.target().shown() + "\nit acts on what is logged later; what it made count stays";
        } else {
            throw CommandException.failed(
                    "wanted a grant, a link or an endorsement, found the " + record,
                    "`consent lift` ends prohibitions and withdrawals, `consent key compromised` tells of lost keys");
        }
        more.accept(draft);
        signing.confirm(words);
        signing.finish(
                draft,
                words.lines().findFirst().orElseThrow().replace("this ends", "ended:") + ": {id}, entry {entry}");
    }

    private Id whose(Party party, ParsedRecord record, Optional<String> representative)
            throws CommandException, IOException, MalformedException {
        if (party.representatives().isEmpty()) {
            throw CommandException.failed(
                    "wanted a grant or a link, found the " + record,
                    "`consent show " + record.subject().shown() + "` tells who may act for whom, with the links' ids");
        }
        if (representative.isEmpty()) {
            throw CommandException.usage(
                    "wanted --representative PARTY for a represented person, found none",
                    "one of "
                            + String.join(
                                    ", ",
                                    party.representatives().stream()
                                            .map(Representative::party)
                                            .map(signing.view()::shown)
                                            .toList()));
        }
        return signing.book().resolve(representative.get());
    }

    private String link(Id delegate, Id person) {
        return "this ends the link by which "
                + signing.view().shown(delegate) + " acts for "
                + signing.view().shown(person)
                + "\nfrom now on nothing can be signed under it or under links that hang on it; what was signed before stays";
    }
}
