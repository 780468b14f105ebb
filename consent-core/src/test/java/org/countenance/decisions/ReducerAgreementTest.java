package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.jws.Algorithm;
import org.countenance.record.AssetList;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.Submission;
import org.countenance.registry.EntryFault;
import org.countenance.registry.InMemoryLogStore;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.LogWriter;
import org.countenance.registry.Ruled;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Entry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One semantics: what is admitted, what a replica replays and what a verifier loads about one party are judged alike. */
class ReducerAgreementTest {

    @TestFactory
    Stream<DynamicTest> judgesAlike() {
        Map<String, CorpusFile> files = CorpusFile.all(CorpusFile.DIRECTORY);
        assertThat(files).isNotEmpty();
        return files.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> compare(each.getValue())));
    }

    private static void compare(CorpusFile file) throws MalformedException {
        LogStore log = CorpusLog.inMemory(file);
        List<Entry> entries = new ArrayList<>();
        Set<String> keys = new TreeSet<>();
        for (long index = 0; index < log.head().size(); index++) {
            Entry entry = LogStores.entry(log, index);
            entries.add(entry);
            keys.addAll(SubjectKeys.of(entry.jws()));
        }
        Map<String, String> replayed = rulings(Slice.read(file.registry(), LogStores.source(log), keys), entries);
        admits(file, entries, replayed);
        loads(log, entries, replayed);
    }

    /** What became of every entry: the force that it has, or why it has none. */
    private static Map<String, String> rulings(Slice slice, List<Entry> entries) {
        Map<String, String> rulings = new HashMap<>();
        for (Entry entry : entries) {
            slice.state()
                    .record(new Id(entry.jws().id()))
                    .map(Ruled::ruling)
                    .ifPresent(ruling -> rulings.put(entry.jws().id(), ruling.force() + " " + ruling.why()));
        }
        slice.refusals()
                .forEach(refusal -> rulings.put(
                        refusal.logged().id().text(), refusal.ruling().why()));
        for (EntryFault fault : slice.faults()) {
            rulings.put(fault.id().text(), fault.why());
        }
        return rulings;
    }

    /** Hands in every entry as if it came now; what is refused is put in by force, as its log's operator did. */
    private static void admits(CorpusFile file, List<Entry> entries, Map<String, String> replayed) {
        Kit kit = new Kit();
        CheckpointSigner signer = new CheckpointSigner(
                file.registry() + "/0", kit.key("log", Algorithm.ED25519), kit.key("cosignature", Algorithm.ML_DSA_44));
        LogStore store = new InMemoryLogStore(file.registry(), signer.signEmpty(Instant.EPOCH));
        LogWriter writer = new LogWriter(store, signer);
        for (Entry entry : entries) {
            if (isErased(file, entry)) {
                CorpusLog.append(store, entry, signer);
                continue;
            }
            Optional<String> refusal = refusal(writer, file, entry);
            String found = replayed.get(entry.jws().id());
            if (refusal.isEmpty()) {
                assertThat(found).as(entry.jws().id()).matches("(FULL|DOUBTFUL|NOTHING) .*");
            } else {
                assertThat(refusal).as(entry.jws().id()).contains(found);
                CorpusLog.append(store, entry, signer);
            }
        }
    }

    /** Nobody can hand in again what lost its text. */
    private static boolean isErased(CorpusFile file, Entry entry) {
        try {
            return RecordCodec.parse(entry.jws())
                    .claims()
                    .annex()
                    .map(annex -> !file.annexes().containsKey(annex))
                    .orElse(false);
        } catch (MalformedException e) {
            return false;
        }
    }

    private static Optional<String> refusal(LogWriter writer, CorpusFile file, Entry entry) {
        try {
            ParsedRecord record = RecordCodec.parse(entry.jws());
            Map<String, Bytes> texts = file.annexes();
            List<Bytes> lists = record.content().assetLists().stream()
                    .map(AssetList::list)
                    .map(texts::get)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            Submission submission =
                    new Submission(record, record.claims().annex().map(texts::get), lists);
            return Optional.of(writer.append(List.of(submission), entry.instant())
                            .get(0)
                            .refusal())
                    .filter(why -> !why.isEmpty());
        } catch (MalformedException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** A verifier loads the entries about some parties alone. */
    private static void loads(LogStore log, List<Entry> entries, Map<String, String> replayed) {
        Set<Id> parties = new java.util.LinkedHashSet<>();
        for (Entry entry : entries) {
            subject(entry).ifPresent(parties::add);
        }
        for (Id party : parties) {
            Slice slice = Slice.read(
                    log.name(),
                    LogStores.source(log),
                    List.of(SubjectKeys.keysOf(party), SubjectKeys.closingOf(party), SubjectKeys.openingOf(party)));
            Map<String, String> loaded = rulings(slice, entries);
            for (Entry entry : entries) {
                if (subject(entry).equals(Optional.of(party))
                        && loaded.containsKey(entry.jws().id())) {
                    assertThat(loaded.get(entry.jws().id()))
                            .as(party + " " + entry.jws().id())
                            .isEqualTo(replayed.get(entry.jws().id()));
                }
            }
        }
    }

    private static Optional<Id> subject(Entry entry) {
        try {
            return Optional.of(RecordCodec.parse(entry.jws()).subject());
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
