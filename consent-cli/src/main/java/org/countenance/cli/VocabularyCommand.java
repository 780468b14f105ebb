package org.countenance.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.countenance.report.Explanations;
import org.countenance.scope.Vocabulary;
import org.countenance.scope.Word;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the words that grants and manifests are made of. */
@Command(
        name = "vocabulary",
        description = "the words that grants and manifests are made of",
        footer = {"", "Example:", "  consent vocabulary techniques"},
        mixinStandardHelpOptions = true)
final class VocabularyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "LIST", description = "roles, modalities, techniques, contexts, media")
    private Optional<String> list = Optional.empty();

    VocabularyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        var lists = Vocabulary.lists();
        Explanations explanations = Explanations.in(surroundings.language());
        if (list.isPresent() && !lists.containsKey(list.get())) {
            throw CommandException.usage(
                    "wanted a list of words, found `" + list.get() + "`",
                    "there are " + String.join(", ", lists.keySet()));
        }
        lists.forEach((name, words) -> {
            if (list.isEmpty() || list.get().equals(name)) {
                surroundings.out().println(name);
                words.forEach(word -> print(word, explanations.gist(name, word)));
            }
        });
        return ExitCode.DONE.number();
    }

    private void print(Word word, String gist) {
        surroundings.plain().println(String.format(Locale.ROOT, "  %-24s %s", word.word(), gist));
        // What others call it is for those who translate, and they ask for one list.
        if (list.isPresent() && !word.mappings().isEmpty()) {
            String elsewhere = word.mappings().entrySet().stream()
                    .map(term -> term.getKey().title() + " " + term.getValue())
                    .collect(Collectors.joining(", "));
            surroundings.plain().println(" ".repeat(27) + "= " + elsewhere);
        }
    }
}
