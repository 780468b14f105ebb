package org.countenance.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countenance.base.Bytes;

/** Files below one directory, each of which readers see whole or not at all. For one thread at a time. */
final class TileFiles {

    private static final String UNFINISHED = ".part";
    private static final int AT_ONCE = 8;

    private final Path directory;
    private final Set<Path> changed = new LinkedHashSet<>();

    TileFiles(Path directory) {
        this.directory = directory;
    }

    /** How long the file is; -1 when there is none. */
    long length(String path) throws IOException {
        Path file = directory.resolve(path);
        return Files.isRegularFile(file) ? Files.size(file) : -1;
    }

    /** Puts a file in place, durably once {@link #settle} has returned. */
    void write(String path, Bytes content) throws IOException {
        Path file = directory.resolve(path);
        put(file, content);
        note(file);
    }

    /** Puts many files in place, several at a time: each waits for the disk, which takes hardly longer for all of them. */
    void write(Map<String, Bytes> contents) throws IOException {
        List<Callable<Path>> work = new ArrayList<>();
        contents.forEach((path, content) -> work.add(() -> {
            Path file = directory.resolve(path);
            put(file, content);
            return file;
        }));
        ExecutorService writers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Path> written : writers.invokeAll(work)) {
                note(written.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(directory.toString());
        } finally {
            writers.shutdown();
        }
    }

    private void note(Path file) {
        for (Path each = file.getParent(); each != null && each.startsWith(directory); each = each.getParent()) {
            changed.add(each);
        }
    }

    private static void put(Path file, Bytes content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.createDirectories(unfinished.getParent());
        try {
            writeDurably(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    private static void writeDurably(Path file, Bytes content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content.toArray());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes durable that the files written so far stand under their names. */
    void settle() throws IOException {
        // Elsewhere directories cannot be opened, and names are durable as they are.
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            for (Path each : changed) {
                try (FileChannel channel = FileChannel.open(each, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        }
        changed.clear();
    }

    @FunctionalInterface
    interface Visitor {
        void visit(String name) throws IOException;
    }

    /** Shows the names of the files in a directory below, of which there may be many; none when there is no such directory. */
    void visit(String path, Visitor visitor) throws IOException {
        Path below = directory.resolve(path);
        if (Files.isDirectory(below)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(below)) {
                for (Path file : files) {
                    visitor.visit(String.valueOf(file.getFileName()));
                }
            }
        }
    }

    /** The names of the few files in a directory below, sorted. */
    List<String> names(String path) throws IOException {
        List<String> names = new ArrayList<>();
        visit(path, names::add);
        return names.stream().sorted().toList();
    }

    /** Removes a file. */
    void remove(String path) throws IOException {
        Files.delete(directory.resolve(path));
    }

    /** Removes a directory with everything in it that an export put there; what somebody else put there stays, and it with it. */
    void removeNumbered(String path) throws IOException {
        List<String> names = names(path);
        for (String name : names) {
            if (name.matches("\\d+(\\.part)?")) {
                remove(path + "/" + name);
            }
        }
        if (!names.isEmpty() && names(path).isEmpty()) {
            remove(path);
        }
    }
}
