package org.countenance.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
        return new Fold(registry).over(Closure.of(source, keys)).slice();
    }

    /** A fold under way, to which records can be added that are not in the log yet. */
    static final class Fold {

        private final EntryVerifier verifier = new EntryVerifier();
        private final Reducer reducer;
        private final List<EntryFault> faults = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private int signatures;

        Fold(String registry) {
            this.reducer = new Reducer(registry);
        }

        Fold over(Map<Long, Entry> entries) {
            entries.forEach((index, entry) -> take(verifier.verify(index, entry)));
            return this;
        }

        EntryVerifier verifier() {
            return verifier;
        }

        Ruling apply(LoggedRecord logged) {
            return reducer.apply(logged);
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
