package org.countenance.examples.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.verify.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Productions of more and more uses of three hundred people, in so much memory and no more. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 7)
public class ManifestBenchmark {

    private static final int PEOPLE = 300;

    /** How many uses the manifest has. */
    @Param({"1000", "10000", "100000"})
    public int uses;

    private Logs logs = new Logs(new Cast(), java.nio.file.Path.of(""), List.of());
    private Bytes manifest = Bytes.utf8("");

    /** Makes the log. */
    @Setup
    public void log() throws MalformedException, IOException {
        logs = Logs.of(PEOPLE, PEOPLE, 1_000, true);
        manifest = logs.cast().manifestText(uses, PEOPLE);
    }

    /** Reads the manifest, opens the log, verifies. */
    @Benchmark
    public Verdict verify() throws MalformedException, NotVerifiedException, IOException {
        return Clearing.of(logs, manifest);
    }
}
