package org.countenance.verify;

import java.util.List;
import java.util.Optional;
import org.countenance.record.Capacity;
import org.countenance.record.Id;

/**
 * Who would have to put a name to a grant (authority.md).
 *
 * @param signer who signs it
 * @param capacity as what
 * @param link the link that the signer relies on, when it is not the person
 * @param consents who must consent to it before it counts
 */
record Signing(Id signer, Capacity capacity, Optional<Id> link, List<Id> consents) {

    /** Everybody whose word it takes, the signer first. */
    List<Id> all() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(signer), consents.stream())
                .distinct()
                .toList();
    }
}
