package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.record.Draft;
import org.countenance.record.RecordKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says no, until it is lifted. */
@Command(
        name = "prohibit",
        description = "say no, until you lift it",
        footer = {
            "",
            "Example:",
            "  consent prohibit --key lin --scope any --against delegates --reach new --yes",
            "  nobody may sign for you any more; what you signed yourself stays"
        },
        mixinStandardHelpOptions = true)
final class ProhibitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Option(
            names = "--scope",
            required = true,
            paramLabel = "any|FILE",
            description = "`any`, or a file with one scope or several")
    private String scope = "";

    @Option(
            names = "--against",
            paramLabel = "WHOM",
            description = "any (default), delegates, or parties as @alias,...")
    private String against = "any";

    @Option(names = "--reach", paramLabel = "REACH", description = "new, unreleased (default) or all")
    private String reach = "unreleased";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, in words that can be erased")
    private Optional<String> reason = Optional.empty();

    ProhibitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        try (Signing signing = Signing.open(surroundings, options)) {
            Draft draft = signing.draft(RecordKind.PROHIBITION, signing.signer())
                    .with("scopes", scopes())
                    .with("against", against(signing))
                    .with("reach", reach)
                    .with("ground", "standing");
            reason.ifPresent(
                    text -> draft.annexed(signing.words().put("statement", text).build()));
            String words = "prohibits " + (scope.equals("any") ? "everything" : "what `" + scope + "` names")
                    + " against " + (against.equals("any") ? "everybody" : against) + ", reach " + reach;
            signing.confirm("this " + words + "\nit stands until you lift it");
            signing.finish(draft, words + ": {id}, entry {entry}; `consent lift id:{full}` ends it");
        }
        return ExitCode.DONE.number();
    }

    private JsonValue scopes() throws IOException, MalformedException {
        if (scope.equals("any")) {
            return JsonString.of("*");
        }
        JsonValue read =
                JsonText.parse(Bytes.of(Files.readAllBytes(surroundings.path(scope))), "scope", JsonLimits.RECORD);
        return read instanceof JsonArray ? read : JsonArray.of(java.util.List.of(read));
    }

    private JsonValue against(Signing signing) throws CommandException, IOException, MalformedException {
        if (against.equals("any")) {
            return JsonString.of("*");
        }
        if (against.equals("delegates")) {
            return JsonObject.builder().put("signers", "delegates").build();
        }
        java.util.List<String> ids = new java.util.ArrayList<>();
        for (String each : ScopeWords.split(against)) {
            ids.add(signing.book().resolve(each).text());
        }
        return JsonObject.builder().put("licensees", JsonArray.ofStrings(ids)).build();
    }
}
