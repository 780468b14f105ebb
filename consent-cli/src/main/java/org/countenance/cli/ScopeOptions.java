package org.countenance.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonValue;
import picocli.CommandLine.Option;

/** One scope from flags, written as {@code consent grant} writes them. */
final class ScopeOptions {

    @Option(names = "--role", paramLabel = "WORD,...", description = "depicted, driver; `any`")
    private Optional<String> role = Optional.empty();

    @Option(names = "--modality", paramLabel = "WORD,...", description = "face, voice, body, ...; `any`")
    private Optional<String> modality = Optional.empty();

    @Option(names = "--technique", paramLabel = "WORD,...", description = "capture, face-generation, ...; `any`")
    private Optional<String> technique = Optional.empty();

    @Option(names = "--context", paramLabel = "WORD,...", description = "sensitive settings; `none`")
    private Optional<String> context = Optional.empty();

    @Option(names = "--medium", paramLabel = "WORD,...", description = "micro-drama-app, svod, ...; `any`")
    private Optional<String> medium = Optional.empty();

    @Option(names = "--territory", paramLabel = "CODE,...", description = "CN, SG, 001, -CN to exclude; `any`")
    private Optional<String> territory = Optional.empty();

    @Option(names = "--language", paramLabel = "TAG,...", description = "languages spoken; `any`")
    private Optional<String> language = Optional.empty();

    @Option(names = "--made", paramLabel = "FROM/UNTIL", description = "when it may be captured or made; `any`")
    private Optional<String> made = Optional.empty();

    @Option(names = "--shown", paramLabel = "FROM/UNTIL", description = "when it may be shown; `any`")
    private Optional<String> shown = Optional.empty();

    /** The scope, when any of it was said. */
    Optional<JsonObject> scope() throws CommandException, MalformedException {
        Map<String, Optional<String>> written = written();
        if (written.values().stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        for (Map.Entry<String, Optional<String>> each : written.entrySet()) {
            if (each.getValue().isEmpty()) {
                throw CommandException.usage(
                        "wanted --" + each.getKey() + " beside the rest of the scope, found none",
                        "a scope writes everything out; `any` and `none` are words too");
            }
        }
        return Optional.of(JsonObject.builder()
                .put("roles", list(role))
                .put("modalities", list(modality))
                .put("techniques", list(technique))
                .put("contexts", list(context))
                .put("media", list(medium))
                .put("territories", ScopeWords.territories(territory.orElseThrow()))
                .put("languages", list(language))
                .put("made", ScopeWords.window("--made", made.orElseThrow()))
                .put("shown", ScopeWords.window("--shown", shown.orElseThrow()))
                .build());
    }

    private Map<String, Optional<String>> written() {
        Map<String, Optional<String>> written = new LinkedHashMap<>();
        written.put("role", role);
        written.put("modality", modality);
        written.put("technique", technique);
        written.put("context", context);
        written.put("medium", medium);
        written.put("territory", territory);
        written.put("language", language);
        written.put("made", made);
        written.put("shown", shown);
        return written;
    }

    private static JsonValue list(Optional<String> written) {
        return ScopeWords.list(written.orElseThrow());
    }
}
