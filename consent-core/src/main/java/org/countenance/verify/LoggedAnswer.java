package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.countenance.base.MalformedException;
import org.countenance.jws.VerificationKey;
import org.countenance.manifest.Manifest;
import org.countenance.record.Clearance;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Id;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;
import org.countenance.scope.Worth;
import org.countenance.tlog.Entry;

/** An answer that somebody put on record, and what log and trust policy make of who gave it; made only from proven entries. */
public final class LoggedAnswer {

    private final LoggedRecord logged;
    private final Clearance clearance;
    private final boolean stands;
    private final boolean believed;

    private LoggedAnswer(LoggedRecord logged, Clearance clearance, boolean stands, boolean believed) {
        this.logged = logged;
        this.clearance = clearance;
        this.stands = stands;
        this.believed = believed;
    }

    /** The answers about one manifest, in log order. */
    public static List<LoggedAnswer> about(Manifest manifest, ProvenEntries proven, TrustPolicy policy, Instant now)
            throws MalformedException {
        Id producer = Id.parse(manifest.production().producer());
        String named = SubjectKeys.clearancesOf(manifest.production().id(), producer);
        SortedMap<Long, Entry> entries = proven.under(List.of(named));
        Set<String> keys = new LinkedHashSet<>(Set.of(named));
        concerning(producer).forEach(keys::add);
        RegistryState first = Slice.read(policy.name(), proven, keys).state();
        answers(entries, first)
                .flatMap(answer -> concerning(answer.logged().record().issuer()))
                .forEach(keys::add);
        RegistryState state = Slice.read(policy.name(), proven, keys, List.of(), now, Runnable::run)
                .state();
        Validity validity = new Stops(state, policy, manifest.production()).validity();
        List<LoggedAnswer> found = new ArrayList<>();
        answers(entries, state)
                .filter(answer ->
                        answer.content().manifest().equals(manifest.sha256().hex()))
                .forEach(answer -> found.add(new LoggedAnswer(
                        answer.logged(),
                        answer.content(),
                        validity.of(answer) == Worth.YES,
                        validity.believes(answer, Accreditation.VERIFY))));
        return List.copyOf(found);
    }

    private static Stream<String> concerning(Id party) {
        return Stream.of(SubjectKeys.keysOf(party), SubjectKeys.closingOf(party), SubjectKeys.openingOf(party));
    }

    private static Stream<Ruled<Clearance>> answers(SortedMap<Long, Entry> entries, RegistryState state) {
        return entries.values().stream()
                .flatMap(entry -> state.record(new Id(entry.jws().id())).stream())
                .flatMap(record -> record.content() instanceof Clearance clearance
                        ? Stream.of(new Ruled<>(record.logged(), record.ruling(), clearance))
                        : Stream.empty());
    }

    /** What it says. */
    public Clearance clearance() {
        return clearance;
    }

    /** Its id. */
    public Id id() {
        return logged.id();
    }

    /** How many entries came before. */
    public long index() {
        return logged.index();
    }

    /** Who gave it. */
    public Id issuer() {
        return logged.record().issuer();
    }

    /** The key that signed it. */
    public VerificationKey key() {
        return logged.key();
    }

    /** Whether nothing is wrong with it, its key and its signer's record. */
    public boolean stands() {
        return stands;
    }

    /** Whether policy believed who gave it to verify, and neither is nor has the keys of the producer. */
    public boolean isBelieved() {
        return believed;
    }
}
