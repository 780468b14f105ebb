package org.countenance.decisions;

import java.util.List;
import java.util.Map;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.registry.InMemoryLogStore;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.SubjectKeys;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;

/** Puts the log of a case into a store. */
public final class CorpusLog {

    private CorpusLog() {}

    /** The same entries, annexes and checkpoint in memory. */
    public static LogStore inMemory(CorpusFile file) {
        InMemoryLogStore store = new InMemoryLogStore(file.registry(), Bytes.EMPTY);
        fill(store, file);
        return store;
    }

    /** Appends all of it to an empty store. */
    public static void fill(LogStore store, CorpusFile file) {
        Frontier frontier = new Frontier();
        List<LogStore.NewEntry> entries =
                file.entries().stream().map(CorpusLog::entry).toList();
        entries.forEach(each -> frontier.append(parse(each.bytes()).leafHash()));
        Map<String, Bytes> annexes = file.annexes();
        store.append(new LogStore.Batch(store.head(), entries, frontier.completed(), annexes, file.checkpoint()));
    }

    /** Appends one more entry, whatever it is. */
    static void append(LogStore store, Entry entry, CheckpointSigner signer) {
        Frontier frontier = LogStores.frontier(store);
        frontier.append(entry.leafHash());
        LogStore.Head head = store.head();
        Checkpoint checkpoint = new Checkpoint(store.name() + "/0", frontier.size(), frontier.root());
        store.append(new LogStore.Batch(
                head,
                List.of(entry(entry.bytes())),
                frontier.completed(),
                Map.of(),
                signer.sign(checkpoint, entry.instant())));
    }

    private static LogStore.NewEntry entry(Bytes bytes) {
        Entry entry = parse(bytes);
        return new LogStore.NewEntry(bytes, entry.jws().id(), SubjectKeys.of(entry.jws()));
    }

    private static Entry parse(Bytes bytes) {
        try {
            return Entry.parse(bytes);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
