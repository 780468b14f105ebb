package org.countenance.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.record.AssetList;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.tlog.Entry;

/**
 * Some entries of a log, in their order, as they read.
 *
 * @param entries up to the first one that is no entry
 * @param records what they say
 * @param checked what came of checking the signatures of those of the records whose key was known by then
 * @param unread those of the entries that are no record that this program reads
 * @param fault why what follows them is no entry; empty where nothing follows
 */
record Passage(
        List<Entry> entries,
        List<ParsedRecord> records,
        List<Checked> checked,
        List<Entry> unread,
        Optional<String> fault) {

    private record Read(Optional<Entry> entry, Optional<ParsedRecord> record, Optional<Checked> checked, String fault) {

        static Read of(Bytes bytes, ListedKeys keys) {
            try {
                Entry entry = Entry.parse(bytes);
                Optional<ParsedRecord> record = Passage.record(entry);
                record.ifPresent(keys::learn);
                return new Read(Optional.of(entry), record, record.flatMap(keys::checked), "");
            } catch (MalformedException e) {
                return new Read(Optional.empty(), Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
            }
        }
    }

    /** The record of an entry; empty where it does not read, about which whoever judges it says why. */
    static Optional<ParsedRecord> record(Entry entry) {
        try {
            return Optional.of(RecordCodec.parse(entry.jws()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** Reads entries, whoever signed them. */
    static Passage read(List<Bytes> bytes, Executor executor) {
        return begin(bytes, ListedKeys.upTo(0), executor).get();
    }

    /**
     * Begins to read entries, and to check those signatures whose keys are known by then; whoever asks for the passage helps.
     *
     * @param keys keys of earlier entries, to which those of these are added
     */
    static Supplier<Passage> begin(List<Bytes> bytes, ListedKeys keys, Executor executor) {
        SideBySide<Read> reading = SideBySide.begin(bytes, each -> Read.of(each, keys), executor);
        return () -> joined(reading.all());
    }

    /** Records that are no entries yet. */
    static Passage of(List<ParsedRecord> records) {
        return new Passage(List.of(), records, List.of(), List.of(), Optional.empty());
    }

    private static Passage joined(List<Read> all) {
        Passage passage = new Passage(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), Optional.empty());
        for (Read read : all) {
            if (read.entry().isEmpty()) {
                return passage.before(read.fault());
            }
            Entry entry = read.entry().get();
            passage.entries.add(entry);
            read.record().ifPresentOrElse(passage.records::add, () -> passage.unread.add(entry));
            read.checked().ifPresent(passage.checked::add);
        }
        return passage;
    }

    private Passage before(String fault) {
        return new Passage(entries, records, checked, unread, Optional.of(fault));
    }

    /** The hashes of the words for people and the lists that the records name. */
    List<String> words() {
        return records.stream()
                .flatMap(record -> Stream.concat(
                        record.claims().annex().stream(),
                        record.content().assetLists().stream().map(AssetList::list)))
                .toList();
    }
}
