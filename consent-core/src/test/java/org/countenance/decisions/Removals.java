package org.countenance.decisions;

import java.util.List;
import java.util.stream.IntStream;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** Which removals are tried: of one after the other every {@code -Dremovals=N}th, with {@code all} every one. */
public final class Removals {

    private static final int SAMPLE = 40;

    private final int step;
    private int seen;
    private int tried;

    private Removals(int step) {
        this.step = step;
    }

    /** As many as whoever runs the tests wants. */
    public static Removals chosen() {
        return new Removals(step());
    }

    /** Whether nobody asked for more than a sample. */
    public static boolean isSample() {
        return step() >= SAMPLE;
    }

    static int step() {
        return System.getProperty("removals", "").equals("all") ? 1 : Integer.getInteger("removals", SAMPLE);
    }

    /** Those of these that are tried; where the last ones stopped, the next go on. */
    public <T> List<T> some(List<T> all) {
        return some(all.size()).stream().map(all::get).toList();
    }

    /** Those of so many that are tried. */
    public List<Integer> some(int size) {
        int first = (step - seen % step) % step;
        seen += size;
        List<Integer> chosen = IntStream.iterate(first, at -> at < size, at -> at + step)
                .boxed()
                .toList();
        tried += chosen.size();
        return chosen;
    }

    /** How many were tried so far. */
    public int tried() {
        return tried;
    }

    /** A file of evidence of these lines under a first line that fits them. */
    public static String forged(String first, List<String> lines) {
        String body = String.join("\n", lines) + "\n";
        return first.replaceAll("\"lines\":\\d+", "\"lines\":" + lines.size())
                        .replaceAll(
                                "\"sha256\":\"\\w+\"",
                                "\"sha256\":\"" + Sha256.hash(Bytes.utf8(body)).hex() + "\"")
                + "\n" + body;
    }
}
