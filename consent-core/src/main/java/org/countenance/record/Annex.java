package org.countenance.record;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.PlainText;
import org.countenance.base.Sha256;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * Words for people, beside a record and not in the log, so that they can be erased (records.md, Envelope). What they say,
 * nobody has checked.
 */
public sealed interface Annex {

    /** Bytes of the largest annex. */
    int LARGEST = 256 * 1024;

    /** 22 random characters of base64url, so that nobody guesses the words from the hash. */
    String salt();

    /**
     * What a party is called.
     *
     * @param names at least one name
     * @param identifiers what others call it
     */
    record OfParty(String salt, List<Name> names, List<ExternalId> identifiers) implements Annex {}

    /**
     * What a grant is for.
     *
     * @param intendedUse the reasonably specific description that several laws make a condition of validity
     * @param characters the names behind the grant's hashes
     * @param contractTitle the contract's title
     */
    record OfGrant(String salt, Description intendedUse, List<String> characters, Optional<String> contractTitle)
            implements Annex {}

    /**
     * What a delegation rests on.
     *
     * @param evidence documents, by hash
     */
    record OfDelegation(String salt, List<Document> evidence) implements Annex {}

    /**
     * Why somebody says no.
     *
     * @param statement in words
     * @param evidence documents, by hash
     */
    record OfProhibition(String salt, Optional<String> statement, List<Document> evidence) implements Annex {}

    /**
     * Why something ends.
     *
     * @param reason a code and words
     */
    record OfRevocation(String salt, Optional<Reason> reason) implements Annex {}

    /**
     * One name of a party.
     *
     * @param text the name
     * @param language of what language it is
     * @param type what kind of name it is
     */
    record Name(String text, Optional<String> language, Optional<NameType> type) {}

    /** What kind of name a name is. */
    enum NameType {
        /** On screen and stage. */
        STAGE,
        /** In law. */
        LEGAL,
        /** In trade. */
        TRADE
    }

    /**
     * Words in one language.
     *
     * @param text the words
     * @param language their language
     */
    record Description(String text, String language) {}

    /**
     * A document that is kept elsewhere.
     *
     * @param sha256 its hash
     * @param title what it is
     */
    record Document(String sha256, String title) {}

    /**
     * Why something ends.
     *
     * @param code in one word
     * @param text in words
     */
    record Reason(String code, String text) {}

    /** The name of an annex in records: SHA-256 of its bytes as stored. */
    static String hash(Bytes bytes) {
        return Sha256.hash(bytes).hex();
    }

    /** Reads the annex of a record of {@code kind}: the members that its kind lists, no others. */
    static Annex parse(RecordKind kind, Bytes bytes) throws MalformedException {
        if (bytes.size() > LARGEST) {
            throw MalformedException.of(Place.in("annex"), "at most " + LARGEST + " bytes", bytes.size() + " bytes");
        }
        Members members = JsonText.parseObject(bytes, "annex").members();
        String salt = members.text("salt", Annex::salt);
        Annex annex = switch (kind) {
            case PARTY ->
                new OfParty(
                        salt,
                        members.required("names", Values.listOf(Annex::name)),
                        members.optional("identifiers", Values.listOf(ExternalId::read))
                                .orElse(List.of()));
            case GRANT ->
                new OfGrant(
                        salt,
                        members.required("intendedUse", Annex::description),
                        members.optional("characters", Values.listOf(Values.text(PlainText::check)))
                                .orElse(List.of()),
                        members.optionalText("contractTitle", PlainText::check));
            case DELEGATION -> new OfDelegation(salt, evidence(members));
            case PROHIBITION ->
                new OfProhibition(salt, members.optionalText("statement", PlainText::check), evidence(members));
            case REVOCATION -> new OfRevocation(salt, members.optional("reason", Annex::reason));
            default ->
                throw MalformedException.of(Place.in("annex"), "no annex on a record of kind " + kind.word(), "one");
        };
        members.end();
        return annex;
    }

    private static String salt(String text) throws MalformedException {
        if (text.length() != 22) {
            throw MalformedException.of(
                    Place.NOWHERE, "22 characters of base64url", Count.of(text.length(), "character"));
        }
        Base64Url.decode(text);
        return text;
    }

    private static Name name(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Name name = new Name(
                members.text("text", PlainText::check),
                members.optionalText("lang", org.countenance.scope.Languages::checkTag),
                members.optionalText(
                        "type", text -> Words.constant(NameType.class, "`stage`, `legal` or `trade`", text)));
        members.end();
        return name;
    }

    private static Description description(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Description description = new Description(
                members.text("text", PlainText::check),
                members.text("lang", org.countenance.scope.Languages::checkTag));
        members.end();
        return description;
    }

    private static List<Document> evidence(Members members) throws MalformedException {
        return members.optional("evidence", Values.listOf(Annex::document)).orElse(List.of());
    }

    private static Document document(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Document document =
                new Document(members.text("sha256", Words::sha256), members.text("title", PlainText::check));
        members.end();
        return document;
    }

    private static Reason reason(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Reason reason = new Reason(members.text("code", Words::code), members.text("text", PlainText::check));
        members.end();
        return reason;
    }
}
