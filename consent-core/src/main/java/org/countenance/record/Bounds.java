package org.countenance.record;

import java.util.Optional;
import org.countenance.base.CalendarSpan;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * What a delegate may sign at most; an absent bound bounds nothing (records.md, {@code delegation}).
 *
 * @param longest the longest showing
 * @param notice the longest notice
 * @param cause the longest notice with a cause
 * @param exclusive whether exclusive grants may be signed
 * @param licensees to whom
 * @param sublicensing with what right to pass on; none when absent
 * @param selfDealing whether to a party related to the delegate; no when absent
 */
public record Bounds(
        Optional<CalendarSpan> longest,
        Optional<Notice> notice,
        Optional<Notice> cause,
        Optional<Boolean> exclusive,
        Optional<AnyOr<Id>> licensees,
        Sublicensing sublicensing,
        boolean selfDealing) {

    /** No bounds but those that are there when nothing is said. */
    public static final Bounds NONE = new Bounds(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Sublicensing.NONE,
            false);

    static Bounds read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Bounds bounds = new Bounds(
                members.optionalText("longest", CalendarSpan::parse),
                members.optionalText("notice", Notice::parse),
                members.optionalText("cause", Notice::parse),
                members.optional("exclusive", Values::bool),
                members.optional("licensees", AnyOr.reader(Id::read)),
                members.optional("sublicensing", Sublicensing::read).orElse(Sublicensing.NONE),
                members.optional("selfDealing", Values::bool).orElse(false));
        members.end();
        return bounds;
    }
}
