package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.record.Id;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the grants that a verdict asks for, one file for each person, to be signed by her. */
@Command(
        name = "request",
        description = "write the unsigned grants that a verdict asks for",
        footer = {
            "",
            "Example:",
            "  consent request --from verdict.json --into requests",
            "  each performer signs hers: consent grant --key lin -f requests/<id>.json"
        },
        mixinStandardHelpOptions = true)
final class RequestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--from", required = true, paramLabel = "VERDICT", description = "a verdict as JSON")
    private String verdict = "";

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "where to write the requests")
    private String directory = "";

    RequestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        JsonObject read = Values.object(JsonText.parse(
                Bytes.of(Files.readAllBytes(surroundings.path(verdict))), "verdict", JsonLimits.DOCUMENT));
        List<JsonObject> remedies = read.members().required("remedies", Values.possiblyEmptyListOf(Values::object));
        if (remedies.isEmpty()) {
            throw CommandException.failed("wanted a verdict with remedies, found none: no grant would help", "");
        }
        Path into = Files.createDirectories(surroundings.path(directory));
        for (JsonObject remedy : remedies) {
            Members members = remedy.members();
            JsonObject request = members.required("request", Values::object);
            // Whoever signs for somebody may sign for several.
            Id person = request.members().required("sub", Id::read);
            Path file = into.resolve(person.shown() + ".json");
            Files.writeString(file, JsonText.pretty(request));
            surroundings.out().println(directory + "/" + file.getFileName());
        }
        return ExitCode.DONE.number();
    }
}
