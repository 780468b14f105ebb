package org.countenance.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Window;
import org.countenance.record.Id;

/**
 * What one person's consent to a production came to over time, for people: what was given, and what takes it back. No rule
 * reads it.
 *
 * @param person whose consent
 * @param consents the grants to this producer for this production, in log order
 * @param stops what takes worth away from them, in the order in which it was logged
 */
public record Timeline(Id person, List<Consent> consents, List<Stopped> stops) {

    /** Keeps copies. */
    public Timeline {
        consents = List.copyOf(consents);
        stops = List.copyOf(stops);
    }

    /**
     * One grant before anything takes from it.
     *
     * @param grant which
     * @param logged when it was logged
     * @param made from when to when material may be made, at the most
     * @param shown from when to when it may be shown, at the most
     */
    public record Consent(Id grant, Instant logged, Window made, Window shown) {}

    /**
     * Something that takes worth away. An absent window leaves its column alone.
     *
     * @param rule under which rule it is told
     * @param certain whether it surely does
     * @param partial whether it touches some uses only
     * @param made when new material is stopped
     * @param fresh when showing is stopped of what is not out
     * @param out when showing is stopped of what is out
     * @param records the records it rests on
     * @param grants the grants that it takes from; none where the person had given none
     * @param why what happened, in words
     */
    public record Stopped(
            Rule rule,
            boolean certain,
            boolean partial,
            Optional<Window> made,
            Optional<Window> fresh,
            Optional<Window> out,
            List<Id> records,
            List<Id> grants,
            String why) {

        /** Keeps copies. */
        public Stopped {
            records = List.copyOf(records);
            grants = List.copyOf(grants);
        }
    }
}
