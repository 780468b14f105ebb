package org.countenance.manifest;

import java.util.Optional;

/** Whose likeness a use shows. Untrusted: the producer's word. */
public sealed interface Person permits Person.Party, Person.Unidentified {

    /** The party id, unless nobody knows who it is. */
    default Optional<String> party() {
        return this instanceof Party known ? Optional.of(known.id()) : Optional.empty();
    }

    /**
     * Somebody named by a party id, registered or not.
     *
     * @param id 43 characters of base64url
     */
    record Party(String id) implements Person {}

    /**
     * Somebody nobody has named, described in words (LC101).
     *
     * @param text what is known of the person
     */
    record Unidentified(String text) implements Person {}
}
