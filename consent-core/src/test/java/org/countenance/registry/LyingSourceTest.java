package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.countenance.Kit;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.Algorithm;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.tlog.IndexProof;
import org.countenance.tlog.KeyFold;
import org.countenance.tlog.LogKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slice whose source says more or other than there is: nothing of it is believed (log.md, Subject index). */
class LyingSourceTest {

    private final Kit kit = new Kit();
    private LogKeys keys;

    @BeforeEach
    void logsAnIndexRecord() throws Exception {
        kit.grant();
        kit.index();
        kit.grant();
        keys = LogKeys.always(kit.verifierKeys());
    }

    /** Answers as the honest source does, unless a test says otherwise. */
    private class Source extends RelayedSource {

        Source() {
            super(kit.log().moment().slice());
        }
    }

    private ProvenEntries read(SliceSource source) throws NotVerifiedException {
        return ProvenEntries.read(source, keys);
    }

    private List<String> gaps(SliceSource source) throws NotVerifiedException {
        ProvenEntries proven = read(source);
        proven.under(List.of(SubjectKeys.openingOf(kit.id(Kit.LIN))));
        return proven.gaps(Kit.NAME);
    }

    @Test
    void findsNoGapInAnHonestSlice() throws NotVerifiedException {
        ProvenEntries proven = read(new Source());
        assertThat(proven.under(List.of(SubjectKeys.openingOf(kit.id(Kit.LIN)))))
                .hasSize(2);
        assertThat(proven.gaps(Kit.NAME)).isEmpty();
    }

    @Test
    void refusesAnIndexRecordThatIsNone() {
        for (long index : List.of(1L, 2L, 5L)) {
            assertThatThrownBy(() -> read(new Source() {
                        @Override
                        public OptionalLong indexRecord() {
                            return OptionalLong.of(index);
                        }
                    }))
                    .isInstanceOf(NotVerifiedException.class)
                    .hasMessageContaining("LC306");
        }
        for (long index : List.of(6L, 7L, 100L, Long.MAX_VALUE)) {
            assertThatThrownBy(() -> read(new Source() {
                        @Override
                        public OptionalLong indexRecord() {
                            return OptionalLong.of(index);
                        }
                    }))
                    .hasMessageContaining("wanted an index record below 6");
        }
    }

    @Test
    void noticesEntriesThatAreSaidToStandUnderAnotherKey() throws NotVerifiedException {
        for (List<Long> claimed : List.of(List.of(1L, 3L), List.of(3L, 3L), List.of(2L), List.<Long>of())) {
            assertThat(gaps(new Source() {
                        @Override
                        public Map<String, List<Long>> under(Collection<String> asked) {
                            Map<String, List<Long>> all = new HashMap<>(super.under(asked));
                            all.replaceAll((key, indexes) -> key.endsWith("/opening") ? claimed : indexes);
                            return all;
                        }
                    }))
                    .anyMatch(gap -> gap.contains("/opening` before entry 4: wanted 1, found "));
        }
    }

    @Test
    void refusesOtherBytesUnderAnIndex() {
        assertThatThrownBy(() -> gaps(new Source() {
                    @Override
                    public Map<Long, Bytes> entries(Collection<Long> indexes) {
                        Map<Long, Bytes> all = new TreeMap<>(super.entries(indexes));
                        all.computeIfPresent(
                                3L, (at, bytes) -> super.entries(List.of(1L)).get(1L));
                        return all;
                    }
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("entry 3: inclusion");
    }

    @Test
    void takesNoProofOfAnotherKey() throws NotVerifiedException {
        assertThat(gaps(new Source() {
                    @Override
                    public Optional<IndexProof> proof(String key) {
                        return super.proof("r/nothing");
                    }
                }))
                .anyMatch(gap -> gap.endsWith("is not proved"));
        assertThatThrownBy(() -> gaps(new Source() {
                    @Override
                    public Optional<IndexProof> proof(String key) {
                        return super.proof("r/nothing").map(proof -> new IndexProof(key, proof.leaf(), proof.path()));
                    }
                }))
                .hasMessageContaining("LC306");
    }

    @Test
    void doubtsAnIndexRecordWhoseKeyWasDeclaredCompromised() throws NotVerifiedException {
        String kid = kit.key("registry", Algorithm.ED25519).verificationKey().thumbprint();
        Id own = kit.id("registry");
        kit.sign(
                RecordKind.REVOCATION,
                "registry",
                own,
                "{'target':'" + own + "','event':'compromised','kid':'" + kid + "','since':'2026-11-01T00:00:00Z'}");
        assertThat(gaps(new Source())).anyMatch(gap -> gap.contains("not one that the registry certainly signed"));
    }

    /** The studio logs a root under which nothing stands, and somebody shows the log as it would be then. */
    @Test
    void takesNoIndexRecordOfAStranger() throws NotVerifiedException {
        long index = kit.log().head().size();
        Optional<Id> studio = Optional.of(kit.id(Kit.STUDIO));
        kit.force(kit.raw(
                Kit.STUDIO,
                "likeness-index+jwt",
                studio,
                studio,
                "{'size':" + index + ",'root':'" + Base64Padded.encode(KeyFold.NOTHING.head()) + "'}"));
        assertThat(gaps(new Source() {
                    @Override
                    public OptionalLong indexRecord() {
                        return OptionalLong.of(index);
                    }

                    @Override
                    public Map<String, List<Long>> under(Collection<String> asked) {
                        return Map.of();
                    }

                    @Override
                    public Optional<IndexProof> proof(String key) {
                        return Optional.of(new IndexProof(key, Optional.empty(), List.of()));
                    }
                }))
                .anyMatch(gap -> gap.contains("not one that the registry certainly signed"));
    }
}
