package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.json.JsonText;
import org.countenance.registry.LogStore;
import org.countenance.tlog.TimestampAuthorities;
import org.countenance.tlog.TimestampRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Anchors the newest checkpoint with a time-stamping authority, by files: this program opens no socket. */
@Command(
        name = "timestamp",
        description = "anchor the newest checkpoint with a third party (RFC 3161), and verify it years later",
        footer = {
            "",
            "Example:",
            "  consent log timestamp --request monday.tsq",
            "  consent log timestamp --response monday.tsr --tsa authority.pem",
            "",
            "Between the two, send the request to any authority and keep its answer:",
            "  curl -sS -H 'Content-Type: application/timestamp-query' \\",
            "    --data-binary @monday.tsq URL -o monday.tsr",
            "The authority's root certificate comes from its own pages, not from its answer.",
            "Years later, without a registry, beside monday.checkpoint:",
            "  consent log timestamp --verify monday.tsr --tsa authority.pem"
        },
        mixinStandardHelpOptions = true)
final class TimestampCommand implements Callable<Integer> {

    private static final int NONCE = 16;

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--request",
            paramLabel = "FILE.tsq",
            description = "write a request, and the checkpoint beside it; with --response: the request that it answers")
    private Optional<String> request = Optional.empty();

    @Option(
            names = "--response",
            paramLabel = "FILE.tsr",
            description = "check the authority's answer and keep it beside the registry")
    private Optional<String> response = Optional.empty();

    @Option(
            names = "--verify",
            description = "check an answer again: the given one alone, or all that are kept beside the registry")
    private boolean verify;

    @Parameters(arity = "0..1", paramLabel = "FILE.tsr", description = "with --verify: the answer")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "the checkpoint that was stamped (else FILE.checkpoint beside the answer)")
    private Optional<String> checkpoint = Optional.empty();

    @Option(
            names = "--tsa",
            paramLabel = "CERTS.pem",
            description = "the authority's certificates that you trust: its root, or its own")
    private Optional<String> authorities = Optional.empty();

    @Option(names = "--policy", paramLabel = "OID", description = "the authority's policy that you want")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "your trust policy, for the log's own signatures (else $CONSENT_TRUST, else in your configuration)")
    private Optional<String> trust = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private String format = "text";

    TimestampCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        checkOptions();
        if (response.isPresent()) {
            keep(surroundings.path(response.get()));
        } else if (verify) {
            verifyAgain();
        } else {
            ask(request.orElseThrow());
        }
        return ExitCode.DONE.number();
    }

    private void checkOptions() throws CommandException {
        boolean asks = request.isPresent() && response.isEmpty();
        if ((asks ? 1 : 0) + (response.isPresent() ? 1 : 0) + (verify ? 1 : 0) != 1) {
            throw CommandException.usage("wanted one of --request, --response and --verify, found none or more", "");
        }
        if (!format.equals("text") && !format.equals("json")) {
            throw TextOrJson.unknown(format);
        }
        if (!verify && file.isPresent()) {
            throw CommandException.usage("wanted --verify before `" + file.get() + "`, found none", "");
        }
        if (asks == authorities.isPresent()) {
            throw CommandException.usage(
                    "wanted --tsa CERTS.pem with --response or --verify, found " + (asks ? "--request alone" : "none"),
                    asks ? "" : "get the authority's root certificate from its own pages");
        }
    }

    private void ask(String written) throws CommandException, IOException, MalformedException, NotVerifiedException {
        Path path = surroundings.path(written);
        Path beside = TimestampFiles.beside(path, ".checkpoint");
        for (Path each : List.of(path, beside)) {
            if (Files.exists(each)) {
                throw CommandException.failed("wanted no file `" + each + "`, found one", "");
            }
        }
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            Bytes note = log.head().checkpoint();
            Anchored.held(log, TrustFile.read(surroundings, trust, log.name()).keys(), note);
            byte[] random = new byte[NONCE];
            surroundings.random().nextBytes(random);
            TimestampFiles.write(beside, note);
            TimestampFiles.write(
                    path, TimestampRequest.of(note, Bytes.of(random)).bytes());
            print(TimestampWords.asked(note, written, beside.getFileName().toString()));
        }
    }

    private void keep(Path answer) throws CommandException, IOException, MalformedException, NotVerifiedException {
        TimestampFiles files = files(answer);
        RegistryDirectory registry = new RegistryDirectory(surroundings, options);
        try (LogStore log = registry.open()) {
            var keys = TrustFile.read(surroundings, trust, log.name()).keys();
            Anchored checked = files.verify(authorities());
            Anchored.held(log, keys, checked.note());
            Path kept = TimestampFiles.keep(TimestampFiles.directory(registry), files, checked.note());
            print(TimestampWords.of(List.of(checked.signed().kept(kept.toString()))));
        }
    }

    private void verifyAgain() throws CommandException, IOException, MalformedException, NotVerifiedException {
        if (file.isPresent()) {
            Anchored checked = files(surroundings.path(file.get())).verify(authorities());
            if (trust.isPresent()) {
                String origin = checked.checkpoint().origin();
                TrustFile.read(surroundings, trust, origin).keys().verify(checked.note());
                checked = checked.signed();
            }
            print(TimestampWords.of(List.of(checked)));
            return;
        }
        RegistryDirectory registry = new RegistryDirectory(surroundings, options);
        try (LogStore log = registry.open()) {
            var keys = TrustFile.read(surroundings, trust, log.name()).keys();
            List<Anchored> all = new ArrayList<>();
            for (Path kept : TimestampFiles.kept(TimestampFiles.directory(registry))) {
                Anchored checked = TimestampFiles.of(kept, Optional.empty(), Optional.empty())
                        .verify(authorities());
                Anchored.held(log, keys, checked.note());
                all.add(checked.signed().kept(kept.toString()));
            }
            print(TimestampWords.of(all));
        }
    }

    private TimestampFiles files(Path answer) throws CommandException {
        return TimestampFiles.of(answer, checkpoint.map(surroundings::path), request.map(surroundings::path));
    }

    private TimestampAuthorities authorities() throws IOException, MalformedException {
        Path pins = surroundings.path(authorities.orElseThrow());
        TimestampAuthorities pinned = TimestampAuthorities.parse(Bytes.of(Files.readAllBytes(pins)));
        return policy.isPresent() ? pinned.under(policy.get()) : pinned;
    }

    private void print(TimestampWords words) {
        if (!options.quiet()) {
            surroundings
                    .out()
                    .print(format.equals("json") ? JsonText.pretty(words.json()) : RecordWords.clean(words.text()));
        }
    }
}
