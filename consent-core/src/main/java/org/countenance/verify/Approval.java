package org.countenance.verify;

import java.util.Optional;
import org.countenance.registry.LoggedRecord;

/**
 * What a person said of an asset under a grant that asks for her approval (decision.md section 5, Duties).
 *
 * @param word her latest word
 * @param inherited whether it is about what the asset is derived from
 * @param rejection her latest no, when that is her latest word
 * @param reconsidered whether that no followed a yes
 */
record Approval(Word word, boolean inherited, Optional<LoggedRecord> rejection, boolean reconsidered) {

    /** The latest word about an asset, the worse the later in this order. */
    enum Word {
        /** Nothing was said. */
        NONE,
        /** She approves. */
        APPROVED,
        /** A word is in doubt, or its list of files is missing. */
        DOUBTFUL,
        /** She rejects. */
        REJECTED
    }

    /** Nothing was said. */
    static final Approval NONE = new Approval(Word.NONE, false, Optional.empty(), false);
}
