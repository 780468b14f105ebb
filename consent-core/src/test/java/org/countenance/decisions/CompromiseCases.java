package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Keys in wrong hands: who may say so, from when on it counts, and what stands all the same (authority.md, Compromise). */
final class CompromiseCases extends Group {

    private static final String SINCE = "2026-12-01T00:00:00Z";

    CompromiseCases() {
        super("compromise");
    }

    @Override
    void tell() {
        since();
        declaring();
        managing();
        closing();
    }

    private void since() {
        say("lets a grant stand of a millisecond before its key was in wrong hands", c -> {
            c.at("2026-11-30T23:59:59.999Z").grant();
            Keys.declare(c, "2026-12-05", SINCE);
            c.expects(CLEARED);
        });
        say("doubts a grant of the instant at which its key came into wrong hands", c -> {
            c.at(SINCE).grant();
            Id declared = Keys.declare(c, "2026-12-05", SINCE);
            c.expects(UNDETERMINED, 203).names(203, declared);
        });
        say("doubts a grant of the day before the declaration", c -> {
            c.at("2026-12-04").grant();
            Keys.declare(c, "2026-12-05", SINCE);
            c.expects(UNDETERMINED, 203);
        });
        say("takes no grant by a key after it was declared", c -> {
            Keys.declare(c, "2026-12-05", SINCE);
            c.at("2026-12-05").refused(RecordKind.GRANT, Kit.LIN, Kit.LIN, Kit.GRANT);
            c.expects(BLOCKED, 102).tells(202);
        });
        say("reaches back thirty days at most by a party's own word", c -> {
            c.at("2026-11-10").grant();
            Keys.declare(c, "2026-12-10T00:00:00.001Z", "2026-11-02T00:00:00Z");
            c.asks("2026-12-15").expects(CLEARED);
        });
        say("reaches back thirty days by a party's own word", c -> {
            c.at("2026-11-10").grant();
            Keys.declare(c, "2026-12-10", "2026-11-02T00:00:00Z");
            c.asks("2026-12-15").expects(UNDETERMINED, 203);
        });
        say("reaches back as far as a registrar says", c -> {
            c.at("2026-11-02").grant();
            c.accredited("registrar", "recover");
            c.at("2026-12-12")
                    .kit()
                    .sign(
                            RecordKind.REVOCATION,
                            "registrar",
                            c.id(Kit.LIN),
                            Keys.declaration(c, Kit.LIN, Kit.LIN, "2026-11-01T00:00:00Z"));
            c.expects(UNDETERMINED, 203);
        });
        say("leaves a grant in doubt after a ruling by whom policy does not believe", c -> {
            c.accreditedOnly("board", "rule");
            c.at("2026-12-04").grant();
            Id declared = Keys.declare(c, "2026-12-05", SINCE);
            c.at("2026-12-06").endorse("board", Kit.LIN, declared, "ruled", ",'for':'licensee'");
            c.expects(UNDETERMINED, 203);
        });
    }

