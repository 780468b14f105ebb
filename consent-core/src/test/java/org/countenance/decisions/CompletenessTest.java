package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.Algorithm;
import org.countenance.registry.EvidenceFile;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.SliceSource;
import org.countenance.registry.StoreException;
import org.countenance.registry.Withholding;
import org.countenance.report.SavedAnswer;
import org.countenance.report.VerdictJson;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.Rule;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case again with a slice that an index record proves: nothing changes, and nothing can be left out (log.md). */
class CompletenessTest {

    private static final Kit KIT = new Kit();

    @TestFactory
    Stream<DynamicTest> answersFromASliceAsFromTheWholeLog() {
        return cases(1, file -> {
            LogStore log = indexed(file);
            assertThat(log.coverage().size()).isPositive();
            assertThat(answer(verdict(file, log.moment().slice(), log))).isEqualTo(answer(Asked.verdict(file)));
        });
    }

    @TestFactory
    Stream<DynamicTest> answersFromAFileAsFromTheLog() {
        return cases(1, file -> {
            EvidenceFile saved = saved(file);
            Bytes told = SavedAnswer.open(saved).verdict();
            SavedAnswer again = SavedAnswer.open(EvidenceFile.parse(saved.bytes()));
            assertThat(Bytes.utf8(VerdictJson.render(again.verify(policy(file)))))
                    .isEqualTo(told);
            assertThat(again.verdict()).isEqualTo(told);
        });
    }

    /** Each case takes as many answers as it has entries and keys: all of them where nobody waits, some of them elsewhere. */
    @TestFactory
    Stream<DynamicTest> answersNothingWhenAnythingIsLeftOut() {
        return cases(Integer.getInteger("scenarios", 0) < 1_000 && Removals.isSample() ? 20 : 1, file -> {
            LogStore log = indexed(file);
            ProvenEntries proven =
                    ProvenEntries.read(log.moment().slice(), policy(file).keys());
            verifier(file).verify(Asked.request(file), proven, log::annex);
            assertThat(proven.gaps(file.registry())).as("the whole").isEmpty();
            List<SliceSource> withheld = new ArrayList<>();
            for (long index : proven.read().keySet()) {
                withheld.add(Withholding.entry(log.moment().slice(), index));
                if (index <= log.coverage().size()) {
                    withheld.add(Withholding.inclusion(log.moment().slice(), index));
                }
            }
            for (String key : proven.proofs().keySet()) {
                withheld.add(Withholding.proof(log.moment().slice(), key));
            }
            assertThat(withheld).hasSizeGreaterThan(3);
            for (SliceSource source : withheld) {
                checkUndetermined(file, source, log);
            }
        });
    }

    /** Whoever takes a line out of a file, and makes the first line fit, is told so or changes nothing. */
    @TestFactory
    Stream<DynamicTest> answersNothingElseWithoutALineOfAFile() {
        Removals removals = Removals.chosen();
        return Stream.concat(
                cases(1, file -> {
                    List<String> lines = saved(file).bytes().text().lines().toList();
                    List<String> bodies = lines.subList(1, lines.size());
                    for (int gone : removals.some(bodies.size())) {
                        List<String> rest = new ArrayList<>(bodies);
                        String line = rest.remove(gone);
                        checkNothingElse(file, Bytes.utf8(Removals.forged(lines.get(0), rest)), line);
                    }
                }),
                Stream.of(DynamicTest.dynamicTest(
                        "tries some", () -> assertThat(removals.tried()).isGreaterThan(500))));
    }

    private static EvidenceFile saved(CorpusFile file) throws Exception {
        LogStore log = indexed(file);
        SliceSource slice = log.moment().slice();
        ProvenEntries proven = ProvenEntries.read(slice, policy(file).keys());
        Request request = Asked.request(file);
        Verdict verdict = verifier(file).verify(request, proven, log::annex);
        return SavedAnswer.of(verdict, request, file.file("manifest"), file.file("policy"), proven, slice, log::annex);
    }

