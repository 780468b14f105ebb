package org.countenance.verify;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.countenance.base.MalformedException;
import org.countenance.examples.benchmarks.OneUse;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Release;
import org.countenance.manifest.Use;
import org.countenance.record.Id;
import org.countenance.registry.RegistryState;
import org.countenance.scope.Filters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One use in one release against five grants whose records were verified before; shares a package with what it measures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {

    private static final long ENDLESS = Long.MAX_VALUE / 4_000;

    private Optional<Decided> decided = Optional.empty();

    private record Decided(
            PersonCase person, UseFacts facts, Release release, Evidence evidence, UseJudge judge, Use use) {}

    /** Reads the log. */
    @Setup
    public void prepare() throws MalformedException, IOException {
        OneUse one = OneUse.read();
        Manifest manifest = one.manifest();
        RegistryState state = one.state();
        Evidence evidence = new Evidence(
                state,
                one.policy(),
                manifest.production(),
                any -> Optional.empty(),
                new AsOf(one.now()),
                Verifier.BUDGET,
                new Allowance(Verifier.BUDGET, ENDLESS));
        Stops stops = new Stops(state, one.policy(), manifest.production());
        AssetBook assets = new AssetBook(evidence, manifest, stops.validity());
        Use use = manifest.uses().get(0);
        PersonCase person = new PersonCase(new Id(use.person().party().orElseThrow()), evidence, stops);
        UseFacts facts = new UseFacts(
                person.person(),
                new Filters(use.role(), use.technique(), manifest.contextsOf(use), use.made()),
                use.modalities(),
                use.languages(),
                Optional.empty(),
                use.portrays(),
                assets.facts(manifest.assetOf(use), person));
        UseJudge judge = new UseJudge(
                Request.now(manifest, one.now()),
                evidence,
                stops,
                assets,
                new Remedies(evidence, manifest, stops.validity()));
        judge.allocate();
        Release release = manifest.releasesOf(manifest.assetOf(use)).get(0);
        decided = Optional.of(new Decided(person, facts, release, evidence, judge, use));
        if (!decide().covered() || !judge().findings().equals(List.of())) {
            throw new IllegalStateException("wanted a use that is covered, found " + decide() + judge());
        }
    }

    /** The decision itself, as it is made once for all uses that the log cannot tell apart. */
    @Benchmark
    public Answer decide() {
        Decided it = decided.orElseThrow();
        return Decision.decide(it.person(), it.facts(), it.release(), Set.of(), it.evidence());
    }

    /** A use whose like was decided before, which is what most uses of a manifest are. */
    @Benchmark
    public UseJudge.Judged judge() throws MalformedException {
        Decided it = decided.orElseThrow();
        return it.judge().judge(it.use());
    }
}