    private void declaring() {
        say("lets a manage key declare a sign key", c -> {
            Keys.mei(c);
            Keys.granted(c, "2026-12-04", "mei");
            Keys.declare(c.at("2026-12-05"), "mei", "mei.m", "mei", SINCE);
            c.expects(UNDETERMINED, 203);
        });
        say("does not let a sign key declare another key", c -> {
            c.kit().party("mei", "person", "adult", "mei:sign other:sign mei.m:manage", "");
            c.manifest("$lin", "$mei");
            Keys.granted(c, "2026-12-04", "mei");
            c.at("2026-12-05").kit().uses("mei", "other");
            c.refused(RecordKind.REVOCATION, "mei", "mei", Keys.declaration(c, "mei", "mei", SINCE));
            c.expects(CLEARED).tells(202);
        });
        say("does not let a thief depose the owner with a key of his own", c -> {
            Keys.mei(c);
            Keys.rotated(c, "2026-12-02", "mei.m", "mei:sign mei.m:manage thief:manage");
            Keys.granted(c, "2026-12-04", "mei");
            c.at("2026-12-05").kit().uses("mei", "thief");
            c.refused(RecordKind.REVOCATION, "mei", "mei", Keys.declaration(c, "mei", "mei.m", SINCE));
            c.expects(CLEARED).tells(202);
        });
        say("does not let a thief depose the owner after a second update", c -> {
            Keys.mei(c);
            Keys.rotated(c, "2026-12-02", "mei.m", "mei:sign mei.m:manage thief:manage");
            Keys.rotated(c, "2026-12-03", "thief", "mei:sign mei.m:manage thief:manage");
            Keys.granted(c, "2026-12-04", "mei");
            c.at("2026-12-05").kit().uses("mei", "thief");
            c.refused(RecordKind.REVOCATION, "mei", "mei", Keys.declaration(c, "mei", "mei.m", SINCE));
            c.expects(CLEARED).tells(202);
        });
        say("does not let an old key depose the owner", c -> {
            Keys.mei(c);
            Keys.rotated(c, "2026-11-05", "mei.m", "mei:sign new.m:manage");
            Keys.granted(c, "2026-12-04", "mei");
            c.at("2026-12-05").kit().uses("mei", "mei.m");
            c.refused(RecordKind.REVOCATION, "mei", "mei", Keys.declaration(c, "mei", "new.m", SINCE));
            c.expects(CLEARED).tells(202);
        });
        say("lets a manage key declare one that was added after it", c -> {
            Keys.mei(c);
            Keys.rotated(c, "2026-12-02", "mei.m", "mei:sign mei.m:manage thief:manage");
            Keys.rotated(c, "2026-12-03", "thief", "thief.s:sign mei.m:manage thief:manage");
            Keys.granted(c, "2026-12-04", "thief.s");
            Keys.declare(c.at("2026-12-05"), "mei", "mei.m", "thief", SINCE);
            c.expects(UNDETERMINED, 203);
        });
        say("lets a key that was rotated out still declare itself", c -> {
            Keys.mei(c);
            Keys.granted(c, "2026-12-02", "mei");
            Keys.rotated(c, "2026-12-03", "mei.m", "new:sign mei.m:manage");
            Keys.declare(c.at("2026-12-05"), "mei", "mei", "mei", SINCE);
            c.expects(UNDETERMINED, 203);
        });
        say("takes no declaration by a registrar that may not recover", c -> {
            c.accredited("registrar", "identify");
            c.at("2026-12-04").grant();
            c.at("2026-12-05")
                    .refused(RecordKind.REVOCATION, "registrar", Kit.LIN, Keys.declaration(c, Kit.LIN, Kit.LIN, SINCE));
            c.expects(CLEARED).tells(202);
        });
        say("takes no declaration of somebody else's key", c -> {
            c.person("stranger", "adult");
            c.at("2026-12-04").grant();
            c.at("2026-12-05")
                    .refused(RecordKind.REVOCATION, "stranger", Kit.LIN, Keys.declaration(c, Kit.LIN, Kit.LIN, SINCE));
            c.expects(CLEARED).tells(202);
        });
        say("takes no declaration by a key that was declared itself", c -> {
            Keys.mei(c);
            Keys.granted(c, "2026-12-04", "mei");
            Keys.declare(c.at("2026-12-05"), "mei", "mei.m", "mei.m", "2026-12-04T12:00:00Z");
            c.refused(RecordKind.REVOCATION, "mei", "mei", Keys.declaration(c, "mei", "mei", SINCE));
            c.expects(CLEARED).tells(202);
        });
    }

    /** A thief with Mei's manage key lists a key of his own and grants; Mei declares her manage key. */
    private static Id stolen(Case c) {
        Keys.mei(c);
        Keys.rotated(c, "2026-12-02", "mei.m", "thief:sign thief.m:manage");
        Keys.granted(c, "2026-12-03", "thief");
        return Keys.declare(c.at("2026-12-05"), "mei", "mei.m", "mei.m", SINCE);
    }

