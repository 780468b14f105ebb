package org.countenance.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.record.ParsedRecord;
import org.countenance.tlog.Entry;

/**
 * The entries about some parties, read, verified and folded.
 *
 * @param state what they mean together
 * @param faults entries that gave no record, in index order
 * @param refusals admissible records are in the state; these are not, in index order
 * @param signatures how many records were verified
 */
public record Slice(RegistryState state, List<EntryFault> faults, List<Refusal> refusals, int signatures) {

    /**
     * A record in the log that should not be there.
     *
     * @param logged the record
     * @param ruling why not
     */
    public record Refusal(LoggedRecord logged, Ruling ruling) {}

    /** Reads what concerns the asked keys of the subject index, and what that names, until nothing changes. */
    public static Slice read(String registry, EntrySource source, Collection<String> keys) {
        return Fold.of(registry, source, keys, Runnable::run).slice();
    }

    /**
     * The same as if these closing records had been logged at {@code instant}: what they close is in doubt instead.
     *
     * @param executor where signatures are checked
     * @throws MalformedException when one of them opens, or would not be admitted
     */
    public static Slice read(
            String registry,
            EntrySource source,
            Collection<String> keys,
            List<ParsedRecord> also,
            Instant instant,
            Executor executor)
            throws MalformedException {
        return read(registry, source, keys, Unlogged.signed(also, instant), instant, executor);
    }

    /**
     * The same as if these records had been logged.
     *
     * @param instant up to when time goes on
     * @throws MalformedException when one of them opens, or would not be admitted
     */
    public static Slice read(
            String registry,
            EntrySource source,
            Collection<String> keys,
            Unlogged unlogged,
            Instant instant,
            Executor executor)
            throws MalformedException {
        Set<String> wanted = new LinkedHashSet<>(keys);
        for (ParsedRecord record : unlogged.all().toList()) {
            wanted.add(SubjectKeys.keysOf(record.issuer()));
            wanted.add(SubjectKeys.closingOf(record.issuer()));
            wanted.addAll(SubjectKeys.of(record.jws()));
        }
        Fold fold = Fold.of(registry, source, wanted, executor);
        // Beside an incomplete source nobody can tell whether a record would be taken.
        if (source.isComplete()) {
            fold.take(unlogged, source.size(), instant);
        }
        fold.reducer.state().reach(instant);
        return fold.slice();
    }

    /** A fold under way, to which records can be added that are not in the log yet. */
    static final class Fold {

        private final EntryVerifier verifier;
        private final Reducer reducer;
        private final List<EntryFault> faults = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private int signatures;

        Fold(String registry, EntryVerifier verifier) {
            this.reducer = new Reducer(registry);
            this.verifier = verifier;
        }

        static Fold of(String registry, EntrySource source, Collection<String> keys, Executor executor) {
            Closure closure = Closure.of(source, keys, executor);
            EntryVerifier verifier = new EntryVerifier(source.verifiedBefore());
            verifier.checked(closure.checked());
            return new Fold(registry, verifier).over(closure.entries(), closure.records(), List.of(), executor);
        }

        /**
         * Takes entries.
         *
         * @param records those of them that were read
         * @param next records that may become the next entries
         * @param executor where signatures are checked
         */
        Fold over(Map<Long, Entry> entries, List<ParsedRecord> records, List<ParsedRecord> next, Executor executor) {
            verifier.read(records);
            verifier.read(next);
            verifier.verifyAhead(entries.values(), next, executor);
            entries.forEach((index, entry) -> take(verifier.verify(index, entry)));
            return this;
        }

        EntryVerifier verifier() {
            return verifier;
        }

        Ruling apply(LoggedRecord logged) {
            return reducer.apply(logged);
        }

        private void take(Unlogged unlogged, long size, Instant instant) throws MalformedException {
            long index = size;
            for (ParsedRecord record : unlogged.also()) {
                assume(record, index++, instant);
            }
            for (ParsedRecord record : unlogged.supposed()) {
                suppose(record, index++, unlogged.when());
            }
        }

        private void suppose(ParsedRecord record, long index, Instant instant) throws MalformedException {
            checkClosing(record);
            Ruling ruling = reducer.apply(LoggedRecord.supposed(index, instant, record));
            if (!ruling.admissible()) {
                throw refused(record, ruling.why());
            }
        }

        private static void checkClosing(ParsedRecord record) throws MalformedException {
            if (!record.content().closes()) {
                throw MalformedException.of(
                        Place.in(record.id().shown()), "a record that closes something", "the " + record);
            }
        }

        private static MalformedException refused(ParsedRecord record, String why) {
            return MalformedException.of(Place.in(record.id().shown()), "a record that the registry would take", why);
        }

        private void assume(ParsedRecord record, long index, Instant instant) throws MalformedException {
            if (reducer.state().record(record.id()).isPresent()) {
                return;
            }
            checkClosing(record);
            EntryVerifier.Reading reading = verifier.verify(index, instant, record);
            String fault = reading.fault().map(EntryFault::why).orElse("");
            Optional<Ruling> ruling = reading.record().map(reducer::assume);
            if (!fault.isEmpty() || !ruling.orElseThrow().admissible()) {
                throw refused(record, fault.isEmpty() ? ruling.orElseThrow().why() : fault);
            }
        }

        Slice slice() {
            return new Slice(reducer.state(), List.copyOf(faults), List.copyOf(refusals), signatures);
        }

        private void take(EntryVerifier.Reading reading) {
            reading.fault().ifPresent(faults::add);
            reading.record().ifPresent(logged -> {
                signatures++;
                Ruling ruling = reducer.apply(logged);
                if (!ruling.admissible()) {
                    refusals.add(new Refusal(logged, ruling));
                }
            });
        }
    }
}
