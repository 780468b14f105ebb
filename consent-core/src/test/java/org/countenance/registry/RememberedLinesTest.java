package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.Id;
import org.countenance.report.VerdictJson;
import org.countenance.tlog.IndexProof;
import org.countenance.tlog.LogKeys;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers from lines of the subject index that were proven before, whatever somebody does to the log meanwhile. */
class RememberedLinesTest {

    private static final int ROOM = 1_000_000;

    private final Kit kit = new Kit();
    private final VerifiedEntries memory = VerifiedEntries.upTo(ROOM);
    private Id grant;

    /** Whoever hides the withdrawal clears what is blocked. */
    @BeforeEach
    void logsAWithdrawal() {
        grant = kit.grant();
        kit.withdraw(grant, "");
        kit.grant(text -> text.replace("P-1", "P-2"));
        kit.index();
        kit.at("2026-12-15").party("mei", "person", "adult");
        kit.renew();
    }

    /** Answers as a store does, changed by whoever extends it. */
    private static class Source extends RelayedSource {

        Source(Kit kit) {
            super(kit.log().moment().slice());
        }
    }

    private String answer(Kit of, SliceSource source, VerifiedEntries known)
            throws NotVerifiedException, MalformedException {
        return VerdictJson.render(verdict(of, source, known));
    }

    private Verdict verdict(Kit of, SliceSource source, VerifiedEntries known)
            throws NotVerifiedException, MalformedException {
        TrustPolicy policy = TrustPolicy.parse(of.policy(""));
        Request request = Request.now(of.manifest(text -> text), of.now());
        return Verifier.trusting(policy)
                .verify(request, ProvenEntries.read(source, policy.keys(), known), of.log()::annex);
    }

    /** Empty where there is an error instead, or nobody can tell. */
    private Optional<String> tried(SliceSource source, VerifiedEntries known) throws MalformedException {
        try {
            return Optional.of(verdict(kit, source, known))
                    .filter(verdict -> verdict.outcome() != Outcome.UNDETERMINED)
                    .map(VerdictJson::render);
        } catch (StoreException | NotVerifiedException e) {
            return Optional.empty();
        }
    }

    private String honest() throws NotVerifiedException, MalformedException {
        Verdict verdict = verdict(kit, new Source(kit), VerifiedEntries.none());
        assertThat(verdict.outcome()).isEqualTo(Outcome.BLOCKED);
        return VerdictJson.render(verdict);
    }

    /** The log with one thing changed in it, in every way that there is. */
    private List<SliceSource> altered() throws NotVerifiedException {
        List<SliceSource> altered = new ArrayList<>();
        SliceSource whole = new Source(kit);
        for (long at = 0; at < kit.log().head().size(); at++) {
            altered.add(Withholding.entry(whole, at));
            altered.add(Withholding.inclusion(whole, at));
            altered.add(RelayedSource.withChangedEntry(whole, at));
            altered.add(changedNodes(at));
        }
        for (String key : keys()) {
            altered.add(Withholding.proof(whole, key));
            altered.add(changedProof(key));
            for (List<Long> line : List.of(List.<Long>of(), List.of(3L), List.of(3L, 4L, 5L))) {
                altered.add(changedLine(key, line));
            }
        }
        return altered;
    }

    private Set<String> keys() throws NotVerifiedException {
        ProvenEntries proven = ProvenEntries.read(new Source(kit), LogKeys.always(kit.verifierKeys()));
        Slice.read(
                Kit.NAME,
                proven,
                List.of(
                        SubjectKeys.keysOf(kit.id(Kit.LIN)),
                        SubjectKeys.closingOf(kit.id(Kit.LIN)),
                        SubjectKeys.openingOf(kit.id(Kit.LIN)),
                        SubjectKeys.keysOf(kit.id(Kit.STUDIO))));
        return new TreeSet<>(proven.asked());
    }

    private SliceSource changedNodes(long index) {
        return new Source(kit) {
            @Override
            public Optional<List<Bytes>> inclusion(long at) {
                Optional<List<Bytes>> proof = super.inclusion(at);
                return at == index ? proof.map(RememberedLinesTest::firstFlipped) : proof;
            }
        };
    }

    private SliceSource changedProof(String key) {
        return new Source(kit) {
            @Override
            public Optional<IndexProof> proof(String asked) {
                Optional<IndexProof> proof = super.proof(asked);
                return asked.equals(key)
                        ? proof.map(one -> new IndexProof(key, one.leaf(), firstFlipped(one.path())))
                        : proof;
            }
        };
    }

