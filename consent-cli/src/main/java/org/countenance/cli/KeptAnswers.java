package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.report.KeptAnswer;

/** A directory with the answers of earlier audits, a file for every question; all of it may be deleted at any time. */
final class KeptAnswers {

    private final Surroundings surroundings;
    private final Optional<Path> directory;
    private final SortedSet<String> damaged = new ConcurrentSkipListSet<>();
    private final SortedSet<String> lost = new ConcurrentSkipListSet<>();

    private KeptAnswers(Surroundings surroundings, Optional<Path> directory) {
        this.surroundings = surroundings;
        this.directory = directory;
    }

    /** Those in a directory, which is made where there is none; without one, nothing is kept. */
    static KeptAnswers in(Surroundings surroundings, Optional<String> directory) throws IOException {
        Optional<Path> path = directory.map(surroundings::path);
        if (path.isPresent()) {
            Files.createDirectories(path.get());
        }
        return new KeptAnswers(surroundings, path);
    }

    /** What was answered to a question; nothing where that does not read, or is about something else. */
    Optional<KeptAnswer> find(Bytes question, Bytes manifest) {
        Optional<Path> file = file(question).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            KeptAnswer kept = KeptAnswer.parse(BesideOptions.bytes(file.get()));
            if (kept.question().equals(question) && kept.answer().manifest().equals(manifest)) {
                return Optional.of(kept);
            }
        } catch (IOException | MalformedException e) {
            // Told below: what is damaged was perhaps a good answer, and is asked for again.
        }
        damaged.add(file.get().toString());
        return Optional.empty();
    }

    /** Keeps an answer, instead of the one to the same question before; an answer that cannot be kept is one all the same. */
    synchronized void keep(KeptAnswer answer) throws MalformedException {
        Optional<Path> file = file(answer.question());
        String text = answer.bytes().text();
        try {
            if (file.isPresent()) {
                surroundings.write(file.get().toString(), text);
            }
        } catch (IOException e) {
            lost.add(Failures.words(e));
        }
    }

    private Optional<Path> file(Bytes question) {
        return directory.map(in -> in.resolve(question.hex() + ".json"));
    }

    /** Says which files were of no use, and what could not be kept. */
    void tell() {
        for (String file : damaged) {
            surroundings
                    .err()
                    .println("consent: hint: the kept answer `" + file
                            + "` is damaged and was ignored; its title was verified anew");
        }
        for (String why : lost) {
            surroundings.err().println("consent: hint: an answer could not be kept for the next audit: " + why);
        }
    }
}
