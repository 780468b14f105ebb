package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.record.CharacterName;
import org.countenance.record.ExternalId;
import picocli.CommandLine.Option;

/** One permission and its terms, from flags. */
final class GrantOptions {

    @Option(names = "--licensee", paramLabel = "PARTY,...", description = "to whom: @alias or ids; `any`")
    private Optional<String> licensee = Optional.empty();

    @Option(names = "--production", paramLabel = "SCHEME:VALUE,...", description = "for which production; `any`")
    private Optional<String> production = Optional.empty();

    @Option(names = "--character", paramLabel = "NAME,...", description = "as which characters; `any`")
    private Optional<String> character = Optional.empty();

    @Option(names = "--role", paramLabel = "WORD,...", description = "depicted, driver")
    private Optional<String> role = Optional.empty();

    @Option(names = "--modality", paramLabel = "WORD,...", description = "face, voice, body, ...")
    private Optional<String> modality = Optional.empty();

    @Option(names = "--technique", paramLabel = "WORD,...", description = "capture, face-generation, ...")
    private Optional<String> technique = Optional.empty();

    @Option(names = "--context", paramLabel = "WORD,...", description = "sensitive settings; `none`")
    private Optional<String> context = Optional.empty();

    @Option(names = "--medium", paramLabel = "WORD,...", description = "micro-drama-app, svod, ...")
    private Optional<String> medium = Optional.empty();

    @Option(names = "--territory", paramLabel = "CODE,...", description = "CN, SG, 001, -CN to exclude")
    private Optional<String> territory = Optional.empty();

    @Option(names = "--language", paramLabel = "TAG,...", description = "languages spoken")
    private Optional<String> language = Optional.empty();

    @Option(names = "--made", paramLabel = "FROM/UNTIL", description = "when the likeness may be captured or made")
    private Optional<String> made = Optional.empty();

    @Option(
            names = "--shown",
            paramLabel = "FROM/UNTIL",
            description = "when it may be shown; UNTIL may be `perpetual`")
    private Optional<String> shown = Optional.empty();

    @Option(names = "--notice", paramLabel = "DURATION", description = "notice of a withdrawal, e.g. P30D; `never`")
    private Optional<String> notice = Optional.empty();

    @Option(names = "--cause", paramLabel = "DURATION", description = "notice of a withdrawal with a cause")
    private Optional<String> cause = Optional.empty();

    @Option(
            names = "--released",
            paramLabel = "WHAT",
            description = "continue, wind-down:P30D or withdraw: what is out already")
    private Optional<String> released = Optional.empty();

    @Option(names = "--duty", paramLabel = "WORD,...", description = "label, credit, approval, payment")
    private String duty = "none";

    @Option(names = "--sublicensing", paramLabel = "WHOM", description = "none (default), any, or parties")
    private String sublicensing = "none";

    @Option(names = "--exclusive", description = "to nobody else")
    private boolean exclusive;

    @Option(names = "--survives-death", description = "holds after your death")
    private boolean survivesDeath;

    @Option(names = "--ratifies", description = "also covers what was made before this is logged")
    private boolean ratifies;

    @Option(names = "--intended-use", paramLabel = "TEXT[@LANG]", description = "what it is for, in words")
    private Optional<String> intendedUse = Optional.empty();

    /** Whether none of the things that a grant must say was said. */
    boolean isSilent() {
        return licensee.isEmpty()
                && production.isEmpty()
                && modality.isEmpty()
                && technique.isEmpty()
                && shown.isEmpty()
                && notice.isEmpty();
    }

    /** Whether nothing was said but what it is for, in words. */
    boolean isOnlyWords() {
        boolean terms = Stream.of(cause, released).allMatch(Optional::isEmpty)
                && duty.equals("none")
                && sublicensing.equals("none")
                && !exclusive
                && !survivesDeath
                && !ratifies;
        return isSilent()
                && terms
                && Stream.of(character, role, context, medium, territory, language, made)
                        .allMatch(Optional::isEmpty);
    }

