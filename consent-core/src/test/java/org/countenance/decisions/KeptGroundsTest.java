package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countenance.base.Bytes;
import org.countenance.base.CalendarSpan;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Window;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.countenance.registry.InMemoryLogStore;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.SubjectKeys;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.WitnessPolicy;
import org.countenance.verify.Ground;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;
import org.junit.jupiter.api.Test;

/** An answer about the beginning of a log that is said to hold about all of it is the answer about all of it. */
class KeptGroundsTest {

    private static final SigningKey KEY = SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32]));
    private static final SigningKey COSIGNATURE = SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32]));

    private int held;
    private int fell;

    @Test
    void holdOnlyWhereTheAnswerIsTheSame() throws Exception {
        for (Map.Entry<String, CorpusFile> each :
                CorpusFile.all(CorpusFile.DIRECTORY).entrySet()) {
            if (each.getValue().mode().equals("current")) {
                compare(each.getKey(), each.getValue());
            }
        }
        assertThat(held).as("answers that hold").isPositive();
        assertThat(fell).as("answers that hold no longer").isGreaterThan(500);
    }

    private void compare(String name, CorpusFile file) throws Exception {
        Request request = Asked.request(file);
        int size = file.entries().size();
        Optional<Told> whole = told(file, request, size);
        // The last entries are what a case is about.
        Set<Integer> cuts = new TreeSet<>(List.of(size - 1, size - 2, size / 2)).tailSet(1);
        for (int cut : cuts) {
            Optional<Told> part = told(file, request, cut);
            if (whole.isEmpty() || part.flatMap(Told::ground).isEmpty()) {
                continue;
            }
            Told now = whole.get();
            if (part.get().ground().get().holds(now.policy(), now.proven(), now.annexes(), request.evaluated())) {
                held++;
                assertThat(KeptAnswersTest.told(part.get().verdict()))
                        .as("%s cut at %d of %d", name, cut, size)
                        .isEqualTo(KeptAnswersTest.told(now.verdict()));
            } else {
                fell++;
            }
        }
    }

    private record Told(
            Verdict verdict,
            Optional<Ground> ground,
            TrustPolicy policy,
            ProvenEntries proven,
            Ground.Annexes annexes) {}

    /** The answer about so many entries; empty where their instants lie beyond the evaluation. */
    private static Optional<Told> told(CorpusFile file, Request request, int size) throws Exception {
        CheckpointSigner signer = new CheckpointSigner(file.registry() + "/0", KEY, COSIGNATURE);
        LogStore log = store(file, size, signer, request.evaluated());
        TrustPolicy policy = policy(TrustPolicy.parse(file.file("policy")), signer);
        try (Moment moment = log.moment()) {
            ProvenEntries proven = ProvenEntries.read(moment.slice(), policy.keys());
            ProvenEntries own = proven.again();
            Ground.Annexes annexes = new Ground.Annexes(log::annex);
            Verdict verdict = Verifier.trusting(policy).verify(request, own, annexes);
            return Optional.of(new Told(verdict, Ground.of(verdict, policy, own, annexes), policy, proven, annexes));
        } catch (NotVerifiedException | org.countenance.base.MalformedException e) {
            return Optional.empty();
        }
    }

    private static LogStore store(CorpusFile file, int size, CheckpointSigner signer, Instant signed) throws Exception {
        InMemoryLogStore store = new InMemoryLogStore(file.registry(), Bytes.EMPTY);
        Frontier frontier = new Frontier();
        List<LogStore.NewEntry> entries = new java.util.ArrayList<>();
        for (Bytes bytes : file.entries().subList(0, size)) {
            Entry entry = Entry.parse(bytes);
            frontier.append(entry.leafHash());
            entries.add(new LogStore.NewEntry(bytes, entry.jws().id(), SubjectKeys.of(entry.jws())));
        }
        Checkpoint checkpoint = new Checkpoint(file.registry() + "/0", frontier.size(), frontier.root());
        store.append(new LogStore.Batch(
                store.head(), entries, frontier.completed(), file.annexes(), signer.sign(checkpoint, signed)));
        return store;
    }

    /** The same, of a log that this test signs. */
    private static TrustPolicy policy(TrustPolicy of, CheckpointSigner signer) {
        return new TrustPolicy(
                of.sha256(),
                of.name(),
                signer.verifierKeys().stream()
                        .map(key -> new LogKeys.Dated(key, Window.ALWAYS))
                        .toList(),
                WitnessPolicy.NONE,
                new CalendarSpan(100, java.time.temporal.ChronoUnit.YEARS),
                of.parties(),
                of.identity(),
                of.require(),
                of.retroactiveBlocks(),
                of.packs());
    }
}
