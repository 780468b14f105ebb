package org.countenance.record;

import java.util.Optional;
import org.countenance.base.CalendarSpan;
import org.countenance.base.MalformedException;

/**
 * How long before it takes effect a withdrawal must be said.
 *
 * @param span the time between; absent for {@code never}: the terms foresee no withdrawal
 */
public record Notice(Optional<CalendarSpan> span) {

    /** The terms foresee no withdrawal. */
    public static final Notice NEVER = new Notice(Optional.empty());

    static Notice parse(String text) throws MalformedException {
        return text.equals("never") ? NEVER : new Notice(Optional.of(CalendarSpan.parse(text)));
    }

    @Override
    public String toString() {
        return span.map(CalendarSpan::toString).orElse("never");
    }
}
