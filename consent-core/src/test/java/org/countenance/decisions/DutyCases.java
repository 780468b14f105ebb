package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.registry.HashList;

/** Approval, label, credit and payment (decision.md section 5, Duties). */
final class DutyCases extends Group {

    private static final String LABELS =
            "'languages':['zh-Hans'],'labels':[{'kind':'visible','where':'opening','text':'AI'},"
                    + "{'kind':'metadata','scheme':'c2pa'}]";

    DutyCases() {
        super("duties");
    }

    @Override
    void tell() {
        labels();
        approvals();
        rejections();
        others();
    }

    private void labels() {
        say("blocks a release without labels where the grant asks for them", c -> {
            c.grant("'duties':[]", "'duties':['label']");
            c.expects(BLOCKED, 121);
        });
        say("clears a release with a visible and a metadata label", c -> {
            c.grant("'duties':[]", "'duties':['label']");
            c.manifest("'languages':['zh-Hans']", LABELS).expects(CLEARED).silent(121);
        });
        say("blocks a release with a visible label alone", c -> {
            c.grant("'duties':[]", "'duties':['label']");
            c.manifest("'languages':['zh-Hans']", LABELS.replace(",{'kind':'metadata','scheme':'c2pa'}", ""))
                    .expects(BLOCKED, 121);
        });
        say("blocks a release with a metadata label alone", c -> {
            Id grant = c.grant("'duties':[]", "'duties':['label']");
            c.manifest(
                            "'languages':['zh-Hans']",
                            LABELS.replace("{'kind':'visible','where':'opening','text':'AI'},", ""))
                    .expects(BLOCKED, 121)
                    .names(121, grant);
        });
        say("judges labels release by release", c -> {
            c.grant("'duties':[]", "'duties':['label']", "'include':['CN']", "'include':['CN','SG']");
            c.manifest(
                    "'languages':['zh-Hans']",
                    LABELS,
                    "'releases':['home']",
                    "'releases':['home','abroad']",
                    "'releases':[{",
                    "'releases':[" + Second.RELEASE + ",{");
            c.expects(BLOCKED, 121);
        });
        say("clears an unlabelled release by another grant without the duty", c -> {
            c.grant("'duties':[]", "'duties':['label']");
            c.grant();
            c.expects(CLEARED);
        });
    }

    private static Id granted(Case c) {
        return c.grant("'duties':[]", "'duties':['approval']");
    }

    private static Id says(Case c, String when, String signer, Id grant, String says, int asset) {
        return c.at(when)
                .endorse(
                        signer,
                        Kit.LIN,
                        grant,
                        says,
                        ",'assets':{'sha256':'" + Case.asset(asset).hex() + "'}");
    }

    private void approvals() {
        say("blocks an asset that nobody approved", c -> {
            granted(c);
            c.expects(BLOCKED, 120);
        });
        say("clears an asset that the person approved", c -> {
            says(c, "2026-12-12", Kit.LIN, granted(c), "approves", 0);
            c.expects(CLEARED);
        });
        say("blocks an asset when another was approved", c -> {
            says(c, "2026-12-12", Kit.LIN, granted(c), "approves", 1);
            c.expects(BLOCKED, 120);
        });
        say("clears an asset in a list that was approved", c -> {
            Id grant = granted(c);
            c.at("2026-12-12");
            list(c, grant, "approves", HashList.of(java.util.List.of(Case.asset(0), Case.asset(1))));
            c.expects(CLEARED);
        });
        say("blocks an asset that is not in the list", c -> {
            Id grant = granted(c);
            c.at("2026-12-12");
            list(c, grant, "approves", HashList.of(java.util.List.of(Case.asset(1), Case.asset(2))));
            c.expects(BLOCKED, 120);
        });
        say("blocks an asset when the list that was approved is missing", c -> {
            Id grant = granted(c);
            c.at("2026-12-12");
            lost(c, grant, "approves");
            c.expects(BLOCKED, 120);
        });
        say("leaves an asset undetermined when the list that was rejected is missing", c -> {
            Id grant = granted(c);
            says(c, "2026-12-12", Kit.LIN, grant, "approves", 0);
            c.at("2026-12-13");
            Id no = lost(c, grant, "rejects");
            c.expects(UNDETERMINED, 120).names(120, grant, no);
        });
        say("clears an encoding of what was approved", c -> {
            says(c, "2026-12-12", Kit.LIN, granted(c), "approves", 0);
            c.manifest(
                    "'sha256':'" + Case.HASH + "'",
                    "'sha256':'" + Case.asset(1).hex() + "','derivedFrom':{'sha256':'" + Case.HASH
                            + "','by':'encode'}");
            c.expects(CLEARED).tells(134);
        });
        say("asks nothing of the source of an encoding that was approved itself", c -> {
            says(c, "2026-12-12", Kit.LIN, granted(c), "approves", 1);
            c.manifest(
                    "'sha256':'" + Case.HASH + "'",
                    "'sha256':'" + Case.asset(1).hex() + "','derivedFrom':{'sha256':'" + Case.HASH
                            + "','by':'encode'}");
            c.expects(CLEARED).silent(134, 120);
        });
        say("blocks an encoding of what was rejected", c -> {
            Id grant = granted(c);
            says(c, "2026-12-12", Kit.LIN, grant, "rejects", 0);
            c.manifest(
                    "'sha256':'" + Case.HASH + "'",
                    "'sha256':'" + Case.asset(1).hex() + "','derivedFrom':{'sha256':'" + Case.HASH
                            + "','by':'encode'}");
            c.expects(BLOCKED, 120);
        });
        say("clears what an agent approved who may", c -> {
            c.party("agent");
            Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'approve'", "");
            Id grant = granted(c);
            c.at("2026-12-12")
                    .endorse(
                            "agent",
                            Kit.LIN,
                            grant,
                            "approves",
                            ",'capacity':'agent','delegation':'" + link + "','assets':{'sha256':'" + Case.HASH + "'}");
            c.expects(CLEARED);
        });
    }

