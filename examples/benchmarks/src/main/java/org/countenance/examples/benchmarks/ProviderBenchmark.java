package org.countenance.examples.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.SignatureProvider;
import org.countenance.verify.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The production of {@link VerifyBenchmark}, cleared where another provider is asked about signatures first. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 60)
@Measurement(iterations = 9)
public class ProviderBenchmark {

    private static final int PEOPLE = 1_000;

    private Logs logs = new Logs(new Cast(), java.nio.file.Path.of(""), List.of());
    private Bytes manifest = Bytes.utf8("");

    /** Makes the log. */
    @Setup
    public void log() throws MalformedException, IOException {
        logs = Logs.of(PEOPLE, PEOPLE, 0, true);
        manifest = logs.cast().manifestText(10 * PEOPLE, PEOPLE);
        SignatureProvider.use(AmazonCorrettoCryptoProvider.INSTANCE);
    }

    /** Reads the manifest, opens the log, verifies. */
    @Benchmark
    public Verdict verify() throws MalformedException, NotVerifiedException, IOException {
        return Clearing.of(logs, manifest);
    }

    /** As many checks of signatures as there are signatures, by Bouncy Castle. */
    @Benchmark
    public int floor() {
        return Signed.count(logs.signatures());
    }
}
