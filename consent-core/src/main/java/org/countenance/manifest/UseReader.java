package org.countenance.manifest;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.base.PlainText;
import org.countenance.base.Window;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonValue;
import org.countenance.json.ListReader;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.scope.Languages;
import org.countenance.scope.Modality;
import org.countenance.scope.Role;
import org.countenance.scope.Technique;
import org.countenance.scope.Windows;

/** Reads one use, strictly. */
final class UseReader {

    /** Only what makes nothing synthetic may be exempt from consent (decision.md section 4). */
    private static final Set<Technique> MAY_BE_EXEMPT =
            EnumSet.of(Technique.CAPTURE, Technique.ARCHIVE_REUSE, Technique.ENHANCEMENT);

    /** What tells uses apart that are alike. */
    static final List<String> OF_A_USE =
            List.of("id", "asset", "person", "character", "seconds", "made/from", "made/until");

    private static final int ID = 0;
    private static final int ASSET = 1;
    private static final int PERSON = 2;
    private static final int CHARACTER = 3;
    private static final int SECONDS = 4;
    private static final int FROM = 5;
    private static final int UNTIL = 6;

    private final Declared declared;
    private final Shared shared;
    private final Once<String, Person> parties = Once.ofTexts(text -> new Person.Party(Texts.party(text)));
    private final Once<String, Optional<String>> characters = Once.ofTexts(text -> Optional.of(PlainText.check(text)));
    private final Once<JsonValue, Set<Modality>> modalities = Once.ofValues(Values.setOf(Values.text(Modality::parse)));
    private final Once<JsonValue, Window> made = Once.ofValues(Windows::read);
    private final Once<JsonValue, Set<String>> languages =
            Once.ofValues(Values.setOf(Values.text(Languages::checkTag)));

    UseReader(Declared declared, Shared shared) {
        this.declared = declared;
        this.shared = shared;
    }

    Use use(JsonValue json, int index) throws MalformedException {
        Members members = Values.object(json).members();
        Technique technique = members.text("technique", Technique::parse);
        Use use = new Use(
                members.text("id", Texts::id),
                declared.sameId(members.text("asset", Texts::id)),
                members.required("person", this::person),
                members.text("role", Role::parse),
                members.optionalText("character", characters::read).flatMap(known -> known),
                shared.one(members.optionalText("portrays", Portrays::parse)),
                members.required("modalities", modalities::read),
                technique,
                members.required("made", made::read),
                shared.one(Texts.contexts(members)),
                shared.one(members.optional("languages", languages::read)),
                shared.one(members.optional("exemption", value -> exemption(value, technique))),
                shared.one(Texts.count(members, "seconds")),
                members.optional("credited", Values::bool).orElse(false),
                Where.of("uses", index, json.place()));
        members.end();
        return use;
    }

    /** Reads a use that says what {@code like} said but for {@link #OF_A_USE}. */
    Use again(Use like, ListReader.Own own, Where where) throws MalformedException {
        return new Use(
                Texts.id(own.text(ID)),
                declared.sameId(Texts.id(own.text(ASSET))),
                own.differs(PERSON) ? parties.read(own.text(PERSON)) : like.person(),
                like.role(),
                own.differs(CHARACTER) ? characters.read(own.text(CHARACTER)) : like.character(),
                like.portrays(),
                like.modalities(),
                like.technique(),
                own.differs(FROM) || own.differs(UNTIL) ? made(own) : like.made(),
                like.contexts(),
                like.languages(),
                like.exemption(),
                own.differs(SECONDS) ? shared.one(Texts.count(own.text(SECONDS))) : like.seconds(),
                like.credited(),
                where);
    }

    private Window made(ListReader.Own own) throws MalformedException {
        return made.read(JsonObject.builder()
                .put("from", own.text(FROM))
                .put("until", own.text(UNTIL))
                .build());
    }

    private Person person(JsonValue json) throws MalformedException {
        if (!(json instanceof JsonObject object)) {
            return Values.text(parties::read).read(json);
        }
        Members members = object.members();
        Person person = new Person.Unidentified(members.text("unidentified", PlainText::check));
        members.end();
        return person;
    }

    private static Exemption exemption(JsonValue json, Technique technique) throws MalformedException {
        if (!MAY_BE_EXEMPT.contains(technique)) {
            throw MalformedException.of(
                    json.place(),
                    "no exemption but with `capture`, `archive-reuse` or `enhancement`",
                    "one with `" + technique.word() + "`");
        }
        Members members = Values.object(json).members();
        Exemption exemption =
                new Exemption(members.text("code", ExemptionCode::parse), members.text("reason", PlainText::check));
        members.end();
        return exemption;
    }
}
