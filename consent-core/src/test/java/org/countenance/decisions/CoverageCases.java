package org.countenance.decisions;

import org.countenance.record.Id;

/** What a grant gives, member by member (decision.md sections 2 and 5). */
final class CoverageCases extends Group {

    CoverageCases() {
        super("coverage");
    }

    @Override
    void tell() {
        parties();
        productions();
        members();
        dimensions();
        together();
        afterwards();
        regions();
    }

    private void parties() {
        say("blocks a use without any grant", c -> c.expects(BLOCKED, 102));
        say("clears a use that one grant covers", c -> {
            c.grant();
            c.expects(CLEARED).use("u1", CLEARED);
        });
        say("blocks a grant to another studio", c -> {
            c.party("other");
            c.grant("$studio", c.id("other").text());
            c.expects(BLOCKED, 102);
        });
        say("clears a grant to anybody", c -> {
            c.grant("'licensees':['$studio']", "'licensees':'*'");
            c.expects(CLEARED).tells(501);
        });
        say("clears a grant to several studios for each of them", c -> {
            c.party("other");
            c.grant("['$studio']", "['$other','$studio']");
            c.expects(CLEARED);
        });
        say("blocks somebody whom nobody has registered", c -> {
            c.grant();
            c.manifest("$lin", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            c.expects(BLOCKED, 102).silent(101);
        });
        say("blocks somebody else than the person who granted", c -> {
            c.person("wen", "adult");
            c.grant();
            c.manifest("$lin", "$wen");
            c.expects(BLOCKED, 102);
        });
        say("blocks a person without a name", c -> {
            c.grant();
            c.manifest("'person':'$lin'", "'person':{'unidentified':'a passer-by'}");
            c.expects(BLOCKED, 101);
        });
    }

    private void productions() {
        say("blocks a grant for another production", c -> {
            Id elsewhere = c.grant("'P-1'", "'P-2'");
            c.expects(BLOCKED, 102).names(102, elsewhere);
        });
        say("clears a grant for any production", c -> {
            c.grant("'productions':[{'id':{'scheme':'x-house','value':'P-1'}}]", "'productions':'*'");
            c.expects(CLEARED).tells(501);
        });
        say("clears pins that fit", c -> {
            c.grant("'value':'P-1'}}", "'value':'P-1'},'type':'series','season':1,'episodes':8}");
            c.expects(CLEARED);
        });
        say("blocks another season than the one pinned", c -> {
            Id grant = c.grant("'value':'P-1'}}", "'value':'P-1'},'season':2}");
            c.expects(BLOCKED, 113).names(113, grant);
        });
        say("blocks another type than the one pinned", c -> {
            c.grant("'value':'P-1'}}", "'value':'P-1'},'type':'feature'}");
            c.expects(BLOCKED, 113);
        });
        say("blocks another number of episodes than pinned", c -> {
            c.grant("'value':'P-1'}}", "'value':'P-1'},'episodes':9}");
            c.expects(BLOCKED, 113);
        });
        say("blocks a pinned season when the manifest names none", c -> {
            c.grant("'value':'P-1'}}", "'value':'P-1'},'season':1}");
            c.manifest("'season':1,", "");
            c.expects(BLOCKED, 113);
        });
        say("blocks a use without a character under a grant for named characters", c -> {
            c.grant("'characters':'*'", "'characters':['" + mei() + "']");
            c.manifest("'character':'Mei',", "");
            c.expects(BLOCKED, 103);
        });
        say("clears the character whose hash a grant lists", c -> {
            c.grant("'characters':'*'", "'characters':['" + mei() + "']");
            c.expects(CLEARED);
        });
        say("clears a character that differs in case and width alone", c -> {
            c.grant("'characters':'*'", "'characters':['" + mei() + "']");
            c.manifest("'Mei'", "'\uff2dEI'");
            c.expects(CLEARED);
        });
        say("blocks another character", c -> {
            c.grant("'characters':'*'", "'characters':['" + mei() + "']");
            c.manifest("'Mei'", "'Lan'");
            c.expects(BLOCKED, 103);
        });
    }

    private void members() {
        say("blocks a role that is not granted", c -> {
            Id grant = c.grant("['depicted']", "['driver']");
            c.expects(BLOCKED, 103).names(103, grant);
        });
        say("clears a driver under a grant for drivers", c -> {
            c.grant("['depicted']", "['driver']");
            c.manifest("'depicted'", "'driver'");
            c.expects(CLEARED);
        });
        say("blocks a technique that is not granted", c -> {
            c.grant("'voice-clone'", "'voice-edit'");
            c.expects(BLOCKED, 103);
        });
        say("blocks a modality that is not granted", c -> {
            c.grant("['face','voice']", "['face']");
            c.expects(BLOCKED, 103);
        });
        say("wants every context of a use", c -> {
            c.grant("'contexts':[]", "'contexts':['alcohol']");
            c.manifest("'contexts':[]", "'contexts':['alcohol','drugs']");
            c.expects(BLOCKED, 103);
        });
        say("clears a context that is granted", c -> {
            c.grant("'contexts':[]", "'contexts':['alcohol','drugs']");
            c.manifest("'contexts':[]", "'contexts':['alcohol']");
            c.expects(CLEARED);
        });
        say("clears a use without contexts under a grant that allows some", c -> {
            c.grant("'contexts':[]", "'contexts':['alcohol']");
            c.expects(CLEARED);
        });
        say("adds the contexts of a use to those of its asset", c -> {
            c.grant("'contexts':[]", "'contexts':['alcohol']");
            c.manifest(
                    "'contexts':[]",
                    "'contexts':['alcohol']",
                    "'role':'depicted'",
                    "'contexts':['drugs'],'role':'depicted'");
            c.expects(BLOCKED, 103);
        });
        say("blocks material made partly outside the time of making", c -> {
            c.grant("'until':'2028-01-01T00:00:00Z'},'shown'", "'until':'2026-12-10T12:00:00Z'},'shown'");
            c.expects(BLOCKED, 103);
        });
    }

    private void dimensions() {
        say("blocks a medium that is not granted", c -> {
            c.grant("['svod']", "['avod']");
            c.expects(BLOCKED, 103);
        });
        say("blocks the medium that a grant leaves out of two", c -> {
            c.grant();
            c.manifest("'media':['svod']", "'media':['svod','avod']");
            c.expects(BLOCKED, 103);
        });
        say("blocks a territory that is not granted", c -> {
            c.grant();
            c.manifest("'include':['CN']", "'include':['CN','SG']");
            c.expects(BLOCKED, 103);
        });
        say("clears a member of a group", c -> {
            c.grant("'include':['CN']", "'include':['001']");
            c.expects(CLEARED);
        });
        say("clears a group inside a group", c -> {
            c.grant("'include':['CN']", "'include':['001']");
            c.manifest("'include':['CN']", "'include':['150']");
            c.expects(CLEARED);
        });
        say("blocks what a group leaves out", c -> {
            c.grant("'include':['CN'],'exclude':[]", "'include':['001'],'exclude':['CN']");
            c.expects(BLOCKED, 103);
        });
        say("clears a group where another member is left out", c -> {
            c.grant("'include':['CN'],'exclude':[]", "'include':['001'],'exclude':['US']");
            c.expects(CLEARED);
        });
        say("blocks a group that loses a group", c -> {
            c.grant("'include':['CN'],'exclude':[]", "'include':['001'],'exclude':['142']");
            c.expects(BLOCKED, 103);
        });
        say("does not count Hong Kong as the mainland", c -> {
            c.grant();
            c.manifest("'include':['CN']", "'include':['HK']");
            c.expects(BLOCKED, 103);
        });
        say("counts Taiwan in the world", c -> {
            c.grant("'include':['CN']", "'include':['001']");
            c.manifest("'include':['CN']", "'include':['TW']");
            c.expects(CLEARED);
        });
        say("counts Kosovo in the world", c -> {
            c.grant("'include':['CN']", "'include':['001']");
            c.manifest("'include':['CN']", "'include':['XK']");
            c.expects(CLEARED);
        });
    }

    private void together() {
        say("adds up grants for two territories", c -> {
            c.grant();
            c.grant("'include':['CN']", "'include':['SG']");
            c.manifest("'include':['CN']", "'include':['CN','SG']");
            c.expects(CLEARED);
        });
        say("adds up grants that adjoin in time", c -> {
            c.grant("'shown':" + window("2027-01-01", "2028-01-01"), "'shown':" + window("2027-01-01", "2027-04-01"));
            c.grant("'shown':" + window("2027-01-01", "2028-01-01"), "'shown':" + window("2027-04-01", "2028-01-01"));
            c.expects(CLEARED);
        });
        say("blocks the day that two grants leave out", c -> {
            c.grant("'shown':" + window("2027-01-01", "2028-01-01"), "'shown':" + window("2027-01-01", "2027-04-01"));
            c.grant("'shown':" + window("2027-01-01", "2028-01-01"), "'shown':" + window("2027-04-02", "2028-01-01"));
            c.expects(BLOCKED, 103);
        });
        say("adds up grants for face and for voice", c -> {
            c.grant("['face','voice']", "['face']");
            c.grant("['face','voice']", "['voice']");
            c.expects(CLEARED);
        });
        say("does not add up contexts of two grants", c -> {
            c.grant("'contexts':[]", "'contexts':['alcohol']");
            c.grant("'contexts':[]", "'contexts':['drugs']");
            c.manifest("'contexts':[]", "'contexts':['alcohol','drugs']");
            c.expects(BLOCKED, 103);
        });
        say("adds up the permissions of one grant", c -> {
            c.grant(
                    "'include':['CN'],'exclude':[]},'languages':['zh']",
                    "'include':['SG'],'exclude':[]},'languages':['zh']");
            c.grant();
            c.manifest("'include':['CN']", "'include':['CN','SG']");
            c.expects(CLEARED);
        });
        say("carves out what a grant prohibits itself", c -> {
            c.grant("'prohibitions':[]", "'prohibitions':[" + scope("modalities", "['face']") + "]");
            c.expects(BLOCKED, 103);
        });
        say("does not carve out what a prohibition of the grant leaves alone", c -> {
            c.grant("'prohibitions':[]", "'prohibitions':[" + scope("modalities", "['body']") + "]");
            c.expects(CLEARED);
        });
        say("gives by a second grant what a first one carves out", c -> {
            c.grant("'prohibitions':[]", "'prohibitions':[" + scope("modalities", "['face']") + "]");
            c.grant("['face','voice']", "['face']");
            c.expects(CLEARED);
        });
        say("answers for each use of a manifest", c -> {
            c.grant();
            c.manifest("'uses':[", "'uses':[" + Second.USE + ",");
            c.expects(BLOCKED, 103).use("u1", CLEARED).use("u2", BLOCKED);
        });
    }

    private void afterwards() {
        say("blocks what was begun before a grant was logged", c -> {
            c.at("2026-12-12").grant();
            c.expects(BLOCKED, 103);
        });
        say("clears what was begun before a grant that ratifies and says so", c -> {
            c.at("2026-12-12").grant("'facts':{}", "'facts':{},'ratifies':true");
            c.expects(CLEARED).tells(124);
        });
        say("blocks consent given afterwards where policy wants it before", c -> {
            c.at("2026-12-12").grant("'facts':{}", "'facts':{},'ratifies':true");
            c.policy("'retroactive':'block'");
            c.expects(BLOCKED, 124);
        });
        say("clears by a grant from before the making though policy blocks one from after it", c -> {
            Id before = c.grant("'duties':[]", "'duties':[],'caps':{'assets':5}");
            c.at("2026-12-12").grant("'facts':{}", "'facts':{},'ratifies':true");
            c.policy("'retroactive':'block'");
            c.expects(CLEARED).silent(124).relies("u1", before);
        });
        say("is silent about making that a grant from before it covers", c -> {
            c.grant();
            c.at("2026-12-12").grant("'facts':{}", "'facts':{},'ratifies':true");
            c.expects(CLEARED).silent(124);
        });
        say("names the grant that came after the making", c -> {
            Id grant = c.at("2026-12-12").grant("'facts':{}", "'facts':{},'ratifies':true");
            c.policy("'retroactive':'block'");
            c.expects(BLOCKED, 124).names(124, grant).asksNobody();
        });
        say("never ratifies a context that is given by name", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.at("2026-12-12")
                    .grant("'contexts':[]", "'contexts':['religious']", "'facts':{}", "'facts':{},'ratifies':true");
            c.manifest("'contexts':[]", "'contexts':['religious']");
            c.expects(BLOCKED, 103);
        });
    }

    private void regions() {
        say("blocks a use that no release shows", c -> {
            c.grant();
            c.manifest("'modalities':['face','voice']", "'modalities':['voice'],'languages':['en']");
            c.expects(BLOCKED, 103);
        });
        say("leaves a release alone in whose languages a person says nothing", c -> {
            c.grant("['face','voice']", "['voice']");
            c.manifest(
                    "'modalities':['face','voice']",
                    "'modalities':['voice'],'languages':['zh-Hans']",
                    "'releases':['home']",
                    "'releases':['home','abroad']",
                    "'releases':[{",
                    "'releases':[" + Second.RELEASE.replace("zh-Hans", "en") + ",{");
            c.expects(CLEARED).silent(103);
        });
        say("blocks a second release that no grant covers", c -> {
            c.grant();
            c.manifest(
                    "'releases':['home']",
                    "'releases':['home','abroad']",
                    "'releases':[{",
                    "'releases':[" + Second.RELEASE + ",{");
            c.expects(BLOCKED, 103);
        });
    }

    private static String mei() {
        return org.countenance.record.CharacterName.hash("AAAAAAAAAAAAAAAAAAAAAA", "mei");
    }
}
