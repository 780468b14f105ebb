package org.countenance.registry;

import java.util.Optional;
import java.util.Set;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Bounds;
import org.countenance.record.Capacity;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.Representative;
import org.countenance.record.Sublicensing;
import org.countenance.record.Terms;
import org.countenance.scope.Scope;

/**
 * One step of a chain from a signer to the person in whose name it signs (authority.md, Acting for somebody).
 *
 * @param made the record that made it: a delegation, or the first record of a represented person
 * @param delegate who may act
 * @param capacity as what
 * @param powers what may be done
 * @param within for which scopes
 * @param terms bounds on what may be signed
 * @param window when
 * @param depth how many further links may hang on this one
 * @param jointly who must consent to what is signed under it
 */
public record Link(
        LoggedRecord made,
        Id delegate,
        Capacity capacity,
        Set<Power> powers,
        AnyOr<Scope> within,
        Bounds terms,
        Window window,
        long depth,
        Set<Id> jointly) {

    static Link of(LoggedRecord made, Delegation delegation) {
        return new Link(
                made,
                delegation.delegate(),
                delegation.capacity(),
                delegation.powers(),
                delegation.within(),
                delegation.terms(),
                delegation.window(),
                delegation.depth(),
                delegation.jointly());
    }

    /** A representative's link acts jointly with those of all others who are joint. */
    static Link of(LoggedRecord made, Representative representative, Set<Id> joint) {
        return new Link(
                made,
                representative.party(),
                representative.capacity(),
                representative.powers(),
                representative.within(),
                representative.terms(),
                representative.window(),
                0,
                representative.jointly() ? joint : Set.of());
    }

    /**
     * What a licensee may pass on: to whom the grant says, no more than it was granted, and on no harder terms (authority.md,
     * rule 2).
     */
    static Link of(LoggedRecord made, Grant grant, Id licensee) {
        Terms terms = grant.terms();
        boolean allowed = !terms.sublicensing().equals(Sublicensing.NONE);
        return new Link(
                made,
                licensee,
                Capacity.LICENSEE,
                allowed ? Set.of(Power.GRANT, Power.DELEGATE) : Set.of(),
                AnyOr.of(grant.permissions()),
                new Bounds(
                        Optional.empty(),
                        Optional.of(terms.withdrawal().notice()),
                        Optional.of(terms.withdrawal().cause()),
                        Optional.of(terms.exclusive()),
                        Optional.of(terms.sublicensing().parties()),
                        terms.sublicensing(),
                        true),
                Window.ALWAYS,
                Chain.LONGEST,
                Set.of());
    }

    /** The name by which a record relies on it. */
    public Id id() {
        return made.id();
    }

    /** Whether it is a grant, whose licensee passes it on. */
    public boolean isSublicence() {
        return capacity == Capacity.LICENSEE;
    }

    /** Whether an accredited party made it, and not the person or a delegate. */
    public boolean isByRegistrar() {
        return capacity == Capacity.GUARDIAN || capacity == Capacity.ESTATE || capacity == Capacity.COURT;
    }

    /** What an accredited party must be accredited for to make such a link. */
    public Accreditation accreditation() {
        return switch (capacity) {
            case GUARDIAN -> Accreditation.GUARDIAN;
            case ESTATE -> Accreditation.ESTATE;
            default -> Accreditation.COURT;
        };
    }
}
