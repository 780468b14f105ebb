package org.countenance.verify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.base.Window;
import org.countenance.registry.ProvenEntries;
import org.countenance.tlog.KeyFold;
import org.countenance.tlog.Witnessing;

/**
 * What an answer rests on beside its question, so that it can be told later whether the same question would have the same
 * answer (SPEC, How long an answer keeps). Everything that a verification reads of a log, it reads under keys of the subject
 * index, beginning with those of its question; where the same stands under each of them, it reads the same again.
 *
 * @param keys what stood under every key that was asked for
 * @param annexes hashes of the words and lists that were asked for by hash, by that hash; absent where there were none
 * @param witnesses what witnesses the checkpoint had
 * @param keeps between which instants nothing begins, ends or takes effect that was asked about
 */
public record Ground(
        SortedMap<String, KeyFold> keys, SortedMap<String, Optional<Bytes>> annexes, String witnesses, Window keeps) {

    /** Keeps copies. */
    public Ground {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        annexes = Collections.unmodifiableSortedMap(new TreeMap<>(annexes));
    }

    /** Annexes on their way to a verifier, and which of them it asked for. For one thread at a time. */
    public static final class Annexes implements Function<String, Optional<Bytes>> {

        private final Function<String, Optional<Bytes>> source;
        private final SortedMap<String, Optional<Bytes>> asked = new TreeMap<>();

        /** Those of a source. */
        public Annexes(Function<String, Optional<Bytes>> source) {
            this.source = source;
        }

        @Override
        public Optional<Bytes> apply(String sha256) {
            Optional<Bytes> found = source.apply(sha256);
            asked.put(sha256, found.map(Sha256::hash));
            return found;
        }
    }

    /**
     * What an answer rests on; empty where nobody may rely on it again, since it was given without all of the evidence, or of a
     * checkpoint that was too old.
     *
     * @param verdict the answer
     * @param policy by which it was given
     * @param proven the entries that were read for it alone
     * @param annexes what it was given
     */
    public static Optional<Ground> of(Verdict verdict, TrustPolicy policy, ProvenEntries proven, Annexes annexes) {
        SortedMap<String, KeyFold> keys = new TreeMap<>();
        for (String key : proven.asked()) {
            proven.fold(key).ifPresent(fold -> keys.put(key, fold));
        }
        boolean whole = proven.isComplete() && keys.size() == proven.asked().size();
        return whole && policy.isFresh(proven.instant(), verdict.basis().evaluated())
                ? Optional.of(new Ground(keys, annexes.asked, words(proven.witnessing()), verdict.keeps()))
                : Optional.empty();
    }

    /**
     * Whether the same question has the same answer still.
     *
     * @param policy by which it is asked, the same as then
     * @param proven the log as it is now, in which nothing is missing ({@link ProvenEntries#gaps})
     * @param annexes words and lists as they are now
     * @param now as of when it is asked
     */
    public boolean holds(
            TrustPolicy policy, ProvenEntries proven, Function<String, Optional<Bytes>> annexes, Instant now) {
        Instant evaluated = now.truncatedTo(ChronoUnit.SECONDS);
        return keeps.contains(evaluated)
                && policy.isFresh(proven.instant(), evaluated)
                && proven.isComplete()
                && witnesses.equals(words(proven.witnessing()))
                && this.annexes.entrySet().stream()
                        .allMatch(each ->
                                annexes.apply(each.getKey()).map(Sha256::hash).equals(each.getValue()))
                && keys.entrySet().stream()
                        .allMatch(each -> proven.fold(each.getKey()).equals(Optional.of(each.getValue())));
    }

    private static String words(Witnessing witnessing) {
        return witnessing.isReached() + " " + witnessing.count() + " " + witnessing.words();
    }
}
