package org.countenance.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.registry.LogStore;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.verify.TrustPolicy;
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
            "  consent impact @lin films/ --if-revoked",
            "  consent impact lin --if-compromised 2026-12-01",
            "",
            "Told are clearances on record and, of manifests that are given, the uses, files and releases that rely",
            "on it. An impact is no verdict: it ends with 0 whatever is touched, with 1 when a manifest does not read,",
            "and nothing that is supposed can be signed, saved as evidence or logged.",
            "",
            "  as this registry's accreditations tell; a verifier has a policy of its own"
        },
        mixinStandardHelpOptions = true)
final class ImpactCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Mixin
    private TrustOption trust = new TrustOption();

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "the name or thumbprint of a key, @alias of a party, or an id (ten characters or more)")
    private String what = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH",
            description = "manifests, or directories with some, of which to tell what relies on it")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--if-revoked",
            description = "as if the grant, the link, or every grant of the person were taken back now")
    private boolean revoked;

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
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        TextOrJson.check(format);
        if (revoked && since.isPresent()) {
            throw CommandException.usage("wanted --if-revoked or --if-compromised, found both", "");
        }
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            Instant now = surroundings.clock().instant();
            LogView view = LogView.of(log);
            RegistryState state = RegistryNow.read(log, now);
            Optional<String> key = key(state);
            Predicate<LoggedRecord> supposed = supposed(key, now);
            Touched touched = new Touched(state, new Standing(state, supposed), view.all());
            return key.isPresent()
                    ? tell(
                            view,
                            touched.byKey(key.get()),
                            work(log, state, touched.byKey(key.get()), List.of()),
                            "key " + key.get(),
                            of("key", key.get()))
                    : tellOf(found(view), log, view, state, touched);
        }
    }

    private Integer tellOf(LogView.Found found, LogStore log, LogView view, RegistryState state, Touched touched)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        Id id = found.record().id();
        boolean party = id.equals(found.record().subject());
        List<Touched.Each> each = party ? touched.byParty(id) : touched.by(id);
        List<ParsedRecord> taken = party ? grantsOf(state, id) : List.of(found.record());
        List<ParsedRecord> supposed = revoked
                ? new Supposition(state, surroundings.clock().instant(), surroundings.random()).revoking(taken)
                : List.of();
        return tell(
                view,
                each,
                work(log, state, each, supposed),
                party ? view.shown(id) : new RecordWords(view).what(found.record()),
                of(party ? "party" : "record", id.text()));
    }

    private static List<ParsedRecord> grantsOf(RegistryState state, Id person) {
        return state.grantsOf(person).stream()
                .map(grant -> grant.logged().record())
                .toList();
    }

    /** The works that the grants among these touch. */
    private TouchedWork work(LogStore log, RegistryState state, List<Touched.Each> touched, List<ParsedRecord> supposed)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        List<ParsedRecord> grants = touched.stream()
                .map(each -> each.record().logged().record())
                .filter(record -> record.content() instanceof Grant)
                .toList();
        Set<Id> ids = grants.stream().map(ParsedRecord::id).collect(Collectors.toCollection(LinkedHashSet::new));
        List<TouchedTitle> titles = List.of();
        List<TouchedTitles.Failed> failed = List.of();
        if (!paths.isEmpty()) {
            TrustPolicy policy = trust.policy(surroundings, log.name());
            new HeadRenewal(new RegistryDirectory(surroundings, options), log, policy, options)
                    .renew(surroundings.clock().instant(), true, false);
            TouchedTitles manifests = new TouchedTitles(surroundings, log, policy, ids, supposed);
            titles = manifests.of(Catalogue.of(surroundings, paths));
            failed = manifests.failed();
        }
        return new TouchedWork(
                ids,
                new GrantsToday(surroundings, log, trust).of(grants, supposed),
                TouchedWork.cleared(state, ids),
                titles,
                failed,
                revoked);
    }

    private static JsonObject of(String kind, String id) {
        return JsonObject.builder().put(kind, id).build();
    }

    private Integer tell(LogView view, List<Touched.Each> each, TouchedWork work, String shown, JsonObject of) {
        ImpactWords words = new ImpactWords(new RecordWords(view), each);
        if (format.equals("json")) {
            surroundings
                    .out()
                    .println(JsonText.pretty(TouchedWorkJson.add(words.json(of), work))
                            .strip());
        } else {
            surroundings.out().println(words.text(shown));
            if (revoked) {
                surroundings.out().println("supposed: that it is taken back now; nobody has signed that");
            }
            TouchedWorkWords.of(work).forEach(line -> surroundings.out().println(RecordWords.clean(line)));
        }
        return (work.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED).number();
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
        if (revoked && key.isPresent()) {
            throw CommandException.usage(
                    "wanted a grant, a link or a person with --if-revoked, found the key `" + what + "`",
                    "--if-compromised supposes that of a key");
        }
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
