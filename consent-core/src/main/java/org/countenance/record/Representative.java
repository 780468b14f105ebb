package org.countenance.record;

import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Window;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.scope.Scope;
import org.countenance.scope.Windows;

/**
 * Who acts for a represented person: a delegation made in the party's first entry (records.md, {@code party}).
 *
 * @param party the representative
 * @param capacity guardian or estate
 * @param powers what may be done
 * @param within for which scopes
 * @param window when
 * @param terms bounds on what may be signed
 * @param evidence what the registrar saw, as a code
 * @param jointly whether all joint representatives must act together
 */
public record Representative(
        Id party,
        Capacity capacity,
        Set<Power> powers,
        AnyOr<Scope> within,
        Window window,
        Bounds terms,
        String evidence,
        boolean jointly) {

    static Representative read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Representative representative = new Representative(
                members.required("party", Id::read),
                members.text("capacity", Representative::capacity),
                members.required("powers", Values.setOf(Values.text(Power::parse))),
                members.required("within", AnyOr.reader(Scope::read)),
                members.required("window", Windows::read),
                members.required("terms", Bounds::read),
                members.text("evidence", Words::code),
                members.optional("jointly", Values::bool).orElse(false));
        members.end();
        return representative;
    }

    private static Capacity capacity(String text) throws MalformedException {
        Capacity capacity = Capacity.parse(text);
        if (capacity != Capacity.GUARDIAN && capacity != Capacity.ESTATE) {
            throw MalformedException.of(Place.NOWHERE, "`guardian` or `estate`", MalformedException.quote(text));
        }
        return capacity;
    }
}
