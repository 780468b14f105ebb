package org.countenance.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Window;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonBool;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Release;
import org.countenance.manifest.Use;
import org.countenance.record.Claims;
import org.countenance.record.Id;
import org.countenance.scope.Choice;
import org.countenance.scope.Languages;
import org.countenance.scope.Modality;
import org.countenance.scope.Part;
import org.countenance.scope.Scope;
import org.countenance.scope.Speech;
import org.countenance.scope.Territories;

/** Collects what consent is missing and writes, for each person, the grant that would give it (decision.md section 6). */
final class Remedies {

    private static final Set<Rule> GRANTABLE = Set.of(Rule.NO_GRANT, Rule.OUTSIDE_SCOPE, Rule.ENDED);

    private static final Set<Rule> INSUPERABLE = EnumSet.of(
            Rule.PROHIBITED,
            Rule.ORDERED,
            Rule.SUSPENDED,
            Rule.MINOR,
            Rule.AFTER_DEATH,
            Rule.APPROVAL_MISSING,
            Rule.LABEL_MISSING,
            Rule.CAP_EXCEEDED,
            Rule.TOO_COMPLEX,
            Rule.INCOMPLETE);

    /** How long a person has to sign before nobody could tell any more when it was made. */
    private static final Duration MARGIN = Duration.ofDays(7);

    private final Evidence evidence;
    private final Manifest manifest;
    private final Signatories signatories;
    private final Map<Id, Missing> missing = new LinkedHashMap<>();

    Remedies(Evidence evidence, Manifest manifest, Validity validity) {
        this.evidence = evidence;
        this.manifest = manifest;
        this.signatories = new Signatories(evidence, validity);
    }

    /** What one person would have to allow: scopes by everything but {@code made}, and when it was made. */
    private static final class Missing {
        private final Set<String> uses = new LinkedHashSet<>();
        private final Map<Scope, Window> scopes = new LinkedHashMap<>();
        private boolean labelled = true;
        private boolean begun;
    }

    /** What is decided of a use in one of the releases that show it. */
    record Shown(Release release, Answer answer) {}

    /** Whether consent is missing that somebody might give. */
    static boolean isGrantable(Rule rule) {
        return GRANTABLE.contains(rule);
    }

    /** Why no grant that is signed now would cover such a use, whatever it says; absent where one would. */
    Optional<String> hindrance(PersonCase person, UseFacts facts) {
        if (signatories.of(person.person()).isEmpty()) {
            return Optional.of("no grant can be asked for, since " + signatories.nobody(person.person()));
        }
        if (!isBegun(facts)) {
            return Optional.empty();
        }
        String reason = evidence.policy().retroactiveBlocks()
                ? "where the trust policy wants consent before"
                : facts.namedOnly()
                        ? "in a context that is given by name"
                        : person.isMinorsMaterial(facts) ? "of a minor" : "";
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of("no grant helps that is signed now, since nothing is ratified " + reason);
    }

    private boolean isBegun(UseFacts facts) {
        return !evidence.evaluated().isBefore(facts.filters().made().from());
    }

    /** Takes note of what a use lacks in all of its releases: what stands in the way in one keeps it from being cleared. */
    void note(Use use, PersonCase of, UseFacts facts, List<Shown> answers) {
        boolean lacking = answers.stream()
                .flatMap(each -> each.answer().remarks().stream())
                .anyMatch(remark -> remark.severity() == Severity.BLOCK && isGrantable(remark.rule()));
        // What no grant helps against stands in the way: the findings say so instead.
        if (!lacking
                || answers.stream().map(Shown::answer).anyMatch(Remedies::isHindered)
                || hindrance(of, facts).isPresent()) {
            return;
        }
        Missing person = missing.computeIfAbsent(facts.person(), any -> new Missing());
        person.uses.add(use.id());
        person.begun |= isBegun(facts);
        for (Shown each : answers) {
            if (!each.answer().covered()) {
                person.labelled &= each.release().isLabelled();
                note(person, facts, each.release(), each.answer());
            }
        }
    }

    private static boolean isHindered(Answer answer) {
        return !answer.covered()
                && (answer.missing().isEmpty()
                        || answer.remarks().stream().anyMatch(remark -> INSUPERABLE.contains(remark.rule())));
    }

    private void note(Missing person, UseFacts facts, Release release, Answer answer) {
        for (Part part : answer.missing()) {
            for (Scope scope : scopes(facts, release, part)) {
                person.scopes.merge(scope, making(facts), Remedies::hull);
            }
        }
    }

    /** When it was made; until now where nothing in the log will show that it was made by then (LC132). */
    private Window making(UseFacts facts) {
        Window made = facts.filters().made();
        Instant limit = Grace.after(made.until());
        boolean old = evidence.evaluated().isAfter(limit.minus(MARGIN));
        boolean known = facts.asset().committed().map(limit::isAfter).orElse(false);
        return old && !known ? new Window(made.from(), evidence.evaluated().instant()) : made;
    }

