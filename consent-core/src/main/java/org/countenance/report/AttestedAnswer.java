package org.countenance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Place;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.jws.DsseEnvelope;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Clearance;
import org.countenance.verify.Outcome;

/**
 * An answer about a manifest in a file of attestations. Untrusted until {@link #isSignedBy} says whose it is: what signed it
 * is for the reader to know.
 */
public final class AttestedAnswer {

    /** A statement holds a verdict two levels down. */
    private static final JsonLimits LIMITS =
            new JsonLimits(JsonLimits.DOCUMENT.depth() + 2, JsonLimits.DOCUMENT.string(), JsonLimits.DOCUMENT.array());

    private final List<DsseEnvelope> envelopes;
    private final JsonObject verdict;
    private final VerdictDocument document;

    private AttestedAnswer(List<DsseEnvelope> envelopes, JsonObject verdict) throws MalformedException {
        this.envelopes = List.copyOf(envelopes);
        this.verdict = verdict;
        this.document = VerdictDocument.parse(Bytes.utf8(JsonText.compact(verdict)), "predicate");
    }

    /** A statement that this program reads. */
    private record Statement(DsseEnvelope envelope, String type, String manifest, JsonObject predicate) {}

    /**
     * Finds the answer about a manifest.
     *
     * @param file the lines
     * @param manifest SHA-256 of the manifest
     * @throws MalformedException when a line is no envelope, or there is not exactly one answer about it
     * @throws NotVerifiedException when what the file says of the manifest does not go together
     */
    public static AttestedAnswer parse(Bytes file, Bytes manifest) throws MalformedException, NotVerifiedException {
        List<Statement> about = new ArrayList<>();
        for (Statement statement : statements(file)) {
            if (statement.manifest().equals(manifest.hex())) {
                about.add(statement);
            }
        }
        List<JsonObject> verdicts = predicates(about, Attestation.VERDICT);
        if (verdicts.size() != 1) {
            throw MalformedException.of(
                    Place.in("attestation"),
                    "one verdict about the manifest " + manifest.hex(),
                    Integer.toString(verdicts.size()));
        }
        AttestedAnswer answer =
                new AttestedAnswer(about.stream().map(Statement::envelope).toList(), verdicts.get(0));
        answer.check(manifest, predicates(about, Attestation.RESULT));
        return answer;
    }

    /** Whether a file holds nothing but what this program writes, so that nothing of others is lost with it. */
    public static boolean isAllOurs(Bytes file) {
        try {
            return statements(file).size()
                    == file.text().lines().filter(line -> !line.isBlank()).count();
        } catch (MalformedException e) {
            return false;
        }
    }

    private static List<Statement> statements(Bytes file) throws MalformedException {
        List<Statement> statements = new ArrayList<>();
        int number = 0;
        for (String line : file.text().split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                DsseEnvelope envelope = DsseEnvelope.parse(Bytes.utf8(line), "line " + number);
                if (envelope.payloadType().equals(Attestation.PAYLOAD_TYPE)) {
                    statement(envelope, "payload of line " + number).ifPresent(statements::add);
                }
            }
        }
        return statements;
    }

    /** Reads a statement strictly; one of others, or of another verifier, is left aside. */
    private static Optional<Statement> statement(DsseEnvelope envelope, String name) throws MalformedException {
        Members members =
                Values.object(JsonText.parse(envelope.payload(), name, LIMITS)).members();
        String type = members.string("_type");
        String predicate = members.string("predicateType");
        if (!type.equals(Attestation.STATEMENT)
                || !(predicate.equals(Attestation.VERDICT) || predicate.equals(Attestation.RESULT))) {
            return Optional.empty();
        }
        List<String> subjects = members.required("subject", Values.listOf(AttestedAnswer::subject));
        JsonObject told = members.required("predicate", Values::object);
        members.end();
        if (predicate.equals(Attestation.RESULT) && !Attestation.isOurs(told)) {
            return Optional.empty();
        }
        if (subjects.size() != 1) {
            throw members.fault("subject", "one subject, the manifest", Integer.toString(subjects.size()));
        }
        return Optional.of(new Statement(envelope, predicate, subjects.get(0), told));
    }

    private static String subject(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        members.string("name");
        Members digest = members.required("digest", Values::object).members();
        String sha256 = digest.string("sha256");
        digest.end();
        members.end();
        return sha256;
    }

    private static List<JsonObject> predicates(List<Statement> statements, String type) {
        return statements.stream()
                .filter(statement -> statement.type().equals(type))
                .map(Statement::predicate)
                .toList();
    }

    /** The verdict is about its subject, and says itself whatever else is said of it. */
    private void check(Bytes manifest, List<JsonObject> results) throws MalformedException, NotVerifiedException {
        if (!said("mode").equals("current")) {
            throw new NotVerifiedException("attestation", "wanted an answer of now, found one of mode " + said("mode"));
        }
        String judged = document.basis().getOrDefault("manifest sha256", "");
        if (!judged.equals(manifest.hex())) {
            throw new NotVerifiedException(
                    "attestation", "wanted a verdict of its subject " + manifest.hex() + ", found one of " + judged);
        }
        Optional<JsonObject> wanted = Attestation.result(verdict);
        for (JsonObject result : results) {
            if (!wanted.equals(Optional.of(result))) {
                throw new NotVerifiedException(
                        "attestation", "wanted the result that follows from the verdict, found another");
            }
        }
    }

    /** Whether every statement about the manifest was signed with this key. */
    public boolean isSignedBy(VerificationKey key) {
        return envelopes.stream().allMatch(envelope -> envelope.isSignedBy(key));
    }

    /** Whether a clearance on record says the same. */
    public boolean isAlso(Clearance clearance) {
        return said("manifest sha256").equals(clearance.manifest())
                && said("policy sha256").equals(clearance.policy())
                && said("rules sha256").equals(clearance.rules())
                && document.outcome().word().equals(clearance.outcome())
                && said("log root").equals(clearance.log().root())
                && said("evaluated").equals(Instants.format(clearance.evaluated()));
    }

    /** The answer. */
    public Outcome outcome() {
        return document.outcome();
    }

    /** As of when it was given, as it is spelled. */
    public String evaluated() {
        return said("evaluated");
    }

    private String said(String name) {
        return document.basis().getOrDefault(name, "");
    }

    /** The whole of it. */
    public JsonObject verdict() {
        return verdict;
    }
}
