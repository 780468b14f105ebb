package org.countenance.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.tlog.AddCheckpoint;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.SignedNote;

/** What a witness cosigned last of one log, for one process at a time. Losing it lets the log show another history. */
final class WitnessMemory implements AutoCloseable {

    private static final int SHORT = 16;

    private final Path directory;
    private final String name;
    private final FileChannel lock;
    private final Optional<Bytes> note;
    private final Optional<Checkpoint> head;

    private WitnessMemory(
            Path directory, String name, FileChannel lock, Optional<Bytes> note, Optional<Checkpoint> head) {
        this.directory = directory;
        this.name = name;
        this.lock = lock;
        this.note = note;
        this.head = head;
    }

    /** Reads what was cosigned last and keeps others from doing so until it is closed. */
    static WitnessMemory open(Path directory, String origin) throws CommandException, IOException {
        SecretFile.makeDirectory(directory);
        String name = Sha256.hash(Bytes.utf8(origin)).hex();
        FileChannel lock = FileChannel.open(
                directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean opened = false;
        try {
            lock(lock, origin);
            Path file = directory.resolve(name + ".checkpoint");
            Optional<Bytes> note =
                    Files.exists(file) ? Optional.of(Bytes.of(Files.readAllBytes(file))) : Optional.empty();
            Optional<Checkpoint> head =
                    note.isPresent() ? Optional.of(read(file, note.get(), origin)) : Optional.empty();
            opened = true;
            return new WitnessMemory(directory, name, lock, note, head);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /** The head that was cosigned last. */
    Optional<Checkpoint> head() {
        return head;
    }

    /** Remembers a head; on return it is on disk. */
    void keep(Bytes signed) throws IOException {
        write(directory.resolve(name + ".checkpoint"), signed);
    }

    /** Keeps both heads and the proof that did not hold, and tells where. */
    Path accuse(String why, AddCheckpoint request) throws IOException, MalformedException {
        String asked = request.text();
        JsonObject.Builder evidence = JsonObject.builder().put("why", why);
        if (note.isPresent()) {
            evidence.put("cosigned", note.get().text());
        }
        String hash = Sha256.hash(Bytes.utf8(asked)).hex().substring(0, SHORT);
        Path file = directory.resolve(name + "-" + hash + ".json");
        write(file, Bytes.utf8(JsonText.pretty(evidence.put("refused", asked).build())));
        return file;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void lock(FileChannel lock, String origin) throws CommandException, IOException {
        boolean alone;
        try {
            alone = lock.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            alone = false;
        }
        if (!alone) {
            throw CommandException.failed(
                    "wanted to cosign `" + origin + "` alone, found another process that does", "try again");
        }
    }

    private static Checkpoint read(Path file, Bytes note, String origin) throws CommandException {
        String found;
        try {
            Checkpoint head = Checkpoint.parse(SignedNote.parse(note).text());
            if (head.origin().equals(origin)) {
                return head;
            }
            found = "one of `" + head.origin() + "`";
        } catch (MalformedException e) {
            found = "something else: " + e.getMessage();
        }
        throw CommandException.failed(
                "wanted the head of `" + origin + "` that was cosigned last in `" + file + "`, found " + found,
                "a witness that has lost its memory takes a new key and a new name");
    }

    private void write(Path file, Bytes content) throws IOException {
        Path part = directory.resolve(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content.toArray());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
                entry.force(true);
            }
        }
    }
}
