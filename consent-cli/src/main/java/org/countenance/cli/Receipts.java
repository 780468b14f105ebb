package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;

/** What stays with the person who signed: one page that says what, how to take it back, and the proof. */
final class Receipts {

    private final Surroundings surroundings;
    private final Path directory;

    /** Keeps receipts beside the user's keys, in her language. */
    Receipts(Surroundings surroundings, Path keys) {
        this.surroundings = surroundings;
        this.directory = keys.resolve("receipts");
    }

    /**
     * Writes one.
     *
     * @param words what the person was shown before she signed
     * @param told what the command told afterwards, with the way back
     * @return where it is
     */
    Path write(LogStore log, LogWriter.Receipt receipt, String words, String told)
            throws IOException, MalformedException {
        Files.createDirectories(directory);
        Path file = directory.resolve(receipt.record().id().shown() + ".txt");
        Bytes record = Bytes.utf8(receipt.record().jws().text());
        List<String> page = List.of(
                "Receipt for the " + receipt.record(),
                "",
                RecordWords.clean(words),
                "",
                RecordWords.clean(told),
                "",
                "Proof",
                "  record      " + receipt.record().id(),
                "  SHA-256     " + Sha256.hash(record).hex(),
                "  log         " + log.name() + "/0",
                "  entry       " + receipt.index().orElseThrow(),
                "  logged      " + Instants.formatMillis(receipt.integrated()),
                "",
                "The log's signed head after it:");
        // What is proof stays as it was signed.
        List<String> lines = List.of(
                surroundings.said(String.join("\n", page)),
                "",
                log.head().checkpoint().text().strip(),
                "",
                surroundings.said("The signed record:"),
                "",
                receipt.record().jws().text());
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file;
    }
}
