package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.CalendarSpan;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
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
        footer = {"", "Example:", "  consent list --person @lin", "  consent list --ends-within P90D"},
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

    @Option(names = "--pending", description = "new keys by others that have not taken effect, to confirm or to veto")
    private boolean pending;

    @Option(
            names = "--ends-within",
            paramLabel = "DURATION",
            description = "grants and delegations of which a window ends by then, e.g. P90D")
    private Optional<String> endsWithin = Optional.empty();

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
            if (pending) {
                Instant now = surroundings.clock().instant();
                RecoveryWords recoveries = new RecoveryWords(RegistryNow.read(log, now), view, now);
                found = found.stream()
                        .filter(each -> recoveries.isPending(each.record()))
                        .toList();
            }
            print(found, new RecordWords(view));
        }
        return ExitCode.DONE.number();
    }

    private void print(List<LogView.Found> found, RecordWords words) throws MalformedException {
        Optional<Endings> endings = endings();
        for (LogView.Found each : found) {
            List<String> ends =
                    endings.map(near -> near.of(each.record().content())).orElse(List.of());
            if (endings.isPresent() && ends.isEmpty()) {
                continue;
            }
            String line = words.line(each) + (ends.isEmpty() ? "" : "  " + String.join(", ", ends));
            surroundings.out().println(options.quiet() ? each.record().id().text() : RecordWords.clean(line));
        }
    }

    private Optional<Endings> endings() throws MalformedException {
        try {
            return endsWithin.isPresent()
                    ? Optional.of(new Endings(surroundings.clock().instant(), CalendarSpan.parse(endsWithin.get())))
                    : Optional.empty();
        } catch (MalformedException e) {
            throw e.at(Place.in("--ends-within"));
        }
    }

    private boolean isForProduction(LogView.Found each) {
        return each.record().content() instanceof Grant grant
                && (grant.productions().any()
                        || grant.productions().items().stream()
                                .anyMatch(
                                        pin -> Optional.of(pin.id().toString()).equals(production)));
    }
}