    /** What the question was asked with may be gone from the file: whoever asks for its answer sees that it is another. */
    private static void checkNothingElse(CorpusFile file, Bytes rest, String line) throws Exception {
        try {
            EvidenceFile left = EvidenceFile.parse(rest);
            SavedAnswer told = SavedAnswer.open(left);
            boolean same =
                    Bytes.utf8(VerdictJson.render(told.verify(policy(file)))).equals(told.verdict());
            ProvenEntries proven = ProvenEntries.read(left, policy(file).keys());
            Verdict asked = verifier(file).verify(Asked.request(file), proven, left::annex);
            boolean answered = Bytes.utf8(VerdictJson.render(asked)).equals(told.verdict());
            boolean words = line.startsWith("{\"annex\"") || line.startsWith("{\"list\"");
            boolean cleared = Asked.verdict(file).outcome() == Outcome.CLEARED;
            assertThat(answered || asked.outcome() != Outcome.CLEARED || (words && cleared))
                    .as(line)
                    .isTrue();
            assertThat(answered || words || asked.rules().contains(Rule.INCOMPLETE))
                    .as(line)
                    .isTrue();
            assertThat(same || !answered || isAsked(line)).as(line).isTrue();
        } catch (NotVerifiedException | StoreException | MalformedException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    /** Whether a line is part of the question, and not of what it is answered from. */
    private static boolean isAsked(String line) {
        return Stream.of("signature", "inventory", "waiver", "record", "files")
                .anyMatch(kind -> line.startsWith("{\"" + kind + "\""));
    }

    private static void checkUndetermined(CorpusFile file, SliceSource source, LogStore log) throws Exception {
        try {
            Verdict verdict = verdict(file, source, log);
            assertThat(verdict.outcome()).isIn(Outcome.UNDETERMINED, Outcome.BLOCKED);
            assertThat(verdict.findings()).anyMatch(finding -> finding.rule() == Rule.INCOMPLETE);
        } catch (NotVerifiedException | StoreException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private interface Check {
        void check(CorpusFile file) throws Exception;
    }

    private static Stream<DynamicTest> cases(int step, Check check) {
        Map<String, CorpusFile> files = CorpusFile.all(CorpusFile.DIRECTORY);
        assertThat(files).isNotEmpty();
        List<Map.Entry<String, CorpusFile>> some = List.copyOf(files.entrySet());
        return IntStream.iterate(0, at -> at < some.size(), at -> at + step)
                .mapToObj(some::get)
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check.check(each.getValue())));
    }

    /** The log of a case, and an index record over all of it. */
    private static LogStore indexed(CorpusFile file) throws Exception {
        LogStore log = CorpusLog.inMemory(file);
        CheckpointSigner signer = new CheckpointSigner(
                file.registry() + "/0", KIT.key("log", Algorithm.ED25519), KIT.key("cosignature", Algorithm.ML_DSA_44));
        Instant now = policy(file).keys().verify(file.checkpoint()).instant();
        assertThat(new LogWriter(log, signer, () -> Optional.of(KIT.key("registry", Algorithm.ED25519))).index(now))
                .isTrue();
        return log;
    }

    private static TrustPolicy policy(CorpusFile file) throws MalformedException {
        return TrustPolicy.parse(file.file("policy"));
    }

    private static Verifier verifier(CorpusFile file) throws MalformedException {
        return Verifier.trusting(policy(file));
    }

    private static Verdict verdict(CorpusFile file, SliceSource source, LogStore log)
            throws IOException, MalformedException, NotVerifiedException {
        return verifier(file)
                .verify(
                        Asked.request(file),
                        ProvenEntries.read(source, policy(file).keys()),
                        log::annex);
    }

    /** What the answer says beside the size and the root of the log. */
    private static String answer(Verdict verdict) {
        return VerdictJson.render(verdict).replaceAll("\"log\": \\{[^}]*\\}", "");
    }
}
