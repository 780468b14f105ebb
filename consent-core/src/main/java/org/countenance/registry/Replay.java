package org.countenance.registry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.record.IndexRoot;
import org.countenance.tlog.Entry;
import org.countenance.tlog.EntryBundle;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TileSource;
import org.countenance.tlog.VerifiedCheckpoint;

/** Judges every entry of a log that a replica does not have yet, and stages it with the tree and the subject index over it. */
public final class Replay {

    /** So many entries at most are judged and kept at once; each round costs a question about every party among them. */
    private static final int ROUND = 4 * Tile.FULL;

    /** So many bytes of entries are enough for a round. */
    private static final int ENOUGH = 4 << 20;

    private static final int SHOWN = 100;

    /** So many bytes of precedents are remembered, or about ten thousand of them. */
    private static final long REMEMBERED = 10 << 20;

    /** So many keys are kept, by which signatures are checked as soon as they are read. */
    private static final int KEYS = 20_000;

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final LogStore replica;
    private final TileSource source;
    private final Executor executor;
    private final SeenHeads seen;
    private final Instant latest;
    private final List<Fault> faults = new ArrayList<>();
    private final VerifiedEntries known = VerifiedEntries.ofPrecedents(REMEMBERED);
    private final ListedKeys keys = ListedKeys.upTo(KEYS);

    private Instant last = Instant.MIN;
    private long faulty;
    private long withoutWords;
    private long next;
    private Optional<Errand<Long>> staging = Optional.empty();

    /**
     * An entry that the operator should not have taken; it keeps its place and has no effect.
     *
     * @param index where it stands
     * @param why what is wrong with it
     */
    public record Fault(long index, String why) {}

    /** Goes on from a replica of which nobody knows what it saw before. */
    Replay(LogStore replica, TileSource source, Executor executor, VerifiedCheckpoint verified) {
        this(replica, source, executor, verified, new SeenHeads(replica, LogKeys.always(List.of())));
    }

    Replay(LogStore replica, TileSource source, Executor executor, VerifiedCheckpoint verified, SeenHeads seen) {
        this.seen = seen;
        this.replica = replica;
        this.source = source;
        this.executor = executor;
        this.latest = verified.signed().plus(SKEW);
    }

    List<Fault> faults() {
        return faults;
    }

    long faulty() {
        return faulty;
    }

    long withoutWords() {
        return withoutWords;
    }

    /** Goes on after what is stored. The bundles were hashed before; one that changed meanwhile is refused. */
    void run(TiledTree tree, List<Bytes> hashes, Bytes note, Replication.Progress progress)
            throws ReplicationException, IOException {
        long first = replica.stored() / Tile.FULL;
        long all = first * Tile.FULL;
        for (Bytes ignored : hashes) {
            all = Math.max(all, tree.bundle(all / Tile.FULL).until());
        }
        last = seen.earliest();
        if (replica.stored() > 0) {
            Instant before = LogStores.entry(replica, replica.stored() - 1).instant();
            last = before.isAfter(last) ? before : last;
        }
        again();
        next = replica.stored();
        Iterator<Bytes> bundles = hashes.iterator();
        Optional<Reading> reading = begin(tree, bundles, note);
        try {
            while (reading.isPresent()) {
                Passage passage = reading.get().passage();
                reading = begin(tree, bundles, note);
                settle(progress, all);
                stage(passage, note);
            }
        } finally {
            settle(progress, all);
        }
    }

    /** A round that is read, and its signatures checked, while the one before is judged. */
    private interface Reading {

        /** What was read, or why it could not be. */
        Passage passage() throws ReplicationException;
    }

