package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.jws.Signer;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import org.countenance.registry.RegistryState;

/** What the commands that sign have in common: open the registry, say what will be signed, ask, sign, submit, tell. */
final class Signing implements AutoCloseable {

    private final Surroundings surroundings;
    private final SigningOptions options;
    private final RegistryDirectory registry;
    private final LogStore log;
    private final KeyRing ring;
    private final String key;
    private final Id signer;
    private final AddressBook book;
    private final Submitting.Format format;
    private String shown = "";

    private Signing(Surroundings surroundings, SigningOptions options, boolean manages)
            throws CommandException, IOException, MalformedException {
        this.surroundings = surroundings;
        this.options = options;
        this.format = options.format();
        this.ring = new KeyRing(
                surroundings, options.common().keys(), options.common().passphrase());
        String named = options.key(ring);
        this.key = manages && ring.has(NewKeys.manage(named)) ? NewKeys.manage(named) : named;
        this.signer = ring.party(key);
        this.book = options.common().book();
        this.registry = new RegistryDirectory(surroundings, options.common());
        this.log = registry.open();
    }

    /** Opens what the options name. */
    static Signing open(Surroundings surroundings, SigningOptions options)
            throws CommandException, IOException, MalformedException {
        return new Signing(surroundings, options, false);
    }

    /** The same, but with the manage key that belongs to the named key, where it is kept here. */
    static Signing openManaging(Surroundings surroundings, SigningOptions options)
            throws CommandException, IOException, MalformedException {
        return new Signing(surroundings, options, true);
    }

    /** The party that signs. */
    Id signer() {
        return signer;
    }

    /** The name of the key that signs. */
    String keyName() {
        return key;
    }

    /** The key that signs, opened. */
    Signer key() throws CommandException, IOException, MalformedException {
        return ring.open(key);
    }

    /** How what is done is told. */
    Submitting.Format format() {
        return format;
    }

    KeyRing ring() {
        return ring;
    }

    AddressBook book() {
        return book;
    }

    /** What holds now, as admission sees it. */
    RegistryState state() throws MalformedException {
        return RegistryNow.read(log, now());
    }

    LogStore log() {
        return log;
    }

    /** Everything that the registry knows, for words; the decision reads for itself. */
    LogView view() {
        return LogView.of(log);
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    /** Starts a record by the signer about {@code subject}. */
    Draft draft(RecordKind kind, Id subject) {
        return Draft.of(kind, Optional.of(signer), Optional.of(subject), log.name(), now(), surroundings.random());
    }

    /** Starts the words beside a record. */
    JsonObject.Builder words() {
        return JsonObject.builder().put("salt", Draft.mark(surroundings.random()));
    }

    /** Shows what will be signed and asks, unless the user said that nobody need ask. */
    void confirm(String words) throws CommandException, IOException {
        shown = words;
        if (options.common().yes()) {
            return;
        }
        if (!surroundings.terminal()) {
            throw CommandException.usage("wanted a yes, found no terminal to ask on", "--yes signs without asking");
        }
        surroundings.err().println(words);
        surroundings.err().print("Sign this? [y/N] ");
        surroundings.err().flush();
        String answer = surroundings.in().readLine();
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw CommandException.failed("not signed: wanted a yes, found another answer", "");
        }
    }

    /** Signs, submits, tells. */
    LogWriter.Receipt finish(Draft draft, String line) throws CommandException, IOException, MalformedException {
        return finish(draft, List.of(), line);
    }

    /** Signs, submits with the lists of files that the record names, tells. */
    LogWriter.Receipt finish(Draft draft, List<Bytes> lists, String line)
            throws CommandException, IOException, MalformedException {
        return finish(draft.sign(key()).with(lists), line);
    }

    /** Submits what was signed with the key, tells. */
    LogWriter.Receipt finish(Submission signed, String line) throws CommandException, IOException, MalformedException {
        LogWriter.Receipt receipt = submit(signed, line);
        keep(receipt, line);
        return receipt;
    }

    /** Signs, submits, tells; whoever calls it keeps the receipt. */
    LogWriter.Receipt submit(Draft draft, String line) throws CommandException, IOException, MalformedException {
        return submit(draft.sign(key()), line);
    }

    private LogWriter.Receipt submit(Submission signed, String line)
            throws CommandException, IOException, MalformedException {
        LogWriter.Receipt receipt = new Submitting(surroundings, registry).submit(log, signed);
        // What is logged is told first: a receipt that cannot be written must not hide it.
        new Submitting(surroundings, registry).tell(receipt, format, told(receipt, line));
        return receipt;
    }

    /** Leaves the receipt with the person who signed. */
    void keep(LogWriter.Receipt receipt, String line) throws IOException, MalformedException {
        Path kept = new Receipts(surroundings, options.common().keys()).write(log, receipt, shown, told(receipt, line));
        if (format == Submitting.Format.TEXT) {
            surroundings.err().println("receipt: " + kept);
        }
    }

    private static String told(LogWriter.Receipt receipt, String line) {
        return line.replace("{id}", receipt.record().id().shown())
                .replace("{full}", receipt.record().id().text())
                .replace("{entry}", Long.toString(receipt.index().orElseThrow()));
    }

    @Override
    public void close() {
        log.close();
    }
}
