package org.countenance.examples.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.countenance.record.Submission;
import org.countenance.store.SqliteLogStore;

/** Appends records one by one, so that somebody else can count what the disk is asked for. */
public final class Appends {

    private Appends() {}

    /**
     * Appends.
     *
     * @param args a file that does not exist, and how many people
     */
    public static void main(String[] args) throws Exception {
        Cast cast = new Cast();
        try (SqliteLogStore log = cast.create(Path.of(args[0]))) {
            cast.writer(log, true).append(cast.hosts(), Cast.LOGGED);
            for (Submission each : cast.people(0, Integer.parseInt(args[1]))) {
                cast.writer(log, true).append(List.of(each), Cast.LOGGED);
            }
        }
    }
}
