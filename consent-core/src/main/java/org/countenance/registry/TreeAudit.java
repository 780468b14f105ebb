package org.countenance.registry;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.TreeProofs;

/** Holds every entry below a head, and every node of the tree over them, against the root that was signed. */
final class TreeAudit {

    private static final int PAGE = 256;

    private final LogStore store;
    private final Checkpoint head;

    TreeAudit(LogStore store, Checkpoint head) {
        this.store = store;
        this.head = head;
    }

    /** The first difference, if there is one. */
    Optional<Difference> run() {
        Frontier frontier = new Frontier();
        for (long from = 0; from < head.size(); from += PAGE) {
            for (Bytes entry : store.entries(from, Math.min(from + PAGE, head.size()))) {
                frontier.append(Merkle.leafHash(entry));
            }
            Optional<Difference> first = first(frontier.completed());
            if (first.isPresent()) {
                return first;
            }
            frontier = frontier.next();
        }
        return frontier.root().equals(head.root())
                ? Optional.empty()
                : Optional.of(Difference.ofOperator("wanted entries with the root " + head.rootBase64()
                        + " that was signed, found others, and a tree that fits them"));
    }

    private Optional<Difference> first(List<Frontier.Node> computed) {
        return computed.stream()
                .filter(node -> !store.node(node.level(), node.index()).equals(node.hash()))
                .findFirst()
                .map(this::difference);
    }

    /** Where the stored tree leads to the root that was signed, it is the entry that is wrong. */
    private Difference difference(Frontier.Node node) {
        boolean entry =
                node.level() == 0 && TreeProofs.root(head.size(), store::node).equals(head.root());
        return Difference.ofDatabase(
                entry
                        ? "wanted entry " + node.index() + " as it was signed, found other bytes"
                        : "wanted " + node.hash().hex() + " as tree node " + node.level() + "/" + node.index()
                                + ", found another hash");
    }
}
