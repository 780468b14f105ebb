package org.countenance.examples.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Turns the results of runs into a table of ratios. A run is {@code NAME.json} by JMH, and {@code NAME.tsv} of names and
 * numbers by scripts; a ratio is always of two figures of one run.
 */
public final class Table {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERIFY = "VerifyBenchmark.verify[indexed=";
    private static final String CHECKS = "VerifyBenchmark.floor[indexed=";
    private static final String APPEND = "AppendBenchmark.append[entries=1000]";
    private static final String FIRST = "GrowthBenchmark.verify[entries=1000]";

    private static final List<Row> ROWS = List.of(
            Row.atMost(
                    1.2,
                    "verify 10,000 uses of 1,000 people, cold, with an index record / signature checks",
                    VERIFY + "true]",
                    CHECKS + "true]"),
            Row.atMost(1.2, "the same without an index record", VERIFY + "false]", CHECKS + "false]"),
            Row.atMost(
                    1.2,
                    "the same, signatures by Amazon's Corretto provider / signature checks by Bouncy Castle",
                    "ProviderBenchmark.verify",
                    "ProviderBenchmark.floor"),
            Row.atMost(
                    0.6,
                    "verify on two threads / on one",
                    "VerifyBenchmark.verifyOnTwo[indexed=true]",
                    VERIFY + "true]"),
            Row.atMost(
                    0.6,
                    "signature checks on two threads / on one: what two cores give",
                    "VerifyBenchmark.floorOnTwo[indexed=true]",
                    CHECKS + "true]"),
            Row.atMost(
                            3,
                            "verify again in one process / scan of the manifest's JSON",
                            "VerifyBenchmark.verifyAgain[indexed=true]",
                            "VerifyBenchmark.scan[indexed=true]")
                    .usually(30),
            Row.atMost(2, "one decision against 5 grants, in µs", "DecisionBenchmark.decide", "one"),
            Row.atMost(2, "the same for a use like one before, in µs", "DecisionBenchmark.judge", "one"),
            Row.atLeast(10, "cedar-java / one decision", "CedarBenchmark.decide", "DecisionBenchmark.decide"),
            Row.atMost(
                    1.1,
                    "a grant read strictly and verified / signature check",
                    "JwsBenchmark.strict",
                    "JwsBenchmark.bouncyCastle"),
            Row.atLeast(
                    2,
                    "Nimbus Ed25519 (Tink) / a grant read strictly and verified",
                    "JwsBenchmark.nimbusEd25519",
                    "JwsBenchmark.strict"),
            Row.atLeast(
                    5,
                    "Nimbus ES256 (JDK) / a grant read strictly and verified",
                    "JwsBenchmark.nimbusEs256",
                    "JwsBenchmark.strict"),
            Row.atMost(
                    1.3,
                    "append 1,000 grants / signature checks and a bare transaction",
                    APPEND,
                    "AppendBenchmark.floor[entries=1000]"),
            Row.atMost(
                    1.3,
                    "the same with two more threads",
                    "AppendBenchmark.appendOnTwo[entries=1000]",
                    "AppendBenchmark.floor[entries=1000]"),
            Row.atMost(
                    1.3,
                    "append 1,000 grants to a log of 100,000 entries / of 1,000",
                    "AppendBenchmark.append[entries=100000]",
                    APPEND),
            Row.atMost(
                    1.3,
                    "append 1,000 grants to a log of 1,000,000 entries / of 1,000",
                    "AppendBenchmark.append[entries=1000000]",
                    APPEND),
            Row.atMost(1, "fsync calls for each append of one", "fsyncs", "appends"),
            Row.atMost(
                    1.3,
                    "300 people in a log of 10,000 entries / of 1,000",
                    "GrowthBenchmark.verify[entries=10000]",
                    FIRST),
            Row.atMost(
                    1.3,
                    "300 people in a log of 100,000 entries / of 1,000",
                    "GrowthBenchmark.verify[entries=100000]",
                    FIRST),
            Row.atMost(
                    1.3,
                    "300 people in a log of 1,000,000 entries / of 1,000",
                    "GrowthBenchmark.verify[entries=1000000]",
                    FIRST),
            Row.linear(
                    1.3,
                    10,
                    "each of 10,000 uses / each of 1,000",
                    "ManifestBenchmark.verify[uses=10000]",
                    "ManifestBenchmark.verify[uses=1000]"),
            Row.linear(
                    1.3,
                    10,
                    "each of 100,000 uses / each of 10,000",
                    "ManifestBenchmark.verify[uses=100000]",
                    "ManifestBenchmark.verify[uses=10000]"),
            Row.atMost(
                    1.3,
                    "each of 1,000,000 uses, streamed in a heap of 512 MiB / each of 100,000",
                    "streamed-1000000",
                    "streamed-100000"),
            Row.atMost(
                    2,
                    "export of 2,000 entries / signature checks on two threads",
                    "SyncBenchmark.export",
                    "SyncBenchmark.floor"),
            Row.atMost(
                    2,
                    "sync of 2,000 entries / signature checks on two threads",
                    "SyncBenchmark.sync",
                    "SyncBenchmark.floor"),
            Row.atMost(2, "`consent --version` / a bare Java that says hello", "version", "hello"),
            Row.atMost(
                    1.4,
                    "`consent verify` of one use / a bare Java that reads JSON and checks a signature",
                    "verify",
                    "bare"));

