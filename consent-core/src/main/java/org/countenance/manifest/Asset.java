package org.countenance.manifest;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.scope.Context;
import org.countenance.scope.DigitalSourceType;

/**
 * One file of a production (decision.md section 4). Untrusted: the producer's word, also for the hash until the file is
 * read.
 *
 * @param id what uses call it
 * @param sha256 hash of the file
 * @param seconds its length; a still counts one
 * @param episode the episode it belongs to
 * @param source how it came to be
 * @param derivedFrom what it was made from without making a likeness anew
 * @param contexts the sensitive contexts of everybody in it
 * @param releases ids of the releases that show it, at least one
 * @param where where it stands
 */
public record Asset(
        String id,
        Bytes sha256,
        long seconds,
        OptionalLong episode,
        Optional<DigitalSourceType> source,
        Optional<DerivedFrom> derivedFrom,
        Set<Context> contexts,
        Set<String> releases,
        Where where) {}
