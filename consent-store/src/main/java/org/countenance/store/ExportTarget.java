package org.countenance.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.StoreException;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.SignedNote;
import org.countenance.tlog.TileSource;
import org.countenance.tlog.TreeNodes;
import org.countenance.tlog.TreeProofs;

/** The directory that a log is exported to: whether it may be, and by whom just now. */
final class ExportTarget {

    private static final String LOCK = ".export-lock";

    /** What an export leaves that was broken off before its first checkpoint, or is just now putting that in place. */
    private static final Set<String> BEGUN = Set.of("tile", "annex", "checkpoint", "checkpoint.part", LOCK);

    private final Path directory;

    ExportTarget(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        this.directory = directory.toAbsolutePath().normalize();
    }

    Path directory() {
        return directory;
    }

    /** The checkpoint in place. */
    Optional<Bytes> checkpoint() throws IOException {
        return new TileDirectory(directory).read(TileSource.CHECKPOINT);
    }

    /**
     * How many entries are there already, by the checkpoint that was in place before anybody asked for the log's head.
     *
     * @throws StoreException when the directory holds something else than this log
     * @throws NotVerifiedException when it holds a log of this name that is not the beginning of this one
     */
    long covered(Optional<Bytes> note, Checkpoint head, TreeNodes nodes) throws IOException, NotVerifiedException {
        if (note.isEmpty()) {
            checkUnused();
            return 0;
        }
        Checkpoint old = parse(note.get(), head);
        if (!old.origin().equals(head.origin())) {
            throw refused("an export of " + MalformedException.quote(head.origin()), "one of " + quoted(old));
        }
        if (old.size() > head.size()) {
            throw new NotVerifiedException(
                    "checkpoint in `" + directory + "`",
                    "wanted one of at most " + Count.of(head.size(), "entry") + ", as the registry has, found one of "
                            + old.size());
        }
        if (!TreeProofs.root(old.size(), nodes).equals(old.root())) {
            throw new NotVerifiedException(
                    "checkpoint in `" + directory + "`",
                    "wanted the registry's root at " + Count.of(old.size(), "entry") + ", found " + old.rootBase64());
        }
        return old.size();
    }

    private static String quoted(Checkpoint checkpoint) {
        return MalformedException.quote(checkpoint.origin());
    }

    private Checkpoint parse(Bytes note, Checkpoint head) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text());
        } catch (MalformedException e) {
            throw refused("a checkpoint of " + quoted(head), "something else in the file `checkpoint`");
        }
    }

    private void checkUnused() throws IOException {
        for (String name : new TileFiles(directory).names("")) {
            if (!BEGUN.contains(name)) {
                throw refused("an empty directory, or an export of this log,", MalformedException.quote(name));
            }
        }
    }

    private StoreException refused(String wanted, String found) {
        return StoreException.unusable(
                "wanted " + wanted + " in `" + directory + "`, found " + found + "; nothing was written", null);
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, NotVerifiedException;
    }

    /** Makes the directory, and does something there while no other export does. */
    <T> T alone(Work<T> work) throws IOException, NotVerifiedException {
        Files.createDirectories(directory);
        try (FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!isLocked(channel)) {
                throw StoreException.unusable(
                        "wanted to write to `" + directory + "`, found another program exporting there; try again",
                        null);
            }
            return work.run();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
