package org.countenance.registry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.countenance.base.Window;
import org.countenance.record.Endorsement;
import org.countenance.record.Id;
import org.countenance.record.Majority;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.Revocation;

/**
 * What holds of one party after so many entries: its records, which of them is in force when, declarations about its keys
 * (authority.md, Keys).
 */
public final class PartyState {

    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final Id id;
    private final List<Version> versions = new ArrayList<>();
    private final Map<Id, Version> byRecord = new HashMap<>();
    private final Map<Id, List<Version>> successors = new HashMap<>();
    private final List<Version> settled = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Ruled<Endorsement>> identifications = new ArrayList<>();
    private final Supplier<Instant> now;

    PartyState(Id id, Supplier<Instant> now) {
        this.id = id;
        this.now = now;
    }

    /** The party's id. */
    public Id id() {
        return id;
    }

    /** The record in force at the last entry that was applied. */
    public Party current() {
        return inForce().content();
    }

    /** The party's first record. */
    public Party first() {
        return versions.get(0).made().content();
    }

    /** The entry of the record in force at the last entry that was applied. */
    public LoggedRecord currentEntry() {
        return inForce().logged();
    }

    private Ruled<Party> inForce() {
        List<Version> line = line(Long.MAX_VALUE, now.get());
        return line.get(line.size() - 1).made();
    }

    /** The record in force just before an entry. */
    public Optional<Ruled<Party>> before(LoggedRecord entry) {
        List<Version> line = line(entry.index(), entry.instant());
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(line.get(line.size() - 1).made());
    }

    /** The records that led to the one in force just before an entry at {@code index}, from the first to that. */
    public List<Version> line(long index, Instant instant) {
        settle(instant.isAfter(now.get()) ? instant : now.get());
        int from = 0;
        int to = settled.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isBefore(middle, index, instant)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return Collections.unmodifiableList(settled.subList(0, from));
    }

    /** Along the line both the entries and the instants at which they take effect ascend. */
    private boolean isBefore(int place, long index, Instant instant) {
        Version version = settled.get(place);
        return version.made().logged().index() < index
                && (place == 0 || !version.effective().isAfter(instant));
    }

    /** Goes on along the line; what took effect stays, since nothing that comes later takes effect earlier. */
    private void settle(Instant instant) {
        Optional<Version> next = settled.isEmpty() ? Optional.of(versions.get(0)) : successor(instant);
        while (next.isPresent()) {
            settled.add(next.get());
            next = successor(instant);
        }
    }

    /** Of two that replace the same record, the one that takes effect first wins. */
    private Optional<Version> successor(Instant instant) {
        if (successors.isEmpty()) {
            return Optional.empty();
        }
        Id last = settled.get(settled.size() - 1).made().logged().id();
        return successors.getOrDefault(last, List.of()).stream()
                .filter(next -> !next.effective().isAfter(instant))
                .min(Comparator.comparing(Version::effective)
                        .thenComparing(next -> next.made().logged().index()));
    }

    /** When its records take effect, which those by which others replaced lost keys do later than they are logged. */
    Stream<Instant> turns() {
        return versions.stream().map(Version::effective).filter(effective -> !effective.equals(Window.NEVER));
    }

    /** Whether this is a human being. */
    public boolean isPerson() {
        return first().type() == Party.Type.PERSON;
    }

    /** Whether the person is of age at {@code instant}, as far as the log tells; organisations are. */
    public boolean ofAgeAt(Instant instant) {
        return age(word -> true).map(age -> age.reachedAt(instant)).orElse(true);
    }

    /**
     * Since when the person is of age: a change of it counts only when a registrar identified the changed record
     * (authority.md, Minors).
     *
     * @param believed which identifications count
     */
    public Optional<Majority> age(Predicate<Ruled<Endorsement>> believed) {
        return identifications.stream()
                .filter(believed)
                .flatMap(word -> before(word.logged()).filter(made -> isOf(word, made)).stream())
                .reduce((earlier, later) -> later)
                .map(made -> made.content().age())
                .orElseGet(() -> first().age());
    }

