package org.countenance.decisions;

import org.countenance.record.Id;

/** Both sides of every boundary instant (decision.md sections 3 and 9). */
final class BoundaryCases extends Group {

    private static final String SHOWN_UNTIL = "'until':'2028-01-01T00:00:00Z'}}";
    private static final String SHOWN_FROM = "'shown':{'from':'2027-01-01T00:00:00Z'";
    private static final String MADE_UNTIL = "'until':'2028-01-01T00:00:00Z'},'shown'";
    private static final String MADE_FROM = "'made':{'from':'2026-01-01T00:00:00Z'";

    BoundaryCases() {
        super("boundaries");
    }

    @Override
    void tell() {
        windows();
        notices();
        stops();
        order();
        proof();
        majority();
    }

    private void windows() {
        say("clears a showing that ends with the grant", c -> {
            c.grant(SHOWN_UNTIL, "'until':'2027-07-01T00:00:00Z'}}");
            c.expects(CLEARED);
        });
        say("blocks the last second of a showing beyond the grant", c -> {
            c.grant(SHOWN_UNTIL, "'until':'2027-06-30T23:59:59Z'}}");
            c.expects(BLOCKED, 103);
        });
        say("clears a showing that begins with the grant", c -> {
            c.grant(SHOWN_FROM, "'shown':{'from':'2027-02-01T00:00:00Z'");
            c.expects(CLEARED);
        });
        say("blocks the first second of a showing before the grant", c -> {
            c.grant(SHOWN_FROM, "'shown':{'from':'2027-02-01T00:00:01Z'");
            c.expects(BLOCKED, 103);
        });
        say("clears a perpetual showing without end and calls it dangerous", c -> {
            c.grant(SHOWN_UNTIL, "'until':'perpetual'}}");
            c.expects(CLEARED).tells(501);
        });
        say("clears making that begins with the permission", c -> {
            c.grant(MADE_FROM, "'made':{'from':'2026-12-10T00:00:00Z'");
            c.expects(CLEARED);
        });
        say("blocks making that begins a second before the permission", c -> {
            c.grant(MADE_FROM, "'made':{'from':'2026-12-10T00:00:01Z'");
            c.expects(BLOCKED, 103);
        });
        say("clears making that ends with the permission", c -> {
            c.grant(MADE_UNTIL, "'until':'2026-12-11T00:00:00Z'},'shown'");
            c.expects(CLEARED);
        });
        say("blocks making that ends a second after the permission", c -> {
            c.grant(MADE_UNTIL, "'until':'2026-12-10T23:59:59Z'},'shown'");
            c.expects(BLOCKED, 103);
        });
        say("clears what was begun at the instant of the grant", c -> {
            c.at("2026-12-10").grant();
            c.expects(CLEARED);
        });
        say("blocks what was begun a millisecond before the grant", c -> {
            c.at("2026-12-10T00:00:00.001Z").grant();
            c.expects(BLOCKED, 103);
        });
    }

