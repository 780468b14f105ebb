package org.countenance.record;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * A person or an organisation, and its keys (records.md, {@code party}).
 *
 * @param type person or organisation
 * @param keys its keys; empty for a represented person
 * @param age since when the person is of age; absent for organisations
 * @param recovery who may help when keys are lost
 * @param supersedes the record that this update replaces
 * @param representatives who acts for a represented person; empty for everyone else
 * @param death when and where the person died
 */
public record Party(
        Type type,
        List<PartyKey> keys,
        Optional<Majority> age,
        Optional<Recovery> recovery,
        Optional<Id> supersedes,
        List<Representative> representatives,
        Optional<Death> death)
        implements Content {

    /** What a party is. */
    public enum Type {
        /** A human being. */
        PERSON,
        /** Everyone else. */
        ORGANISATION
    }

    /**
     * Who may help to replace lost keys.
     *
     * @param parties their ids
     * @param threshold how many must act together
     */
    public record Recovery(Set<Id> parties, long threshold) {}

    /**
     * That the person has died.
     *
     * @param date the day
     * @param domicile the territory whose law applies, as ISO 3166-1 alpha-2
     */
    public record Death(LocalDate date, Optional<String> domicile) {}

    /** The key with this thumbprint, when it has this power. */
    public Optional<PartyKey> key(String thumbprint, PartyKey.Use use) {
        for (PartyKey key : keys) {
            if (key.thumbprint().equals(thumbprint) && key.powers().contains(use)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Whether the person holds no key and acts by representatives alone. */
    public boolean represented() {
        return keys.isEmpty();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PARTY;
    }

    @Override
    public boolean closes() {
        return false;
    }

    static Party read(Members members, Claims claims) throws MalformedException {
        boolean represented = members.optional("represented", Values::bool).orElse(false);
        Type type = members.text("party", text -> Words.constant(Type.class, "`person` or `organisation`", text));
        Party party = new Party(
                type,
                members.required("keys", Values.possiblyEmptyListOf(PartyKey::read)),
                members.optionalText("adultFrom", Majority::parse),
                members.optional("recovery", Party::readRecovery),
                members.optional("supersedes", Id::read),
                members.optional("representatives", Values.listOf(Representative::read))
                        .orElse(List.of()),
                readDeath(members));
        party.check(members, claims, represented);
        return party;
    }

    private static Recovery readRecovery(org.countenance.json.JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Recovery recovery = new Recovery(
                members.required("parties", Values.setOf(Id::read)), members.required("threshold", Values.atLeast(1)));
        members.end();
        if (recovery.threshold() > recovery.parties().size()) {
            throw members.fault(
                    "threshold", "at most " + recovery.parties().size(), Long.toString(recovery.threshold()));
        }
        return recovery;
    }

    private static Optional<Death> readDeath(Members members) throws MalformedException {
        Optional<LocalDate> date = members.optionalText("deceased", Party::day);
        Optional<String> domicile = members.optionalText("domicile", Party::territory);
        if (domicile.isPresent() && date.isEmpty()) {
            throw members.fault("domicile", "a domicile beside `deceased` only", "one without");
        }
        return date.map(day -> new Death(day, domicile));
    }

    private static LocalDate day(String text) throws MalformedException {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (java.time.DateTimeException e) {
            throw MalformedException.of(Place.NOWHERE, "a date like `2021-03-04`", MalformedException.quote(text));
        }
        throw MalformedException.of(Place.NOWHERE, "a date like `2021-03-04`", MalformedException.quote(text));
    }

    private static String territory(String text) throws MalformedException {
        if (!text.matches("[A-Z]{2}")) {
            throw MalformedException.of(Place.NOWHERE, "a territory like `CN`", MalformedException.quote(text));
        }
        return text;
    }

    private void check(Members members, Claims claims, boolean represented) throws MalformedException {
        boolean update = claims.subject().isPresent();
        if (update != supersedes.isPresent()) {
            throw members.fault(
                    "supersedes",
                    update ? "the record that this one replaces" : "none in a first record",
                    update ? "none" : "one");
        }
        boolean first = !update;
        if ((update || represented) != claims.issuer().isPresent()) {
            throw members.fault(
                    "iss",
                    update || represented ? "the party that signs" : "none in a party's own first record",
                    claims.issuer().isPresent() ? "one" : "none");
        }
        if (represented != (first && !representatives.isEmpty()) || (update && !representatives.isEmpty())) {
            throw members.fault("representatives", represented ? "at least one" : "none", representatives.size() + "");
        }
        if (keys.isEmpty() != represented && !(update && keys.isEmpty())) {
            throw members.fault(
                    "keys",
                    represented ? "an empty list for a represented person" : "at least one key",
                    keys.size() + "");
        }
        checkPerson(members, represented);
        checkKeys(members);
    }

    private void checkPerson(Members members, boolean represented) throws MalformedException {
        boolean person = type == Type.PERSON;
        if (person != age.isPresent()) {
            throw members.fault(
                    "adultFrom",
                    person ? "a month like `2030-05`, or `adult`" : "none for an organisation",
                    person ? "none" : "one");
        }
        if (!person && (represented || death.isPresent())) {
            throw members.fault("a person, where one is represented or has died", "an organisation");
        }
    }

    private void checkKeys(Members members) throws MalformedException {
        Set<String> seen = new HashSet<>();
        for (PartyKey key : keys) {
            if (!seen.add(key.thumbprint())) {
                throw members.fault("keys", "each key once", MalformedException.quote(key.thumbprint()) + " again");
            }
        }
    }
}
