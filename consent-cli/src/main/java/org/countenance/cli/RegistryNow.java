package org.countenance.cli;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.countenance.base.MalformedException;
import org.countenance.registry.EntrySource;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;

/** All of an embedded registry, judged as admission judges it: every signature checked, every record ruled upon. */
final class RegistryNow {

    private RegistryNow() {}

    /** What holds at {@code now}: what takes effect by the passing of time has done so. */
    static RegistryState read(LogStore log, Instant now) throws MalformedException {
        EntrySource source = LogStores.source(log);
        Set<String> keys = new LinkedHashSet<>();
        LongStream.range(0, source.size())
                .forEach(index ->
                        keys.addAll(SubjectKeys.of(LogStores.entry(log, index).jws())));
        return Slice.read(log.name(), source, keys, List.of(), now, ForkJoinPool.commonPool())
                .state();
    }
}
