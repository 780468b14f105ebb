package org.countenance.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.TextReader;
import org.countenance.json.Values;
import org.countenance.record.Assurance;
import org.countenance.record.Id;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;
import org.countenance.verify.Severity;

/** Reads what {@link AuditAnswerJson} wrote, and nothing else. Untrusted: whoever wrote it may have written anything. */
final class AuditAnswerReader {

    private AuditAnswerReader() {}

    static AuditAnswer read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        AuditAnswer answer = new AuditAnswer(
                members.string("production"),
                members.string("title"),
                members.text("outcome", word("an outcome", Outcome.values(), Outcome::word)),
                members.text("evaluated", Instants::parse),
                members.required("assurance", Assurance::read),
                members.required("manifest", AuditAnswerReader::hash),
                members.required("log", AuditAnswerReader::log),
                members.required("people", Values.possiblyEmptyListOf(AuditAnswerReader::person)),
                members.required("findings", Values.possiblyEmptyListOf(AuditAnswerReader::concern)),
                members.required("waivers", Values.possiblyEmptyListOf(AuditAnswerReader::waiver)),
                members.required("skipped", Values.possiblyEmptyListOf(AuditAnswerReader::skipped)),
                members.required("ending", Values.possiblyEmptyListOf(AuditAnswerReader::ending)));
        members.end();
        Outcome told = outcome(answer.concerns());
        if (told != answer.outcome()) {
            throw members.fault(
                    "outcome",
                    "`" + told.word() + "`, as its findings say",
                    answer.outcome().word());
        }
        return answer;
    }

    private static Outcome outcome(List<AuditConcern> concerns) {
        Outcome outcome = Outcome.CLEARED;
        for (AuditConcern concern : concerns) {
            Outcome one = switch (concern.severity()) {
                case BLOCK -> Outcome.BLOCKED;
                case UNDETERMINED -> Outcome.UNDETERMINED;
                case WARNING, NOTE -> Outcome.CLEARED;
            };
            boolean waived = one != Outcome.CLEARED && concern.waiver().isPresent();
            outcome = AuditSummary.worse(outcome, waived ? Outcome.CLEARED_WITH_WAIVERS : one);
        }
        return outcome;
    }

    private static Bytes hash(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Bytes hash = members.text("sha256", Bytes::fromHex);
        members.end();
        return hash;
    }

    private static AuditAnswer.Log log(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        AuditAnswer.Log log = new AuditAnswer.Log(
                members.string("origin"),
                members.required("size", Values.atLeast(0)),
                members.string("root"),
                members.text("instant", Instants::parse));
        members.end();
        return log;
    }

    private static AuditAnswer.PersonUses person(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Optional<Id> person = members.optional("person", Id::read);
        Members uses = members.required("uses", Values::object).members();
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            uses.optional(outcome.word(), Values.atLeast(1)).ifPresent(count -> outcomes.put(outcome, count));
        }
        uses.end();
        members.end();
        return new AuditAnswer.PersonUses(person, outcomes);
    }

    private static AuditConcern concern(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        AuditConcern concern = new AuditConcern(
                members.text("rule", word("a rule", Rule.values(), Rule::code)),
                members.text("severity", word("a severity", Severity.values(), Severity::word)),
                members.optional("person", Id::read),
                members.required("people", Values.possiblyEmptyListOf(Id::read)),
                members.string("message"),
                members.optional("found", Values::string),
                members.required("findings", Values.atLeast(1)),
                members.required("uses", Values.atLeast(0)),
                members.required("examples", Values.possiblyEmptyListOf(Values::string)),
                members.optional("at", AuditAnswerReader::place),
                members.optional("waiver", Id::read));
        members.end();
        return concern;
    }

    private static Place place(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Place place = new Place(
                "manifest",
                members.string("pointer"),
                Math.toIntExact(members.required("line", Values.atLeast(0))),
                Math.toIntExact(members.required("column", Values.atLeast(0))));
        members.end();
        return place;
    }

    private static AuditAnswer.WaiverLine waiver(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        AuditAnswer.WaiverLine waiver = new AuditAnswer.WaiverLine(
                members.required("id", Id::read),
                members.string("rule"),
                members.string("what"),
                members.required("officer", Id::read),
                members.string("reason"),
                members.text("until", Instants::parse),
                members.required("findings", Values.atLeast(0)));
        members.end();
        return waiver;
    }

    private static AuditAnswer.Skipped skipped(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        AuditAnswer.Skipped skipped = new AuditAnswer.Skipped(members.string("step"), members.string("why"));
        members.end();
        return skipped;
    }

    private static AuditEnding ending(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        AuditEnding ending = new AuditEnding(
                members.text("kind", word("what can end", AuditEnding.Kind.values(), AuditEnding.Kind::word)),
                members.text("until", Instants::parse),
                members.required("record", Id::read),
                members.optional("person", Id::read),
                members.required("releases", Values.possiblyEmptyListOf(Values::string)));
        members.end();
        return ending;
    }

    private static <E> TextReader<E> word(String what, E[] constants, Function<E, String> spelling) {
        return text -> Arrays.stream(constants)
                .filter(each -> spelling.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> MalformedException.of(
                        Place.NOWHERE,
                        what + " like "
                                + List.of(constants).stream()
                                        .map(spelling)
                                        .limit(2)
                                        .toList(),
                        MalformedException.quote(text)));
    }
}
