package org.countenance.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.Revocation;

/** What holds of one party after so many entries: its records, the keys of the latest, declarations about them. */
public final class PartyState {

    private static final Duration OWN_REACH = Duration.ofDays(30);
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

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

    /** The party's first record. */
    public Party first() {
        return versions.get(0).content();
    }

    /** The entry of the record in force. */
    public LoggedRecord currentEntry() {
        return versions.get(versions.size() - 1).logged();
    }

    /** The record that was in force just before the entry at {@code index}. */
    public Optional<Ruled<Party>> before(long index) {
        return versions.stream()
                .filter(version -> version.logged().index() < index)
                .reduce((earlier, later) -> later);
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

    /** The first instant of the day on which the person died, in the earliest time zone (decision.md section 9). */
    public Optional<Instant> death() {
        return current().death().map(death -> death.date().atStartOfDay().toInstant(EARLIEST));
    }

    /** The first record that tells of the person's death. */
    public Optional<Ruled<Party>> deathNotice() {
        return versions.stream()
                .filter(version -> version.content().death().isPresent())
                .findFirst();
    }

    /** The key with this thumbprint in the record in force, when it has this power. */
    public Optional<PartyKey> key(String thumbprint, PartyKey.Use use) {
        return current().keys().stream()
                .filter(key ->
                        key.thumbprint().equals(thumbprint) && key.powers().contains(use))
                .findFirst();
    }

    /** Whether the key was declared to be in wrong hands, so that it signs nothing any more. */
    public boolean isDeclared(String thumbprint) {
        return declarations.stream()
                .anyMatch(declaration -> compromise(declaration).kid().text().equals(thumbprint));
    }

    /** The first declaration that puts this record in doubt: its key was in wrong hands when the log took it. */
    public Optional<LoggedRecord> doubtAbout(LoggedRecord signed) {
        return declarations.stream()
                .filter(declaration -> compromise(declaration).kid().text().equals(signed.signer()))
                .filter(declaration -> declaration.index() > signed.index())
                .filter(declaration -> !signed.instant().isBefore(since(declaration)))
                .findFirst();
    }

    /** A party's own word reaches back thirty days at most; whoever is accredited to recover may reach further. */
    private Instant since(LoggedRecord declaration) {
        Instant said = compromise(declaration).since();
        Instant earliest = declaration.instant().minus(OWN_REACH);
        boolean own = declaration.record().issuer().equals(id);
        return own && said.isBefore(earliest) ? earliest : said;
    }

    private static Revocation.Compromise compromise(LoggedRecord declaration) {
        return ((Revocation) declaration.content()).compromise().orElseThrow();
    }

    void replace(Ruled<Party> version) {
        versions.add(version);
    }

    void declare(LoggedRecord declaration) {
        declarations.add(declaration);
    }
}