    /** One grant for each person, in the order in which they were missed. */
    List<Verdict.Remedy> all() {
        List<Verdict.Remedy> remedies = new ArrayList<>();
        missing.forEach((person, lacking) -> {
            Signing signing = signatories.of(person).orElseThrow();
            remedies.add(
                    new Verdict.Remedy(List.copyOf(lacking.uses), signing.all(), request(person, signing, lacking)));
        });
        return List.copyOf(remedies);
    }

    private JsonObject request(Id person, Signing signing, Missing lacking) {
        List<Scope> scopes = new ArrayList<>();
        lacking.scopes.forEach((scope, made) -> scopes.add(withMade(scope, made)));
        List<Scope> merged = ScopeMerge.merge(scopes);
        return JsonObject.builder()
                .put("v", Claims.VERSION)
                .put("vocabulary", Claims.VOCABULARY)
                .put("iss", signing.signer().toJson())
                .put("sub", person.toJson())
                .put("aud", evidence.policy().name())
                .put("capacity", signing.capacity().word())
                .putIf("delegation", signing.link().map(Id::toJson))
                .put(
                        "licensees",
                        JsonArray.ofStrings(List.of(manifest.production().producer())))
                .put(
                        "productions",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("id", manifest.production().id().toJson())
                                .build())))
                .put("characters", "*")
                .put(
                        "permissions",
                        JsonArray.of(merged.stream().map(Scope::toJson).toList()))
                .put("prohibitions", JsonArray.of(List.of()))
                .put("terms", terms(lacking.labelled))
                .put("facts", JsonObject.builder().build())
                .putIf("ratifies", lacking.begun ? Optional.of(JsonBool.of(true)) : Optional.empty())
                .build();
    }

    /** Terms that are easy to take back; whoever signs may change them. */
    private static JsonObject terms(boolean labelled) {
        return JsonObject.builder()
                .put(
                        "withdrawal",
                        JsonObject.builder()
                                .put("notice", "P30D")
                                .put("cause", "P7D")
                                .put("released", "wind-down")
                                .put("windDown", "P30D")
                                .build())
                .put("sublicensing", "none")
                .put("exclusive", false)
                .put("survivesDeath", false)
                .put("strike", "suspends")
                .put("duties", JsonArray.of(labelled ? List.of(JsonString.of("label")) : List.of()))
                .build();
    }

    /** A part as scopes: modalities that are heard in the same languages go together. */
    private static List<Scope> scopes(UseFacts facts, Release release, Part part) {
        Map<Modality, Set<String>> heard = new LinkedHashMap<>();
        Set<Modality> silent = new LinkedHashSet<>();
        for (Speech speech : part.speech()) {
            if (speech.isSilent()) {
                silent.add(speech.modality());
            } else {
                heard.computeIfAbsent(speech.modality(), any -> new LinkedHashSet<>())
                        .add(speech.tag());
            }
        }
        Map<Set<String>, Set<Modality>> groups = new LinkedHashMap<>();
        heard.forEach((modality, tags) ->
                groups.computeIfAbsent(tags, any -> new LinkedHashSet<>()).add(modality));
        if (!silent.isEmpty()) {
            Set<String> languages = groups.isEmpty()
                    ? Set.of(Speech.NO_LANGUAGE)
                    : groups.keySet().iterator().next();
            groups.computeIfAbsent(languages, any -> new LinkedHashSet<>()).addAll(silent);
        }
        List<Scope> scopes = new ArrayList<>();
        groups.forEach((languages, modalities) -> {
            for (Window shown : part.times()) {
                scopes.add(scope(facts, release, part, languages, modalities, shown));
            }
        });
        return scopes;
    }

    private static Scope scope(
            UseFacts facts, Release release, Part part, Set<String> languages, Set<Modality> modalities, Window shown) {
        boolean whole = part.territories().equals(release.territories().codes());
        return new Scope(
                Choice.of(Set.of(facts.filters().role())),
                Choice.of(modalities),
                Choice.of(Set.of(facts.filters().technique())),
                Choice.of(facts.filters().contexts()),
                Choice.of(part.media()),
                whole ? release.territories() : Territories.of(part.territories()),
                Languages.of(languages),
                Window.ALWAYS,
                shown);
    }

    private static Scope withMade(Scope scope, Window made) {
        return new Scope(
                scope.roles(),
                scope.modalities(),
                scope.techniques(),
                scope.contexts(),
                scope.media(),
                scope.territories(),
                scope.languages(),
                made,
                scope.shown());
    }

    private static Window hull(Window one, Window other) {
        return new Window(
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.until().isAfter(other.until()) ? one.until() : other.until());
    }
}
