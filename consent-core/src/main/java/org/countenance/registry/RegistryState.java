package org.countenance.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.record.Clearance;
import org.countenance.record.Commitment;
import org.countenance.record.Content;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.Prohibition;
import org.countenance.record.Revocation;

/** What holds after so many entries, for the parties whose entries were applied. Changed only by {@link Reducer}. */
public final class RegistryState {

    private final String name;
    private final Map<Id, PartyState> parties = new LinkedHashMap<>();
    private final Map<Id, Ruled<?>> records = new LinkedHashMap<>();
    private final Map<Id, List<Ruled<Grant>>> grants = new HashMap<>();
    private final Map<Id, List<Ruled<Prohibition>>> prohibitions = new HashMap<>();
    private final Map<Id, List<Ruled<Revocation>>> revocations = new HashMap<>();
    private final Map<Id, List<Ruled<Endorsement>>> endorsements = new HashMap<>();
    private final Map<Id, List<Ruled<Grant>>> successors = new HashMap<>();
    private final Map<Id, List<Ruled<Clearance>>> clearances = new HashMap<>();
    private final Map<Id, List<Ruled<Commitment>>> commitments = new HashMap<>();
    private final Map<Id, List<Ruled<Delegation>>> delegations = new HashMap<>();
    private final Map<Id, List<Ruled<Endorsement>>> others = new HashMap<>();
    private Optional<Id> own = Optional.empty();
    private Instant now = Instant.MIN;

    RegistryState(String name) {
        this.name = name;
    }

    /** The registry's name, which records carry as {@code aud}. */
    public String name() {
        return name;
    }

    /** The registry's own party: that of the log's first entry. */
    public Optional<Id> own() {
        return own;
    }

    /** A registered party. */
    public Optional<PartyState> party(Id id) {
        return Optional.ofNullable(parties.get(id));
    }

    /** Every registered party that was read, in log order. */
    public List<PartyState> parties() {
        return List.copyOf(parties.values());
    }

    /** A record that was applied and is admissible. */
    public Optional<Ruled<?>> record(Id id) {
        return Optional.ofNullable(records.get(id));
    }

    /** The grants of a person, in log order. */
    public List<Ruled<Grant>> grantsOf(Id person) {
        return view(grants, person);
    }

    /** The prohibitions about a party (a person's own, or a guild's strikes), in log order. */
    public List<Ruled<Prohibition>> prohibitionsOf(Id party) {
        return view(prohibitions, party);
    }

    /** The revocations of a record, in log order, also those logged before it. */
    public List<Ruled<Revocation>> revocationsOf(Id record) {
        return view(revocations, record);
    }

    /** The endorsements of a record or party, in log order. */
    public List<Ruled<Endorsement>> endorsementsOf(Id record) {
        return view(endorsements, record);
    }

    /** The grants that are to replace a grant, in log order. */
    public List<Ruled<Grant>> successorsOf(Id grant) {
        return view(successors, grant);
    }

    /** The grant that a sub-licence passes on; empty for every other grant. */
    public Optional<Ruled<Grant>> headOf(Ruled<Grant> grant) {
        List<Link> chain = grant.ruling().chain();
        return chain.isEmpty() || !chain.get(0).isSublicence()
                ? Optional.empty()
                : grantsOf(grant.logged().record().subject()).stream()
                        .filter(each -> each.logged().id().equals(chain.get(0).id()))
                        .findFirst();
    }

    /** The clearances that relied on a grant, in log order. */
    public List<Ruled<Clearance>> clearancesUnder(Id grant) {
        return view(clearances, grant);
    }

    /** The links that were made to act for a person, in log order. */
    public List<Ruled<Delegation>> delegationsOf(Id person) {
        return view(delegations, person);
    }

    /** What was said of other parties: that they are the same person as this one, in log order. */
    public List<Ruled<Endorsement>> saidToBe(Id person) {
        return view(others, person);
    }

    /** The commitments of a producer, in log order. */
    public List<Ruled<Commitment>> commitmentsOf(Id producer) {
        return view(commitments, producer);
    }

    /** Whether the registry's own party accredited {@code party} for {@code what}, or as a court. */
    public boolean accredits(Id party, Endorsement.Accreditation what) {
        return endorsementsOf(party).stream()
                .filter(Ruled::inFull)
                .filter(endorsement -> endorsement.content().says() == Endorsement.Says.ACCREDITED)
                .filter(endorsement -> !isEnded(endorsement.logged().id(), Long.MAX_VALUE))
                .anyMatch(endorsement -> endorsement.content().may().contains(what)
                        || endorsement.content().may().contains(Endorsement.Accreditation.COURT));
    }

