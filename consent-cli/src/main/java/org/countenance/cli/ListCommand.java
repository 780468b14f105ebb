package org.countenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.LogStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is in the registry about a person, a licensee, a production. */
@Command(
        name = "list",
        description = "list what is there about a person, a licensee, a production",
        footer = {"", "Example:", "  consent list --person @lin"},
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Option(names = "--person", paramLabel = "PARTY", description = "whose records: @alias or an id")
    private Optional<String> person = Optional.empty();

    @Option(names = "--licensee", paramLabel = "PARTY", description = "grants to whom")
    private Optional<String> licensee = Optional.empty();

    @Option(names = "--production", paramLabel = "SCHEME:VALUE", description = "grants for which production")
    private Optional<String> production = Optional.empty();

    @Option(names = "--kind", paramLabel = "KIND", description = "only this kind of record")
    private Optional<String> kind = Optional.empty();

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        AddressBook book = new AddressBook(options.keys());
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            LogView view = LogView.of(log);
            List<LogView.Found> found = view.all();
            if (person.isPresent()) {
                Id id = book.resolve(person.get());
                found = found.stream()
                        .filter(each -> RecordWords.isAbout(each.record(), id))
                        .toList();
            }
            if (licensee.isPresent()) {
                Id id = book.resolve(licensee.get());
                found = found.stream()
                        .filter(each -> RecordWords.isTo(each.record(), id))
                        .toList();
            }
            if (production.isPresent()) {
                found = found.stream().filter(this::isForProduction).toList();
            }
            if (kind.isPresent()) {
                var wanted = RecordWords.kind(kind.get());
                found = found.stream()
                        .filter(each -> each.record().content().kind() == wanted)
                        .toList();
            }
            RecordWords words = new RecordWords(view);
            found.forEach(each -> surroundings
                    .out()
                    .println(options.quiet() ? each.record().id().text() : RecordWords.clean(words.line(each))));
        }
        return ExitCode.DONE.number();
    }

    private boolean isForProduction(LogView.Found each) {
        return each.record().content() instanceof Grant grant
                && (grant.productions().any()
                        || grant.productions().items().stream()
                                .anyMatch(
                                        pin -> Optional.of(pin.id().toString()).equals(production)));
    }
}
