package org.countenance.verify;

import java.util.Map;
import org.countenance.base.Bytes;

/**
 * Files that somebody read and hashed, to be held against a manifest (decision.md section 5, V11).
 *
 * @param hashes SHA-256 by the name that people know the file by
 */
public record FilesRead(Map<String, Bytes> hashes) {

    /** Keeps a copy. */
    public FilesRead {
        hashes = Map.copyOf(hashes);
    }
}
