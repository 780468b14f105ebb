package org.countenance.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.report.Explanations;
import org.countenance.report.JsonSchemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells what a rule or a word means, in plain language, with an example. */
@Command(
        name = "explain",
        description = "what a rule or a word means, with an example",
        footer = {
            "",
            "Example:",
            "  consent explain LC103",
            "  consent explain face-swap",
            "",
            "`consent explain schema verdict` prints the JSON Schema of what `--format json` writes:",
            "verdict, audit, diff, impact, watch, notice, submission (of commands that sign), timestamp, proof or attestation."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "RULE|WORD",
            description = "a rule like LC103, a word of a grant, a manifest or a verdict, or `*`")
    private List<String> words = List.of();

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        if (words.get(0).equals("schema")) {
            surroundings.out().print(schema(words.subList(1, words.size())));
            return ExitCode.DONE.number();
        }
        String word = String.join(" ", words);
        Explanations explanations = Explanations.in(surroundings.language());
        List<Explanations.Entry> found = explanations.of(word);
        Optional<String> other = found.isEmpty() ? otherwise(word, explanations) : Optional.empty();
        other.ifPresent(surroundings.out()::println);
        if (found.isEmpty() && other.isEmpty()) {
            throw CommandException.usage("wanted a rule or a word, found `" + word + "`", hint(word, explanations));
        }
        for (int i = 0; i < found.size(); i++) {
            surroundings
                    .plain()
                    .print((i == 0 ? "" : "\n") + explanations.heading(found.get(i)) + "\n"
                            + found.get(i).text());
        }
        return ExitCode.DONE.number();
    }

    private static String schema(List<String> named) throws CommandException {
        List<String> names = JsonSchemas.names();
        if (named.size() == 1 && names.contains(named.get(0))) {
            return JsonSchemas.text(named.get(0));
        }
        String found = String.join(" ", named);
        throw CommandException.usage(
                "wanted one of the schemas " + String.join(", ", names) + ", found "
                        + (found.isEmpty() ? "none" : MalformedException.quote(found)),
                ClosestWord.hint(found, names));
    }

    /** What needs no text of its own: the name of a list, a code, a duration. */
    private Optional<String> otherwise(String word, Explanations explanations) {
        List<String> words = explanations.wordsOf(word);
        return words.isEmpty()
                ? new ExplainedCodes(surroundings.language()).of(word)
                : Optional.of(word + " is one of " + String.join(", ", words) + "\nExample: `consent explain "
                        + words.get(0) + "`");
    }

    private static String hint(String word, Explanations explanations) {
        boolean rule = word.matches("(?i)lc\\d*");
        // Every number is near some other: for rules the whole list says more than the nearest one.
        String nearest = rule ? "" : ClosestWord.hint(word.toLowerCase(Locale.ROOT), explanations.spellings());
        return nearest.isEmpty() ? "`consent vocabulary` lists the words, a verdict names the rules" : nearest;
    }
}
