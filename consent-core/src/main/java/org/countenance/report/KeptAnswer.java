package org.countenance.report;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.base.Window;
import org.countenance.json.JsonBool;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.tlog.KeyFold;
import org.countenance.verify.Beside;
import org.countenance.verify.Ground;
import org.countenance.verify.Request;
import org.countenance.verify.Rule;
import org.countenance.verify.TrustPolicy;

/**
 * An answer with its question and what it rests on, as it is kept from one audit to the next (SPEC, How long an answer keeps). Its
 * file holds the hash of all that is in it, so that damage is noticed; it proves nothing to anybody but the one who wrote it.
 *
 * @param question hash over everything that was asked
 * @param ground what the answer rests on
 * @param answer the answer
 */
public record KeptAnswer(Bytes question, Ground ground, AuditAnswer answer) {

    private static final long VERSION = 1;

    /**
     * The hash over all that a question consists of: the manifest and what lies beside it, the trust policy, and the program with
     * its rules, since another may decide otherwise.
     *
     * @param request what is asked; its instant is no part of it
     * @param program what the program calls itself
     */
    public static Bytes question(Request request, TrustPolicy policy, String program) {
        if (request.supposing()) {
            throw new IllegalArgumentException("wanted a question whose answer may be kept, found a supposition");
        }
        Beside beside = request.beside();
        StringBuilder question = new StringBuilder();
        line(question, "kept", Long.toString(VERSION));
        line(question, "program", program);
        line(question, "rules", Rule.VERSION + " " + Rule.tableHash().hex());
        line(question, "mode", request.mode().name());
        line(question, "manifest", request.manifest().sha256().hex());
        line(question, "policy", policy.sha256().hex());
        beside.signature()
                .ifPresent(
                        signature -> line(question, "signature", signature.jws().text()));
        beside.waivers().forEach(waiver -> line(question, "waiver", waiver.jws().text()));
        beside.also().forEach(record -> line(question, "also", record.jws().text()));
        beside.inventories()
                .forEach(inventory -> line(
                        question, "inventory", Sha256.hash(inventory.source()).hex()));
        beside.files()
                .ifPresent(files -> new TreeMap<>(files.hashes())
                        .forEach((name, hash) -> line(question, "file", hash.hex() + " " + name)));
        return Sha256.hash(Bytes.utf8(question.toString()));
    }

    /** Lengths keep one text from reading like two. */
    private static void line(StringBuilder question, String what, String text) {
        question.append(what)
                .append(' ')
                .append(text.length())
                .append(' ')
                .append(text)
                .append('\n');
    }

    /** The file. */
    public Bytes bytes() {
        JsonObject kept = JsonObject.builder()
                .put("question", question.hex())
                .put("ground", json(ground))
                .put("answer", AuditAnswerJson.of(answer))
                .build();
        return Bytes.utf8(JsonText.compact(JsonObject.builder()
                .put("kept", VERSION)
                .put("sha256", hash(kept))
                .put("content", kept)
                .build()));
    }

    private static String hash(JsonObject kept) {
        return Sha256.hash(Bytes.utf8(JsonText.compact(kept))).hex();
    }

    /**
     * Reads a file that {@link #bytes} wrote.
     *
     * @throws MalformedException when it is not whole, or of another version
     */
    public static KeptAnswer parse(Bytes file) throws MalformedException {
        Members members = Values.object(JsonText.parse(file, "kept answer", JsonLimits.DOCUMENT))
                .members();
        long version = members.required("kept", Values.atLeast(1));
        String sha256 = members.string("sha256");
        JsonObject kept = members.required("content", Values::object);
        members.end();
        if (version != VERSION || !hash(kept).equals(sha256)) {
            throw members.fault("an answer of version " + VERSION + " with the hash " + sha256, "another");
        }
        Members content = kept.members();
        KeptAnswer answer = new KeptAnswer(
                content.text("question", Bytes::fromHex),
                content.required("ground", KeptAnswer::ground),
                content.required("answer", AuditAnswerReader::read));
        content.end();
        return answer;
    }

    private static JsonObject json(Ground ground) {
        JsonObject.Builder keys = JsonObject.builder();
        ground.keys()
                .forEach((key, fold) ->
                        keys.put(key, fold.count() + " " + fold.head().hex()));
        JsonObject.Builder annexes = JsonObject.builder();
        ground.annexes()
                .forEach((name, hash) -> annexes.put(
                        name,
                        hash.<JsonValue>map(found -> JsonString.of(found.hex())).orElse(JsonBool.of(false))));
        return JsonObject.builder()
                .put("keys", keys.build())
                .put("annexes", annexes.build())
                .put("witnesses", ground.witnesses())
                .putIf("since", second(ground.keeps().from()))
                .putIf("until", second(ground.keeps().until()))
                .build();
    }

    /** Answers are of whole seconds: the first that is not before. */
    private static Optional<JsonNumber> second(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Window.NEVER)
                ? Optional.empty()
                : Optional.of(JsonNumber.of(instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0)));
    }

    private static Ground ground(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        TreeMap<String, KeyFold> keys = new TreeMap<>();
        for (Map.Entry<String, JsonValue> key :
                members.required("keys", Values::object).values().entrySet()) {
            keys.put(key.getKey(), Values.text(KeptAnswer::fold).read(key.getValue()));
        }
        TreeMap<String, Optional<Bytes>> annexes = new TreeMap<>();
        for (Map.Entry<String, JsonValue> annex :
                members.required("annexes", Values::object).values().entrySet()) {
            annexes.put(
                    annex.getKey(),
                    annex.getValue() instanceof JsonString hash
                            ? Optional.of(Bytes.fromHex(hash.text()))
                            : Optional.empty());
        }
        String witnesses = members.string("witnesses");
        Optional<Long> since = members.optional("since", Values.atLeast(-JsonNumber.GREATEST));
        Optional<Long> until = members.optional("until", Values.atLeast(-JsonNumber.GREATEST));
        members.end();
        Instant from = since.map(Instant::ofEpochSecond).orElse(Instant.MIN);
        Instant end = until.map(Instant::ofEpochSecond).orElse(Window.NEVER);
        if (!from.isBefore(end)) {
            throw members.fault("since", "an instant before `until`", from.toString());
        }
        return new Ground(keys, annexes, witnesses, new Window(from, end));
    }

    private static KeyFold fold(String text) throws MalformedException {
        int space = text.indexOf(' ');
        try {
            return new KeyFold(
                    Long.parseLong(text, 0, Math.max(space, 0), 10), Bytes.fromHex(text.substring(space + 1)));
        } catch (NumberFormatException e) {
            throw MalformedException.of(Place.NOWHERE, "a count and a hash", MalformedException.quote(text));
        }
    }
}