    private SliceSource changedLine(String key, List<Long> line) {
        return new Source(kit) {
            @Override
            public Map<String, List<Long>> under(Collection<String> asked) {
                Map<String, List<Long>> all = new HashMap<>(super.under(asked));
                all.computeIfPresent(key, (any, indexes) -> line);
                return all;
            }
        };
    }

    private static List<Bytes> firstFlipped(List<Bytes> hashes) {
        return IntStream.range(0, hashes.size())
                .mapToObj(i -> i == 0 ? RelayedSource.flipped(hashes.get(i)) : hashes.get(i))
                .toList();
    }

    /** What is left out or changed before anything is remembered is noticed, so that the next test alters something. */
    @Test
    void noticesWhatIsAlteredWhereNothingIsRemembered() throws Exception {
        String honest = honest();
        long noticed = 0;
        for (SliceSource source : altered()) {
            noticed += tried(source, VerifiedEntries.none()).equals(Optional.of(honest)) ? 0 : 1;
        }
        assertThat(noticed).isGreaterThan(50);
    }

    @Test
    void answersAsBeforeOrNotAtAllWhateverIsAlteredMeanwhile() throws Exception {
        String honest = honest();
        assertThat(tried(new Source(kit), memory)).contains(honest);
        for (SliceSource source : altered()) {
            assertThat(tried(source, memory)).isIn(Optional.of(honest), Optional.empty());
        }
    }

    @Test
    void remembersNothingOfWhatIsAltered() throws Exception {
        String honest = honest();
        for (SliceSource source : altered()) {
            VerifiedEntries fresh = VerifiedEntries.upTo(ROOM);
            tried(source, fresh);
            assertThat(answer(kit, new Source(kit), fresh)).isEqualTo(honest);
        }
    }

    /** A source that has nothing to say of what was proven before. */
    private SliceSource onlyTheTail(Kit of, List<String> asked) {
        return new Source(of) {
            @Override
            public Map<String, List<Long>> under(Collection<String> keys) {
                asked.addAll(keys);
                return super.under(keys);
            }

            @Override
            public Optional<IndexProof> proof(String key) {
                asked.add(key);
                return super.proof(key);
            }
        };
    }

    @Test
    void asksForWhatWasProvenOnce() throws Exception {
        String first = answer(kit, new Source(kit), memory);
        List<String> asked = new ArrayList<>();
        assertThat(answer(kit, onlyTheTail(kit, asked), memory)).isEqualTo(first);
        assertThat(asked).isEmpty();
    }

    @Test
    void seesWhatIsLoggedAfterwards() throws Exception {
        String before = answer(kit, new Source(kit), memory);
        Id prohibition = kit.prohibit("'*'", "'*'", "all");
        kit.renew();

        List<String> asked = new ArrayList<>();
        assertThat(answer(kit, onlyTheTail(kit, asked), memory))
                .isEqualTo(answer(kit, new Source(kit), VerifiedEntries.none()))
                .isNotEqualTo(before)
                .contains(prohibition.text());
        assertThat(asked).as("what stands before the same index record").containsOnly(SubjectKeys.about(prohibition));
    }

    @Test
    void provesAnewUnderAnotherIndexRecord() throws Exception {
        answer(kit, new Source(kit), memory);
        kit.index();

        List<String> asked = new ArrayList<>();
        assertThat(answer(kit, onlyTheTail(kit, asked), memory)).isEqualTo(honest());
        assertThat(asked).contains(SubjectKeys.closingOf(kit.id(Kit.LIN)));
    }

    /** The same people and the same keys, with another past: the same index of the same size leads to another tree. */
    @Test
    void knowsNothingOfAFork() throws Exception {
        Kit fork = new Kit();
        fork.grant();
        fork.grant(text -> text.replace("P-1", "P-3"));
        fork.grant(text -> text.replace("P-1", "P-2"));
        fork.index();
        fork.at("2026-12-15").party("mei", "person", "adult");
        fork.renew();
        assertThat(fork.log().head().size()).isEqualTo(kit.log().head().size());
        String alone = answer(fork, new Source(fork), VerifiedEntries.none());
        assertThat(alone).contains("\"cleared\"").isNotEqualTo(honest());

        for (int i = 0; i < 3; i++) {
            assertThat(answer(kit, new Source(kit), memory)).isEqualTo(honest());
            assertThat(answer(fork, new Source(fork), memory)).isEqualTo(alone);
        }
    }

    @Test
    void answersTheSameWhereLittleFits() throws Exception {
        String honest = honest();
        for (int room = 0; room < 6_000; room += 200) {
            VerifiedEntries little = VerifiedEntries.upTo(room);
            assertThat(answer(kit, new Source(kit), little)).isEqualTo(honest);
            assertThat(answer(kit, new Source(kit), little)).isEqualTo(honest);
        }
    }
}