    private Optional<Reading> begin(TiledTree tree, Iterator<Bytes> bundles, Bytes note) {
        if (!bundles.hasNext()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Passage.begin(round(tree, bundles, note), keys, executor)::get);
        } catch (ReplicationException | RuntimeException e) {
            // What comes before it is judged and kept first.
            return Optional.of(() -> {
                throw e;
            });
        }
    }

    /** Waits until what was staged last is kept. */
    private void settle(Replication.Progress progress, long all) {
        Optional<Errand<Long>> last = staging;
        staging = Optional.empty();
        last.ifPresent(errand -> progress.at(errand.result(), all));
    }

    /** The next entries, of one bundle or more. */
    private List<Bytes> round(TiledTree tree, Iterator<Bytes> hashes, Bytes note) throws ReplicationException {
        List<Bytes> entries = new ArrayList<>();
        long bytes = 0;
        while (hashes.hasNext() && entries.size() < ROUND && bytes < ENOUGH) {
            List<Bytes> more = entries(tree, tree.bundle(next / Tile.FULL), hashes.next(), note);
            bytes += more.stream().mapToLong(Bytes::size).sum();
            next += more.size();
            entries.addAll(more);
        }
        return entries;
    }

    private List<Bytes> entries(TiledTree tree, EntryBundle bundle, Bytes hash, Bytes note)
            throws ReplicationException {
        Bytes file = tree.read(bundle.path());
        if (!Sha256.hash(file).equals(hash)) {
            throw new TiledTree.FileException("wanted `" + bundle.path() + "` as it was before, found it changed");
        }
        try {
            List<Bytes> entries = bundle.decode(file);
            int old = (int) Math.max(0, Math.min(entries.size(), next - bundle.from()));
            return entries.subList(old, entries.size());
        } catch (MalformedException e) {
            throw fault(bundle.from(), String.valueOf(e.getMessage()), note);
        }
    }

    private void stage(Passage passage, Bytes note) throws ReplicationException, IOException {
        Growth growth = new Growth(replica);
        checkInstants(passage, growth.size(), note);
        Judgement judgement = judgement(growth.size(), passage);
        for (Entry entry : passage.entries()) {
            Judgement.Judged judged = judge(growth.size(), entry, judgement);
            if (judged.refusal().isEmpty()
                    && judged.record().isPresent()
                    && judged.record().get().content() instanceof IndexRoot root) {
                cover(root, growth, note);
            }
            growth.add(entry);
        }
        addWords(passage, growth, note);
        LogStore.Batch batch = growth.batch(replica.head(), note);
        // What comes next is read meanwhile.
        staging = Optional.of(Errand.on(executor, () -> {
            replica.stage(batch);
            return replica.stored();
        }));
    }

    /** Judges again what an earlier run put beyond the head, and did not live to tell of. */
    private void again() {
        long stored = replica.stored();
        long from = seen.head().size();
        while (from < stored) {
            Passage passage = Passage.read(replica.entries(from, Math.min(from + ROUND, stored)), executor);
            if (passage.fault().isPresent() || passage.entries().isEmpty()) {
                throw StoreException.corrupt("wanted an entry beyond the head of the replica, found "
                        + passage.fault().orElse("none"));
            }
            Judgement judgement = judgement(from, passage);
            for (Entry entry : passage.entries()) {
                judge(from++, entry, judgement);
            }
            withoutWords += passage.words().stream()
                    .filter(hash -> replica.annex(hash).isEmpty())
                    .count();
        }
    }

    private Judgement judgement(long from, Passage passage) {
        return new Judgement(replica, from, passage, known, executor);
    }

    private void checkInstants(Passage passage, long from, Bytes note) throws ReplicationException {
        long index = from;
        for (Entry entry : passage.entries()) {
            boolean early = entry.instant().isBefore(last);
            if (early || entry.instant().isAfter(latest)) {
                throw fault(
                        index,
                        "wanted an instant "
                                + (early ? "not before " + last : "at most five minutes after the head, " + latest)
                                + ", found " + entry.instant(),
                        note);
            }
            last = entry.instant();
            index++;
        }
        if (passage.fault().isPresent()) {
            throw fault(index, passage.fault().get(), note);
        }
    }

    private Judgement.Judged judge(long index, Entry entry, Judgement judgement) {
        Judgement.Judged judged = judgement.entry(index, entry);
        judged.refusal().ifPresent(why -> note(new Fault(index, why)));
        return judged;
    }

    /** The root that the registry logged must be the one over what it logged. */
    private void cover(IndexRoot said, Growth growth, Bytes note) throws ReplicationException {
        Bytes root;
        try {
            root = growth.indexRoot();
        } catch (NotVerifiedException e) {
            throw StoreException.corrupt(e.getMessage());
        }
        if (!Base64Padded.encode(root).equals(said.root())) {
            throw fault(
                    growth.size(),
                    "wanted the root " + Base64Padded.encode(root) + " of the subject index, found " + said.root(),
                    note);
        }
        growth.cover(root);
    }

    private void note(Fault fault) {
        faulty++;
        if (faults.size() < SHOWN) {
            faults.add(fault);
        }
    }

    private void addWords(Passage passage, Growth growth, Bytes note) throws IOException, ReplicationException {
        ServedWords served = new ServedWords(source, note);
        for (String hash : passage.words()) {
            served.read(hash).ifPresent(words -> growth.annex(hash, words));
        }
        withoutWords += served.missing();
    }

    private ReplicationException fault(long index, String why, Bytes note) {
        return new ReplicationException(
                ReplicationException.Kind.ENTRY, "entry " + index + ": " + why, seen.with(note), List.of());
    }
}
