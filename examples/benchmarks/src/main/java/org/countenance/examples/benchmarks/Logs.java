package org.countenance.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.countenance.base.MalformedException;
import org.countenance.record.Submission;
import org.countenance.registry.LogWriter;
import org.countenance.store.SqliteLogStore;

/**
 * A log of a cast in a file of its own. What takes minutes to make is kept between runs, and is the same every time.
 *
 * @param cast whose log it is
 * @param file the database
 * @param signatures every signature that a verifier of everybody in it must check, for the floor
 */
record Logs(Cast cast, Path file, List<Signed> signatures) {

    private static final Path DIRECTORY = Path.of(System.getProperty("benchmarks.directory", "target/logs"));
    private static final int BATCH = 1_000;

    /** So many people, each with as many grants as wanted, and others after them until there are {@code entries} at least. */
    static Logs of(int people, int grants, int entries, boolean indexed) throws MalformedException, IOException {
        return of(new Cast(), people, grants, entries, indexed);
    }

    /** The same of a cast that signed nothing yet. */
    static Logs of(Cast cast, int people, int grants, int entries, boolean indexed)
            throws MalformedException, IOException {
        List<Submission> submissions = new ArrayList<>(cast.hosts());
        submissions.addAll(cast.people(0, people));
        List<Signed> signatures = new ArrayList<>();
        signatures.addAll(cast.signatures("registry", submissions.get(0)));
        signatures.addAll(cast.signatures("studio", submissions.get(1)));
        for (int i = 0; i < people; i++) {
            signatures.addAll(cast.signatures(Cast.person(i), submissions.get(i + 2)));
        }
        for (int i = 0; i < grants; i++) {
            Submission grant = cast.grant(i % people, Texts.GRANT);
            signatures.addAll(cast.signatures(Cast.person(i % people), grant));
            submissions.add(grant);
        }
        signatures.add(
                Signed.by(Cast.key("log"), submissions.get(0).record().jws().payloadBytes()));
        Path file = DIRECTORY.resolve(people + "-" + grants + "-" + entries + (indexed ? "-indexed" : "") + ".db");
        if (!Files.exists(file)) {
            Files.createDirectories(DIRECTORY);
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(unfinished);
            write(cast, unfinished, submissions, people, entries, indexed);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Logs(cast, file, signatures);
    }

    private static void write(
            Cast cast, Path file, List<Submission> submissions, int people, int entries, boolean indexed)
            throws MalformedException {
        try (SqliteLogStore log = cast.create(file)) {
            LogWriter writer = cast.writer(log, indexed);
            append(writer, submissions.subList(0, 2));
            for (int from = 2; from < submissions.size(); from += BATCH) {
                append(writer, submissions.subList(from, Math.min(from + BATCH, submissions.size())));
            }
            for (int next = people; log.head().size() < entries; next += BATCH) {
                int more = (int) Math.min(BATCH, entries - log.head().size());
                append(writer, cast.people(next, next + more));
            }
            if (indexed) {
                writer.index(Cast.NOW);
            }
            writer.renew(Cast.NOW);
        }
    }

    private static void append(LogWriter writer, List<Submission> submissions) throws MalformedException {
        for (LogWriter.Receipt receipt : writer.append(submissions, Cast.LOGGED)) {
            if (!receipt.accepted()) {
                throw new IllegalStateException(
                        "wanted a record that is taken, found one that is not: " + receipt.refusal());
            }
        }
    }

    /** A copy to write to. */
    Path copy() throws IOException {
        Path copy = Files.createTempFile(DIRECTORY, "copy", ".db");
        return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
}