    /** Whether an endorsement was ended by an entry before {@code index}; that acts on later entries only. */
    public boolean isEnded(Id endorsement, long index) {
        return revocationsOf(endorsement).stream()
                .filter(Ruled::inFull)
                .filter(revocation -> revocation.logged().index() < index)
                .anyMatch(revocation -> revocation.content().event() == Revocation.Event.ENDED
                        || revocation.content().event() == Revocation.Event.INVALIDATED);
    }

    /** When the records of parties take effect: at no other instant does the passing of time change what holds. */
    public List<Instant> turns() {
        return parties.values().stream().flatMap(PartyState::turns).toList();
    }

    /** Time goes on with every entry, whomever it is about, and up to the instant that is asked about. */
    void reach(Instant instant) {
        now = instant;
    }

    void add(Ruled<?> ruled) {
        LoggedRecord logged = ruled.logged();
        records.put(logged.id(), ruled);
        if (logged.index() == 0) {
            own = Optional.of(logged.id());
        }
        Content content = ruled.content();
        if (content instanceof Party party) {
            addParty(new Ruled<>(logged, ruled.ruling(), party));
        } else if (content instanceof Grant grant) {
            Ruled<Grant> each = new Ruled<>(logged, ruled.ruling(), grant);
            append(grants, logged.record().subject(), each);
            grant.supersedes().ifPresent(earlier -> append(successors, earlier, each));
        } else if (content instanceof Prohibition prohibition) {
            append(prohibitions, logged.record().subject(), new Ruled<>(logged, ruled.ruling(), prohibition));
        } else if (content instanceof Revocation revocation) {
            addRevocation(new Ruled<>(logged, ruled.ruling(), revocation));
        } else if (content instanceof Endorsement endorsement) {
            addEndorsement(new Ruled<>(logged, ruled.ruling(), endorsement));
        } else if (content instanceof Clearance clearance) {
            Ruled<Clearance> each = new Ruled<>(logged, ruled.ruling(), clearance);
            clearance.relied().forEach(relied -> append(clearances, relied.grant(), each));
        } else if (content instanceof Delegation delegation) {
            append(delegations, logged.record().subject(), new Ruled<>(logged, ruled.ruling(), delegation));
        } else if (content instanceof Commitment commitment) {
            append(commitments, logged.record().subject(), new Ruled<>(logged, ruled.ruling(), commitment));
        }
    }

    private void addParty(Ruled<Party> made) {
        if (!made.inFull()) {
            return;
        }
        LoggedRecord logged = made.logged();
        PartyState party = parties.computeIfAbsent(logged.record().subject(), id -> new PartyState(id, () -> now));
        boolean recovers = made.content().supersedes().isPresent()
                && PartyRules.UpdateForm.of(
                                logged,
                                made.content(),
                                party.before(logged).orElseThrow().content())
                        == PartyRules.UpdateForm.RECOVERY;
        party.add(new Version(made, recovers ? Recovery.of(this, party, logged) : Optional.empty()));
    }

    private void addEndorsement(Ruled<Endorsement> word) {
        append(endorsements, word.content().target(), word);
        word.content().other().ifPresent(other -> append(others, other, word));
        LoggedRecord logged = word.logged();
        if (word.inFull() && word.content().says() == Endorsement.Says.CONFIRMS) {
            pending(word.content().target(), logged)
                    .flatMap(Version::recovery)
                    .ifPresent(recovery -> recovery.confirmed(logged.record().issuer(), logged.instant()));
        }
        if (word.inFull() && word.content().says() == Endorsement.Says.IDENTIFIED) {
            party(word.content().target()).ifPresent(party -> party.identify(word));
        }
    }

    private void addRevocation(Ruled<Revocation> revocation) {
        Id target = revocation.content().target();
        append(revocations, target, revocation);
        if (revocation.content().event() == Revocation.Event.COMPROMISED) {
            party(target).ifPresent(party -> party.declare(revocation));
        }
        if (revocation.inFull() && revocation.content().event() == Revocation.Event.INVALIDATED) {
            pending(target, revocation.logged()).flatMap(Version::recovery).ifPresent(Recovery::veto);
        }
    }

    /** A recovery that has not taken effect before an entry. */
    Optional<Version> pending(Id update, LoggedRecord entry) {
        return record(update)
                .flatMap(made -> party(made.logged().record().subject()))
                .flatMap(party -> party.pending(update, entry));
    }

    private static <T> void append(Map<Id, List<T>> lists, Id key, T value) {
        lists.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    private static <T> List<T> view(Map<Id, List<T>> lists, Id key) {
        return Collections.unmodifiableList(lists.getOrDefault(key, List.of()));
    }
}
