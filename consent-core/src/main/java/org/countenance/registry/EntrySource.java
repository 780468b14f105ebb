package org.countenance.registry;

import java.util.List;
import org.countenance.tlog.Entry;

/** Where entries come from: a store that is one's own, or a scan that was checked against a checkpoint. */
public interface EntrySource {

    /** How many entries there are. */
    long size();

    /** The entry at {@code index}. */
    Entry entry(long index);

    /** Indexes of the entries under a key of the subject index, ascending. */
    List<Long> indexesOf(String key);
}
