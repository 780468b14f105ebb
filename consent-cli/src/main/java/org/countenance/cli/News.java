package org.countenance.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordKind;
import org.countenance.registry.LogStore;
import org.countenance.registry.StoreException;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;

/** What came into a log since it was seen last, held against both heads. */
final class News {

    private static final int CHUNK = 1_000;

    private final LogStore log;
    private final Mentions mentions;
    private final Strikes strikes;

    News(LogStore log, LogView view, Id party) {
        this.log = log;
        this.mentions = new Mentions(log, party);
        this.strikes = new Strikes(view, mentions);
    }

    /**
     * A new entry that concerns the party.
     *
     * @param index where it stands
     * @param entry the entry
     * @param record what it says, where this program can read it
     * @param through the records that it names and that concern the party, or the grants that a strike suspends; none where it
     *     names the party itself
     */
    record Each(long index, Entry entry, Optional<ParsedRecord> record, List<Id> through) {

        Id id() {
            return new Id(entry.jws().id());
        }
    }

    /**
     * Reads every entry after {@code seen} and hashes it, so that the log can neither have forgotten what was seen nor keep back
     * what is new.
     */
    List<Each> between(Checkpoint seen, Checkpoint head) throws CommandException {
        if (head.size() < seen.size()) {
            throw broken(
                    "wanted a log of at least the " + Count.of(seen.size(), "entry") + " seen before, found one of "
                            + head.size(),
                    "a copy that lags behind looks the same: `consent sync` brings it up to date; else ask the operator"
                            + " to explain it");
        }
        Frontier tree = new Frontier(
                seen.size(),
                Frontier.nodesOf(seen.size()).stream()
                        .map(node -> log.node(node.level(), node.index()))
                        .toList());
        check(seen, tree, "begins with the " + Count.of(seen.size(), "entry") + " seen before");
        List<Each> news = new ArrayList<>();
        for (long from = seen.size(); from < head.size(); from += CHUNK) {
            tree = tree.next();
            List<Bytes> entries = log.entries(from, Math.min(from + CHUNK, head.size()));
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entry(from + i, entries.get(i));
                tree.append(entry.leafHash());
                each(from + i, entry).ifPresent(news::add);
            }
        }
        check(head, tree, "holds the entries under its own head");
        return news;
    }

    private static void check(Checkpoint wanted, Frontier found, String what) throws CommandException {
        if (!wanted.root().equals(found.root())) {
            throw broken(
                    "wanted a log that " + what + ", found one that does not",
                    "`consent log audit` says whether this copy is damaged; else its operator shows another history: ask for"
                            + " an explanation");
        }
    }

    private static CommandException broken(String message, String hint) {
        return CommandException.of(
                ExitCode.NOT_VERIFIED, message + "; nothing is told, and what was seen stays as it was", hint);
    }

    private static Entry entry(long index, Bytes bytes) {
        try {
            return Entry.parse(bytes);
        } catch (MalformedException e) {
            throw StoreException.corrupt("wanted a readable entry " + index + ", found another: " + e.getMessage());
        }
    }

    private Optional<Each> each(long index, Entry entry) {
        // An index record says nothing of anybody.
        if (RecordKind.ofTyp(entry.jws().typ()).equals(Optional.of(RecordKind.INDEX))) {
            return Optional.empty();
        }
        if (mentions.names(entry.jws())) {
            return Optional.of(new Each(index, entry, parsed(entry), List.of()));
        }
        List<Id> through = mentions.through(entry.jws());
        if (through.isEmpty() && mayStrike(entry)) {
            through = parsed(entry).map(strikes::through).orElse(List.of());
        }
        return through.isEmpty() ? Optional.empty() : Optional.of(new Each(index, entry, parsed(entry), through));
    }

    /** Whether it may be a strike, or about one. */
    private static boolean mayStrike(Entry entry) {
        return RecordKind.ofTyp(entry.jws().typ())
                .filter(EnumSet.of(RecordKind.PROHIBITION, RecordKind.REVOCATION, RecordKind.ENDORSEMENT)::contains)
                .isPresent();
    }

    private static Optional<ParsedRecord> parsed(Entry entry) {
        try {
            return Optional.of(RecordCodec.parse(entry.jws()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
