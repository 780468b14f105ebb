package org.countenance.manifest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.PlainText;
import org.countenance.base.Sha256;
import org.countenance.json.JsonValue;
import org.countenance.json.ListReader;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.record.ExternalId;
import org.countenance.scope.DigitalSourceType;
import org.countenance.scope.Languages;
import org.countenance.scope.Medium;
import org.countenance.scope.ProductionType;
import org.countenance.scope.Territories;
import org.countenance.scope.Windows;

/** Reads the production and the elements of the lists, each of them strictly; uses are read by {@link UseReader}. */
final class ElementReader {

    /** What tells assets apart that are alike. */
    static final List<String> OF_AN_ASSET = List.of("id", "sha256", "seconds", "episode");

    private static final int ID = 0;
    private static final int SHA256 = 1;
    private static final int SECONDS = 2;
    private static final int EPISODE = 3;

    private final Shared shared;
    private final Once<JsonValue, Set<String>> releases = Once.ofValues(Values.setOf(Values.text(Texts::id)));
    private final boolean plan;

    /**
     * Reads for one manifest.
     *
     * @param plan whether assets may be there that nobody has made yet
     */
    ElementReader(Shared shared, boolean plan) {
        this.shared = shared;
        this.plan = plan;
    }

    Production production(JsonValue json) throws MalformedException {
        Members members = Values.object(json).members();
        Production production = new Production(
                members.required("id", ExternalId::read),
                members.text("title", PlainText::check),
                members.text("type", ProductionType::parse),
                Texts.count(members, "season"),
                Texts.count(members, "episodes"),
                members.text("producer", Texts::party));
        members.end();
        return production;
    }

    Release release(JsonValue json, int index) throws MalformedException {
        Members members = Values.object(json).members();
        Release release = new Release(
                members.text("id", Texts::id),
                members.required("media", Values.setOf(Values.text(Medium::parse))),
                members.required("territories", value -> Territories.read(Values.object(value))),
                members.required("languages", Values.setOf(Values.text(Languages::checkTag))),
                members.required("window", Windows::read),
                members.optional("labels", Values.listOf(ElementReader::label)).orElse(List.of()),
                Where.of("releases", index, json.place()));
        members.end();
        return release;
    }

    Asset asset(JsonValue json, int index) throws MalformedException {
        Members members = Values.object(json).members();
        String id = members.text("id", Texts::id);
        Asset asset = new Asset(
                id,
                plan
                        ? members.optionalText("sha256", Texts::sha256).orElseGet(() -> notMadeYet(id))
                        : members.text("sha256", Texts::sha256),
                members.required("seconds", Values.atLeast(1)),
                Texts.count(members, "episode"),
                shared.one(members.optionalText("source", DigitalSourceType::parse)),
                members.optional("derivedFrom", ElementReader::derivedFrom),
                shared.one(Texts.contexts(members)),
                members.required("releases", releases::read),
                Where.of("assets", index, json.place()));
        members.end();
        return asset;
    }

    /** Reads an asset that says what {@code like} said but for {@link #OF_AN_ASSET}. */
    Asset again(Asset like, ListReader.Own own, Where where) throws MalformedException {
        String id = Texts.id(own.text(ID));
        return new Asset(
                id,
                own.has(SHA256) ? Texts.sha256(own.text(SHA256)) : notMadeYet(id),
                own.differs(SECONDS) ? Texts.count(own.text(SECONDS)).getAsLong() : like.seconds(),
                own.differs(EPISODE) ? Texts.count(own.text(EPISODE)) : like.episode(),
                like.source(),
                like.derivedFrom(),
                like.contexts(),
                like.releases(),
                where);
    }

    /** What tells assets apart that have no bytes yet; no file has this hash. */
    private static Bytes notMadeYet(String id) {
        return Sha256.hash(Bytes.utf8("not made yet: " + id));
    }

    Synthetic synthetic(JsonValue json, int index) throws MalformedException {
        Members members = Values.object(json).members();
        Synthetic statement = new Synthetic(
                members.text("asset", Texts::id),
                members.text("statement", PlainText::check),
                shared.one(members.text("by", Texts::party)),
                members.optional("attestation", ElementReader::attestation),
                Where.of("synthetic", index, json.place()));
        members.end();
        return statement;
    }

    private static Label label(JsonValue json) throws MalformedException {
        Members members = Values.object(json).members();
        LabelKind kind = members.text("kind", LabelKind::parse);
        Label label = switch (kind) {
            case VISIBLE ->
                new Label(kind, place(members), Optional.of(members.text("text", PlainText::check)), Optional.empty());
            // A rhythm of tones is an audible label without words.
            case AUDIBLE ->
                new Label(kind, place(members), members.optionalText("text", PlainText::check), Optional.empty());
            case METADATA ->
                new Label(kind, Optional.empty(), Optional.empty(), Optional.of(members.text("scheme", Texts::scheme)));
        };
        members.end();
        return label;
    }

    private static Optional<String> place(Members label) throws MalformedException {
        return Optional.of(label.text("where", Texts::code));
    }

    private static DerivedFrom derivedFrom(JsonValue json) throws MalformedException {
        Members members = Values.object(json).members();
        DerivedFrom derived =
                new DerivedFrom(members.text("sha256", Texts::sha256), members.text("by", Derivation::parse));
        members.end();
        return derived;
    }

    private static Bytes attestation(JsonValue json) throws MalformedException {
        Members members = Values.object(json).members();
        Bytes sha256 = members.text("sha256", Texts::sha256);
        members.end();
        return sha256;
    }
}
