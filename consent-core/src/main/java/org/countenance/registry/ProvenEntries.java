package org.countenance.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.Id;
import org.countenance.record.IndexRoot;
import org.countenance.record.RecordCodec;
import org.countenance.registry.ProvenLines.Placed;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Entry;
import org.countenance.tlog.IndexProof;
import org.countenance.tlog.KeyFold;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.VerifiedCheckpoint;
import org.countenance.tlog.Witnessing;

/**
 * Entries of a log, each held against its checkpoint, and for every key that is asked for the proof that none is left out
 * (log.md, Subject index). Wherever they come from, this code checks them: what contradicts the checkpoint is an error, what
 * is missing a gap, by which every answer stays open (LC306).
 */
public final class ProvenEntries implements EntrySource {

    private final SliceSource source;
    private final VerifiedCheckpoint verified;
    private final EntriesInTime entries;
    private final Map<String, List<Long>> tail = new HashMap<>();
    private final Set<String> gaps = new LinkedHashSet<>();
    private final Set<String> tailGaps = new LinkedHashSet<>();
    private final Set<String> asked = new TreeSet<>();
    private final VerifiedEntries memory;
    private final long begin;
    private Optional<Entry> index = Optional.empty();
    private Optional<IndexedLines> lines = Optional.empty();

    private ProvenEntries(
            SliceSource source, VerifiedCheckpoint verified, VerifiedEntries memory, EntriesInTime entries) {
        this.source = source;
        this.entries = entries;
        this.memory = memory;
        this.verified = verified;
        this.begin = source.indexRecord().orElse(0);
    }

    /**
     * Reads the checkpoint, and every entry after the index record under it.
     *
     * @throws NotVerifiedException when the wanted keys have not signed it, or something contradicts it
     */
    public static ProvenEntries read(SliceSource source, LogKeys keys) throws NotVerifiedException {
        return read(source, keys, VerifiedEntries.none());
    }

    /** The same, without reading and verifying again what {@code memory} knows; everything else is checked as ever. */
    public static ProvenEntries read(SliceSource source, LogKeys keys, VerifiedEntries memory)
            throws NotVerifiedException {
        VerifiedCheckpoint verified = keys.verify(source.checkpoint());
        ProvenEntries proven = new ProvenEntries(source, verified, memory, new EntriesInTime(verified.signed()));
        proven.readTail();
        return proven;
    }

    /**
     * The same checkpoint and the entries that were read with it, for another question: what is asked for there, and what is
     * missing there, is of no account here. The source is shared.
     */
    public ProvenEntries again() {
        ProvenEntries again = new ProvenEntries(source, verified, memory, entries.from(begin));
        again.tail.putAll(tail);
        again.gaps.addAll(tailGaps);
        again.tailGaps.addAll(tailGaps);
        again.index = index;
        again.lines = lines;
        return again;
    }

    private void readTail() throws NotVerifiedException {
        if (begin > 0 && begin >= size()) {
            throw failure("an index record below " + size(), "entry " + begin);
        }
        Tail all = Tail.read(source, begin, checkpoint());
        all.gap().ifPresent(tailGaps::add);
        gaps.addAll(tailGaps);
        for (Map.Entry<Long, Bytes> each : all.entries().entrySet()) {
            Entry entry = parse(each.getKey(), each.getValue());
            entries.keep(each.getKey(), entry);
            for (String key : SubjectKeys.of(entry.jws())) {
                tail.computeIfAbsent(key, any -> new ArrayList<>()).add(each.getKey());
            }
            if (begin > 0 && each.getKey() == begin) {
                index = Optional.of(entry);
                lines = Optional.of(new IndexedLines(source, memory.lines(), begin, all.before(), indexRoot(entry)));
            }
        }
    }

    private Bytes indexRoot(Entry entry) throws NotVerifiedException {
        try {
            if (RecordCodec.parse(entry.jws()).content() instanceof IndexRoot index && index.size() == begin) {
                return Base64Padded.decode(index.root());
            }
        } catch (MalformedException e) {
            throw failure("an index record as entry " + begin, e.getMessage());
        }
        throw failure("an index record as entry " + begin, "another record");
    }

    private Entry parse(long index, Bytes bytes) throws NotVerifiedException {
        try {
            return memory.read(bytes);
        } catch (MalformedException e) {
            throw new NotVerifiedException("entry " + index + " (LC304)", e.getMessage());
        }
    }

    /** The checkpoint that the entries are held against. */
    public Checkpoint checkpoint() {
        return verified.checkpoint();
    }

    /** The instant of the checkpoint, by which freshness is judged. */
    public Instant instant() {
        return verified.instant();
    }

    /** Who of the wanted witnesses cosigned the checkpoint. */
    public Witnessing witnessing() {
        return verified.witnessing();
    }

    @Override
    public long size() {
        return checkpoint().size();
    }

    @Override
    public OptionalLong indexRecord() {
        return source.indexRecord();
    }

    @Override
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    @Override
    public Optional<Entry> entry(long index) {
        return entries.get(index)
                .or(() -> fetch(List.of(index)).values().stream().findFirst());
    }

    @Override
    public VerifiedEntries verifiedBefore() {
        return memory;
    }

