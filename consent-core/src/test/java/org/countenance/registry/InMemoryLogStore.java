package org.countenance.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.countenance.base.Bytes;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.KeyFold;

/** Keeps the contract of {@link LogStore} without a disk. */
public final class InMemoryLogStore implements LogStore {

    private final String name;
    private final List<NewEntry> entries = new ArrayList<>();
    private final Map<String, Bytes> nodes = new HashMap<>();
    private final TreeMap<String, Bytes> annexes = new TreeMap<>();
    private final Map<String, Bytes> pages = new HashMap<>();
    private Coverage coverage = new Coverage(0, KeyFold.NOTHING.head());
    private Optional<Bytes> staged = Optional.empty();
    private Head head;

    public InMemoryLogStore(String name, Bytes checkpoint) {
        this.name = name;
        this.head = new Head(0, checkpoint);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public List<Bytes> entries(long from, long until) {
        if (until > entries.size()) {
            throw StoreException.corrupt("wanted entry " + entries.size() + ", found none");
        }
        return entries.subList((int) from, (int) until).stream()
                .map(NewEntry::bytes)
                .toList();
    }

    @Override
    public OptionalLong indexOf(String recordId, long until) {
        for (int i = 0; i < until; i++) {
            if (entries.get(i).recordId().equals(recordId)) {
                return OptionalLong.of(i);
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public List<Long> indexesOf(String key, long until) {
        List<Long> indexes = new ArrayList<>();
        for (int i = 0; i < until; i++) {
            if (entries.get(i).keys().contains(key)) {
                indexes.add((long) i);
            }
        }
        return indexes;
    }

    @Override
    public Bytes node(int level, long index) {
        return Optional.ofNullable(nodes.get(level + "/" + index))
                .orElseThrow(() -> StoreException.corrupt("wanted node " + level + "/" + index + ", found none"));
    }

    @Override
    public Optional<Bytes> annex(String sha256) {
        return Optional.ofNullable(annexes.get(sha256));
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Optional<Bytes> indexPage(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    @Override
    public long stored() {
        return entries.size();
    }

    @Override
    public Optional<Bytes> staged() {
        return staged;
    }

    @Override
    public List<String> annexes(String after, int most) {
        return annexes.tailMap(after, false).keySet().stream().limit(most).toList();
    }

    @Override
    public void append(Batch batch) {
        if (!head.equals(batch.expected()) || staged.isPresent()) {
            throw StoreException.moved("wanted another head");
        }
        put(batch);
        head = batch.head();
    }

    @Override
    public void stage(Batch batch) {
        if (!head.equals(batch.expected())) {
            throw StoreException.moved("wanted another head");
        }
        put(batch);
        staged = Optional.of(batch.checkpoint());
    }

    private void put(Batch batch) {
        entries.addAll(batch.entries());
        for (Frontier.Node node : batch.nodes()) {
            nodes.put(node.level() + "/" + node.index(), node.hash());
        }
        annexes.putAll(batch.annexes());
        batch.index().ifPresent(change -> {
            pages.putAll(change.pages());
            coverage = change.coverage();
        });
    }

    @Override
    public void advance(Head expected, Head next) {
        if (!head.equals(expected) || next.size() > entries.size()) {
            throw StoreException.moved("wanted another head");
        }
        head = next;
        staged = Optional.empty();
    }

    /** Everything that lies beside the records, by hash. */
    public Map<String, Bytes> annexes() {
        return Map.copyOf(annexes);
    }

    @Override
    public boolean eraseAnnex(String sha256) {
        return annexes.remove(sha256) != null;
    }

    @Override
    public void close() {}
}
