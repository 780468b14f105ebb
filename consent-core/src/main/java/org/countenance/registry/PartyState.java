package org.countenance.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;

/** What holds of one party after so many entries: its records, the keys of the latest, declarations about them. */
public final class PartyState {

    private final Id id;
    private final List<Ruled<Party>> versions = new ArrayList<>();
    private final List<LoggedRecord> declarations = new ArrayList<>();

    PartyState(Id id) {
        this.id = id;
    }

    /** The party's id. */
    public Id id() {
        return id;
    }

    /** The record in force. */
    public Party current() {
        return versions.get(versions.size() - 1).content();
    }

    /** The entry of the record in force. */
    public LoggedRecord currentEntry() {
        return versions.get(versions.size() - 1).logged();
    }

    /** When the party was registered. */
    public Instant registered() {
        return versions.get(0).logged().instant();
    }

    /** Whether this is a human being. */
    public boolean isPerson() {
        return current().type() == Party.Type.PERSON;
    }

    /** Whether the person is of age at {@code instant}; organisations are. */
    public boolean ofAgeAt(Instant instant) {
        return current().age().map(age -> age.reachedAt(instant)).orElse(true);
    }

    /** The key with this thumbprint in the record in force, when it has this power. */
    public Optional<PartyKey> key(String thumbprint, PartyKey.Use use) {
        return current().keys().stream()
                .filter(key ->
                        key.thumbprint().equals(thumbprint) && key.powers().contains(use))
                .findFirst();
    }

    /** The first declaration that puts what a key signed in doubt. */
    public Optional<LoggedRecord> doubtAbout(String thumbprint) {
        return declarations.stream()
                .filter(declaration -> ((org.countenance.record.Revocation) declaration.content())
                        .compromise()
                        .map(compromise -> compromise.kid().text().equals(thumbprint))
                        .orElse(false))
                .findFirst();
    }

    void replace(Ruled<Party> version) {
        versions.add(version);
    }

    void declare(LoggedRecord declaration) {
        declarations.add(declaration);
    }
}
