package org.countenance.record;

import java.util.Optional;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Window;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.scope.Scope;
import org.countenance.scope.Windows;

/**
 * Someone may act for someone (records.md, {@code delegation}).
 *
 * @param delegate who may act
 * @param capacity as what
 * @param powers what may be done
 * @param within for which scopes
 * @param terms bounds on what may be signed
 * @param window when
 * @param depth how many further links may hang on this one
 * @param parent the link that this one hangs on, when the signer is not the person
 * @param jointly who must all endorse what is signed under it
 */
public record Delegation(
        Id delegate,
        Capacity capacity,
        Set<Power> powers,
        AnyOr<Scope> within,
        Bounds terms,
        Window window,
        long depth,
        Optional<Id> parent,
        Set<Id> jointly)
        implements Content {

    @Override
    public RecordKind kind() {
        return RecordKind.DELEGATION;
    }

    @Override
    public boolean closes() {
        return false;
    }

    static Delegation read(Members members, Claims claims) throws MalformedException {
        return new Delegation(
                members.required("delegate", Id::read),
                members.text("capacity", Delegation::capacity),
                members.required("powers", Values.setOf(Values.text(Power::parse))),
                members.required("within", AnyOr.reader(Scope::read)),
                members.optional("terms", Bounds::read).orElse(Bounds.NONE),
                members.required("window", Windows::read),
                members.required("depth", Values.atLeast(0)),
                members.optional("parent", Id::read),
                members.optional("jointly", Values.setOf(Id::read)).orElse(Set.of()));
    }

    private static Capacity capacity(String text) throws MalformedException {
        Capacity capacity = Capacity.parse(text);
        if (capacity == Capacity.SELF || capacity == Capacity.LICENSEE) {
            throw MalformedException.of(
                    Place.NOWHERE, "`agent`, `guild`, `guardian`, `estate` or `court`", MalformedException.quote(text));
        }
        return capacity;
    }
}
