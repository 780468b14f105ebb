package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countenance.base.CalendarSpan;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Place;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordKind;
import org.countenance.registry.LogStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is in the registry about a person, a licensee, a production. */
@Command(
        name = "list",
        description = "list what is there about a person, a licensee, a production",
        footer = {"", "Example:", "  consent list --person @me", "  consent list --ends-within P90D"},
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Mixin
    private TrustOption trust = new TrustOption();

    @Option(
            names = "--person",
            paramLabel = "PARTY",
            description = "whose records, with what became of the grants: @me, @alias or an id")
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
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        checkTrust();
        AddressBook book = options.book();
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            LogView view = LogView.of(log);
            Optional<Id> whose = person.isPresent() ? Optional.of(book.resolve(person.get())) : Optional.empty();
            Optional<Id> whom = licensee.isPresent() ? Optional.of(book.resolve(licensee.get())) : Optional.empty();
            Predicate<ParsedRecord> wanted = wanted(whose, whom);
            List<LogView.Found> found = view.all().stream()
                    .filter(each -> wanted.test(each.record()))
                    .toList();
            if (pending) {
                Instant now = surroundings.clock().instant();
                RecoveryWords recoveries = new RecoveryWords(RegistryNow.read(log, now), view, now);
                found = found.stream()
                        .filter(each -> recoveries.isPending(each.record()))
                        .toList();
            }
            print(found, new RecordWords(view), allowed(log, view, whose, found));
        }
        return ExitCode.DONE.number();
    }

    private void checkTrust() throws CommandException {
        if (trust.file().isPresent() && person.isEmpty()) {
            throw CommandException.usage(
                    "wanted --person with --trust, found --trust alone",
                    "how grants stand today is told of one person's");
        }
    }

    private Predicate<ParsedRecord> wanted(Optional<Id> whose, Optional<Id> whom) throws CommandException {
        Optional<RecordKind> only = kind.isPresent() ? Optional.of(RecordWords.kind(kind.get())) : Optional.empty();
        return record -> whose.map(id -> RecordWords.isAbout(record, id)).orElse(true)
                && whom.map(id -> RecordWords.isTo(record, id)).orElse(true)
                && (production.isEmpty() || isForProduction(record))
                && only.map(word -> record.content().kind() == word).orElse(true);
    }

    /** The grants of the person who is asked about, as she wants to see them. */
    private Optional<Allowed> allowed(LogStore log, LogView view, Optional<Id> whose, List<LogView.Found> found)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        if (whose.isEmpty() || (options.quiet() && endsWithin.isEmpty())) {
            return Optional.empty();
        }
        List<ParsedRecord> grants = found.stream()
                .map(LogView.Found::record)
                .filter(record ->
                        record.content() instanceof Grant && record.subject().equals(whose.get()))
                .toList();
        return Optional.of(new Allowed(
                view,
                new GrantsToday(surroundings, log, trust).of(grants, List.of()),
                grants.stream().map(ParsedRecord::id).collect(Collectors.toSet())));
    }

    private void print(List<LogView.Found> found, RecordWords words, Optional<Allowed> allowed)
            throws MalformedException {
        Optional<Endings> endings = endings();
        for (LogView.Found each : found) {
            ParsedRecord record = each.record();
            Optional<Allowed> own = allowed.filter(some -> some.has(record.id()));
            List<String> ends = endings.map(near -> ends(near, record, own)).orElse(List.of());
            if (endings.isPresent() && ends.isEmpty()) {
                continue;
            }
            tell(
                    options.quiet()
                            ? record.id().text()
                            : words.line(each) + (ends.isEmpty() ? "" : "  " + String.join(", ", ends)));
            if (!options.quiet() && own.isPresent() && record.content() instanceof Grant grant) {
                own.get().lines(record.id(), grant).forEach(line -> tell("      " + line));
            }
        }
    }

    private static List<String> ends(Endings near, ParsedRecord record, Optional<Allowed> own) {
        return own.isPresent() ? near.of(record.id(), record.content(), own.get()) : near.of(record.content());
    }

    private void tell(String line) {
        surroundings.out().println(RecordWords.clean(line));
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

    private boolean isForProduction(ParsedRecord record) {
        return record.content() instanceof Grant grant
                && (grant.productions().any()
                        || grant.productions().items().stream()
                                .anyMatch(
                                        pin -> Optional.of(pin.id().toString()).equals(production)));
    }
}
