package org.countenance.cli;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.countenance.base.MalformedException;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.registry.EntryFault;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.Ruled;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;

/** How some entries of a log stand, of which only what concerns them is read. */
final class Judged {

    private final Slice slice;
    private final Standing standing;

    private Judged(Slice slice) {
        this.slice = slice;
        this.standing = new Standing(slice.state(), Standing.nothing());
    }

    /** Judges these as of {@code now}, every signature checked. */
    static Judged of(LogStore log, Collection<News.Each> entries, Instant now) throws MalformedException {
        Set<String> keys = new LinkedHashSet<>();
        for (News.Each each : entries) {
            keys.addAll(SubjectKeys.of(each.entry().jws()));
            each.record().map(ParsedRecord::issuer).map(SubjectKeys::keysOf).ifPresent(keys::add);
        }
        return new Judged(
                Slice.read(log.name(), LogStores.source(log), keys, List.of(), now, ForkJoinPool.commonPool()));
    }

    /** How an entry stands; one that gives no record stands for nothing, and one that a newer program reads is in doubt. */
    Standing.Answer of(News.Each each) {
        Id id = each.id();
        Optional<Ruled<?>> ruled =
                slice.state().record(id).filter(found -> found.logged().index() == each.index());
        if (ruled.isPresent()) {
            return standing.of(ruled.get());
        }
        Optional<EntryFault> fault = slice.faults().stream()
                .filter(found -> found.index() == each.index())
                .findFirst();
        if (fault.isPresent()) {
            return new Standing.Answer(
                    fault.get().kind() == EntryFault.Kind.UNKNOWN ? Standing.Word.IN_DOUBT : Standing.Word.VOID,
                    fault.get().why());
        }
        return new Standing.Answer(
                Standing.Word.VOID,
                slice.refusals().stream()
                        .filter(refusal -> refusal.logged().index() == each.index())
                        .map(refusal -> refusal.ruling().why())
                        .findFirst()
                        .orElse("nothing vouches for it"));
    }
}