    private static boolean isOf(Ruled<Endorsement> identification, Ruled<Party> version) {
        return version.logged()
                .record()
                .claims()
                .annex()
                .equals(identification.content().identification().map(Endorsement.Identification::annex));
    }

    /** The first instant of the day on which the person died, in the earliest time zone (decision.md section 9). */
    public Optional<Instant> death() {
        return current().death().map(death -> death.date().atStartOfDay().toInstant(EARLIEST));
    }

    /** The record that first told of the person's death as it is told now. */
    public Optional<Ruled<Party>> deathNotice() {
        Optional<Party.Death> told = current().death();
        return line(Long.MAX_VALUE, now.get()).stream()
                .map(Version::made)
                .filter(version -> told.isPresent() && version.content().death().equals(told))
                .findFirst();
    }

    /** One of the party's records. */
    public Optional<Version> version(Id record) {
        return Optional.ofNullable(byRecord.get(record));
    }

    /** The key of the record in force at an entry, when it has this power. */
    Optional<PartyKey> key(LoggedRecord entry, PartyKey.Use use) {
        return before(entry).flatMap(version -> version.content().key(entry.signer(), use));
    }

    /** Whether a key signs for the party at an entry, as far as the log tells: while a record is in doubt, the one before may hold. */
    boolean maySign(LoggedRecord entry, PartyKey.Use use) {
        List<Version> line = line(entry.index(), entry.instant());
        for (int i = line.size() - 1; i >= 0; i--) {
            Ruled<Party> version = line.get(i).made();
            if (version.content().key(entry.signer(), use).isPresent()) {
                return true;
            }
            if (doubtAbout(version.logged()).isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /** Whether any record of the party ever listed the key. */
    boolean everListed(String thumbprint) {
        return firstListed(thumbprint, Optional.empty()).isPresent();
    }

    /** The index of the first record that listed the key, with this power where one is asked for. */
    Optional<Long> firstListed(String thumbprint, Optional<PartyKey.Use> use) {
        return versions.stream()
                .filter(version -> version.made().content().keys().stream()
                        .anyMatch(key -> key.thumbprint().equals(thumbprint)
                                && use.map(key.powers()::contains).orElse(true)))
                .map(version -> version.made().logged().index())
                .findFirst();
    }

    /** Whether the key was declared to be in wrong hands, so that it signs nothing any more. */
    public boolean isDeclared(String thumbprint) {
        return declarations.stream().anyMatch(declaration -> declaration.isAbout(thumbprint));
    }

    /** The declarations about the party's keys, in log order. */
    public List<LoggedRecord> declarations() {
        return declarations.stream().map(Declaration::logged).toList();
    }

    /** The first declaration that puts this record in doubt: its key was in wrong hands when the log took it. */
    public Optional<LoggedRecord> doubtAbout(LoggedRecord signed) {
        return declarations.stream()
                .filter(declaration -> declaration.doubts(signed))
                .map(Declaration::logged)
                .findFirst();
    }

    /** The record that replaced keys without the party and that has not taken effect at an entry; empty when it is no such one. */
    Optional<Version> pending(Id update, LoggedRecord entry) {
        return version(update)
                .filter(version ->
                        version.recovery().isPresent() && version.effective().isAfter(entry.instant()));
    }

    void add(Version version) {
        versions.add(version);
        byRecord.put(version.made().logged().id(), version);
        version.made()
                .content()
                .supersedes()
                .ifPresent(replaced -> successors
                        .computeIfAbsent(replaced, any -> new ArrayList<>())
                        .add(version));
    }

    void declare(Ruled<Revocation> declaration) {
        declarations.add(new Declaration(id, declaration.logged()));
    }

    void identify(Ruled<Endorsement> identification) {
        identifications.add(identification);
    }
}
