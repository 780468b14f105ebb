package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Prohibitions, strikes and orders (decision.md section 3). */
final class ProhibitionCases extends Group {

    ProhibitionCases() {
        super("prohibitions");
    }

    @Override
    void tell() {
        before();
        after();
        against();
        strikes();
        orders();
    }

    private void before() {
        say("denies what a no from before a grant names", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            c.at("2026-11-02").grant();
            c.expects(BLOCKED, 104).names(104, stop);
        });
        say("is stepped over by the person's own grant that names it", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            c.at("2026-11-02").grant("'facts':{}", "'facts':{},'notwithstanding':['" + stop + "']");
            c.expects(CLEARED);
        });
        say("is not stepped over by a grant that names another no", c -> {
            c.prohibit(ANY, ANY, "all");
            Id other = c.prohibit("[" + scope("media", "['avod']") + "]", ANY, "all");
            c.at("2026-11-02").grant("'facts':{}", "'facts':{},'notwithstanding':['" + other + "']");
            c.expects(BLOCKED, 104);
        });
        say("denies new material alone with the reach new", c -> {
            c.prohibit(ANY, ANY, "new");
            c.at("2026-11-02").grant();
            c.expects(BLOCKED, 104);
        });
        say("leaves what was made before alone with the reach new", c -> {
            c.at("2026-12-11").prohibit(ANY, ANY, "new");
            c.at("2026-12-12").grant("'facts':{}", "'facts':{},'ratifies':true");
            c.expects(CLEARED);
        });
        say("denies a first showing with the reach unreleased", c -> {
            c.at("2026-12-11").prohibit(ANY, ANY, "unreleased");
            c.at("2026-12-12").grant("'facts':{}", "'facts':{},'ratifies':true");
            c.expects(BLOCKED, 104);
        });
        say("is told even without a grant", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            c.expects(BLOCKED, 102, 104).names(104, stop);
        });
        say("leaves alone what its scope does not meet", c -> {
            c.prohibit("[" + scope("media", "['avod']") + "]", ANY, "all");
            c.at("2026-11-02").grant();
            c.expects(CLEARED);
        });
        say("denies the part that its scope meets", c -> {
            c.prohibit("[" + scope("media", "['avod']") + "]", ANY, "all");
            c.at("2026-11-02").grant("['svod']", "['svod','avod']");
            c.manifest("'media':['svod']", "'media':['svod','avod']").expects(BLOCKED, 104);
        });
        say("denies no more after it was lifted", c -> {
            Id stop = c.prohibit(ANY, ANY, "all");
            c.at("2026-11-02").grant();
            c.at("2026-11-03").lift(stop);
            c.expects(CLEARED);
        });
    }

    private void after() {
        say("acts as a withdrawal when it comes after a grant", c -> {
            c.grant();
            Id stop = c.at("2026-12-12").prohibit(ANY, ANY, "all");
            c.expects(BLOCKED, 104).names(104, stop);
        });
        say("lets showings go on until the notice ends", c -> {
            c.grant();
            c.at("2026-12-12").prohibit(ANY, ANY, "all");
            c.shown("2027-01-01", "2027-01-11").expects(CLEARED);
        });
        say("bites at once on a use with a context that is given by name", c -> {
            c.accredited("registrar", "identify");
            Named.identified(c);
            c.grant("'contexts':[]", "'contexts':['political']");
            c.at("2026-12-12").prohibit("[" + scope("contexts", "['political']") + "]", ANY, "all");
            c.manifest("'contexts':[]", "'contexts':['political']")
                    .shown("2027-01-01", "2027-01-11")
                    .expects(BLOCKED, 104);
        });
        say("stops only what is made later with the reach new", c -> {
            c.grant();
            c.at("2026-12-12").prohibit(ANY, ANY, "new");
            c.expects(CLEARED);
        });
    }

    private void against() {
        say("stops only the licensee that it is against", c -> {
            c.party("other");
            c.prohibit(ANY, "{'licensees':['$other']}", "all");
            c.at("2026-11-02").grant();
            c.expects(CLEARED);
        });
        say("stops the licensee that it is against", c -> {
            c.prohibit(ANY, "{'licensees':['$studio']}", "all");
            c.at("2026-11-02").grant();
            c.expects(BLOCKED, 104);
        });
        say("stops the production that it is against", c -> {
            c.prohibit(ANY, "{'productions':[{'id':{'scheme':'x-house','value':'P-1'}}]}", "all");
            c.at("2026-11-02").grant();
            c.expects(BLOCKED, 104);
        });
        say("leaves another production alone", c -> {
            c.prohibit(ANY, "{'productions':[{'id':{'scheme':'x-house','value':'P-2'}}]}", "all");
            c.at("2026-11-02").grant();
            c.expects(CLEARED);
        });
        say("stops the grant that it is against", c -> {
            Id grant = c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-11-05").prohibit(ANY, "{'grants':['" + grant + "']}", "all");
            c.expects(BLOCKED, 104);
        });
        say("leaves another grant alone", c -> {
            Id grant = c.grant("['svod']", "['avod']");
            c.grant("'notice':'P30D'", "'notice':'P0D'");
            c.at("2026-11-05").prohibit(ANY, "{'grants':['" + grant + "']}", "all");
            c.expects(CLEARED);
        });
        say("wants every member of against to match", c -> {
            c.party("other");
            c.prohibit(
                    ANY, "{'licensees':['$other'],'productions':[{'id':{'scheme':'x-house','value':'P-1'}}]}", "all");
            c.at("2026-11-02").grant();
            c.expects(CLEARED);
        });
        say("leaves the person's own grants alone when it is against delegates", c -> {
            c.prohibit(ANY, "{'signers':'delegates'}", "all");
            c.at("2026-11-02").grant();
            c.expects(CLEARED);
        });
        say("stops a delegate's grant when it is against delegates", c -> {
            c.party("agent");
            Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'grant'", "");
            c.prohibit(ANY, "{'signers':'delegates'}", "all");
            c.at("2026-11-02");
            Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.expects(BLOCKED, 104);
        });
        say("stops what stands under the agreement that it is against", c -> {
            c.prohibit(ANY, "{'cba':'x-2026'}", "all");
            c.at("2026-11-02");
            Strikes.grant(c, "none");
            c.expects(BLOCKED, 104);
        });
    }

    private void strikes() {
        say("suspends a grant that says so", c -> {
            Strikes.grant(c, "suspends");
            Id strike = Strikes.call(c, "2026-12-01");
            c.expects(BLOCKED, 106).names(106, strike);
        });
        say("suspends a grant that was signed during the strike", c -> {
            c.party("guild");
            Strikes.call(c, "2026-11-01");
            c.at("2026-11-02")
                    .grant(
                            "'strike':'suspends'",
                            "'agreement':{'guild':'" + c.id("guild") + "','cba':'x-2026'},'strike':'suspends'");
            c.expects(BLOCKED, 106);
        });
        say("leaves a grant alone that no strike suspends", c -> {
            Strikes.grant(c, "none");
            Strikes.call(c, "2026-12-01");
            c.expects(CLEARED).silent(106);
        });
        say("leaves a grant alone without an agreement", c -> {
            c.party("guild");
            c.grant();
            Strikes.call(c, "2026-12-01");
            c.expects(CLEARED);
        });
        say("leaves a grant under another agreement alone", c -> {
            Strikes.grant(c, "suspends");
            Strikes.call(c, "2026-12-01", "{'cba':'x-2027'}");
            c.expects(CLEARED);
        });
        say("lets a grant go on after the strike for what was made after it", c -> {
            Strikes.grant(c, "suspends");
            Id strike = Strikes.call(c, "2026-12-01");
            Strikes.end(c, "2026-12-05", strike);
            c.expects(CLEARED);
        });
        say("never clears what was made during a strike", c -> {
            Strikes.grant(c, "suspends");
            Id strike = Strikes.call(c, "2026-12-01");
            Strikes.end(c, "2026-12-10T12:00:00Z", strike);
            c.expects(BLOCKED, 106);
        });
    }

    private void orders() {
        say("stops everything by an order", c -> {
            c.accredited("registrar", "order");
            c.grant();
            Id order = order(c, "2026-12-12", "all");
            c.expects(BLOCKED, 107).names(107, order);
        });
        say("leaves an order in doubt by whom policy does not believe", c -> {
            c.accreditedOnly("registrar", "order");
            c.grant();
            order(c, "2026-12-12", "all");
            c.expects(UNDETERMINED, 107);
        });
        say("does not let the person step over an order", c -> {
            c.accredited("registrar", "order");
            Id order = order(c, "2026-11-01", "all");
            c.at("2026-11-02").grant("'facts':{}", "'facts':{},'notwithstanding':['" + order + "']");
            c.expects(BLOCKED, 107);
        });
        say("stops by an order within its reach", c -> {
            c.accredited("registrar", "order");
            c.grant();
            order(c, "2026-12-12", "new");
            c.expects(CLEARED);
        });
        say("lets showings go on when the registrar lifts its order", c -> {
            c.accredited("registrar", "order");
            c.grant();
            Id order = order(c, "2026-12-12", "all");
            c.at("2026-12-13").revoke("registrar", order, "lifted", "");
            c.expects(CLEARED);
        });
        say("takes an order that a court invalidated as if it had not been", c -> {
            c.accredited("registrar", "order");
            c.accredited("court", "court");
            c.grant();
            Id order = order(c, "2026-12-01", "all");
            c.at("2026-12-12").revoke("court", order, "invalidated", "");
            c.expects(CLEARED).silent(107);
        });
        say("keeps material stopped that was made during an order that was lifted", c -> {
            c.accredited("registrar", "order");
            c.grant();
            Id order = order(c, "2026-12-01", "all");
            c.at("2026-12-12").revoke("registrar", order, "lifted", "");
            c.expects(BLOCKED, 107);
        });
        say("keeps an order that a court lifts whom policy does not believe", c -> {
            c.accredited("registrar", "order");
            c.accreditedOnly("court", "court");
            c.grant();
            Id order = order(c, "2026-12-12", "all");
            c.at("2026-12-13").revoke("court", order, "lifted", "");
            c.expects(BLOCKED, 107);
        });
    }

    private static Id order(Case c, String when, String reach) {
        c.at(when);
        return c.kit()
                .sign(
                        RecordKind.PROHIBITION,
                        "registrar",
                        c.id(Kit.LIN),
                        "{'scopes':'*','against':'*','reach':'" + reach + "','ground':'order'}");
    }
}
