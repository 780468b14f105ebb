package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.jws.Algorithm;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;

/** Keys that change hands: rotated, recovered, in wrong hands. */
final class Keys {

    private Keys() {}

    /** Lin's key declares itself compromised. */
    static Id declare(Case c, String when, String since) {
        return declare(c, Kit.LIN, when, since);
    }

    /** A party's only key declares itself compromised. */
    static Id declare(Case c, String party, String when, String since) {
        return declare(c.at(when), party, party, party, since);
    }

    /** One key of a person declares another compromised. */
    static Id declare(Case c, String person, String key, String declared, String since) {
        c.kit().uses(person, key);
        return c.kit().sign(RecordKind.REVOCATION, person, c.id(person), declaration(c, person, declared, since));
    }

    static String declaration(Case c, String person, String declared, String since) {
        String kid = c.kit().key(declared, Algorithm.ED25519).verificationKey().thumbprint();
        return "{'target':'" + c.id(person) + "','event':'compromised','kid':'" + kid + "','since':'" + since + "'}";
    }

    /** Mei, of age, with a key that signs and one that manages; the manifest shows her. */
    static void mei(Case c) {
        mei(c, "");
    }

    static void mei(Case c, String more) {
        c.kit().party("mei", "person", "adult", "mei:sign mei.m:manage", more);
        c.manifest("$lin", "$mei");
    }

    /** Mei's grant, signed with one of her keys. */
    static Id granted(Case c, String when, String key) {
        c.kit().uses("mei", key);
        return Minors.own(c, "mei", when);
    }

    /** The same where no registry takes it. */
    static Id grantRefused(Case c, String when, String key) {
        c.at(when).kit().uses("mei", key);
        return c.refused(RecordKind.GRANT, "mei", "mei", Kit.GRANT);
    }

    /** Mei replaces her record with this manage key. */
    static Id rotated(Case c, String when, String key, String listed) {
        return c.at(when).kit().update("mei", "mei", key, listed, "");
    }

    /** Somebody else replaces it. */
    static Id recovered(Case c, String when, String who) {
        return c.at(when).kit().update("mei", who, who, "new:sign new.m:manage", "");
    }

    static Kit.Held recovery(Case c, String when, String who, String more) {
        return c.at(when).kit().updated("mei", who, who, "new:sign new.m:manage", more);
    }

    static Id veto(Case c, String when, String key, Id update) {
        c.at(when).kit().uses("mei", key);
        return c.kit().sign(RecordKind.REVOCATION, "mei", c.id("mei"), veto(update));
    }

    static String veto(Id update) {
        return "{'target':'" + update + "','event':'invalidated'}";
    }

    /** A registrar that identified Mei and may recover her keys. */
    static void registrar(Case c) {
        Id registrar = c.party("registrar");
        c.endorse("registry", "registrar", registrar, "accredited", ",'may':['identify','recover']");
        c.believes("'" + registrar + "':{'believed':['identify','recover']}");
        identified(c, "registrar", "mei", "documented");
    }

    /** A registrar identifies somebody by the words beside the party's record. */
    static Id identified(Case c, String registrar, String party, String level) {
        return c.endorse(
                registrar,
                party,
                c.id(party),
                "identified",
                ",'level':'" + level + "','of':'" + c.kit().annexOf(party) + "'");
    }
}
