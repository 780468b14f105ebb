package org.countenance.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.record.Annex;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordKind;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.SubjectKeys;
import org.countenance.report.Names;
import org.countenance.tlog.Entry;

/** Looks at records and their words for people, to show them. What it shows, nobody has verified. */
final class LogView implements Names {

    private final LogStore log;
    private final Map<Id, Optional<String>> names = new HashMap<>();

    private LogView(LogStore log) {
        this.log = log;
    }

    static LogView of(LogStore log) {
        return new LogView(log);
    }

    /**
     * A record where it stands.
     *
     * @param index its index
     * @param entry its entry
     * @param record what it says
     */
    record Found(long index, Entry entry, ParsedRecord record) {}

    /** Every record that reads, in log order. */
    List<Found> all() {
        return LongStream.range(0, log.head().size())
                .mapToObj(this::at)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Found> find(Id id) {
        var index = log.indexOf(id.text());
        return index.isPresent() ? at(index.getAsLong()) : Optional.empty();
    }

    /** The records that speak of another: what ends, seconds, replaces it or relies on it, in log order. */
    List<Found> about(Id record) {
        return under(SubjectKeys.about(record));
    }

    /** The newest record of a party: its keys and names are those in force. */
    Optional<Found> partyInForce(Id party) {
        return versions(party).reduce((earlier, later) -> later);
    }

    private Stream<Found> versions(Id party) {
        return under(SubjectKeys.keysOf(party)).stream()
                .filter(found -> found.record().content().kind() == RecordKind.PARTY
                        && found.record().subject().equals(party));
    }

    private List<Found> under(String key) {
        return log.indexesOf(key).stream()
                .map(this::at)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The record whose id begins so, in either spelling; only for commands that read. */
    Found byPrefix(String written) throws CommandException {
        List<Found> found = all().stream()
                .filter(each -> each.record().id().hasPrefix(written))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw CommandException.failed(
                "wanted one record whose id begins with `" + written + "`, found "
                        + (found.isEmpty() ? "none" : found.size() + ""),
                found.isEmpty()
                        ? "a prefix has ten characters or more; `consent list` shows ids"
                        : "write more of the id");
    }

    Optional<Annex> annex(ParsedRecord record) {
        Optional<Bytes> bytes = record.claims().annex().flatMap(log::annex);
        try {
            return bytes.isPresent()
                    ? Optional.of(Annex.parse(record.content().kind(), bytes.get()))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> of(Id party) {
        return names.computeIfAbsent(party, this::name);
    }

    /** The first name in the newest record whose words are there. */
    private Optional<String> name(Id party) {
        return versions(party)
                .flatMap(found -> annex(found.record()).stream())
                .filter(Annex.OfParty.class::isInstance)
                .map(words -> ((Annex.OfParty) words).names().get(0).text())
                .reduce((earlier, later) -> later);
    }

    private Optional<Found> at(long index) {
        Entry entry = LogStores.entry(log, index);
        try {
            return Optional.of(new Found(index, entry, RecordCodec.parse(entry.jws())));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
