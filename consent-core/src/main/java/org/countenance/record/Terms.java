package org.countenance.record;

import java.util.Optional;
import java.util.Set;
import org.countenance.base.CalendarSpan;
import org.countenance.base.MalformedException;
import org.countenance.base.PlainText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * The terms of a grant (records.md, {@code grant}).
 *
 * @param withdrawal how it may be taken back
 * @param sublicensing to whom it may be passed on
 * @param exclusive whether nobody else gets the same
 * @param survivesDeath whether it holds after the person's death
 * @param suspendedByStrike whether a strike suspends it
 * @param agreement the collective agreement that it stands under
 * @param caps how much may be used
 * @param duties what the licensee must do
 */
public record Terms(
        Withdrawal withdrawal,
        Sublicensing sublicensing,
        boolean exclusive,
        boolean survivesDeath,
        boolean suspendedByStrike,
        Optional<Agreement> agreement,
        Optional<Caps> caps,
        Set<Duty> duties) {

    /** What a licensee must do. */
    public enum Duty {
        /** Label what was generated. */
        LABEL,
        /** Name the person. */
        CREDIT,
        /** Have each asset approved. */
        APPROVAL,
        /** Pay. */
        PAYMENT;

        static Duty parse(String text) throws MalformedException {
            return Words.constant(Duty.class, "a duty", text);
        }
    }

    /** What happens to work that is already out when consent is withdrawn. */
    public enum Released {
        /** It stays. */
        CONTINUE,
        /** It ends after a while. */
        WIND_DOWN,
        /** It ends with the withdrawal. */
        WITHDRAW
    }

    /**
     * How a grant may be taken back.
     *
     * @param notice how long before
     * @param cause how long before, when a cause is stated
     * @param released what happens to work already out
     * @param windDown how long such work may go on
     */
    public record Withdrawal(Notice notice, Notice cause, Released released, Optional<CalendarSpan> windDown) {}

    /**
     * A collective agreement.
     *
     * @param guild party id of the guild
     * @param cba the agreement's code
     */
    public record Agreement(Id guild, String cba) {}

    /**
     * How much may be used.
     *
     * @param seconds of screen time
     * @param assets how many
     */
    public record Caps(Optional<Long> seconds, Optional<Long> assets) {}

    static Terms read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Terms terms = new Terms(
                members.required("withdrawal", Terms::readWithdrawal),
                members.required("sublicensing", Sublicensing::read),
                members.required("exclusive", Values::bool),
                members.required("survivesDeath", Values::bool),
                members.text("strike", text -> Words.constant(Strike.class, "`suspends` or `none`", text))
                        == Strike.SUSPENDS,
                members.optional("agreement", Terms::readAgreement),
                members.optional("caps", Terms::readCaps),
                members.required("duties", Values.possiblyEmptySetOf(Values.text(Duty::parse))));
        members.end();
        return terms;
    }

    private enum Strike {
        SUSPENDS,
        NONE
    }

    /** Reads how a grant may be taken back. */
    public static Withdrawal readWithdrawal(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Withdrawal withdrawal = new Withdrawal(
                members.text("notice", Notice::parse),
                members.text("cause", Notice::parse),
                members.text(
                        "released",
                        text -> Words.constant(Released.class, "`continue`, `wind-down` or `withdraw`", text)),
                members.optionalText("windDown", CalendarSpan::parse));
        members.end();
        boolean winds = withdrawal.released() == Released.WIND_DOWN;
        if (winds != withdrawal.windDown().isPresent()) {
            throw members.fault(
                    "windDown",
                    winds ? "a duration beside `wind-down`" : "none beside `released` of another kind",
                    winds ? "none" : "one");
        }
        return withdrawal;
    }

    private static Agreement readAgreement(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Agreement agreement = new Agreement(members.required("guild", Id::read), members.text("cba", PlainText::check));
        members.end();
        return agreement;
    }

    private static Caps readCaps(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Caps caps =
                new Caps(members.optional("seconds", Values.atLeast(1)), members.optional("assets", Values.atLeast(1)));
        members.end();
        if (caps.seconds().isEmpty() && caps.assets().isEmpty()) {
            throw members.fault("a cap in `seconds` or `assets`", "neither");
        }
        return caps;
    }
}
