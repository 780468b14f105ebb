package org.countenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonText;
import org.countenance.record.Id;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.Moment;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Merkle;
import org.countenance.verify.TrustPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is new about a party since it was asked last, from a log that only grew. */
@Command(
        name = "watch",
        description = "what is new about a party since you looked last",
        footer = {
            "",
            "Example:",
            "  consent watch @me",
            "  consent watch @lin --format json",
            "  exit 0 when nothing is new, 3 when something is, 4 when the log is not the one that was seen before",
            "",
            "Told is every entry that names the party, or a record that does: grants, withdrawals, endorsements,",
            "prohibitions, keys, and clearances that rely on its grants; and strikes of a guild that suspend them.",
            "Every new entry is hashed and held against the head that was seen last, which is kept in your configuration."
        },
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "PARTY", arity = "0..1", description = "@me (when none is named), @alias or an id")
    private String party = "@me";

    @Mixin
    private TrustOption trust = new TrustOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json")
    private String format = "text";

    WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        TextOrJson.check(format);
        Id whom = options.book().resolve(party);
        try (LogStore log = new RegistryDirectory(surroundings, options).open();
                Moment moment = log.moment();
                HeadMemory memory = memory(log.name() + "/0", whom)) {
            return watch(log, moment.slice().checkpoint(), whom, memory).number();
        }
    }

    private HeadMemory memory(String origin, Id whom) throws CommandException, IOException {
        return HeadMemory.open(
                surroundings.configuration().resolve("watch"),
                Sha256.hash(Bytes.utf8(origin + "\n" + whom)).hex(),
                new HeadMemory.Purpose(origin, "watch", "seen", "without that file everything is told again"));
    }

    private ExitCode watch(LogStore log, Bytes note, Id whom, HeadMemory memory)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        Checkpoint head = head(log, note);
        Optional<Checkpoint> seen = memory.head();
        LogView view = LogView.of(log);
        List<News.Each> news = new News(log, view, whom)
                .between(seen.orElse(new Checkpoint(head.origin(), 0, Merkle.EMPTY_ROOT)), head);
        LogView.Found found = view.partyInForce(whom)
                .orElseThrow(() -> CommandException.failed(
                        "wanted a party of `" + log.name() + "`, found " + whom.shown() + " nowhere in it",
                        "`consent list --kind party` shows who is there"));
        tell(
                news,
                new WatchWords(view, found, head, seen),
                Judged.of(log, news, surroundings.clock().instant()));
        // INVARIANT: what nobody was told is told again.
        if (surroundings.out().checkError()) {
            throw new IOException("what is new could not be printed, and is told again next time");
        }
        memory.keep(note);
        return news.isEmpty() ? ExitCode.DONE : ExitCode.BLOCKED;
    }

    /** The head, signed by whom the user trusts, where a policy says whom. */
    private Checkpoint head(LogStore log, Bytes note)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        String origin = log.name() + "/0";
        Checkpoint head =
                note.equals(Bytes.EMPTY) ? new Checkpoint(origin, 0, Merkle.EMPTY_ROOT) : LogStores.checkpoint(note);
        if (!head.origin().equals(origin)) {
            throw new NotVerifiedException(
                    "checkpoint", "wanted a head of `" + origin + "`, found one of `" + head.origin() + "`");
        }
        Optional<TrustPolicy> policy = policy(log.name());
        if (policy.isPresent() && head.size() > 0) {
            policy.get().keys().verify(note);
        }
        return head;
    }

    private Optional<TrustPolicy> policy(String registry) throws CommandException, IOException, MalformedException {
        try {
            return Optional.of(trust.policy(surroundings, registry));
        } catch (CommandException e) {
            if (trust.file().isPresent()) {
                throw e;
            }
            surroundings.err().println("consent: hint: who signed the log's head is not checked: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void tell(List<News.Each> news, WatchWords words, Judged judged) {
        if (format.equals("json")) {
            surroundings.out().println(JsonText.pretty(words.json(news, judged)).strip());
        } else if (!options.quiet()) {
            surroundings.out().println(words.text(news, judged));
        } else if (!news.isEmpty()) {
            surroundings.out().println(WatchWords.ids(news));
        }
    }
}
