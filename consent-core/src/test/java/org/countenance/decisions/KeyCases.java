package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Whose key it was: rotation, recovery, vetoes (authority.md, Keys). */
final class KeyCases extends Group {

    KeyCases() {
        super("keys");
    }

    @Override
    void tell() {
        rotation();
        registrars();
        friends();
        custody();
    }

    private void rotation() {
        say("clears a grant by a key that was rotated in", c -> {
            Keys.mei(c);
            Keys.rotated(c, "2026-11-05", "mei.m", "new:sign mei.m:manage");
            Keys.granted(c, "2026-11-06", "new");
            c.expects(CLEARED);
        });
        say("keeps a grant whose key is rotated out later", c -> {
            Keys.mei(c);
            Keys.granted(c, "2026-11-05", "mei");
            Keys.rotated(c, "2026-11-06", "mei.m", "new:sign mei.m:manage");
            c.expects(CLEARED);
        });
        say("takes no grant by a key that was rotated out", c -> {
            Keys.mei(c);
            Keys.rotated(c, "2026-11-05", "mei.m", "new:sign mei.m:manage");
            Id grant = Keys.grantRefused(c, "2026-11-06", "mei");
            c.expects(BLOCKED, 102).names(202, grant);
        });
        say("lets the first of two updates of the same record win", c -> {
            Keys.mei(c);
            Kit.Held second = c.at("2026-11-05").kit().updated("mei", "mei", "mei.m", "other:sign,manage", "");
            Keys.rotated(c, "2026-11-05", "mei.m", "new:sign mei.m:manage");
            c.refused(second);
            Keys.grantRefused(c, "2026-11-06", "other");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no update that a sign key signed", c -> {
            Keys.mei(c);
            c.refused(c.at("2026-11-05").kit().updated("mei", "mei", "mei", "new:sign,manage", ""));
            Keys.grantRefused(c, "2026-11-06", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no update by a stranger", c -> {
            Keys.mei(c);
            c.person("stranger", "adult");
            c.refused(Keys.recovery(c, "2026-11-05", "stranger", ""));
            Keys.grantRefused(c, "2026-11-20", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no grant that a manage key signed", c -> {
            Keys.mei(c);
            Keys.grantRefused(c, "2026-11-05", "mei.m");
            c.expects(BLOCKED, 102).tells(202);
        });
    }

    private void registrars() {
        say("clears a grant by a recovered key when seven days have passed", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Keys.recovered(c, "2026-11-05", "registrar");
            Keys.granted(c, "2026-11-12", "new");
            c.expects(CLEARED);
        });
        say("takes no grant by a recovered key a millisecond before seven days have passed", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Keys.recovered(c, "2026-11-05", "registrar");
            Keys.grantRefused(c, "2026-11-11T23:59:59.999Z", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("lets the old key sign until a recovery takes effect", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Keys.recovered(c, "2026-11-05", "registrar");
            Keys.granted(c, "2026-11-11T23:59:59.999Z", "mei");
            c.expects(CLEARED);
        });
        say("takes no grant by the old key when a recovery has taken effect", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Keys.recovered(c, "2026-11-05", "registrar");
            Keys.grantRefused(c, "2026-11-12", "mei");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no recovery by a registrar that did not identify the person", c -> {
            Keys.mei(c);
            c.accredited("registrar", "recover");
            c.refused(Keys.recovery(c, "2026-11-05", "registrar", ""));
            Keys.grantRefused(c, "2026-11-20", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no recovery by a registrar whose identification ended", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Id identified = Keys.identified(c, "registrar", "mei", "documented");
            for (Id word : new Id[] {identified, c.first("mei", "identified")}) {
                c.kit()
                        .sign(
                                RecordKind.REVOCATION,
                                "registrar",
                                c.id("mei"),
                                "{'target':'" + word + "','event':'ended'}");
            }
            c.refused(Keys.recovery(c, "2026-11-05", "registrar", ""));
            c.expects(BLOCKED, 102).tells(202);
        });
        say("does not count a recovery by a registrar whom policy does not believe", c -> {
            Keys.mei(c);
            Id registrar = c.party("registrar");
            c.endorse("registry", "registrar", registrar, "accredited", ",'may':['identify','recover']");
            c.believes("'" + registrar + "':{'believed':['identify']}");
            Keys.identified(c, "registrar", "mei", "documented");
            Keys.recovered(c, "2026-11-05", "registrar");
            Keys.granted(c, "2026-11-12", "new");
            c.expects(BLOCKED, 102, 202);
        });
        say("takes no recovery that changes who the person is", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            c.refused(Keys.recovery(c, "2026-11-05", "registrar", "'adultFrom':'2027-05'"));
            Keys.grantRefused(c, "2026-11-20", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("leaves a recovery without effect that a manage key vetoed", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Id update = Keys.recovered(c, "2026-11-05", "registrar");
            Keys.veto(c, "2026-11-11", "mei.m", update);
            Keys.granted(c, "2026-11-13", "mei");
            Keys.grantRefused(c, "2026-11-13", "new");
            c.expects(CLEARED).tells(202);
        });
        say("takes no veto by a key that does not manage", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Id update = Keys.recovered(c, "2026-11-05", "registrar");
            c.at("2026-11-11").kit().uses("mei", "mei");
            c.refused(RecordKind.REVOCATION, "mei", "mei", Keys.veto(update));
            Keys.granted(c, "2026-11-13", "new");
            c.expects(CLEARED).tells(202);
        });
        say("takes a veto by a sign key where no key manages", c -> {
            c.kit().party("mei", "person", "adult", "mei:sign", "");
            c.manifest("$lin", "$mei");
            Keys.registrar(c);
            Id update = Keys.recovered(c, "2026-11-05", "registrar");
            Keys.veto(c, "2026-11-11", "mei", update);
            Keys.granted(c, "2026-11-13", "mei");
            c.expects(CLEARED);
        });
        say("takes no veto when a recovery has taken effect", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Id update = Keys.recovered(c, "2026-11-05", "registrar");
            c.at("2026-11-12").kit().uses("mei", "mei.m");
            c.refused(RecordKind.REVOCATION, "mei", "mei", Keys.veto(update));
            Keys.granted(c, "2026-11-13", "new");
            c.expects(CLEARED).tells(202);
        });
        say("ends a recovery by an update with the keys that were not lost", c -> {
            Keys.mei(c);
            Keys.registrar(c);
            Keys.recovered(c, "2026-11-05", "registrar");
            Keys.rotated(c, "2026-11-06", "mei.m", "mei:sign mei.m:manage");
            Keys.grantRefused(c, "2026-11-13", "new");
            Keys.granted(c, "2026-11-13", "mei");
            c.expects(CLEARED).tells(202);
        });
    }

    private static void friends(Case c) {
        for (String friend : new String[] {"ann", "bo", "cai"}) {
            c.person(friend, "adult");
        }
        Keys.mei(c, "'recovery':{'parties':['$ann','$bo','$cai'],'threshold':2}");
    }

    private static Id confirms(Case c, String when, String friend, Id update) {
        return c.at(when).endorse(friend, "mei", update, "confirms", "");
    }

    private void friends() {
        say("recovers keys by two friends of three", c -> {
            friends(c);
            confirms(c, "2026-11-06", "bo", Keys.recovered(c, "2026-11-05", "ann"));
            Keys.granted(c, "2026-11-13", "new");
            c.expects(CLEARED);
        });
        say("counts seven days from the last confirmation", c -> {
            friends(c);
            confirms(c, "2026-11-06", "bo", Keys.recovered(c, "2026-11-05", "ann"));
            Keys.grantRefused(c, "2026-11-12", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("does not recover keys by one friend where two are wanted", c -> {
            friends(c);
            Keys.recovered(c, "2026-11-05", "ann");
            Keys.grantRefused(c, "2026-11-20", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("does not count the same friend twice", c -> {
            friends(c);
            confirms(c, "2026-11-06", "ann", Keys.recovered(c, "2026-11-05", "ann"));
            Keys.grantRefused(c, "2026-11-20", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("takes no confirmation of a recovery by a stranger", c -> {
            friends(c);
            c.person("stranger", "adult");
            Id update = Keys.recovered(c, "2026-11-05", "ann");
            c.at("2026-11-06")
                    .refused(
                            RecordKind.ENDORSEMENT, "stranger", "mei", "{'target':'" + update + "','says':'confirms'}");
            Keys.grantRefused(c, "2026-11-20", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("lets the person veto what her friends recover", c -> {
            friends(c);
            Id update = Keys.recovered(c, "2026-11-05", "ann");
            confirms(c, "2026-11-06", "bo", update);
            Keys.veto(c, "2026-11-07", "mei.m", update);
            Keys.grantRefused(c, "2026-11-20", "new");
            c.expects(BLOCKED, 102).tells(202);
        });
        say("doubts a recovery that a friend confirmed with a key in wrong hands", c -> {
            friends(c);
            confirms(c, "2026-11-06", "bo", Keys.recovered(c, "2026-11-05", "ann"));
            Keys.granted(c, "2026-11-13", "new");
            Keys.declare(c.at("2026-11-20"), "bo", "bo", "bo", "2026-11-05T00:00:00Z");
            c.expects(UNDETERMINED, 203);
        });
        say("believes friends who lost their keys after they confirmed", c -> {
            friends(c);
            confirms(c, "2026-11-06", "bo", Keys.recovered(c, "2026-11-05", "ann"));
            Keys.granted(c, "2026-11-13", "new");
            Keys.declare(c.at("2026-11-20"), "bo", "bo", "bo", "2026-11-07T00:00:00Z");
            c.expects(CLEARED);
        });
    }

    private void custody() {
        say("clears what a key in somebody's custody signed and says so", c -> {
            c.party("agency");
            c.kit().party("mei", "person", "adult", "mei:sign@agency mei.m:manage", "");
            c.manifest("$lin", "$mei");
            Keys.granted(c, "2026-11-05", "mei");
            c.expects(CLEARED);
        });
        say("blocks what a key in the producer's custody signed", c -> {
            c.kit().party("mei", "person", "adult", "mei:sign@studio mei.m:manage", "");
            c.manifest("$lin", "$mei");
            Keys.granted(c, "2026-11-05", "mei");
            c.expects(BLOCKED, 102, 207);
        });
        say("blocks what an agent signed whose key is in the producer's custody", c -> {
            c.kit().party("agent", "organisation", "", "agent:sign@studio agent.m:manage", "");
            Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'grant'", "");
            Minors.as(c, "agent", "agent", Kit.LIN, link);
            c.expects(BLOCKED, 102, 207);
        });
    }
}
