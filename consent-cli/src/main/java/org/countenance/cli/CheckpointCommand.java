package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.tlog.AddCheckpoint;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Continuation;
import org.countenance.tlog.CosignedNote;
import org.countenance.tlog.TreeProofs;
import org.countenance.tlog.Witnessing;
import org.countenance.verify.TrustPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The newest signed checkpoint: shown, sent to witnesses, and put together with what they answer. */
@Command(
        name = "checkpoint",
        description = "print the newest signed checkpoint, ask witnesses to cosign it, add what they answer",
        footer = {
            "",
            "Example:",
            "  consent log checkpoint",
            "  consent log checkpoint --since 0",
            "",
            "What --since prints goes to a witness, whose `consent log cosign` answers with",
            "a line; --add takes files of such lines. Whose, `witnesses` in your trust policy",
            "says: \"witnesses\": \"witness mei KEY\\nquorum none\\n\""
        },
        mixinStandardHelpOptions = true)
final class CheckpointCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--since",
            paramLabel = "SIZE",
            description = "print a request to cosign it, for a witness that has seen SIZE entries (0: none)")
    private Optional<Long> since = Optional.empty();

    @Option(names = "--add", arity = "1..*", paramLabel = "FILE", description = "put what witnesses answered under it")
    private List<String> answers = new ArrayList<>();

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "with --add: your trust policy (else $CONSENT_TRUST, else in your configuration)")
    private Optional<String> trust = Optional.empty();

    @Option(names = "-o", paramLabel = "FILE", description = "write to a file instead of standard output")
    private Optional<String> output = Optional.empty();

    CheckpointCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        if (since.isPresent() && !answers.isEmpty()) {
            throw CommandException.usage("wanted --since or --add, found both", "");
        }
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            if (!answers.isEmpty()) {
                add(log, TrustFile.read(surroundings, trust, log.name()));
            } else {
                print(since.isPresent() ? request(log, since.get()) : note(log));
            }
        }
        return ExitCode.DONE.number();
    }

    private void print(String text) throws IOException {
        if (output.isPresent()) {
            surroundings.write(output.get(), text);
        } else {
            surroundings.out().print(text);
        }
    }

    private static String note(LogStore log) throws MalformedException {
        Bytes note = log.head().checkpoint();
        LogStores.checkpoint(note);
        return note.text();
    }

    /** A request that a witness would refuse as a fork is not sent: the registry's own tree is broken then. */
    private static String request(LogStore log, long oldSize)
            throws CommandException, MalformedException, NotVerifiedException {
        LogStore.Head head = log.head();
        if (oldSize < 0 || oldSize > head.size()) {
            throw CommandException.usage(
                    "wanted --since with a size from 0 to " + head.size() + ", found " + oldSize, "");
        }
        Checkpoint checkpoint = LogStores.checkpoint(head.checkpoint());
        AddCheckpoint request = AddCheckpoint.of(oldSize, head.size(), log::node, head.checkpoint());
        Checkpoint old = new Checkpoint(checkpoint.origin(), oldSize, TreeProofs.root(oldSize, log::node));
        Continuation continuation = Continuation.of(Optional.of(old), checkpoint, request);
        if (continuation.answer() != Continuation.Answer.CONTINUES) {
            throw new NotVerifiedException("stored tree", continuation.why());
        }
        return request.text();
    }

    private void add(LogStore log, TrustPolicy policy)
            throws CommandException, IOException, MalformedException, NotVerifiedException {
        if (policy.witnesses().witnesses().isEmpty()) {
            throw CommandException.failed(
                    "wanted a trust policy that names witnesses, found one without",
                    "its text `witnesses` names them, and with `quorum none` wants none of them");
        }
        LogStore.Head head = log.head();
        policy.ownKeys().verify(head.checkpoint());
        CosignedNote cosigned =
                CosignedNote.of(head.checkpoint(), policy.witnesses().witnesses());
        int added = 0;
        for (String answer : answers) {
            added += add(cosigned, answer);
        }
        if (added > 0) {
            log.replaceCheckpoint(head, cosigned.bytes());
        }
        tell(head.size(), added, policy.keys().verify(cosigned.bytes()).witnessing());
    }

    private int add(CosignedNote cosigned, String answer) throws CommandException, IOException, MalformedException {
        Bytes read = surroundings.read(answer);
        try {
            return cosigned.add(read);
        } catch (NotVerifiedException e) {
            throw CommandException.of(
                    ExitCode.NOT_VERIFIED,
                    "`" + answer + "`: " + e.getMessage(),
                    "nothing was added; when the head has moved on, ask again with --since");
        }
    }

    private void tell(long size, int added, Witnessing witnessing) throws IOException {
        String quorum = witnessing
                .quorum()
                .map(wanted -> (witnessing.isReached() ? "enough: " : "too few: ") + "wanted " + wanted + ", found "
                        + witnessing.words() + "\n")
                .orElse("");
        if (!options.quiet()) {
            print(RecordWords.clean(Count.of(added, "new cosignature") + " under the head of " + Count.of(size, "entry")
                    + "\n" + quorum));
        }
    }
}
