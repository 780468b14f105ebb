package org.countenance.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * A second voice on a record (records.md, {@code endorsement}).
 *
 * @param target the record or party
 * @param says what is said of it
 * @param may on {@code accredited}: for what
 * @param identification on {@code identified}: how well, and of what
 * @param other on {@code same-person}: the other party
 * @param as on {@code represents}: as what
 * @param assets on {@code approves} and {@code rejects}: which; one hash or a list
 * @param inFavourOf on {@code ruled}: for whom
 */
public record Endorsement(
        Id target,
        Says says,
        Set<Accreditation> may,
        Optional<Identification> identification,
        Optional<Id> other,
        Optional<String> as,
        Optional<Assets> assets,
        Optional<Side> inFavourOf)
        implements Content {

    /** What is said. */
    public enum Says {
        /** The registry trusts this party with something. */
        ACCREDITED,
        /** The person was identified. */
        IDENTIFIED,
        /** Two parties are one person. */
        SAME_PERSON,
        /** One whose consent is needed too consents. */
        CONSENTS,
        /** An organisation stood by the person. */
        REPRESENTS,
        /** The licensee accepts. */
        ACCEPTS,
        /** The licensee disputes. */
        DISPUTES,
        /** The person approves assets. */
        APPROVES,
        /** The person rejects assets. */
        REJECTS,
        /** The person was paid. */
        PAID,
        /** A doubtful record is meant. */
        CONFIRMS,
        /** A dispute is settled. */
        RULED;

        private static final Set<Says> CLOSING = EnumSet.of(REJECTS, ACCEPTS, CONFIRMS);

        /** How it is spelled in a record. */
        public String word() {
            return Words.word(this);
        }
    }

    /** For what a party may be accredited (authority.md, Who is who). */
    public enum Accreditation {
        /** Identifying persons. */
        IDENTIFY,
        /** Guardians' links. */
        GUARDIAN,
        /** Estates' links and deaths. */
        ESTATE,
        /** Recovering keys. */
        RECOVER,
        /** Orders. */
        ORDER,
        /** Rulings. */
        RULE,
        /** Clearances that prove. */
        VERIFY,
        /** All of these, as a court. */
        COURT
    }

    /** How well a person was identified, in ascending order. */
    public enum Level {
        /** By documents. */
        DOCUMENTED,
        /** Face to face. */
        IN_PERSON,
        /** As a qualified trust service does. */
        QUALIFIED
    }

    /** For whom a dispute is settled. */
    public enum Side {
        /** For the person. */
        PERSON,
        /** For the licensee. */
        LICENSEE
    }

    /**
     * How a person was identified.
     *
     * @param level how well
     * @param annex hash of the annex that was examined
     */
    public record Identification(Level level, String annex) {}

    /**
     * One file or many.
     *
     * @param file SHA-256 of one file
     * @param list many files
     */
    public record Assets(Optional<String> file, Optional<AssetList> list) {}

    @Override
    public RecordKind kind() {
        return RecordKind.ENDORSEMENT;
    }

    @Override
    public boolean closes() {
        return Says.CLOSING.contains(says) || (says == Says.RULED && inFavourOf.equals(Optional.of(Side.PERSON)));
    }

    @Override
    public List<AssetList> assetLists() {
        return assets.flatMap(Assets::list).stream().toList();
    }

    static Endorsement read(Members members, Claims claims) throws MalformedException {
        Id target = members.required("target", Id::read);
        Says says = members.text("says", text -> Words.constant(Says.class, "what an endorsement says", text));
        return new Endorsement(
                target,
                says,
                says == Says.ACCREDITED
                        ? members.required("may", Values.setOf(Values.text(Endorsement::accreditation)))
                        : Set.of(),
                says == Says.IDENTIFIED ? Optional.of(readIdentification(members)) : Optional.empty(),
                says == Says.SAME_PERSON ? Optional.of(members.required("other", Id::read)) : Optional.empty(),
                says == Says.REPRESENTS ? Optional.of(members.text("as", Endorsement::standingBy)) : Optional.empty(),
                says == Says.APPROVES || says == Says.REJECTS
                        ? Optional.of(members.required("assets", Endorsement::readAssets))
                        : Optional.empty(),
                says == Says.RULED ? Optional.of(members.text("for", Endorsement::side)) : Optional.empty());
    }

    private static Identification readIdentification(Members members) throws MalformedException {
        return new Identification(
                members.text("level", text -> Words.constant(Level.class, "an identity level", text)),
                members.text("of", Words::sha256));
    }

    private static Accreditation accreditation(String text) throws MalformedException {
        return Words.constant(Accreditation.class, "an accreditation", text);
    }

    private static Side side(String text) throws MalformedException {
        return Words.constant(Side.class, "`person` or `licensee`", text);
    }

    private enum StandingBy {
        COUNSEL,
        UNION
    }

    private static String standingBy(String text) throws MalformedException {
        return Words.word(Words.constant(StandingBy.class, "`counsel` or `union`", text));
    }

    private static Assets readAssets(JsonValue value) throws MalformedException {
        JsonObject object = Values.object(value);
        if (object.get("sha256").isEmpty()) {
            return new Assets(Optional.empty(), Optional.of(AssetList.read(value)));
        }
        Members members = object.members();
        Assets assets = new Assets(Optional.of(members.text("sha256", Words::sha256)), Optional.empty());
        members.end();
        return assets;
    }
}
