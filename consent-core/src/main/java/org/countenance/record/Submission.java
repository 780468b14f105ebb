package org.countenance.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/**
 * A signed record on its way to a log, with what it names beside it.
 *
 * @param record the record
 * @param annex bytes of its annex
 * @param lists texts of the lists of files that it names; those that are missing may stay away
 */
public record Submission(ParsedRecord record, Optional<Bytes> annex, List<Bytes> lists) {

    /** Keeps a copy. */
    public Submission {
        lists = List.copyOf(lists);
    }

    /** A record without lists of files. */
    public Submission(ParsedRecord record, Optional<Bytes> annex) {
        this(record, annex, List.of());
    }

    /** The same record with these texts of lists beside it. */
    public Submission with(List<Bytes> texts) {
        return new Submission(record, annex, texts);
    }

    /**
     * Checks that the annex is the one that the record names and has the members of its kind, and that the record names
     * every list. What the lists say is for whoever keeps them to check.
     */
    public void check() throws MalformedException {
        Optional<String> named = record.claims().annex();
        Optional<String> given = annex.map(Annex::hash);
        if (!named.equals(given)) {
            throw MalformedException.of(Place.in("annex"), named.orElse("no annex"), given.orElse("no annex"));
        }
        if (annex.isPresent()) {
            Annex.parse(record.content().kind(), annex.get());
        }
        Set<String> wanted =
                record.content().assetLists().stream().map(AssetList::list).collect(Collectors.toSet());
        for (Bytes list : lists) {
            String hash = Sha256.hash(list).hex();
            if (!wanted.contains(hash)) {
                throw MalformedException.of(Place.in("list"), "a list that the " + record + " names", "`" + hash + "`");
            }
        }
    }
}
