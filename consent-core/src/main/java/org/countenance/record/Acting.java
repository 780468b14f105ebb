package org.countenance.record;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * In what capacity a signer acts for somebody else, and under which link (authority.md, Acting for somebody).
 *
 * @param capacity never {@link Capacity#SELF}
 * @param link id of the delegation, the party for a represented person's links, or the grant that allows sub-licensing
 */
public record Acting(Capacity capacity, Id link) {

    private static final Set<RecordKind> KINDS = EnumSet.of(
            RecordKind.GRANT, RecordKind.PROHIBITION, RecordKind.REVOCATION, RecordKind.ENDORSEMENT, RecordKind.PARTY);

    static Optional<Acting> read(Members members, RecordKind kind) throws MalformedException {
        if (!KINDS.contains(kind)) {
            return Optional.empty();
        }
        Optional<Capacity> capacity = members.optionalText("capacity", Capacity::parse);
        Optional<Id> delegation = members.optional("delegation", Id::read);
        Optional<Id> under = kind == RecordKind.GRANT ? members.optional("under", Id::read) : Optional.empty();
        if (kind == RecordKind.GRANT && capacity.isEmpty()) {
            throw members.fault("a member `capacity`", "none");
        }
        boolean self = capacity.isEmpty() || capacity.get() == Capacity.SELF;
        boolean licensee = capacity.isPresent() && capacity.get() == Capacity.LICENSEE;
        if (delegation.isPresent() == (self || licensee)) {
            throw members.fault(
                    "delegation",
                    self || licensee ? "no delegation" : "the delegation relied on",
                    delegation.isPresent() ? "one" : "none");
        }
        if (under.isPresent() != (licensee && kind == RecordKind.GRANT)) {
            throw members.fault(
                    "under",
                    licensee ? "the grant that allows sub-licensing" : "no grant to stand under",
                    under.isPresent() ? "one" : "none");
        }
        if (licensee && kind != RecordKind.GRANT) {
            throw members.fault("capacity", "a capacity of one who acts for the person", "`licensee`");
        }
        return self
                ? Optional.empty()
                : Optional.of(
                        new Acting(capacity.get(), delegation.or(() -> under).orElseThrow()));
    }

    /** Refuses a capacity on a record by which nobody can act for another. */
    static void refuse(Members members) throws MalformedException {
        if (members.optional("capacity", Values::string).isPresent()) {
            throw members.fault("capacity", "no capacity here", "one");
        }
    }
}
