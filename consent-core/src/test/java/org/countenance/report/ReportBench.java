package org.countenance.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countenance.Kit;
import org.countenance.verify.Verdict;

/** Measures by hand how long a verdict of many uses takes to decide and to render: {@code main} with how many. */
final class ReportBench {

    private ReportBench() {}

    public static void main(String[] args) throws IOException {
        int uses = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        Kit kit = new Kit();
        kit.grant();
        for (int round = 0; round < 3; round++) {
            long started = System.nanoTime();
            Verdict verdict = kit.verify("2027-01-10T00:00:00Z", text -> many(text, uses));
            tell("reading and deciding", started, verdict.findings().size() + " findings");
            Answer answer = new Answer(verdict, party -> Optional.of("Lin Yue"), "manifest.json", Optional.empty());
            for (ReportFormat format : ReportFormat.values()) {
                long begun = System.nanoTime();
                Counted out = new Counted();
                format.render(answer, out);
                tell(format.word(), begun, out.written + " characters");
            }
        }
    }

    /** Every second use is in a role that the grant does not give. */
    private static String many(String manifest, int uses) {
        int from = manifest.indexOf("{\"id\":\"u1\"");
        int until = manifest.indexOf("]}", from);
        String use = manifest.substring(from, until);
        return manifest.substring(0, from)
                + IntStream.range(0, uses)
                        .mapToObj(i -> use.replace("\"u1\"", "\"u" + i + "\"")
                                .replace("depicted", i % 2 == 0 ? "depicted" : "driver"))
                        .collect(Collectors.joining(","))
                + manifest.substring(until);
    }

    private static void tell(String what, long started, String more) {
        System.out.println(what + ": " + (System.nanoTime() - started) / 1_000_000 + " ms, " + more);
    }

    /** Keeps nothing. */
    private static final class Counted extends Writer {

        private long written;

        @Override
        public void write(char[] characters, int from, int length) {
            written += length;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
