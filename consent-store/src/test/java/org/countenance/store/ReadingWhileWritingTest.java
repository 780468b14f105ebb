package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.SliceSource;
import org.countenance.tlog.IndexProof;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader's moment stays whole whatever is appended meanwhile. */
class ReadingWhileWritingTest {

    @TempDir
    private Path directory;

    /** A slice between whose answers somebody appends a party and an index record, which changes every table. */
    private record Disturbed(SliceSource slice, Runnable disturbance) implements SliceSource {

        @Override
        public Bytes checkpoint() {
            disturbance.run();
            return slice.checkpoint();
        }

        @Override
        public OptionalLong indexRecord() {
            disturbance.run();
            return slice.indexRecord();
        }

        @Override
        public Map<Long, Bytes> entries(Collection<Long> indexes) {
            disturbance.run();
            return slice.entries(indexes);
        }

        @Override
        public Optional<List<Bytes>> inclusion(long index) {
            disturbance.run();
            return slice.inclusion(index);
        }

        @Override
        public Map<String, List<Long>> under(Collection<String> keys) {
            disturbance.run();
            return slice.under(keys);
        }

        @Override
        public Optional<IndexProof> proof(String key) {
            disturbance.run();
            return slice.proof(key);
        }
    }

    @Test
    void keepsTheSliceWhole() throws Exception {
        Path file = directory.resolve("registry.db");
        Kit kit = new Kit(checkpoint -> SqliteLogStore.create(file, Kit.NAME, checkpoint));
        kit.grant();
        kit.index();
        kit.at("2026-12-20").renew();
        int[] disturbed = new int[1];
        try (LogStore writer = kit.log();
                LogStore reader = SqliteLogStore.open(file)) {
            Verdict alone = verify(kit, reader, () -> {});
            Verdict beside = verify(kit, reader, () -> {
                kit.party("mei" + disturbed[0]++, "person", "adult");
                kit.index();
            });
            assertThat(disturbed[0]).isGreaterThan(5);
            assertThat(writer.head().size()).isEqualTo(5 + 2L * disturbed[0]);
            assertThat(beside.outcome()).isEqualTo(alone.outcome());
            assertThat(beside.basis()).isEqualTo(alone.basis());
            assertThat(beside.findings()).isEqualTo(alone.findings());
            Verdict after = verify(kit, reader, () -> {});
            assertThat(after.outcome()).isEqualTo(alone.outcome());
            assertThat(after.basis()).isNotEqualTo(alone.basis());
        }
    }

    private static Verdict verify(Kit kit, LogStore reader, Runnable disturbance) throws Exception {
        try (Moment moment = reader.moment()) {
            // The moment begins with the first reading.
            SliceSource slice = new Disturbed(moment.slice(), disturbance);
            ProvenEntries proven =
                    ProvenEntries.read(slice, TrustPolicy.parse(kit.policy("")).keys());
            return kit.verifier("").verify(Request.now(kit.manifest(text -> text), kit.now()), proven, reader::annex);
        }
    }
}
