package org.countenance.decisions;

import java.util.Arrays;
import org.countenance.scope.Context;
import org.countenance.scope.Technique;

/** Wildcards and the words that they leave out; languages by range (decision.md sections 1 and 2). */
final class VocabularyCases extends Group {

    VocabularyCases() {
        super("vocabulary");
    }

    @Override
    void tell() {
        Arrays.stream(Context.values()).filter(Context::namedOnly).forEach(context -> namedOnly(context.word()));
        Arrays.stream(Technique.values())
                .filter(Technique::namedOnly)
                .forEach(technique -> technique(technique.word()));
        wildcards();
        prohibitions();
        languages();
        speech();
    }

    private void namedOnly(String context) {
        if (context.equals("posthumous")) {
            return;
        }
        say("does not give " + context + " by a wildcard", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.grant("'contexts':[]", "'contexts':'*'");
            c.manifest("'contexts':[]", "'contexts':['" + context + "']");
            c.expects(BLOCKED, 103);
        });
        say("gives " + context + " by name to an identified person", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.grant("'contexts':[]", "'contexts':['" + context + "']");
            c.manifest("'contexts':[]", "'contexts':['" + context + "']");
            c.expects(CLEARED);
        });
    }

    private void technique(String technique) {
        say("does not give " + technique + " by a wildcard", c -> {
            c.grant("'techniques':['voice-clone']", "'techniques':'*'");
            c.manifest("'technique':'voice-clone'", "'technique':'" + technique + "'");
            c.expects(BLOCKED, 103);
        });
        say("gives " + technique + " by name", c -> {
            c.grant("'techniques':['voice-clone']", "'techniques':['" + technique + "']");
            c.manifest("'technique':'voice-clone'", "'technique':'" + technique + "'");
            c.expects(CLEARED);
        });
    }

    private void wildcards() {
        wildcard("roles", "['depicted']");
        wildcard("modalities", "['face','voice']");
        wildcard("techniques", "['voice-clone']");
        wildcard("media", "['svod']");
        wildcard("languages", "['zh']");
        wildcard("made", window("2026-01-01", "2028-01-01"));
        say("gives an ordinary context by a wildcard and calls it dangerous", c -> {
            c.grant("'contexts':[]", "'contexts':'*'");
            c.manifest("'contexts':[]", "'contexts':['alcohol']");
            c.expects(CLEARED).tells(501);
        });
    }

    private void wildcard(String member, String written) {
        say("gives everything by a wildcard in " + member, c -> {
            c.grant("'" + member + "':" + written, "'" + member + "':'*'");
            c.expects(CLEARED);
        });
    }

    private void prohibitions() {
        say("takes a word that is given by name by a wildcard", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.prohibit("[" + EVERYTHING + "]", ANY, "all");
            c.grant("'contexts':[]", "'contexts':['nudity']");
            c.manifest("'contexts':[]", "'contexts':['nudity']");
            c.expects(BLOCKED, 104);
        });
        say("takes uses without a context by an empty list", c -> {
            c.prohibit("[" + scope("contexts", "[]") + "]", ANY, "all");
            c.grant();
            c.expects(BLOCKED, 104);
        });
        say("leaves uses with a context alone by an empty list", c -> {
            c.prohibit("[" + scope("contexts", "[]") + "]", ANY, "all");
            c.grant("'contexts':[]", "'contexts':['alcohol']");
            c.manifest("'contexts':[]", "'contexts':['alcohol']");
            c.expects(CLEARED);
        });
        say("takes a use that shares any context", c -> {
            c.prohibit("[" + scope("contexts", "['drugs','gambling']") + "]", ANY, "all");
            c.grant("'contexts':[]", "'contexts':['alcohol','drugs']");
            c.manifest("'contexts':[]", "'contexts':['alcohol','drugs']");
            c.expects(BLOCKED, 104);
        });
        say("leaves a use that shares no context alone", c -> {
            c.prohibit("[" + scope("contexts", "['gambling']") + "]", ANY, "all");
            c.grant("'contexts':[]", "'contexts':['alcohol']");
            c.manifest("'contexts':[]", "'contexts':['alcohol']");
            c.expects(CLEARED);
        });
        say("takes what was made partly in the time that it names", c -> {
            c.prohibit(
                    "[" + scope("made", window("2026-12-01", "2026-12-11").replace("2026-12-11T00", "2026-12-10T12"))
                            + "]",
                    ANY,
                    "all");
            c.grant();
            c.expects(BLOCKED, 104);
        });
        say("leaves what was made before the time that it names alone", c -> {
            c.prohibit("[" + scope("made", window("2026-12-11", "2027-12-11")) + "]", ANY, "all");
            c.grant();
            c.expects(CLEARED);
        });
    }

    private void languages() {
        say("gives a script by its language", c -> {
            c.grant("'languages':['zh']", "'languages':['zh']");
            c.expects(CLEARED);
        });
        say("does not give a language by its script", c -> {
            c.grant("'languages':['zh']", "'languages':['zh-Hans']");
            c.manifest("'languages':['zh-Hans']", "'languages':['zh']");
            c.expects(BLOCKED, 103);
        });
        say("does not give another script", c -> {
            c.grant("'languages':['zh']", "'languages':['zh-Hant']");
            c.expects(BLOCKED, 103);
        });
        say("does not give a language whose tag merely begins so", c -> {
            c.grant("'languages':['zh']", "'languages':['z']".replace("'z'", "'za'"));
            c.expects(BLOCKED, 103);
        });
        say("takes a script by a no to its language", c -> {
            c.prohibit("[" + scope("languages", "['zh']") + "]", ANY, "all");
            c.grant();
            c.expects(BLOCKED, 104);
        });
        say("takes a language by a no to its script", c -> {
            c.prohibit("[" + scope("languages", "['zh-Hans']") + "]", ANY, "all");
            c.grant();
            c.manifest("'languages':['zh-Hans']", "'languages':['zh']");
            c.expects(BLOCKED, 104);
        });
        say("leaves another script alone", c -> {
            c.prohibit("[" + scope("languages", "['zh-Hant']") + "]", ANY, "all");
            c.grant();
            c.expects(CLEARED);
        });
        say("narrows a use to its own languages", c -> {
            c.grant("'languages':['zh']", "'languages':['en']");
            c.manifest(
                    "'languages':['zh-Hans']",
                    "'languages':['zh-Hans','en']",
                    "'role':'depicted'",
                    "'languages':['en'],'role':'depicted'");
            c.expects(CLEARED);
        });
    }

    private void speech() {
        say("asks a face for no language", c -> {
            c.grant("'languages':['zh']", "'languages':['en']");
            c.manifest("'modalities':['face','voice']", "'modalities':['face']");
            c.expects(CLEARED);
        });
        say("asks a face under lip-sync for its language", c -> {
            c.grant("'languages':['zh']", "'languages':['en']", "'voice-clone'", "'lip-sync'");
            c.manifest(
                    "'modalities':['face','voice']",
                    "'modalities':['face']",
                    "'technique':'voice-clone'",
                    "'technique':'lip-sync'");
            c.expects(BLOCKED, 103);
        });
        say("asks a singing voice for its language", c -> {
            c.grant("'languages':['zh']", "'languages':['en']", "'voice'", "'singing-voice'");
            c.manifest("'voice'", "'singing-voice'");
            c.expects(BLOCKED, 103);
        });
        say("takes a silent face by a no to every language", c -> {
            c.prohibit("[" + EVERYTHING + "]", ANY, "all");
            c.grant();
            c.manifest("'modalities':['face','voice']", "'modalities':['face']");
            c.expects(BLOCKED, 104);
        });
        say("leaves a silent face alone by a no to one language", c -> {
            c.prohibit("[" + scope("languages", "['zh']") + "]", ANY, "all");
            c.grant();
            c.manifest("'modalities':['face','voice']", "'modalities':['face']");
            c.expects(CLEARED);
        });
        say("takes a silent face by a no to faces in one language", c -> {
            c.prohibit(
                    "[" + scope("languages", "['zh']").replace("'modalities':'*'", "'modalities':['face']") + "]",
                    ANY,
                    "all");
            c.grant();
            c.manifest("'modalities':['face','voice']", "'modalities':['face']");
            c.expects(BLOCKED, 104);
        });
    }
}
