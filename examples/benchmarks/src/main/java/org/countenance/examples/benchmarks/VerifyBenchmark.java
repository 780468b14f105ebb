package org.countenance.examples.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.VerifiedEntries;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A production of ten thousand uses of a thousand people, cleared from a file, with nothing kept from before and with entries remembered. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 60)
@Measurement(iterations = 9)
public class VerifyBenchmark {

    private static final int PEOPLE = 1_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final VerifiedEntries entries = VerifiedEntries.upTo(16 << 20);
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final ExecutorService two = Executors.newFixedThreadPool(2);

    /** Whether the log has an index record over all that is asked for. */
    @Param({"true", "false"})
    public boolean indexed;

    private Logs logs = new Logs(new Cast(), java.nio.file.Path.of(""), List.of());
    private Bytes manifest = Bytes.utf8("");

    /** Makes the log. */
    @Setup
    public void log() throws MalformedException, IOException {
        logs = Logs.of(PEOPLE, PEOPLE, 0, indexed);
        manifest = logs.cast().manifestText(10 * PEOPLE, PEOPLE);
    }

    /** Ends the threads. */
    @TearDown
    public void end() {
        other.shutdown();
        two.shutdown();
    }

    /** Reads the manifest, opens the log, verifies. */
    @Benchmark
    public Verdict verify() throws MalformedException, NotVerifiedException, IOException {
        return Clearing.of(logs, manifest);
    }

    /** The same on two threads, of which this is one: it checks signatures, too, instead of waiting for them. */
    @Benchmark
    public Verdict verifyOnTwo() throws MalformedException, NotVerifiedException, IOException {
        return Clearing.of(
                logs, manifest, Verifier.trusting(logs.cast().policy()).on(other));
    }

    /** The same once more, by a verifier that remembers the entries. */
    @Benchmark
    public Verdict verifyAgain() throws MalformedException, NotVerifiedException, IOException {
        return Clearing.of(
                logs, manifest, Verifier.trusting(logs.cast().policy()).remembering(entries));
    }

    /** As many checks of signatures as there are signatures. */
    @Benchmark
    public int floor() {
        return Signed.count(logs.signatures());
    }

    /** The same on two threads. */
    @Benchmark
    public int floorOnTwo() {
        return Signed.count(logs.signatures(), two);
    }

    /** The manifest's JSON, token by token. */
    @Benchmark
    public int scan() throws IOException {
        int tokens = 0;
        try (JsonParser parser = JSON.createParser(manifest.toArray())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