    private void notices() {
        say("clears a showing that ends with the notice", c -> {
            Id grant = c.grant();
            c.at("2026-12-12").withdraw(grant, "");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("blocks a showing that lasts a second longer than the notice", c -> {
            Id grant = c.grant();
            c.at("2026-12-12").withdraw(grant, "");
            c.shown("2027-01-01", "2027-01-11").manifest("2027-01-11T00:00:00Z", "2027-01-11T00:00:01Z");
            c.expects(BLOCKED, 105);
        });
        say("counts the notice from the log instant with its milliseconds", c -> {
            Id grant = c.grant();
            c.at("2026-12-12T00:00:00.500Z").withdraw(grant, "");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("lets a withdrawal wait for the date that is asked", c -> {
            Id grant = c.grant();
            c.at("2026-12-12").withdraw(grant, ",'effective':'2027-02-01T00:00:00Z'");
            c.shown("2027-01-01", "2027-02-01").expects(CLEARED);
        });
        say("does not let a withdrawal come before its notice though it is asked", c -> {
            Id grant = c.grant();
            c.at("2026-12-12").withdraw(grant, ",'effective':'2026-12-13T00:00:00Z'");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("clips a notice of a month to the month's end", c -> {
            Id grant =
                    c.grant("'notice':'P30D'", "'notice':'P1M'", SHOWN_FROM, "'shown':{'from':'2026-12-01T00:00:00Z'");
            c.at("2027-01-31").withdraw(grant, "");
            c.shown("2027-02-10", "2027-02-28").asks("2027-02-01").expects(CLEARED);
        });
        say("blocks the day after a month that was clipped", c -> {
            Id grant = c.grant("'notice':'P30D'", "'notice':'P1M'");
            c.at("2027-01-31").withdraw(grant, "");
            c.shown("2027-02-10", "2027-03-01").asks("2027-02-01").expects(BLOCKED, 105);
        });
        say("takes the shorter notice with a cause", c -> {
            Id grant = c.grant();
            c.at("2026-12-12").withdraw(grant, ",'cause':'unpaid'");
            c.shown("2027-01-01", "2027-01-11").expects(BLOCKED, 105);
        });
        say("clears a showing that ends with the shorter notice", c -> {
            Id grant = c.grant("'shown':{'from':'2027-01-01", "'shown':{'from':'2026-12-01");
            c.at("2026-12-12").withdraw(grant, ",'cause':'unpaid'");
            c.shown("2026-12-15", "2026-12-19").expects(CLEARED);
        });
        say("does not shorten the notice for a cause called other", c -> {
            Id grant = c.grant();
            c.at("2026-12-12").withdraw(grant, ",'cause':'other'");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
    }

    private void stops() {
        say("leaves material alone that was finished when a no to new material came", c -> {
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-11").prohibit(ANY, ANY, "new");
            c.expects(CLEARED);
        });
        say("stops material that was finished a second after a no to new material", c -> {
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-10T23:59:59Z").prohibit(ANY, ANY, "new");
            c.expects(BLOCKED, 104);
        });
        say("leaves material alone that was begun when a no was lifted", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            c.at("2026-11-02").grant();
            c.at("2026-12-10").lift(stop);
            c.expects(CLEARED);
        });
        say("stops material that was begun a second before a no was lifted", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            c.at("2026-11-02").grant();
            c.at("2026-12-10T00:00:01Z").lift(stop);
            c.expects(BLOCKED, 104);
        });
        say("stops a showing up to the instant of the lifting", c -> {
            Strikes.grant(c, "suspends");
            Id strike = Strikes.call(c, "2027-03-01");
            Strikes.end(c, "2027-03-10", strike);
            c.shown("2027-03-09", "2027-04-01").asks("2027-03-11").expects(BLOCKED, 106);
        });
        say("lets a showing go on from the instant of the lifting", c -> {
            Strikes.grant(c, "suspends");
            Id strike = Strikes.call(c, "2027-03-01");
            Strikes.end(c, "2027-03-10", strike);
            c.shown("2027-03-10", "2027-04-01").asks("2027-03-11").expects(CLEARED);
        });
    }

    private void order() {
        say("puts a no before a grant of the same instant", c -> {
            c.at("2026-11-05").grant("'notice':'P30D'", "'notice':'never'");
            c.prohibit(ANY, ANY, "all");
            c.expects(BLOCKED, 104);
        });
        say("puts a no after a grant of a millisecond before", c -> {
            c.at("2026-11-05").grant("'notice':'P30D'", "'notice':'never'");
            c.at("2026-11-05T00:00:00.001Z").prohibit(ANY, ANY, "all");
            c.expects(UNDETERMINED, 108);
        });
        say("wants a fresh checkpoint to the second", c -> {
            c.grant();
            c.checkpoint("2026-12-14T00:00:00Z")
                    .asks("2026-12-15")
                    .expects(CLEARED)
                    .silent(302);
        });
        say("leaves a checkpoint undetermined that is a second too old", c -> {
            c.grant();
            c.checkpoint("2026-12-13T23:59:59Z").asks("2026-12-15").expects(UNDETERMINED, 302);
        });
    }

    private void proof() {
        say("lets fourteen days pass before it asks for proof of making", c -> {
            c.grant(MADE_UNTIL, "'until':'2026-12-11T00:00:00Z'},'shown'");
            c.asks("2026-12-25").expects(CLEARED);
        });
        say("asks for proof of making a second after fourteen days", c -> {
            Id grant = c.grant(MADE_UNTIL, "'until':'2026-12-11T00:00:00Z'},'shown'");
            c.asks("2026-12-25T00:00:01Z").expects(UNDETERMINED, 132).names(132, grant);
        });
        say("takes a commitment from before the end of fourteen days", c -> {
            c.grant(MADE_UNTIL, "'until':'2026-12-11T00:00:00Z'},'shown'");
            c.at("2026-12-24T23:59:59.999Z").commit("studio", Case.asset(0));
            c.asks("2027-01-15").expects(CLEARED).silent(132);
        });
        say("takes no commitment from the end of fourteen days", c -> {
            c.grant(MADE_UNTIL, "'until':'2026-12-11T00:00:00Z'},'shown'");
            c.at("2026-12-25").commit("studio", Case.asset(0));
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
        say("takes no commitment to another file", c -> {
            c.grant(MADE_UNTIL, "'until':'2026-12-11T00:00:00Z'},'shown'");
            c.at("2026-12-20").commit("studio", Case.asset(1));
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
        say("takes no commitment by somebody else", c -> {
            c.party("other");
            c.grant(MADE_UNTIL, "'until':'2026-12-11T00:00:00Z'},'shown'");
            c.at("2026-12-20").commit("other", Case.asset(0));
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
        say("asks for proof of what is said to be made just before a grant ended", c -> {
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-20").prohibit(ANY, ANY, "new");
            c.asks("2027-01-15").expects(UNDETERMINED, 132);
        });
        say("asks for no proof of what was made fifteen days before a grant ended", c -> {
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-26").prohibit(ANY, ANY, "new");
            c.asks("2027-01-15").expects(CLEARED);
        });
        say("counts a commitment for what was made just before a grant ended", c -> {
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-12-20").prohibit(ANY, ANY, "new");
            c.at("2026-12-28").commit("studio", Case.asset(0));
            c.asks("2027-01-15").expects(CLEARED);
        });
    }

    private void majority() {
        say("counts a grant of the first instant of majority", c -> {
            c.person("mei", "2026-11");
            Minors.own(c, "mei", "2026-12-01T00:00:00Z");
            c.manifest("$lin", "$mei").expects(CLEARED);
        });
        say("does not count a grant of the last millisecond of minority", c -> {
            c.person("mei", "2026-11");
            Minors.own(c, "mei", "2026-11-30T23:59:59.999Z");
            c.manifest("$lin", "$mei").expects(BLOCKED, 102, 205);
        });
    }
}