    private Table() {}

    /**
     * Prints the table, and with {@code --check} or {@code --brief} fails where a ratio misses its goal, or what it usually is, by more than an
     * order of magnitude. With {@code --brief} it also fails where something that {@link Brief} measures has no ratio.
     *
     * @param args the directory of the results, and {@code --check} or {@code --brief}
     */
    public static void main(String[] args) throws IOException {
        List<Map<String, Double>> runs = runs(Path.of(args[0]));
        System.out.println("| what | ratio | runs | goal | |");
        System.out.println("|---|---|---|---|---|");
        ROWS.forEach(row -> System.out.println(row.line(runs)));
        if (args.length > 1) {
            List<String> faults = new ArrayList<>(far(runs));
            faults.addAll(args[1].equals("--brief") ? missing(runs) : List.of());
            if (ratios(runs).findAny().isEmpty()) {
                faults.add("wanted ratios, found none");
            }
            faults.forEach(fault -> System.err.println("error: " + fault));
            System.exit(faults.isEmpty() ? 0 : 1);
        }
    }

    private static List<String> far(List<Map<String, Double>> runs) {
        return ROWS.stream()
                .filter(row -> isFar(row, runs))
                .map(row -> "wanted a ratio within ten times what it usually is, found another: " + row.words())
                .toList();
    }

    private static List<String> missing(List<Map<String, Double>> runs) {
        return Brief.MEASURED.stream()
                .filter(measured -> ratios(runs).noneMatch(row -> row.measured().equals(measured)))
                .map(measured -> "wanted a ratio of `" + measured + "`, found none")
                .toList();
    }

    private static Stream<Row> ratios(List<Map<String, Double>> runs) {
        return ROWS.stream().filter(row -> row.ratio(runs).isPresent());
    }

    private static boolean isFar(Row row, List<Map<String, Double>> runs) {
        OptionalDouble ratio = row.ratio(runs);
        return ratio.isPresent() && row.isFar(ratio.getAsDouble());
    }

    private static List<Map<String, Double>> runs(Path directory) throws IOException {
        Map<String, Map<String, Double>> runs = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                Map<String, Double> run =
                        runs.computeIfAbsent(name.replaceFirst("\\..*", ""), any -> new HashMap<>(Map.of("one", 1.0)));
                if (name.endsWith(".json")) {
                    readJmh(file, run);
                } else if (name.endsWith(".tsv")) {
                    readLines(file, run);
                }
            }
        }
        return List.copyOf(runs.values());
    }

    private static void readLines(Path file, Map<String, Double> run) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", -1);
            run.put(parts[0], Double.valueOf(parts[1]));
        }
    }

    private static void readJmh(Path file, Map<String, Double> run) throws IOException {
        for (JsonNode result : JSON.readTree(file.toFile())) {
            List<Double> all = new ArrayList<>();
            for (JsonNode fork : result.path("primaryMetric").path("rawData")) {
                fork.forEach(each -> all.add(each.doubleValue()));
            }
            all.sort(Double::compare);
            if (!all.isEmpty()) {
                run.put(name(result), all.get(all.size() / 2));
            }
        }
    }

    /** As {@code Growth.verify[entries=1000]}. */
    private static String name(JsonNode result) {
        String[] parts = result.path("benchmark").asText().split("\\.", -1);
        StringBuilder name = new StringBuilder(parts[parts.length - 2] + "." + parts[parts.length - 1]);
        result.path("params")
                .properties()
                .forEach(param -> name.append("[")
                        .append(param.getKey())
                        .append("=")
                        .append(param.getValue().asText())
                        .append("]"));
        return name.toString();
    }
}
