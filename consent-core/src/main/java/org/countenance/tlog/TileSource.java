package org.countenance.tlog;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.Bytes;

/**
 * Static files that a log was exported to (C2SP tlog-tiles), wherever they are served from. Untrusted: nothing that it answers has
 * been checked.
 */
@FunctionalInterface
public interface TileSource {

    /** Path of the newest signed checkpoint. */
    String CHECKPOINT = "checkpoint";

    /** Before the hash in the path of an annex or a list of files. */
    String ANNEX = "annex/";

    /**
     * The content of one file; empty when there is none.
     *
     * @param path {@code checkpoint}, {@code annex/<sha256>}, or that of a {@link Tile} or {@link EntryBundle}
     * @throws IOException when it cannot be read, or is larger than any such file
     */
    Optional<Bytes> read(String path) throws IOException;
}