    @Override
    public SortedMap<Long, Entry> under(Collection<String> keys) {
        asked.addAll(keys);
        SortedMap<Long, Entry> found = new TreeMap<>();
        for (String key : keys) {
            tail.getOrDefault(key, List.of()).forEach(at -> entry(at).ifPresent(entry -> found.put(at, entry)));
        }
        lines.ifPresent(before -> findBefore(keys, before, found));
        return found;
    }

    /** The entries before the index record under keys, with proofs of those keys whose line was not proven before. */
    private void findBefore(Collection<String> keys, IndexedLines before, SortedMap<Long, Entry> found) {
        List<String> unknown = new ArrayList<>();
        for (String key : keys) {
            before.known(key)
                    .ifPresentOrElse(
                            line -> line.entries().forEach(each -> found.put(each.index(), kept(each))),
                            () -> unknown.add(key));
        }
        if (unknown.isEmpty()) {
            return;
        }
        Map<String, List<Long>> claimed = source.under(unknown);
        Set<Long> indexes = new LinkedHashSet<>();
        claimed.values().forEach(indexes::addAll);
        indexes.removeIf(index -> index >= begin);
        found.putAll(fetch(indexes));
        for (String key : unknown) {
            List<Placed> line = claimed.getOrDefault(key, List.of()).stream()
                    .filter(at -> at < begin)
                    .flatMap(at -> entries.get(at).map(entry -> new Placed(at, entry)).stream())
                    .toList();
            before.check(key, line).ifPresent(gaps::add);
        }
    }

    private Entry kept(Placed placed) {
        Optional<Entry> before = entries.get(placed.index());
        try {
            if (before.isEmpty()) {
                entries.keep(placed.index(), placed.entry());
            }
        } catch (NotVerifiedException e) {
            throw StoreException.corrupt("entry " + placed.index() + ": " + e.getMessage());
        }
        return before.orElse(placed.entry());
    }

    /** Reads entries before the index record, each with its proof. */
    private SortedMap<Long, Entry> fetch(Collection<Long> indexes) {
        SortedMap<Long, Entry> found = new TreeMap<>();
        List<Long> unknown = new ArrayList<>();
        for (long index : indexes) {
            entries.get(index).ifPresentOrElse(known -> found.put(index, known), () -> unknown.add(index));
        }
        Map<Long, Bytes> given = source.entries(unknown);
        Map<Long, List<Bytes>> inclusions = source.inclusions(given.keySet());
        given.forEach((index, bytes) -> {
            List<Bytes> proof = inclusions.get(index);
            if (proof == null) {
                gaps.add("the proof of entry " + index + " is missing");
                return;
            }
            try {
                Entry entry = parse(index, bytes);
                Merkle.verifyInclusion(
                        index, size(), entry.leafHash(), proof, checkpoint().root());
                entries.keep(index, entry);
                found.put(index, entry);
            } catch (NotVerifiedException e) {
                throw StoreException.corrupt("entry " + index + ": " + e.getMessage());
            }
        });
        return found;
    }

    /**
     * What is missing to be sure that nothing is left out, in words; empty when nothing is.
     *
     * @param registry the name of the registry, whose own word the index record must be
     */
    public List<String> gaps(String registry) {
        RegistryState state = Slice.read(registry, this, List.of()).state();
        List<String> all = new ArrayList<>(gaps);
        if (index.map(entry -> !isProven(state, new Id(entry.jws().id()))).orElse(false)) {
            all.add("the index record at entry " + begin + " is not one that the registry certainly signed");
        }
        return all;
    }

    private static boolean isProven(RegistryState state, Id index) {
        return state.record(index)
                .filter(Ruled::inFull)
                .filter(ruled -> state.party(ruled.logged().record().issuer())
                        .map(own -> own.doubtAbout(ruled.logged()).isEmpty())
                        .orElse(false))
                .isPresent();
    }

    /** The keys of the subject index that were asked for. */
    public Set<String> asked() {
        return Collections.unmodifiableSet(asked);
    }

    /** All that stands under a key below the checkpoint, as it is proved; empty where it is not. */
    public Optional<KeyFold> fold(String key) {
        Optional<KeyFold> fold = lines.isPresent() ? lines.get().fold(key) : Optional.of(KeyFold.NOTHING);
        return fold.map(before -> {
            KeyFold all = before;
            for (long at : tail.getOrDefault(key, List.of())) {
                all = all.then(at, entries.get(at).orElseThrow().leafHash());
            }
            return all;
        });
    }

    /** The entries that were read, by index: the tail, and whatever was asked for. */
    public SortedMap<Long, Entry> read() {
        return entries.all();
    }

    /** The proofs of the keys that were asked for, by key, as the source has them. */
    public SortedMap<String, IndexProof> proofs() {
        SortedMap<String, IndexProof> proofs = new TreeMap<>();
        lines.ifPresent(before -> asked.forEach(key -> before.proof(key).ifPresent(proof -> proofs.put(key, proof))));
        return proofs;
    }

    private static NotVerifiedException failure(String wanted, String found) {
        return new NotVerifiedException("index record (LC306)", "wanted " + wanted + ", found " + found);
    }
}
