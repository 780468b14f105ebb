package org.countenance.decisions;

/** Languages that are spoken, and what says nothing (decision.md section 1; RFC 4647). */
final class LanguageCases extends Group {

    private static final String GIVEN = "'languages':['zh']";
    private static final String SHOWN = "'languages':['zh-Hans']";
    private static final String SILENT = "'languages':['zxx']";
    private static final String USE = "'role':'depicted'";

    LanguageCases() {
        super("languages");
    }

    @Override
    void tell() {
        ranges();
        silence();
        narrowed();
        releases();
        lips();
    }

    private void given(String sentence, String given, String shown, String outcome, int... rules) {
        say(sentence, c -> {
            c.grant(GIVEN, "'languages':['" + given + "']");
            c.manifest(SHOWN, "'languages':['" + shown + "']").expects(outcome, rules);
        });
    }

    private void taken(String sentence, String taken, String shown, String outcome, int... rules) {
        say(sentence, c -> {
            c.prohibit("[" + scope("languages", "['" + taken + "']") + "]", ANY, "all");
            c.at("2026-11-02").grant(GIVEN, "'languages':'*'");
            c.manifest(SHOWN, "'languages':['" + shown + "']").expects(outcome, rules);
        });
    }

    private void ranges() {
        given("gives a language however its letters are written", "ZH-hans", "zh-Hans", CLEARED);
        given("gives a region of a script by the script", "zh-Hans", "zh-hans-CN", CLEARED);
        given("does not give a script by a region of it", "zh-Hans-CN", "zh-Hans", BLOCKED, 103);
        given("does not give a region by another script", "zh-Hant", "zh-Hans-CN", BLOCKED, 103);
        given("does not give a region without its script by the script", "zh-Hans", "zh-CN", BLOCKED, 103);
        taken("takes a language however its letters are written", "ZH-HANS", "zh-Hans", BLOCKED, 104);
        taken("takes a script by a no to a region of it", "zh-Hans-CN", "zh-Hans", BLOCKED, 104);
        taken("takes a region by a no to its language", "zh", "zh-Hans-CN", BLOCKED, 104);
        taken("leaves a region of another script alone", "zh-Hant-TW", "zh-Hans", CLEARED);
        taken("leaves a language alone whose tag merely begins so", "yu", "yue", CLEARED);
    }

    private void silence() {
        given("asks a voice that says nothing for no language", "en", "zxx", CLEARED);
        given("gives what says nothing alone by a permission for it", "zxx", "zh", BLOCKED, 103);
        taken("leaves a voice that says nothing alone by a no to one language", "zh", "zxx", CLEARED);
        taken("takes what says nothing by a no to it", "zxx", "zxx", BLOCKED, 104);
        say("leaves a voice that says something alone by a no to what says nothing", c -> {
            c.prohibit("[" + scope("languages", "['zxx']") + "]", ANY, "all");
            c.at("2026-11-02").grant();
            c.manifest("['face','voice']", "['voice']").expects(CLEARED);
        });
        say("takes a voice that says nothing by a no to every language", c -> {
            c.prohibit("[" + scope("modalities", "['voice']") + "]", ANY, "all");
            c.at("2026-11-02").grant();
            c.manifest(SHOWN, SILENT).expects(BLOCKED, 104);
        });
    }

    private void narrowed(String sentence, String given, String shown, String use, String outcome, int... rules) {
        say(sentence, c -> {
            c.grant(GIVEN, "'languages':" + given);
            c.manifest(SHOWN, "'languages':" + shown, USE, "'languages':" + use + "," + USE);
            c.expects(outcome, rules);
        });
    }

    private void narrowed() {
        narrowed("narrows a language to one of its scripts", "['zh-Hant']", "['zh']", "['zh-Hant']", CLEARED);
        narrowed("blocks a script to which a use is narrowed", "['zh-Hans']", "['zh']", "['zh-Hant']", BLOCKED, 103);
        narrowed(
                "keeps the scripts of a release in a use of their language",
                "['zh-Hans']",
                "['zh-Hans','en']",
                "['zh']",
                CLEARED);
        narrowed(
                "asks a use that says nothing for no language of its release",
                "['en']",
                "['zh-Hans']",
                "['zxx']",
                CLEARED);
        narrowed(
                "shows no part of a use that says something in a release that says nothing",
                "['zh']",
                "['zxx']",
                "['zh']",
                BLOCKED,
                103);
        narrowed(
                "asks a use for its own language beside a release that says nothing",
                "['en']",
                "['zh','zxx']",
                "['zh']",
                BLOCKED,
                103);
        narrowed(
                "gives a use its own language beside a release that says nothing",
                "['zh']",
                "['zh','zxx']",
                "['zh']",
                CLEARED);
    }

    private void releases(String sentence, String languages, String outcome, int... rules) {
        say(sentence, c -> {
            c.grant();
            String abroad = Second.RELEASE.replace("['SG']", "['CN']").replace("['zh-Hans']", "['en']");
            c.manifest(
                    "['face','voice']",
                    "['voice']",
                    "'releases':['home']",
                    "'releases':['home','abroad']",
                    "'releases':[{",
                    "'releases':[" + abroad + ",{",
                    USE,
                    languages + USE);
            c.expects(outcome, rules);
        });
    }

    private void releases() {
        releases("asks for a voice only where a release has its language", "'languages':['zh'],", CLEARED);
        releases("asks for a voice in every language of its releases", "", BLOCKED, 103);
        releases("blocks a voice whose language no release has", "'languages':['fr'],", BLOCKED, 103);
        say("blocks a voice whose language no release has though its face is shown", c -> {
            c.grant("['zh']", ANY);
            c.manifest(USE, "'languages':['fr']," + USE).expects(BLOCKED, 103);
        });
    }

    private void lips(String sentence, String modalities, String technique, String outcome, int... rules) {
        say(sentence, c -> {
            String no = scope("languages", "['zh']").replace("'modalities':'*'", "'modalities':" + modalities);
            c.prohibit("[" + no.replace("'techniques':'*'", "'techniques':['lip-sync']") + "]", ANY, "all");
            c.at("2026-11-02").grant(GIVEN, "'languages':'*'", "'voice-clone'", "'" + technique + "'");
            c.manifest("['face','voice']", "['face']", "'voice-clone'", "'" + technique + "'");
            c.expects(outcome, rules);
        });
    }

    private void lips() {
        lips("takes a face under lip-sync by a no to its language", "['face']", "lip-sync", BLOCKED, 104);
        lips("leaves a face alone by a no to lip-sync", "['face']", "face-generation", CLEARED);
        say("leaves a face under lip-sync in another language alone", c -> {
            c.prohibit(
                    "[" + scope("languages", "['en']").replace("'modalities':'*'", "'modalities':['face']") + "]",
                    ANY,
                    "all");
            c.at("2026-11-02").grant("'voice-clone'", "'lip-sync'");
            c.manifest("['face','voice']", "['face']", "'voice-clone'", "'lip-sync'")
                    .expects(CLEARED);
        });
        say("takes a body under lip-sync by a no to bodies in one language", c -> {
            c.prohibit(
                    "[" + scope("languages", "['en']").replace("'modalities':'*'", "'modalities':['body']") + "]",
                    ANY,
                    "all");
            c.at("2026-11-02").grant("'voice-clone'", "'lip-sync'", "['face','voice']", "['face','body']");
            c.manifest("['face','voice']", "['face','body']", "'voice-clone'", "'lip-sync'");
            c.expects(BLOCKED, 104);
        });
    }
}
