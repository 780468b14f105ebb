package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.record.Submission;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;

/** Appends signed records to the embedded registry, reads them back, and says what became of them. */
final class Submitting {

    private final Surroundings surroundings;
    private final RegistryDirectory registry;

    Submitting(Surroundings surroundings, RegistryDirectory registry) {
        this.surroundings = surroundings;
        this.registry = registry;
    }

    /** Appends one record; a refusal ends the command and leaves the registry as it was. */
    LogWriter.Receipt submit(LogStore log, Submission submission)
            throws CommandException, IOException, MalformedException {
        return submit(log, List.of(submission)).get(0);
    }

    /** Appends records in one batch. */
    List<LogWriter.Receipt> submit(LogStore log, List<Submission> submissions)
            throws CommandException, IOException, MalformedException {
        LogWriter writer = registry.writer(log);
        Instant now = surroundings.clock().instant();
        List<LogWriter.Receipt> receipts = writer.append(submissions, now);
        for (LogWriter.Receipt receipt : receipts) {
            if (!receipt.accepted()) {
                throw CommandException.failed(
                        "the registry refused the " + receipt.record() + ": " + receipt.refusal(), "");
            }
            readBack(log, receipt);
        }
        return receipts;
    }

    private static void readBack(LogStore log, LogWriter.Receipt receipt) throws CommandException {
        long index = receipt.index().orElseThrow();
        Bytes stored = log.entries(index, index + 1).get(0);
        Bytes wanted = Bytes.utf8(Instants.formatMillis(receipt.integrated()) + " "
                + receipt.record().jws().text());
        if (!stored.equals(wanted)) {
            throw CommandException.of(
                    ExitCode.NOT_VERIFIED, "wanted the record that was sent at entry " + index + ", found another", "");
        }
    }

    /** One line for people, the id alone, or JSON (cli.md, Exact forms). */
    void tell(LogWriter.Receipt receipt, Format format, String line) {
        switch (format) {
            case QUIET -> surroundings.out().println(receipt.record().id());
            case JSON ->
                surroundings
                        .out()
                        .println(JsonText.compact(JsonObject.builder()
                                .put("id", receipt.record().id().text())
                                .put("index", receipt.index().orElseThrow())
                                .put("kind", receipt.record().content().kind().word())
                                .put("integrated", Instants.formatMillis(receipt.integrated()))
                                .build()));
            case TEXT -> surroundings.out().println(line);
        }
    }

    /** How a command that signs tells what it did. */
    enum Format {
        /** A sentence. */
        TEXT,
        /** The id. */
        QUIET,
        /** A JSON object. */
        JSON
    }
}
