package org.countenance.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same figures as the benchmarks give, in half a minute and to an order of magnitude: a few rounds in one process, of
 * processor time, so that whatever else runs on the machine matters little.
 */
public final class Brief {

    /** What is measured, apart from what it is measured beside. */
    static final List<String> MEASURED = List.of(
            "JwsBenchmark.strict",
            "VerifyBenchmark.verify[indexed=true]",
            "VerifyBenchmark.verifyAgain[indexed=true]",
            "GrowthBenchmark.verify[entries=10000]",
            "AppendBenchmark.append[entries=1000]");

    private static final int ROUNDS = 5;
    private static final int RECORDS = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private Brief() {}

    /** Something to measure. */
    @FunctionalInterface
    private interface Work {
        /** Does it; the result keeps it from being left out. */
        Object run() throws Exception;
    }

    /**
     * Prints names and milliseconds.
     *
     * @param args none
     */
    public static void main(String[] args) throws Exception {
        Brief brief = new Brief();
        brief.records();
        brief.productions();
        brief.growth();
        brief.appends();
        brief.figures.forEach((name, each) -> System.out.printf(Locale.ROOT, "%s\t%.3f%n", name, median(each)));
    }

    private void records() throws Exception {
        JwsBenchmark benchmark = new JwsBenchmark();
        benchmark.sign();
        for (int round = 0; round < ROUNDS; round++) {
            measure("JwsBenchmark.bouncyCastle", () -> repeat(benchmark::bouncyCastle));
            measure("JwsBenchmark.strict", () -> repeat(benchmark::strict));
        }
    }

    private static Object repeat(Work work) throws Exception {
        Object last = "";
        for (int i = 0; i < RECORDS; i++) {
            last = work.run();
        }
        return last;
    }

    private void productions() throws Exception {
        VerifyBenchmark benchmark = new VerifyBenchmark();
        benchmark.indexed = true;
        benchmark.log();
        for (int round = 0; round < ROUNDS; round++) {
            measure("VerifyBenchmark.floor[indexed=true]", benchmark::floor);
            measure("VerifyBenchmark.verify[indexed=true]", benchmark::verify);
            measure("VerifyBenchmark.scan[indexed=true]", benchmark::scan);
            measure("VerifyBenchmark.verifyAgain[indexed=true]", benchmark::verifyAgain);
        }
        benchmark.end();
    }

    private void growth() throws Exception {
        for (int entries : new int[] {1_000, 10_000}) {
            GrowthBenchmark benchmark = new GrowthBenchmark();
            benchmark.entries = entries;
            benchmark.log();
            for (int round = 0; round < ROUNDS; round++) {
                measure("GrowthBenchmark.verify[entries=" + entries + "]", benchmark::verify);
            }
        }
    }

    private void appends() throws Exception {
        AppendBenchmark benchmark = new AppendBenchmark();
        benchmark.entries = 1_000;
        benchmark.log();
        for (int round = 0; round < ROUNDS; round++) {
            benchmark.begin();
            measure("AppendBenchmark.floor[entries=1000]", benchmark::floor);
            measure("AppendBenchmark.append[entries=1000]", benchmark::append);
        }
        benchmark.end();
    }

    private void measure(String name, Work work) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        if (work.run().equals("")) {
            throw new IllegalStateException("wanted a result, found none");
        }
        figures.computeIfAbsent(name, any -> new ArrayList<>()).add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
    }

    /** Of the second half: the first warms up. */
    private static double median(List<Double> all) {
        List<Double> warm = new ArrayList<>(all.subList(all.size() / 2, all.size()));
        warm.sort(Double::compare);
        return warm.get(warm.size() / 2);
    }
}
