package org.countenance.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.PlainText;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Person;
import org.countenance.manifest.Use;
import org.countenance.record.Id;
import org.countenance.scope.Word;
import org.countenance.verify.Finding;
import org.countenance.verify.Outcome;
import org.countenance.verify.Timeline;
import org.countenance.verify.Verdict;

/**
 * The uses as the page's script reads them: rows of numbers that stand for what is written once. Uses come first and the
 * lists after them, so that nothing is held longer than it is written.
 */
final class PageRows {

    private static final int DESCRIPTION = 200;

    private final Page page;
    private final Verdict verdict;
    private final Numbered<Id> ids = new Numbered<>();
    private final Numbered<String> texts = new Numbered<>();
    private final Numbered<Reason> reasons = new Numbered<>();
    private final Numbered<String> rules = new Numbered<>();
    private final Numbered<List<Id>> evidence = new Numbered<>();
    private final Explanations explanations;
    private final List<Outcome> outcomes;
    private final Map<Id, Integer> people = new HashMap<>();
    private final IdentityHashMap<Finding, Integer> groups = new IdentityHashMap<>();

    PageRows(Page page) {
        this.page = page;
        this.verdict = page.verdict();
        this.explanations = page.explanations();
        this.outcomes = page.dossier().outcomes();
        page.dossier().people().forEach(person -> people.put(person.person(), people.size()));
        List<Cause> all = page.dossier().groups();
        for (int i = 0; i < all.size(); i++) {
            for (Finding finding : all.get(i).findings()) {
                groups.put(finding, i);
            }
        }
    }