    Optional<String> intendedUse() {
        return intendedUse;
    }

    /** The grant's own members, in the order of the specification. */
    JsonObject content(AddressBook book, String salt) throws CommandException, IOException, MalformedException {
        JsonObject.Builder content = JsonObject.builder()
                .put("capacity", "self")
                .put("licensees", licensees(book))
                .put("productions", productions())
                .put("characters", characters(salt))
                .put("permissions", JsonArray.of(List.of(permission())))
                .put("prohibitions", JsonArray.of(List.of()))
                .put("terms", terms(book))
                .put("facts", JsonObject.builder().build());
        return ratifies ? content.put("ratifies", true).build() : content.build();
    }

    /** The names behind the hashes, for the annex. */
    List<String> characterNames() {
        return character
                .filter(written -> !written.equals("any"))
                .map(ScopeWords::split)
                .orElse(List.of());
    }

    private JsonValue licensees(AddressBook book) throws CommandException, IOException, MalformedException {
        String written = need("--licensee", licensee);
        if (written.equals("any")) {
            return JsonString.of("*");
        }
        return ids(written, book);
    }

    private static JsonArray ids(String written, AddressBook book)
            throws CommandException, IOException, MalformedException {
        List<String> ids = new ArrayList<>();
        for (String each : ScopeWords.split(written)) {
            ids.add(book.resolve(each).text());
        }
        return JsonArray.ofStrings(ids);
    }

    private JsonValue productions() throws CommandException, MalformedException {
        String written = need("--production", production);
        if (written.equals("any")) {
            return JsonString.of("*");
        }
        List<JsonObject> pins = new ArrayList<>();
        for (String each : ScopeWords.split(written)) {
            pins.add(JsonObject.builder()
                    .put("id", ExternalId.parse(each).toJson())
                    .build());
        }
        return JsonArray.of(pins);
    }

    private JsonValue characters(String salt) throws CommandException {
        String written = need("--character", character);
        return written.equals("any")
                ? JsonString.of("*")
                : JsonArray.ofStrings(characterNames().stream()
                        .map(name -> CharacterName.hash(salt, name))
                        .toList());
    }

    private JsonObject permission() throws CommandException, MalformedException {
        return JsonObject.builder()
                .put("roles", ScopeWords.list(need("--role", role)))
                .put("modalities", ScopeWords.list(need("--modality", modality)))
                .put("techniques", ScopeWords.list(need("--technique", technique)))
                .put("contexts", ScopeWords.list(need("--context", context)))
                .put("media", ScopeWords.list(need("--medium", medium)))
                .put("territories", ScopeWords.territories(need("--territory", territory)))
                .put("languages", ScopeWords.list(need("--language", language)))
                .put("made", ScopeWords.window("--made", need("--made", made)))
                .put("shown", ScopeWords.window("--shown", need("--shown", shown)))
                .build();
    }

    private JsonObject terms(AddressBook book) throws CommandException, IOException, MalformedException {
        JsonObject.Builder withdrawal =
                JsonObject.builder().put("notice", need("--notice", notice)).put("cause", need("--cause", cause));
        ScopeWords.released(need("--released", released), withdrawal);
        JsonValue passedOn = sublicensing.equals("none") || sublicensing.equals("any")
                ? JsonString.of(sublicensing)
                : ids(sublicensing, book);
        return JsonObject.builder()
                .put("withdrawal", withdrawal.build())
                .put("sublicensing", passedOn)
                .put("exclusive", exclusive)
                .put("survivesDeath", survivesDeath)
                .put("strike", "suspends")
                .put("duties", ScopeWords.list(duty))
                .build();
    }

    /** Silence is no: what is not said is asked for, never filled in. */
    private static String need(String option, Optional<String> written) throws CommandException {
        return written.orElseThrow(() -> CommandException.usage(
                "wanted " + option + ", found none", "a grant writes everything out; `any` and `none` are words too"));
    }
}
