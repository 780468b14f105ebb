package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.record.Id;
import org.countenance.registry.LogStore;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a key, a party or a record touches: what was signed with it or under it, how that stands, for which productions. */
@Command(
        name = "impact",
        description = "what a key, a party, a link or a grant touches",
        footer = {
            "",
            "Example:",
            "  consent impact lin",
            "  consent impact lin --if-compromised 2026-12-01",
            "  as this registry's accreditations tell; a verifier has a policy of its own"
        },
        mixinStandardHelpOptions = true)
final class ImpactCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(
            paramLabel = "WHAT",
            description = "the name or thumbprint of a key, @alias of a party, or an id (ten characters or more)")
    private String what = "";

    @Option(
            names = "--if-compromised",
            paramLabel = "INSTANT",
            description = "as if the key were declared now to have been in wrong hands since then")
    private Optional<String> since = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json")
    private String format = "text";

    ImpactCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        if (!format.equals("text") && !format.equals("json")) {
            throw CommandException.usage("wanted --format text or json, found `" + format + "`", "");
        }
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            Instant now = surroundings.clock().instant();
            LogView view = LogView.of(log);
            RegistryState state = RegistryNow.read(log, now);
            Optional<String> key = key(state);
            Predicate<LoggedRecord> supposed = supposed(key, now);
            Touched touched = new Touched(state, new Standing(state, supposed), view.all());
            RecordWords words = new RecordWords(view);
            if (key.isPresent()) {
                tell(new ImpactWords(words, touched.byKey(key.get())), "key " + key.get(), "key", key.get());
            } else {
                tellOf(found(view), view, touched, words);
            }
        }
        return ExitCode.DONE.number();
    }

    private void tellOf(LogView.Found found, LogView view, Touched touched, RecordWords words) {
        Id id = found.record().id();
        boolean party = id.equals(found.record().subject());
        List<Touched.Each> each = party ? touched.byParty(id) : touched.by(id);
        tell(
                new ImpactWords(words, each),
                party ? view.shown(id) : words.what(found.record()),
                party ? "party" : "record",
                id.text());
    }

    private void tell(ImpactWords words, String shown, String kind, String id) {
        surroundings
                .out()
                .println(
                        format.equals("json")
                                ? JsonText.pretty(words.json(JsonObject.builder()
                                                .put(kind, id)
                                                .build()))
                                        .strip()
                                : words.text(shown));
    }

    /** A key by the user's own name for it, or by its thumbprint. */
    private Optional<String> key(RegistryState state) throws CommandException, IOException, MalformedException {
        if (state.parties().stream()
                .anyMatch(party -> party.line(Long.MAX_VALUE, Instant.MAX).stream()
                        .anyMatch(version -> version.made().content().keys().stream()
                                .anyMatch(key -> key.thumbprint().equals(AddressBook.bare(what)))))) {
            return Optional.of(AddressBook.bare(what));
        }
        KeyRing ring = new KeyRing(surroundings, options.keys(), options.passphrase());
        return ring.names().contains(what) ? Optional.of(ring.card(what).key().thumbprint()) : Optional.empty();
    }

    private LogView.Found found(LogView view) throws CommandException, IOException, MalformedException {
        String written = what.startsWith("@") ? options.book().resolve(what).text() : what;
        return view.byPrefix(AddressBook.bare(written));
    }

    private Predicate<LoggedRecord> supposed(Optional<String> key, Instant now)
            throws CommandException, MalformedException {
        if (since.isEmpty()) {
            return Standing.nothing();
        }
        if (key.isEmpty()) {
            throw CommandException.usage(
                    "wanted a key with --if-compromised, found `" + what + "`",
                    "`consent key list` shows yours, `consent show @lin` those of a party");
        }
        Instant said = Instants.parse(ScopeWords.instant(since.get()));
        return Standing.signedBy(key.get(), KeyCompromisedCommand.reach(said, true, now));
    }
}
