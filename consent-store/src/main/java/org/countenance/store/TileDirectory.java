package org.countenance.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.tlog.EntryBundle;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TileSource;

/** A directory that a log was exported to. No path leads out of it. */
public final class TileDirectory implements TileSource {

    /** Of a name in {@code annex}. */
    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final String ENTRIES = "tile/entries/";
    private static final int LARGEST_CHECKPOINT = 1 << 20;
    private static final int LARGEST_ANNEX = 1 << 26;

    private final Path directory;

    /** Reads below {@code directory}. */
    public TileDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Bytes> read(String path) throws IOException {
        OptionalInt largest = largest(path);
        Path file = directory.resolve(path);
        if (largest.isEmpty() || !Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "no regular file");
        }
        if (Files.size(file) > largest.getAsInt()) {
            throw new FileSystemException(file.toString(), null, "more than " + largest.getAsInt() + " bytes");
        }
        return Optional.of(Bytes.of(Files.readAllBytes(file)));
    }

    /** How long a file at this path may be; empty when there can be none. */
    private static OptionalInt largest(String path) {
        if (path.equals(CHECKPOINT)) {
            return OptionalInt.of(LARGEST_CHECKPOINT);
        }
        if (path.startsWith(ANNEX)) {
            return HASH.matcher(path.substring(ANNEX.length())).matches()
                    ? OptionalInt.of(LARGEST_ANNEX)
                    : OptionalInt.empty();
        }
        try {
            if (path.startsWith(ENTRIES)) {
                EntryBundle.parse(path);
                return OptionalInt.of(EntryBundle.LARGEST);
            }
            return OptionalInt.of(Tile.parse(path).bytes());
        } catch (MalformedException e) {
            return OptionalInt.empty();
        }
    }
}
