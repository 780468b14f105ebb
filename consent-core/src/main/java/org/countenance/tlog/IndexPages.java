package org.countenance.tlog;

import java.util.Optional;
import org.countenance.base.Bytes;

/** Where the pages of a subject index are kept. */
@FunctionalInterface
public interface IndexPages {

    /**
     * The page of all keys whose hash begins with {@code path}.
     *
     * @param path hexadecimal digits; empty for the first page
     * @return empty when there is no such page
     */
    Optional<Bytes> page(String path);
}
