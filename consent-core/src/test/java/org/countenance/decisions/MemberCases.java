package org.countenance.decisions;

import org.countenance.record.Id;

/** Each member of a scope, written out and as a wildcard, in permissions and in prohibitions (decision.md sections 1 and 2). */
final class MemberCases extends Group {

    MemberCases() {
        super("members");
    }

    @Override
    void tell() {
        no("roles", "['depicted']", "['driver']");
        no("modalities", "['voice']", "['body','motion']");
        no("techniques", "['voice-clone','lip-sync']", "['face-swap']");
        no("media", "['svod']", "['avod']");
        no("territories", "{'include':['142'],'exclude':[]}", "{'include':['001'],'exclude':['142']}");
        no("languages", "['zh']", "['en']");
        no("made", window("2026-12-10", "2026-12-11"), window("2026-12-09", "2026-12-10"));
        no("shown", window("2027-06-30", "2028-01-01"), window("2027-07-01", "2028-01-01"));
        permissions();
        named();
        territories();
        carved();
    }

    private void no(String member, String meets, String misses) {
        say("takes by a no that names the use among its " + member, c -> {
            c.prohibit("[" + scope(member, meets) + "]", ANY, "all");
            c.at("2026-11-02").grant();
            c.expects(BLOCKED, 104);
        });
        say("leaves alone what a no does not name among its " + member, c -> {
            c.prohibit("[" + scope(member, misses) + "]", ANY, "all");
            c.at("2026-11-02").grant();
            c.expects(CLEARED);
        });
    }

    private void permissions() {
        say("gives everywhere by a wildcard in territories", c -> {
            c.grant("{'include':['CN'],'exclude':[]},'languages'", "'*','languages'");
            c.manifest("['CN']", "['001']").expects(CLEARED);
        });
        say("gives any time by a wildcard in shown", c -> {
            c.grant("'shown':" + window("2027-01-01", "2028-01-01"), "'shown':'*'");
            c.shown("2026-12-01", "2099-01-01").expects(CLEARED).tells(501);
        });
        say("gives every medium by a wildcard in media", c -> {
            c.grant("['svod']", ANY);
            c.manifest("['svod']", "['svod','paid-advertising','game']").expects(CLEARED);
        });
        say("gives drivers by a wildcard in roles", c -> {
            c.grant("'roles':['depicted']", "'roles':'*'");
            c.manifest("'role':'depicted'", "'role':'driver'").expects(CLEARED);
        });
        say("gives every modality by a wildcard in modalities", c -> {
            c.grant("['face','voice']", ANY);
            c.manifest("['face','voice']", "['face','voice','signature','name']")
                    .expects(CLEARED);
        });
        say("does not add up permissions for two techniques of one use's filters", c -> {
            c.grant(
                    "'contexts':[]",
                    "'contexts':['drugs']",
                    "'techniques':['voice-clone']",
                    "'techniques':['voice-edit']");
            c.grant();
            c.manifest("'contexts':[]", "'contexts':['drugs']").expects(BLOCKED, 103);
        });
    }

    private void named() {
        for (String technique : new String[] {"model-training", "person-fine-tune"}) {
            say("takes " + technique + " by a wildcard in a no", c -> {
                c.prohibit("[" + EVERYTHING + "]", ANY, "all");
                c.at("2026-11-02").grant("'techniques':['voice-clone']", "'techniques':['" + technique + "']");
                c.manifest("'technique':'voice-clone'", "'technique':'" + technique + "'")
                        .expects(BLOCKED, 104);
            });
        }
        say("carves a context out that is given by name by a wildcard", c -> {
            Named.political(c, "'prohibitions':[]", "'prohibitions':[" + scope("media", "['svod']") + "]");
            c.expects(BLOCKED, 103);
        });
        say("does not give a context by name beside one that a wildcard would leave out", c -> {
            Named.political(c);
            c.manifest("['political']", "['political','religious']").expects(BLOCKED, 103);
        });
        say("gives by a wildcard what is not given by name beside a permission that names it", c -> {
            Named.political(c);
            c.grant("'contexts':[]", "'contexts':'*'");
            c.manifest("['political']", "['alcohol']").expects(CLEARED);
        });
        say("does not add up a wildcard and a permission by name for one use", c -> {
            Named.political(c);
            c.grant("'contexts':[]", "'contexts':'*'");
            c.manifest("['political']", "['political','alcohol']").expects(BLOCKED, 103);
        });
    }

