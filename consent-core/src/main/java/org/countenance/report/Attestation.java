package org.countenance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.jws.DsseEnvelope;
import org.countenance.jws.Signer;
import org.countenance.record.Assurance;
import org.countenance.verify.Outcome;
import org.countenance.verify.Verdict;

/**
 * An answer as in-toto statements about the manifest, so that gates of others can ask for it (SPEC.md, Attestations). One holds
 * the whole verdict, whatever it says; another, of what is cleared now alone, says in words that a gate demands what was verified.
 */
public final class Attestation {

    /** What envelopes hold. */
    public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    /** The type of every statement. */
    public static final String STATEMENT = "https://in-toto.io/Statement/v1";

    /** A predicate that is a verdict as {@code --format json} writes it. */
    public static final String VERDICT = "https://countenance.org/attestation/verdict/v1";

    /** A simple verification result of in-toto. */
    public static final String RESULT = "https://in-toto.io/attestation/svr/v0.2";

    private static final String VERIFIER = "https://countenance.org/verifier/rules/";
    private static final String PREFIX = "COUNTENANCE_";

    private Attestation() {}

    /**
     * Signs an answer: one line of JSON for each statement.
     *
     * @param key the key that signs the clearance too
     * @param name what the manifest's file is called
     */
    public static String sign(Signer key, Verdict verdict, String name) {
        StringBuilder lines = new StringBuilder();
        for (JsonObject statement : statements(verdict, name)) {
            Bytes payload = Bytes.utf8(JsonText.compact(statement));
            lines.append(JsonText.compact(
                            DsseEnvelope.sign(key, PAYLOAD_TYPE, payload).toJson()))
                    .append('\n');
        }
        return lines.toString();
    }

    /** What is signed: the verdict, and what it verified where it is cleared and of now. */
    public static List<JsonObject> statements(Verdict verdict, String name) {
        JsonObject subject = JsonObject.builder()
                .put("name", name)
                .put("digest", digest(verdict.basis().manifest().hex()))
                .build();
        JsonObject told = VerdictJson.toJson(verdict);
        List<JsonObject> statements = new ArrayList<>();
        statements.add(statement(subject, VERDICT, told));
        try {
            result(told).ifPresent(result -> statements.add(statement(subject, RESULT, result)));
        } catch (MalformedException e) {
            throw new IllegalStateException("a verdict does not read", e);
        }
        return List.copyOf(statements);
    }

    private static JsonObject statement(JsonObject subject, String type, JsonObject predicate) {
        return JsonObject.builder()
                .put("_type", STATEMENT)
                .put("subject", JsonArray.of(List.of(subject)))
                .put("predicateType", type)
                .put("predicate", predicate)
                .build();
    }

    /** What a verdict verified, which it tells alone: nothing unless it is cleared, without waivers, and of now. */
    static Optional<JsonObject> result(JsonObject verdict) throws MalformedException {
        Members members = verdict.members();
        if (!members.string("outcome").equals(Outcome.CLEARED.word())
                || !members.string("mode").equals("current")) {
            return Optional.empty();
        }
        Members rules = members.required("rules", Values::object).members();
        String version = rules.string("version");
        JsonObject verifier = JsonObject.builder()
                .put("id", VERIFIER + version)
                .put(
                        "policies",
                        JsonArray.of(List.of(
                                policy("trust policy", members.required("policy", Attestation::sha256)),
                                policy("rules " + version, rules.string("sha256")))))
                .build();
        return Optional.of(JsonObject.builder()
                .put("verifier", verifier)
                .put("timeCreated", members.string("evaluated"))
                .put("properties", JsonArray.ofStrings(properties(members.required("assurance", Assurance::read))))
                .build());
    }

    /** Whether a result says that a version of this verifier made it. */
    static boolean isOurs(JsonObject result) throws MalformedException {
        Members members = result.members().required("verifier", Values::object).members();
        return members.string("id").startsWith(VERIFIER);
    }

    private static String sha256(JsonValue value) throws MalformedException {
        return Values.object(value).members().string("sha256");
    }

    private static JsonObject policy(String name, String sha256) {
        return JsonObject.builder()
                .put("name", name)
                .put("digest", digest(sha256))
                .build();
    }

    private static JsonObject digest(String sha256) {
        return JsonObject.builder().put("sha256", sha256).build();
    }

    /** What a gate may demand; each level of something holds with all below it. */
    private static List<String> properties(Assurance assurance) {
        List<String> properties = new ArrayList<>(List.of(PREFIX + "CLEARED"));
        add(properties, assurance.producer() == Assurance.Producer.SIGNED, "MANIFEST_SIGNED");
        add(properties, assurance.of() > 0 && assurance.hashed() == assurance.of(), "FILES_READ");
        add(properties, assurance.inventory() == Assurance.Inventory.GIVEN, "INVENTORY_GIVEN");
        for (Assurance.Identity level : Assurance.Identity.values()) {
            boolean some = level != Assurance.Identity.SELF;
            add(properties, some && level.compareTo(assurance.identity()) <= 0, "IDENTITY_" + word(level));
        }
        for (Assurance.Made level : Assurance.Made.values()) {
            boolean some = level != Assurance.Made.DECLARED;
            add(properties, some && level.compareTo(assurance.made()) <= 0, "MADE_" + word(level));
        }
        add(properties, assurance.witnesses() > 0, "WITNESSED");
        return properties;
    }

    private static void add(List<String> properties, boolean holds, String name) {
        if (holds) {
            properties.add(PREFIX + name);
        }
    }

    private static String word(Enum<?> level) {
        return level.name().toUpperCase(Locale.ROOT);
    }
}
