package org.countenance.examples.benchmarks;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** The words of grants and manifests, with {@code '} for {@code "}. */
final class Texts {

    /** A grant that covers what {@link #manifest} says. */
    static final String GRANT = "{'capacity':'self','licensees':['$studio'],"
            + "'productions':[{'id':{'scheme':'x-house','value':'P-1'}}],'characters':'*',"
            + "'permissions':[{'roles':['depicted'],'modalities':['face','voice'],'techniques':['voice-clone'],"
            + "'contexts':[],'media':['svod'],'territories':{'include':['CN'],'exclude':[]},'languages':['zh'],"
            + "'made':{'from':'2026-01-01T00:00:00Z','until':'2028-01-01T00:00:00Z'},"
            + "'shown':{'from':'2027-01-01T00:00:00Z','until':'2028-01-01T00:00:00Z'}}],'prohibitions':[],"
            + "'terms':{'withdrawal':{'notice':'P30D','cause':'P7D','released':'withdraw'},'sublicensing':'none',"
            + "'exclusive':false,'survivesDeath':false,'strike':'suspends','duties':[]},'facts':{}}";

    private static final String HEAD = "{'manifest':1,'vocabulary':1,"
            + "'production':{'id':{'scheme':'x-house','value':'P-1'},'title':'A Test','type':'series','season':1,"
            + "'episodes':8,'producer':'$studio'},"
            + "'releases':[{'id':'home','media':['svod'],'territories':{'include':['CN'],'exclude':[]},"
            + "'languages':['zh-Hans'],'window':{'from':'2027-02-01T00:00:00Z','until':'2027-07-01T00:00:00Z'}}],"
            + "'assets':[";

    private Texts() {}

    /** A manifest of so many uses, each in an asset of its own, of people who take turns. */
    static Bytes manifest(int uses, int people, IntFunction<String> person, String studio) {
        StringBuilder text = new StringBuilder();
        write(text::append, uses, people, person, studio);
        return Bytes.utf8(text.toString());
    }

    /** The same, piece by piece. */
    static void write(Consumer<String> out, int uses, int people, IntFunction<String> person, String studio) {
        Consumer<String> quoted = text -> out.accept(text.replace('\'', '"'));
        quoted.accept(HEAD.replace("$studio", studio));
        for (int i = 0; i < uses; i++) {
            quoted.accept((i == 0 ? "" : ",") + asset(i));
        }
        quoted.accept("],'uses':[");
        for (int i = 0; i < uses; i++) {
            quoted.accept((i == 0 ? "" : ",") + use(i, person.apply(i % people)));
        }
        quoted.accept("]}");
    }

    private static String asset(int number) {
        return "\n{'id':'shot-" + number + "','sha256':'"
                + Sha256.hash(Bytes.uint64(number)).hex() + "','seconds':4,'contexts':[],'releases':['home']}";
    }

    private static String use(int number, String person) {
        return "\n{'id':'u" + number + "','asset':'shot-" + number + "','person':'" + person
                + "','role':'depicted','character':'Mei','portrays':'adult','modalities':['face','voice'],"
                + "'technique':'voice-clone','made':{'from':'2026-11-02T00:00:00Z','until':'2026-11-03T00:00:00Z'},"
                + "'seconds':4,'credited':true}";
    }
}
