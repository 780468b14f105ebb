package org.countenance.verify;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.CalendarSpan;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.PlainText;
import org.countenance.base.Sha256;
import org.countenance.base.Window;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.record.Assurance;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Id;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Quorum;
import org.countenance.tlog.VerifierKey;
import org.countenance.tlog.WitnessPolicy;

/**
 * Whom and what a verifier trusts: a file of its own, never taken from the registry that it judges (decision.md section 8).
 *
 * @param sha256 hash of the file
 * @param name the registry's name
 * @param log keys of the log; every key valid at the checkpoint's instant must have signed
 * @param witnesses who else must have cosigned a checkpoint
 * @param maxAge how old a checkpoint may be
 * @param parties which accredited parties are believed, for what, when
 * @param identity the least identity level
 * @param require what the answer must rest on at least
 * @param retroactiveBlocks whether consent given afterwards blocks instead of warning
 * @param packs the law packs to apply, by name and hash
 */
public record TrustPolicy(
        Bytes sha256,
        String name,
        List<LogKeys.Dated> log,
        WitnessPolicy witnesses,
        CalendarSpan maxAge,
        Map<Id, Belief> parties,
        Assurance.Identity identity,
        Require require,
        boolean retroactiveBlocks,
        List<String> packs) {

    private static final CalendarSpan ONE_DAY = new CalendarSpan(1, java.time.temporal.ChronoUnit.DAYS);

    private static final String OFFICER = "officer";

    /**
     * For what, and when, a party is believed.
     *
     * @param what for what
     * @param officer whether it may waive
     * @param when when
     */
    public record Belief(Set<Accreditation> what, boolean officer, Window when) {}

    /**
     * Minima of assurance.
     *
     * @param signed whether the producer must have signed the manifest
     * @param hashed whether every file must have been read
     * @param inventory whether an inventory must be given
     * @param made what must be known of when material was made
     */
    public record Require(boolean signed, boolean hashed, boolean inventory, Assurance.Made made) {

        static final Require NOTHING = new Require(false, false, false, Assurance.Made.DECLARED);
    }

    /** Reads a policy; unknown members are refused. */
    public static TrustPolicy parse(Bytes file) throws MalformedException {
        Members members = Values.object(JsonText.parse(file, "trust policy", JsonLimits.POLICY))
                .members();
        TrustPolicy policy = new TrustPolicy(
                Sha256.hash(file),
                members.text("name", PlainText::check),
                members.required("log", Values.listOf(TrustPolicy::readKey)),
                members.optionalText("witnesses", WitnessPolicy::parse).orElse(WitnessPolicy.NONE),
                members.optionalText("maxAge", CalendarSpan::parse).orElse(ONE_DAY),
                members.optional("parties", TrustPolicy::readParties).orElse(Map.of()),
                members.text("identity", Assurance.Identity::parse),
                members.optional("require", TrustPolicy::readRequire).orElse(Require.NOTHING),
                members.optionalText("retroactive", TrustPolicy::readRetroactive)
                        .orElse(false),
                members.optional("packs", Values.listOf(TrustPolicy::readPack)).orElse(List.of()));
        members.end();
        policy.checkWitnesses(members);
        return policy;
    }

    /** The policy that {@code consent init} writes: the new log's keys, and everybody as they say they are. */
    public static Bytes initial(String name, List<VerifierKey> keys) {
        JsonObject policy = JsonObject.builder()
                .put("name", name)
                .put(
                        "log",
                        org.countenance.json.JsonArray.of(keys.stream()
                                .map(key -> JsonObject.builder()
                                        .put("vkey", key.text())
                                        .build())
                                .toList()))
                .put("maxAge", ONE_DAY.toString())
                .put("identity", Assurance.Identity.SELF.word())
                .build();
        return Bytes.utf8(JsonText.pretty(policy));
    }

    /** The keys that a checkpoint must be signed with. */
    public LogKeys keys() {
        return new LogKeys(log, witnesses);
    }

    /** The same without asking for witnesses: what the log itself says. */
    public LogKeys ownKeys() {
        return new LogKeys(log);
    }

    /** Whether {@code party} was believed for {@code what} at {@code instant}. */
    public boolean believes(Id party, Accreditation what, Instant instant) {
        return Optional.ofNullable(parties.get(party))
                .filter(belief -> belief.when().contains(instant))
                .filter(belief -> belief.what().contains(what) || belief.what().contains(Accreditation.COURT))
                .isPresent();
    }

    /** When {@code party} is an officer of the verifier's, who may waive; empty when it is none. */
    public Optional<Window> officer(Id party) {
        return Optional.ofNullable(parties.get(party)).filter(Belief::officer).map(Belief::when);
    }

    /** Whether a checkpoint of {@code signed} is neither too old to answer at {@code evaluated}, nor of later. */
    public boolean isFresh(Instant signed, Instant evaluated) {
        return !evaluated.isBefore(signed) && !evaluated.isAfter(maxAge.after(signed));
    }

    private static LogKeys.Dated readKey(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        LogKeys.Dated key = new LogKeys.Dated(members.text("vkey", VerifierKey::parse), readValidity(members));
        members.end();
        return key;
    }

    private static Window readValidity(Members members) throws MalformedException {
        Instant from = members.optionalText("from", Instants::parse).orElse(Instant.MIN);
        Instant until = members.optionalText("until", Instants::parse).orElse(Window.NEVER);
        if (!from.isBefore(until)) {
            throw members.fault("until", "an instant after `from`", Instants.format(until));
        }
        return new Window(from, until);
    }

    private static Map<Id, Belief> readParties(JsonValue value) throws MalformedException {
        Map<Id, Belief> parties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> party : Values.object(value).values().entrySet()) {
            Id id = Values.text(any -> Id.parse(party.getKey()))
                    .read(org.countenance.json.JsonString.of(party.getKey()));
            Members members = Values.object(party.getValue()).members();
            Set<Accreditation> what = EnumSet.noneOf(Accreditation.class);
            Set<String> words = members.required("believed", Values.setOf(Values::string));
            for (String word : words) {
                if (!word.equals(OFFICER)) {
                    what.add(accreditation(members, word));
                }
            }
            parties.put(id, new Belief(what, words.contains(OFFICER), readValidity(members)));
            members.end();
        }
        return parties;
    }

    private static Accreditation accreditation(Members members, String word) throws MalformedException {
        for (Accreditation each : Accreditation.values()) {
            if (each.name().equals(word.toUpperCase(java.util.Locale.ROOT))
                    && word.equals(word.toLowerCase(java.util.Locale.ROOT))) {
                return each;
            }
        }
        throw members.fault("believed", "what an accredited party may do", MalformedException.quote(word));
    }

    private static Require readRequire(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Require require = new Require(
                members.optionalText("producer", text -> one(text, "claimed", "signed") == 1)
                        .orElse(false),
                members.optionalText("assets", text -> one(text, "declared", "hashed") == 1)
                        .orElse(false),
                members.optionalText("inventory", text -> one(text, "none", "given") == 1)
                        .orElse(false),
                members.optionalText(
                                "made", text -> Assurance.Made.values()[one(text, "declared", "committed", "stamped")])
                        .orElse(Assurance.Made.DECLARED));
        members.end();
        return require;
    }

    private static int one(String text, String... words) throws MalformedException {
        int index = List.of(words).indexOf(text);
        if (index < 0) {
            throw MalformedException.of(
                    Place.NOWHERE, "one of " + String.join(", ", words), MalformedException.quote(text));
        }
        return index;
    }

    private static boolean readRetroactive(String text) throws MalformedException {
        return one(text, "warn", "block") == 1;
    }

    private static String readPack(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        String name = members.text("name", PlainText::check);
        members.text("sha256", TrustPolicy::checkHash);
        members.end();
        return name;
    }

    private static String checkHash(String text) throws MalformedException {
        if (text.length() != 2 * Sha256.SIZE) {
            throw MalformedException.of(
                    Place.NOWHERE, "64 lower-case hexadecimal digits", MalformedException.quote(text));
        }
        return Bytes.fromHex(text).hex();
    }

    /** A log is no witness of itself, and witnesses of other logs have not looked at this one. */
    private void checkWitnesses(Members members) throws MalformedException {
        for (Quorum.Witness witness : witnesses.witnesses()) {
            if (log.stream()
                    .anyMatch(own -> own.key().key().equals(witness.key().key()))) {
                throw members.fault(
                        "witnesses",
                        "witnesses other than the log itself",
                        MalformedException.quote(witness.name()) + " with a key of `log`");
            }
        }
        if (!witnesses.logs().isEmpty()
                && log.stream().noneMatch(own -> witnesses.logs().contains(own.key()))) {
            throw members.fault("witnesses", "a `log` line with a key of `log`, or no such line", "other keys");
        }
    }
}
