package org.countenance.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.record.Capacity;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.registry.Link;
import org.countenance.report.Names;

/**
 * For whom somebody signs, as what, and under which link.
 *
 * @param person in whose name
 * @param capacity as what
 * @param link the delegation, the represented person, or the grant that is passed on
 * @param chain the links from the signer's up, as far as the registry knows them
 * @param found whether this program found the link by itself
 */
record ActingFor(Id person, Capacity capacity, Id link, List<Link> chain, boolean found) {

    /** Writes the capacity and the link into a record. */
    void addTo(Draft draft) {
        draft.with("capacity", capacity.word())
                .with(capacity == Capacity.LICENSEE ? "under" : "delegation", link.text());
    }

    /** For whom and under what, in one line, and who must agree before it counts. */
    String words(Names names, Id signer) {
        String line = capacity == Capacity.LICENSEE
                ? "you pass on what grant " + link.shown() + " gave you of " + names.shown(person)
                : "you sign for " + names.shown(person) + ", as " + capacity.word() + ", under link " + link.shown()
                        + (found ? ", the one link of yours that lets you" : "");
        Set<Id> joint = new TreeSet<>();
        chain.forEach(each -> joint.addAll(each.jointly()));
        joint.remove(signer);
        return joint.isEmpty()
                ? line
                : line + "\nit counts from the consent of "
                        + joint.stream().map(names::shown).collect(Collectors.joining(" and ")) + " too";
    }

    /** Words that speak to the person, turned to whoever signs for her. */
    String turned(String words, Names names) {
        String name = RecordWords.clean(names.of(person).orElse(person.shown()));
        return words.replace("could use your ", "could use " + name + "'s ")
                .replace("you can stop", name + " can stop")
                .replace("you cannot stop", name + " cannot stop")
                .replace("after you say so", "after " + name + " says so")
                .replace("holds after your death", "holds after " + name + "'s death");
    }
}
