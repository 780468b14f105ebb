package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countenance.base.ClosestWord;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.record.Power;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a link lets its holder do, from flags: powers, scopes, bounds on terms, window. */
final class LinkOptions {

    @Option(
            names = "--power",
            paramLabel = "WORD,...",
            description = "grant, withdraw, prohibit, lift, approve, delegate; manage from registrars")
    private Optional<String> power = Optional.empty();

    @Option(
            names = "--within",
            paramLabel = "any|FILE",
            description = "for which uses: `any`, a file with one scope or several, or the options below")
    private Optional<String> within = Optional.empty();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--window", paramLabel = "FROM/UNTIL", description = "when it holds")
    private Optional<String> window = Optional.empty();

    @Option(names = "--until", paramLabel = "INSTANT", description = "it holds from now until then")
    private Optional<String> until = Optional.empty();

    @Option(names = "--longest", paramLabel = "DURATION", description = "the longest showing that may be signed")
    private Optional<String> longest = Optional.empty();

    @Option(names = "--notice", paramLabel = "DURATION", description = "the longest notice that may be signed")
    private Optional<String> notice = Optional.empty();

    @Option(names = "--cause", paramLabel = "DURATION", description = "the longest notice with a cause")
    private Optional<String> cause = Optional.empty();

    @Option(names = "--exclusive", negatable = true, description = "whether exclusive grants may be signed")
    private Optional<Boolean> exclusive = Optional.empty();

    @Option(names = "--licensee", paramLabel = "PARTY,...", description = "to whom grants may go; `any`")
    private Optional<String> licensee = Optional.empty();

    @Option(
            names = "--sublicensing",
            paramLabel = "WHOM",
            description = "to whom licensees may pass on: none (default), any, parties")
    private Optional<String> sublicensing = Optional.empty();

    @Option(names = "--self-dealing", description = "it may also sign for whoever is close to it")
    private boolean selfDealing;

    /** The powers, each checked. */
    JsonValue powers() throws CommandException {
        List<String> words = ScopeWords.split(power.orElseThrow(() -> CommandException.usage(
                "wanted --power WORD,..., found none",
                "e.g. --power grant,withdraw; silence lets nobody do anything")));
        List<String> known = java.util.Arrays.stream(Power.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        for (String word : words) {
            if (!known.contains(word)) {
                throw CommandException.usage(
                        "wanted powers of " + String.join(", ", known) + ", found `" + word + "`",
                        ClosestWord.hint(word, known));
            }
        }
        return JsonArray.ofStrings(words);
    }

    /** The scopes: a wildcard, those of a file, or the one that was written as options. */
    JsonValue within(Surroundings surroundings) throws CommandException, IOException, MalformedException {
        Optional<JsonObject> written = scope.scope();
        if (within.isPresent() == written.isPresent()) {
            throw CommandException.usage(
                    "wanted --within any, --within FILE or a scope, found " + (within.isPresent() ? "two" : "none"),
                    "`any` leaves out what is only ever given by name");
        }
        if (written.isPresent()) {
            return JsonArray.of(List.of(written.get()));
        }
        if (within.orElseThrow().equals("any")) {
            return JsonString.of("*");
        }
        JsonValue read = JsonText.parse(surroundings.read(within.get()), "within", JsonLimits.RECORD);
        return read instanceof JsonArray ? read : JsonArray.of(List.of(read));
    }

    /** When it holds; silence is no. */
    JsonValue window(Instant now) throws CommandException, MalformedException {
        if (window.isPresent() == until.isPresent()) {
            throw CommandException.usage(
                    "wanted --until INSTANT or --window FROM/UNTIL, found " + (until.isPresent() ? "both" : "neither"),
                    "a link ends by itself on a day that you choose");
        }
        return ScopeWords.window("--window", window.orElseGet(() -> Instants.format(now) + "/" + until.orElseThrow()));
    }

    /** The bounds; one that is not written bounds nothing. */
    JsonObject terms(AddressBook book) throws CommandException, IOException, MalformedException {
        JsonObject.Builder terms = JsonObject.builder()
                .putIf("longest", longest.map(JsonString::of))
                .putIf("notice", notice.map(JsonString::of))
                .putIf("cause", cause.map(JsonString::of));
        exclusive.ifPresent(each -> terms.put("exclusive", each));
        if (licensee.isPresent()) {
            terms.put("licensees", parties(licensee.get(), book));
        }
        if (sublicensing.isPresent()) {
            terms.put(
                    "sublicensing",
                    sublicensing.get().equals("none") || sublicensing.get().equals("any")
                            ? JsonString.of(sublicensing.get())
                            : parties(sublicensing.get(), book));
        }
        return selfDealing ? terms.put("selfDealing", true).build() : terms.build();
    }

    /** {@code any}, or parties. */
    static JsonValue parties(String written, AddressBook book)
            throws CommandException, IOException, MalformedException {
        if (written.equals("any")) {
            return JsonString.of("*");
        }
        List<String> ids = new ArrayList<>();
        for (String each : ScopeWords.split(written)) {
            ids.add(book.resolve(each).text());
        }
        return JsonArray.ofStrings(ids);
    }
}