    private void managing() {
        say("doubts a grant by a key that a stolen manage key listed", c -> {
            Id declared = stolen(c);
            c.expects(UNDETERMINED, 203).names(203, declared);
        });
        say("blocks a grant by a thief's key after a ruling for the person", c -> {
            c.accredited("board", "rule");
            Id declared = stolen(c);
            c.at("2026-12-06").endorse("board", "mei", declared, "ruled", ",'for':'person'");
            c.expects(BLOCKED, 102, 203);
        });
        say("lets a grant by a listed key stand after a ruling for the licensee", c -> {
            c.accredited("board", "rule");
            Id declared = stolen(c);
            c.at("2026-12-06").endorse("board", "mei", declared, "ruled", ",'for':'licensee'");
            c.expects(CLEARED);
        });
        say("lets a grant stand by a key that a stolen manage key did not touch", c -> {
            Keys.mei(c);
            Keys.rotated(c, "2026-12-02", "mei.m", "mei:sign thief.m:manage");
            Keys.granted(c, "2026-12-03", "mei");
            Keys.declare(c.at("2026-12-05"), "mei", "mei.m", "mei.m", SINCE);
            c.expects(CLEARED);
        });
        say("doubts everything that follows a doubtful update", c -> {
            Keys.mei(c);
            Keys.rotated(c, "2026-12-02", "mei.m", "thief:sign thief.m:manage");
            Keys.rotated(c, "2026-12-03", "thief.m", "next:sign thief.m:manage");
            Keys.granted(c, "2026-12-03", "next");
            Keys.declare(c.at("2026-12-05"), "mei", "mei.m", "mei.m", SINCE);
            c.expects(UNDETERMINED, 203);
        });
        say("clears a grant by a key that was recovered from a thief", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Keys.rotated(c, "2026-11-02", "mei.m", "thief:sign thief.m:manage");
            Keys.declare(c.at("2026-11-03"), "mei", "mei.m", "mei.m", "2026-11-02T00:00:00Z");
            Keys.recovered(c, "2026-11-04", "registrar");
            Keys.granted(c, "2026-11-11", "new");
            c.expects(CLEARED);
        });
        say("takes no update by a manage key after it was declared", c -> {
            Keys.mei(c);
            Keys.declare(c.at("2026-11-05"), "mei", "mei.m", "mei.m", "2026-11-05T00:00:00Z");
            c.refused(c.at("2026-11-06").kit().updated("mei", "mei", "mei.m", "new:sign new.m:manage", ""));
            Keys.grantRefused(c, "2026-11-07", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
    }

    private static Id withdrawn(Case c, String when, String key, Id grant) {
        c.at(when).kit().uses("mei", key);
        return c.kit()
                .sign(
                        RecordKind.REVOCATION,
                        "mei",
                        c.id("mei"),
                        "{'target':'" + grant + "','event':'withdrawn','scopes':'*'}");
    }

    private void closing() {
        say("never clears after a withdrawal by a key that was declared before", c -> {
            Keys.mei(c);
            Id grant = Keys.granted(c, "2026-11-02", "mei");
            Keys.declare(c.at("2026-11-03"), "mei", "mei.m", "mei", "2026-11-03T00:00:00Z");
            withdrawn(c, "2026-11-04", "mei", grant);
            c.expects(UNDETERMINED, 105);
        });
        say("never clears after a withdrawal by a key that is declared later", c -> {
            Keys.mei(c);
            Id grant = Keys.granted(c, "2026-11-02", "mei");
            withdrawn(c, "2026-11-04", "mei", grant);
            Keys.declare(c.at("2026-11-05"), "mei", "mei.m", "mei", "2026-11-03T00:00:00Z");
            c.expects(UNDETERMINED, 105);
        });
        say("blocks after a doubtful withdrawal that the person confirms with a good key", c -> {
            Keys.mei(c);
            Id grant = Keys.granted(c, "2026-11-02", "mei");
            Id withdrawal = withdrawn(c, "2026-11-04", "mei", grant);
            Keys.declare(c.at("2026-11-05"), "mei", "mei.m", "mei", "2026-11-03T00:00:00Z");
            Keys.rotated(c, "2026-11-06", "mei.m", "new:sign mei.m:manage");
            c.kit().uses("mei", "new");
            c.endorse("mei", "mei", withdrawal, "confirms", "");
            c.expects(BLOCKED, 105);
        });
        say("clears again after a doubtful withdrawal that the person lifts with a good key", c -> {
            Keys.mei(c);
            Id grant = Keys.granted(c, "2026-11-02", "mei");
            Id withdrawal = withdrawn(c, "2026-11-04", "mei", grant);
            Keys.declare(c.at("2026-11-05"), "mei", "mei.m", "mei", "2026-11-03T00:00:00Z");
            Keys.rotated(c, "2026-11-06", "mei.m", "new:sign mei.m:manage");
            c.kit().uses("mei", "new");
            c.kit().sign(RecordKind.REVOCATION, "mei", c.id("mei"), "{'target':'" + withdrawal + "','event':'lifted'}");
            c.expects(CLEARED);
        });
        say("hears a withdrawal by a key that a thief rotated out", c -> {
            Keys.mei(c);
            Id grant = Keys.granted(c, "2026-11-02", "mei");
            Keys.rotated(c, "2026-11-03", "mei.m", "thief:sign thief.m:manage");
            Keys.declare(c.at("2026-11-04"), "mei", "mei.m", "mei.m", "2026-11-03T00:00:00Z");
            withdrawn(c, "2026-11-05", "mei", grant);
            c.expects(UNDETERMINED, 105);
        });
        say("blocks after a withdrawal by a key that a thief rotated out when the person is right", c -> {
            c.accredited("board", "rule");
            Keys.mei(c);
            Id grant = Keys.granted(c, "2026-11-02", "mei");
            Keys.rotated(c, "2026-11-03", "mei.m", "thief:sign thief.m:manage");
            Id declared = Keys.declare(c.at("2026-11-04"), "mei", "mei.m", "mei.m", "2026-11-03T00:00:00Z");
            withdrawn(c, "2026-11-05", "mei", grant);
            c.at("2026-11-06").endorse("board", "mei", declared, "ruled", ",'for':'person'");
            c.expects(BLOCKED, 105);
        });
        say("doubts what an agent signs after its link was ended by a key that was declared before", c -> {
            Keys.mei(c);
            c.party("agent");
            Id link = Minors.link(c, "mei", "agent", "agent", "mei", "'grant'", "");
            Keys.declare(c.at("2026-11-03"), "mei", "mei.m", "mei", "2026-11-03T00:00:00Z");
            c.at("2026-11-04").kit().uses("mei", "mei");
            Id end = c.kit()
                    .sign(RecordKind.REVOCATION, "mei", c.id("mei"), "{'target':'" + link + "','event':'ended'}");
            Minors.as(c.at("2026-11-05"), "agent", "agent", "mei", link);
            c.expects(UNDETERMINED, 202).names(202, end);
        });
        say("doubts a no by an agent whose link was made with a stolen key", c -> {
            c.party("agent");
            c.grant();
            Id link = Minors.link(c.at("2026-12-02"), Kit.LIN, "agent", "agent", Kit.LIN, "'prohibit','withdraw'", "");
            c.kit()
                    .sign(
                            RecordKind.PROHIBITION,
                            "agent",
                            c.id(Kit.LIN),
                            "{'scopes':'*','against':'*','reach':'all','ground':'standing','capacity':'agent','delegation':'"
                                    + link + "'}");
            Keys.declare(c, "2026-12-05", SINCE);
            c.shown("2027-03-01", "2027-07-01").expects(UNDETERMINED, 104);
        });
    }
}