    private void territory(
            String sentence, String include, String exclude, String shown, String outcome, int... rules) {
        say(sentence, c -> {
            c.grant("{'include':['CN'],'exclude':[]}", "{'include':" + include + ",'exclude':" + exclude + "}");
            c.manifest("{'include':['CN'],'exclude':[]}", "{'include':" + shown + ",'exclude':[]}");
            c.expects(outcome, rules);
        });
    }

    private void territories() {
        territory("counts hong kong in asia", "['142']", "[]", "['HK']", CLEARED);
        territory("counts kosovo in europe", "['150']", "[]", "['XK']", CLEARED);
        territory("counts taiwan in eastern asia", "['030']", "[]", "['TW']", CLEARED);
        territory("does not count taiwan as the mainland", "['CN']", "[]", "['TW']", BLOCKED, 103);
        territory("does not count macao as the mainland", "['CN']", "[]", "['MO']", BLOCKED, 103);
        territory("takes a group out of a group that holds it", "['001']", "['030']", "['JP']", BLOCKED, 103);
        territory("keeps the neighbours of a group that is taken out", "['001']", "['030']", "['SG']", CLEARED);
        territory(
                "takes out what two groups share though one of them is included",
                "['142','030']",
                "['030']",
                "['CN']",
                BLOCKED,
                103);
        territory("wants every member of a group that is shown", "['142']", "['KP']", "['030']", BLOCKED, 103);
        territory(
                "clears a group by the sum of its members",
                "['CN','HK','JP','KP','KR','MN','MO','TW']",
                "[]",
                "['030']",
                CLEARED);
        say("clears a release whose group leaves out what the grant does", c -> {
            c.grant("{'include':['CN'],'exclude':[]}", "{'include':['142'],'exclude':['KP']}");
            c.manifest("{'include':['CN'],'exclude':[]}", "{'include':['030'],'exclude':['KP']}");
            c.expects(CLEARED);
        });
        say("takes the part of a group that a no names", c -> {
            c.prohibit("[" + scope("territories", "{'include':['HK'],'exclude':[]}") + "]", ANY, "all");
            c.at("2026-11-02").grant("['CN']", "['030']");
            c.manifest("['CN']", "['030']").expects(BLOCKED, 104);
        });
        say("leaves alone what a no to a group leaves out", c -> {
            c.prohibit("[" + scope("territories", "{'include':['030'],'exclude':['CN']}") + "]", ANY, "all");
            c.at("2026-11-02").grant();
            c.expects(CLEARED);
        });
    }

    private void carved() {
        for (String made : new String[] {"2026-12-10", "2026-12-11"}) {
            boolean meets = made.equals("2026-12-10");
            say(
                    (meets ? "carves out" : "does not carve out") + " what was made " + (meets ? "within" : "before")
                            + " the time of a prohibition of the grant",
                    c -> {
                        String no = scope("made", window(made, "2027-12-11"));
                        c.grant("'prohibitions':[]", "'prohibitions':[" + no + "]");
                        if (meets) {
                            c.expects(BLOCKED, 103);
                        } else {
                            c.expects(CLEARED);
                        }
                    });
        }
        say("adds up grants that overlap in time", c -> {
            c.grant("'until':'2028-01-01T00:00:00Z'}}", "'until':'2027-05-01T00:00:00Z'}}");
            c.grant("'shown':{'from':'2027-01-01", "'shown':{'from':'2027-04-01");
            c.expects(CLEARED);
        });
        say("adds up a grant that is withdrawn later and one that begins then", c -> {
            Id first = c.grant();
            c.grant("'shown':{'from':'2027-01-01", "'shown':{'from':'2027-05-01");
            c.at("2026-12-12").withdraw(first, ",'effective':'2027-05-01T00:00:00Z'");
            c.expects(CLEARED);
        });
        say("names the part between a withdrawal and the grant that follows", c -> {
            Id first = c.grant();
            c.grant("'shown':{'from':'2027-01-01", "'shown':{'from':'2027-05-02");
            c.at("2026-12-12").withdraw(first, ",'effective':'2027-05-01T00:00:00Z'");
            c.expects(BLOCKED, 105);
        });
    }
}
