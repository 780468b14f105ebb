package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        JsonObject read = Values.object(JsonText.parse(surroundings.read(verdict), "verdict", JsonLimits.DOCUMENT));
        List<JsonObject> remedies = read.members().required("remedies", Values.possiblyEmptyListOf(Values::object));
        Set<String> helped = new HashSet<>();
        Map<String, String> requests = new LinkedHashMap<>();
        for (JsonObject remedy : remedies) {
            Members members = remedy.members();
            List<Id> signers = members.required("signs", Values.listOf(Id::read));
            List<String> uses = members.required("uses", Values.listOf(Values::string));
            helped.addAll(uses);
            JsonObject request = members.required("request", Values::object);
            // Whoever signs for somebody may sign for several.
            String file = file(request.members().required("sub", Id::read), requests.keySet());
            requests.put(file, JsonText.pretty(request));
            surroundings
                    .err()
                    .println(file + " is for " + (uses.size() == 1 ? "one use" : uses.size() + " uses")
                            + ", to be signed by "
                            + signers.stream().map(Id::shown).collect(Collectors.joining(", ")));
        }
        tellUnhelped(read, helped);
        if (requests.isEmpty()) {
            throw CommandException.failed("wanted a verdict with remedies, found none: no grant would help", "");
        }
        write(requests);
        return ExitCode.DONE.number();
    }

    private void write(Map<String, String> requests) throws IOException {
        Files.createDirectories(surroundings.path(directory));
        for (Map.Entry<String, String> request : requests.entrySet()) {
            surroundings.write(request.getKey(), request.getValue());
            surroundings.out().println(request.getKey());
        }
    }

    private String file(Id person, Set<String> taken) {
        String name = directory + "/" + person.shown();
        String file = name + ".json";
        for (int i = 2; taken.contains(file); i++) {
            file = name + "-" + i + ".json";
        }
        return file;
    }

    /** A performer should not sign in vain, nor a studio wait for what no grant gives. */
    private void tellUnhelped(JsonObject read, Set<String> helped) throws MalformedException {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        for (JsonObject finding : read.members().required("findings", Values.possiblyEmptyListOf(Values::object))) {
            Members members = finding.members();
            String severity = members.required("severity", Values::string);
            Optional<String> use = members.optional("use", Values::string);
            if (use.isPresent() && !severity.equals("warning") && !severity.equals("note")) {
                rules.computeIfAbsent(use.get(), any -> new TreeSet<>()).add(members.required("rule", Values::string));
            }
        }
        rules.keySet().removeAll(helped);
        rules.forEach((use, codes) -> surroundings
                .err()
                .println("consent: warning: no grant would clear use " + MalformedException.quote(use) + ": "
                        + String.join(", ", codes) + " stands in the way; `consent explain "
                        + codes.iterator().next() + "`"));
    }
}