    /** A finding without the use that it is about. */
    private record Reason(int group, Finding told, int rule) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Reason reason && key().equals(reason.key());
        }

        @Override
        public int hashCode() {
            return told.message().hashCode();
        }

        private List<Object> key() {
            return List.of(
                    group,
                    told.rule(),
                    told.severity(),
                    told.message(),
                    told.wanted(),
                    told.found(),
                    told.records(),
                    told.waiver());
        }
    }

    void write(Appendable out) throws IOException {
        out.append("{\"uses\":[");
        boolean first = true;
        for (Dossier.UseLine use : page.dossier().uses()) {
            out.append(first ? "\n" : ",\n");
            append(out, use(use));
            first = false;
        }
        out.append("\n]");
        member(
                out,
                "people",
                page.dossier().people().stream().map(each -> id(each.person())).toList());
        member(out, "groups", page.dossier().groups().stream().map(this::group).toList());
        member(out, "reasons", reasons.all().stream().map(this::reason).toList());
        member(out, "evidence", evidence.all().stream().map(this::numbers).toList());
        member(out, "grants", grants());
        member(out, "outcomes", strings(outcomes.stream().map(Outcome::word).toList()));
        member(
                out,
                "remedies",
                verdict.remedies().stream().map(each -> numbers(each.signs())).toList());
        member(out, "rules", rules.all().stream().map(this::rule).toList());
        member(out, "ids", ids.all().stream().map(this::called).toList());
        member(out, "texts", strings(texts.all()));
        out.append(",\n\"words\":");
        JsonObject.Builder words = JsonObject.builder();
        page.words().under("js.").forEach(words::put);
        append(out, words.build());
        out.append("}\n");
    }

    private static void member(Appendable out, String name, List<? extends JsonValue> values) throws IOException {
        out.append(",\n\"").append(name).append("\":");
        append(out, JsonArray.of(values));
    }

    /** Nothing in it ends or begins anything in HTML. */
    private static void append(Appendable out, JsonValue value) throws IOException {
        out.append(JsonText.compact(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026"));
    }

    private JsonArray use(Dossier.UseLine line) {
        Use use = line.declared();
        Asset asset = verdict.declared().assetOf(use);
        return JsonArray.of(List.of(
                text(use.id()),
                text(use.asset()),
                number(asset.episode().orElse(-1)),
                person(use.person()),
                number(outcomes.indexOf(line.answer().outcome())),
                number(use.where().place().line()),
                number(texts.of(how(use))),
                number(texts.of(page.shown(use.made()))),
                JsonArray.of(line.findings().stream()
                        .map(finding -> number(reason(finding)))
                        .toList()),
                number(evidence.of(line.answer().relied())),
                number(page.dossier().remedyOf(use.id()).orElse(-1))));
    }

    private JsonValue person(Person person) {
        return person instanceof Person.Unidentified unnamed
                ? JsonString.of(PlainText.shown(unnamed.text(), DESCRIPTION))
                : number(people.getOrDefault(new Id(person.party().orElseThrow()), -1));
    }

    /** What of a person is used, as what, and how. */
    private String how(Use use) {
        List<String> how = new ArrayList<>(words(use.modalities()));
        how.add(page.say(use.role().word()));
        how.add(page.say(use.technique().word()));
        how.addAll(words(use.contexts()));
        use.character().ifPresent(how::add);
        return page.words().list(how);
    }

    private List<String> words(Collection<? extends Word> words) {
        return words.stream().map(Word::word).sorted().map(page::say).toList();
    }

    private int reason(Finding finding) {
        return reasons.of(new Reason(
                groups.getOrDefault(finding, -1),
                finding,
                rules.of(finding.rule().code())));
    }

    private JsonArray reason(Reason reason) {
        Finding told = reason.told();
        boolean inMessage = told.message().contains(told.found());
        return JsonArray.of(List.of(
                number(reason.group()),
                number(reason.rule()),
                JsonString.of(told.severity().word()),
                text(page.say(told.message())),
                number(texts.of(page.say(told.wanted()))),
                number(inMessage ? -1 : texts.of(page.say(told.found()))),
                numbers(told.records()),
                number(told.waiver().map(ids::of).orElse(-1))));
    }

    private JsonArray group(Cause group) {
        return JsonArray.of(List.of(JsonString.of(group.rule().code()), text(page.say(group.message()))));
    }

    private JsonString rule(String code) {
        return JsonString.of(explanations.of(code).stream()
                .map(Explanations.Entry::heading)
                .findFirst()
                .orElse(code));
    }

    private List<JsonValue> grants() {
        Map<Id, Timeline.Consent> consents = verdict.timelines().stream()
                .flatMap(timeline -> timeline.consents().stream())
                .collect(Collectors.toMap(Timeline.Consent::grant, each -> each, (one, other) -> one));
        return verdict.grants().stream()
                .map(grant -> grant(grant, Optional.ofNullable(consents.get(grant.id()))))
                .toList();
    }

    private JsonValue grant(Verdict.GrantStanding grant, Optional<Timeline.Consent> consent) {
        return JsonArray.of(List.of(
                id(grant.id()),
                id(grant.person()),
                JsonString.of(page.words().text("capacity." + grant.capacity())),
                JsonString.of(page.words().text("identity." + grant.identity())),
                JsonString.of(
                        page.words().text("standing." + grant.standing().words().replace(' ', '-'))),
                number(grant.custody().map(ids::of).orElse(-1)),
                JsonArray.of(grant.chain().stream()
                        .map(link -> JsonArray.of(
                                List.of(id(link.link()), id(link.party()), JsonString.of(page.say(link.capacity())))))
                        .toList()),
                number(grant.index()),
                JsonString.of(consent.map(each -> page.shown(each.logged())).orElse("")),
                JsonString.of(consent.map(each -> page.shown(each.shown())).orElse(""))));
    }

    private JsonArray called(Id id) {
        return JsonArray.of(List.of(
                JsonString.of(id.shown()),
                JsonString.of(id.text()),
                JsonString.of(page.name(id).orElse(""))));
    }

    private JsonNumber id(Id id) {
        return number(ids.of(id));
    }

    private JsonArray numbers(List<Id> list) {
        return JsonArray.of(list.stream().map(this::id).toList());
    }

    private static List<JsonString> strings(Collection<String> list) {
        return list.stream().map(PageRows::text).toList();
    }

    private static JsonString text(String anybodys) {
        return JsonString.of(PlainText.shown(anybodys));
    }

    private static JsonNumber number(long number) {
        return JsonNumber.of(number);
    }
}
