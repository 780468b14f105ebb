package org.countenance.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
 * @param unread those of them that are no record that this program reads
 * @param fault why what follows them is no entry; empty where nothing follows
 */
record Passage(List<Entry> entries, List<ParsedRecord> records, List<Entry> unread, Optional<String> fault) {

    private record Read(Optional<Entry> entry, Optional<ParsedRecord> record, String fault) {

        static Read of(Bytes bytes) {
            try {
                Entry entry = Entry.parse(bytes);
                return new Read(Optional.of(entry), Passage.record(entry), "");
            } catch (MalformedException e) {
                return new Read(Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
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

    static Passage read(List<Bytes> bytes, Executor executor) {
        List<Entry> entries = new ArrayList<>();
        List<ParsedRecord> records = new ArrayList<>();
        List<Entry> unread = new ArrayList<>();
        for (Read read : SideBySide.map(bytes, Read::of, executor)) {
            if (read.entry().isEmpty()) {
                return new Passage(entries, records, unread, Optional.of(read.fault()));
            }
            Entry entry = read.entry().get();
            entries.add(entry);
            read.record().ifPresentOrElse(records::add, () -> unread.add(entry));
        }
        return new Passage(entries, records, unread, Optional.empty());
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
