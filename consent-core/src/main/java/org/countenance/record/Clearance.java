package org.countenance.record;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.PlainText;
import org.countenance.base.Window;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.scope.Languages;
import org.countenance.scope.Medium;
import org.countenance.scope.Territories;
import org.countenance.scope.Windows;

/**
 * A verifier's answer, on the record (records.md, {@code clearance}).
 *
 * @param production what was judged
 * @param producer who makes it
 * @param manifest SHA-256 of the manifest
 * @param policy SHA-256 of the trust policy
 * @param rules SHA-256 of the rule set
 * @param outcome the answer in one word
 * @param assurance what it rests on
 * @param releases where and when the work is shown
 * @param relied the grants it stands on
 * @param log what was known
 * @param evaluated as of when
 * @param waived rules that were waived
 * @param skipped steps that were skipped
 */
public record Clearance(
        ProductionPin production,
        Id producer,
        String manifest,
        String policy,
        String rules,
        String outcome,
        Assurance assurance,
        List<Release> releases,
        List<Relied> relied,
        LogHead log,
        Instant evaluated,
        Set<String> waived,
        Set<String> skipped)
        implements Content {

    /**
     * Where and when the work is shown.
     *
     * @param id the release's id in the manifest
     * @param media on which media
     * @param territories where
     * @param languages in which languages
     * @param window when
     */
    public record Release(String id, Set<Medium> media, Territories territories, Languages languages, Window window) {}

    /**
     * A grant that the answer stands on.
     *
     * @param grant its id
     * @param assets the assets that need it
     * @param seconds their length
     */
    public record Relied(Id grant, AssetList assets, long seconds) {}

    /**
     * The log's head at that moment.
     *
     * @param origin the log's name
     * @param size how many entries
     * @param root its root as base64
     */
    public record LogHead(String origin, long size, String root) {}

    @Override
    public RecordKind kind() {
        return RecordKind.CLEARANCE;
    }

    @Override
    public boolean closes() {
        return false;
    }

    @Override
    public List<AssetList> assetLists() {
        return relied.stream().map(Relied::assets).toList();
    }

    static Clearance read(Members members, Claims claims) throws MalformedException {
        Members production = members.required("production", Values::object).members();
        ProductionPin pin = ProductionPin.readFrom(production);
        Id producer = production.required("producer", Id::read);
        production.end();
        if (pin.type().isEmpty()) {
            throw production.fault("a member `type`", "none");
        }
        return new Clearance(
                pin,
                producer,
                members.text("manifest", Words::sha256),
                members.text("policy", Words::sha256),
                members.text("rules", Words::sha256),
                members.text("outcome", Words::code),
                members.required("assurance", Assurance::read),
                members.required("releases", Values.listOf(Clearance::readRelease)),
                members.required("relied", Values.possiblyEmptyListOf(Clearance::readRelied)),
                members.required("log", Clearance::readLog),
                members.text("evaluated", Instants::parse),
                members.required("waived", Values.possiblyEmptySetOf(Values.text(PlainText::check))),
                members.required("skipped", Values.possiblyEmptySetOf(Values.text(Words::code))));
    }

    private static Release readRelease(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Release release = new Release(
                members.text("id", PlainText::check),
                members.required("media", Values.setOf(Values.text(Medium::parse))),
                members.required("territories", Territories::read),
                members.required("languages", Languages::read),
                members.required("window", Windows::read));
        members.end();
        return release;
    }

    private static Relied readRelied(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Relied relied = new Relied(
                members.required("grant", Id::read),
                members.required("assets", AssetList::read),
                members.required("seconds", Values.atLeast(0)));
        members.end();
        return relied;
    }

    private static LogHead readLog(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        LogHead head = new LogHead(
                members.text("origin", PlainText::check),
                members.required("size", Values.atLeast(0)),
                members.text("root", Words::root));
        members.end();
        return head;
    }
}
