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
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.SignedNote;

/** The head of a log that was seen last, kept in a file for one process at a time. */
final class HeadMemory implements AutoCloseable {

    private final Path directory;
    private final String name;
    private final FileChannel lock;
    private final Optional<Bytes> note;
    private final Optional<Checkpoint> head;

    private HeadMemory(Path directory, String name, FileChannel lock, Optional<Bytes> note, Optional<Checkpoint> head) {
        this.directory = directory;
        this.name = name;
        this.lock = lock;
        this.note = note;
        this.head = head;
    }

    /**
     * What is remembered, in words.
     *
     * @param origin of which log
     * @param what what is done, which one process does at a time
     * @param done what was done with the head
     * @param lost what to do when it cannot be read
     */
    record Purpose(String origin, String what, String done, String lost) {}

    /** Reads what was seen last and keeps others from doing so until it is closed. */
    static HeadMemory open(Path directory, String name, Purpose purpose) throws CommandException, IOException {
        SecretFile.makeDirectory(directory);
        FileChannel lock = FileChannel.open(
                directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean opened = false;
        try {
            lock(lock, purpose);
            Path file = directory.resolve(name + ".checkpoint");
            Optional<Bytes> note =
                    Files.exists(file) ? Optional.of(Bytes.of(Files.readAllBytes(file))) : Optional.empty();
            Optional<Checkpoint> head =
                    note.isPresent() ? Optional.of(read(file, note.get(), purpose)) : Optional.empty();
            opened = true;
            return new HeadMemory(directory, name, lock, note, head);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /** The head that was seen last. */
    Optional<Checkpoint> head() {
        return head;
    }

    /** The same as it was signed. */
    Optional<Bytes> note() {
        return note;
    }

    /** Where it is kept. */
    Path file() {
        return directory.resolve(name + ".checkpoint");
    }

    /** Remembers a head; on return it is on disk. */
    void keep(Bytes signed) throws IOException {
        write(file(), signed);
    }

    /** Keeps something beside it; on return it is on disk. */
    Path keepBeside(String ending, Bytes content) throws IOException {
        Path file = directory.resolve(name + ending);
        write(file, content);
        return file;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void lock(FileChannel lock, Purpose purpose) throws CommandException, IOException {
        boolean alone;
        try {
            alone = lock.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            alone = false;
        }
        if (!alone) {
            throw CommandException.failed(
                    "wanted to " + purpose.what() + " `" + purpose.origin()
                            + "` alone, found another process that does",
                    "try again");
        }
    }

    private static Checkpoint read(Path file, Bytes note, Purpose purpose) throws CommandException {
        String found;
        try {
            Checkpoint head = Checkpoint.parse(SignedNote.parse(note).text());
            if (head.origin().equals(purpose.origin())) {
                return head;
            }
            found = "one of `" + head.origin() + "`";
        } catch (MalformedException e) {
            found = "something else: " + e.getMessage();
        }
        throw CommandException.failed(
                "wanted the head of `" + purpose.origin() + "` that was " + purpose.done() + " last in `" + file
                        + "`, found " + found,
                purpose.lost());
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