    private void rejections() {
        say("blocks an asset that the person rejected", c -> {
            Id grant = granted(c);
            Id no = says(c, "2026-12-12", Kit.LIN, grant, "rejects", 0);
            c.expects(BLOCKED, 120).names(120, grant, no);
        });
        say("blocks an asset that was rejected after it was approved", c -> {
            Id grant = granted(c);
            says(c, "2026-12-12", Kit.LIN, grant, "approves", 0);
            says(c, "2026-12-13", Kit.LIN, grant, "rejects", 0);
            c.expects(BLOCKED, 120);
        });
        say("clears an asset that was approved after it was rejected", c -> {
            Id grant = granted(c);
            says(c, "2026-12-12", Kit.LIN, grant, "rejects", 0);
            says(c, "2026-12-13", Kit.LIN, grant, "approves", 0);
            c.expects(CLEARED);
        });
        say("does not let an agent's yes undo the person's no", c -> {
            c.party("agent");
            Id link = Minors.link(c, Kit.LIN, "agent", "agent", Kit.LIN, "'approve'", "");
            Id grant = granted(c);
            says(c, "2026-12-12", Kit.LIN, grant, "rejects", 0);
            c.at("2026-12-13")
                    .endorse(
                            "agent",
                            Kit.LIN,
                            grant,
                            "approves",
                            ",'capacity':'agent','delegation':'" + link + "','assets':{'sha256':'" + Case.HASH + "'}");
            c.expects(BLOCKED, 120);
        });
        say("treats a rejection of what is out as a withdrawal under its terms", c -> {
            c.accredited("verifier", "verify");
            Id grant =
                    c.grant("'duties':[]", "'duties':['approval']", "'released':'withdraw'", "'released':'continue'");
            says(c, "2026-12-12", Kit.LIN, grant, "approves", 0);
            c.at("2027-01-20").clear("verifier", grant);
            says(c, "2027-02-10", Kit.LIN, grant, "rejects", 0);
            c.asks("2027-02-15").expects(CLEARED);
        });
        say("ends what is out after a rejection when the terms say withdraw", c -> {
            c.accredited("verifier", "verify");
            Id grant = granted(c);
            says(c, "2026-12-12", Kit.LIN, grant, "approves", 0);
            c.at("2027-01-20").clear("verifier", grant);
            says(c, "2027-02-10", Kit.LIN, grant, "rejects", 0);
            c.asks("2027-02-15").expects(BLOCKED, 105);
        });
    }

    private void others() {
        say("warns where a credit is missing", c -> {
            Id grant = c.grant("'duties':[]", "'duties':['credit']");
            c.manifest("'credited':true", "'credited':false")
                    .expects(CLEARED)
                    .tells(122)
                    .names(122, grant);
        });
        say("warns where nobody says that the person was paid", c -> {
            Id grant = c.grant("'duties':[]", "'duties':['payment']");
            c.expects(CLEARED).tells(123).names(123, grant);
        });
        say("clears in silence when the person was paid", c -> {
            Id grant = c.grant("'duties':[]", "'duties':['payment']");
            c.at("2026-12-12").endorse(Kit.LIN, Kit.LIN, grant, "paid", "");
            c.expects(CLEARED).silent(123);
        });
        say("clears in silence when the person is credited", c -> {
            c.grant("'duties':[]", "'duties':['credit']");
            c.expects(CLEARED).silent(122);
        });
    }

    private static void list(Case c, Id grant, String says, HashList list) {
        c.kit()
                .sign(
                        RecordKind.ENDORSEMENT,
                        Kit.LIN,
                        c.id(Kit.LIN),
                        "{'target':'" + grant + "','says':'" + says + "','assets':$list}",
                        list);
    }

    /** A word about a list whose text nobody kept. */
    static Id lost(Case c, Id grant, String says) {
        HashList list = HashList.of(java.util.List.of(Case.asset(0), Case.asset(1)));
        return c.kit()
                .sign(
                        RecordKind.ENDORSEMENT,
                        Kit.LIN,
                        c.id(Kit.LIN),
                        "{'target':'" + grant + "','says':'" + says + "','assets':"
                                + list.named().toJson() + "}");
    }
}
