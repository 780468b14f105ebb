package org.countenance.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countenance.base.Bytes;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.TextReader;
import org.countenance.json.Values;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;
import org.countenance.verify.Severity;

/**
 * A verdict as it was written, read back to be compared. Untrusted: a file that says it is a verdict proves nothing, and
 * members that this version does not know are left aside.
 *
 * @param outcome the answer
 * @param basis what it rests on, by name: {@code log size}, {@code assurance identity}
 * @param steps how each step ended
 * @param uses the answer for each use, in their order
 * @param findings what the rules had to say, in their order
 * @param grants the grants about the production, in their order
 * @param waivers what was waived, each as it stands there
 * @param remedies what would clear it
 */
public record VerdictDocument(
        Outcome outcome,
        Map<String, String> basis,
        Map<String, String> steps,
        Map<String, Outcome> uses,
        List<Reason> findings,
        Map<Id, GrantLine> grants,
        List<String> waivers,
        List<RemedyLine> remedies) {

    private static final List<String> BASIS =
            List.of("mode", "evaluated", "manifest", "log", "policy", "rules", "assurance");

    /**
     * A finding as far as two verdicts can share it: where it stands in the manifest is left out.
     *
     * @param rule the rule's code
     * @param severity how much it weighs
     * @param use which use; absent where it concerns all
     * @param person whose likeness
     * @param records which records it rests on
     * @param message the whole in one sentence
     */
    public record Reason(
            String rule,
            Severity severity,
            Optional<String> use,
            Optional<Id> person,
            List<Id> records,
            String message) {

        /** The same reason, of whatever use. */
        Reason ofAnyUse() {
            return new Reason(rule, severity, Optional.empty(), person, records, message);
        }
    }

    /**
     * A grant and how it stood.
     *
     * @param person whose
     * @param standing how it stood
     */
    public record GrantLine(Id person, String standing) {}

    /**
     * A grant that is missing.
     *
     * @param signs who must sign it
     * @param uses for which uses
     * @param request the grant as it is proposed
     */
    public record RemedyLine(List<Id> signs, List<String> uses, JsonObject request) {}

    /**
     * Reads a verdict of version 1.
     *
     * @param utf8 its bytes
     * @param name what to call it where it does not read
     */
    public static VerdictDocument parse(Bytes utf8, String name) throws MalformedException {
        JsonObject object = Values.object(JsonText.parse(utf8, name, JsonLimits.DOCUMENT));
        Members members = object.members();
        long version = members.required("verdict", Values.atLeast(1));
        if (version != 1) {
            throw members.fault("verdict", "`1`, the version of verdicts that this program reads", "`" + version + "`");
        }
        return new VerdictDocument(
                members.text("outcome", word("an outcome", Outcome.values(), Outcome::word)),
                basis(object),
                keyed(members, "steps", step -> step.string("step"), step -> step.string("result")),
                keyed(members, "uses", use -> use.string("id"), VerdictDocument::outcome),
                members.required("findings", Values.possiblyEmptyListOf(VerdictDocument::reason)),
                keyed(members, "grants", grant -> grant.required("id", Id::read), VerdictDocument::grant),
                members.required("waivers", Values.possiblyEmptyListOf(value -> text(value))),
                members.required("remedies", Values.possiblyEmptyListOf(VerdictDocument::remedy)));
    }

    /** Reads one member of an object. */
    @FunctionalInterface
    private interface Part<T> {
        T read(Members members) throws MalformedException;
    }

    private static <K, V> Map<K, V> keyed(Members members, String name, Part<K> key, Part<V> value)
            throws MalformedException {
        Map<K, V> map = new LinkedHashMap<>();
        for (JsonObject each : members.required(name, Values.possiblyEmptyListOf(Values::object))) {
            Members item = each.members();
            if (map.put(key.read(item), value.read(item)) != null) {
                throw MalformedException.of(each.place(), "each of `" + name + "` once", "one of them twice");
            }
        }
        return map;
    }

    private static Map<String, String> basis(JsonObject verdict) throws MalformedException {
        Map<String, String> basis = new LinkedHashMap<>();
        for (String name : BASIS) {
            JsonValue value = verdict.members().required(name, each -> each);
            flatten(name, value, basis);
        }
        return basis;
    }

    private static void flatten(String name, JsonValue value, Map<String, String> basis) {
        if (value instanceof JsonObject object) {
            object.values().forEach((member, inner) -> flatten(name + " " + member, inner, basis));
        } else {
            basis.put(name, text(value));
        }
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string
                ? string.text()
                : JsonText.compact(value).strip();
    }

    private static Outcome outcome(Members use) throws MalformedException {
        return use.text("outcome", word("an outcome", Outcome.values(), Outcome::word));
    }

    private static Reason reason(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        return new Reason(
                members.string("rule"),
                members.text("severity", word("a severity", Severity.values(), Severity::word)),
                members.optional("use", Values::string),
                members.optional("person", Id::read),
                members.required("records", Values.possiblyEmptyListOf(Id::read)),
                members.string("message"));
    }

    private static GrantLine grant(Members members) throws MalformedException {
        return new GrantLine(members.required("person", Id::read), members.string("standing"));
    }

    private static RemedyLine remedy(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        return new RemedyLine(
                members.required("signs", Values.listOf(Id::read)),
                members.required("uses", Values.listOf(Values::string)),
                members.required("request", Values::object));
    }

    private static <E extends Enum<E>> TextReader<E> word(String what, E[] constants, Function<E, String> spelling) {
        return text -> {
            for (E each : constants) {
                if (spelling.apply(each).equals(text)) {
                    return each;
                }
            }
            List<String> known = Arrays.stream(constants).map(spelling).toList();
            throw MalformedException.of(
                    Place.NOWHERE, what, MalformedException.quote(text), ClosestWord.hint(text, known));
        };
    }
}
