package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.tlog.TlogProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evidence in files, for who has no registry at hand. */
@Command(
        name = "evidence",
        description = "evidence in files, without a registry",
        mixinStandardHelpOptions = true,
        subcommands = EvidenceCommand.Verify.class)
final class EvidenceCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandException {
        throw CommandException.usage("wanted `consent evidence verify`, found nothing after `evidence`", "");
    }

    /** Verifies a file by what its first line says it is. */
    @Command(
            name = "verify",
            description = "verify a file of evidence with nothing but your trust policy",
            footer = {
                "",
                "Example:",
                "  consent log prove 7qk3-xvca-m2fd -o grant.tlog-proof",
                "  consent evidence verify grant.tlog-proof",
                "",
                "A .tlog-proof shows that the log took a record, and when: not that the record still stands."
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "FILE", description = "a .tlog-proof")
        private String file = "";

        @Option(names = "--record", paramLabel = "FILE", description = "the signed record that must be the proven one")
        private Optional<String> record = Optional.empty();

        @Option(
                names = "--entry",
                paramLabel = "FILE",
                description = "the entry, when the proof does not carry it: `<instant> <record>`")
        private Optional<String> entry = Optional.empty();

        @Option(
                names = "--trust",
                paramLabel = "FILE",
                description = "your trust policy (else $CONSENT_TRUST, else in your configuration)")
        private Optional<String> trust = Optional.empty();

        @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
        private String format = "text";

        Verify(Surroundings surroundings) {
            this.surroundings = surroundings;
            this.options = new CommonOptions(surroundings);
        }

        @Override
        public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
            if (!format.equals("text") && !format.equals("json")) {
                throw CommandException.usage("wanted --format text or json, found `" + format + "`", "");
            }
            Bytes content = surroundings.read(file);
            if (!begins(content, TlogProof.FIRST_LINE)) {
                throw CommandException.usage(
                        "wanted a file that begins with `" + TlogProof.FIRST_LINE + "`, found another in `" + file
                                + "`",
                        "`consent log prove ID` writes one");
            }
            ProvenEntry proof = new ProofCheck(surroundings, trust).verify(TlogProof.parse(content), entry, record);
            if (!options.quiet()) {
                surroundings.out().print(format.equals("json") ? proof.json() : proof.text());
            }
            return ExitCode.DONE.number();
        }

        private static boolean begins(Bytes content, String line) {
            Bytes wanted = Bytes.utf8(line + "\n");
            return content.size() >= wanted.size()
                    && content.slice(0, wanted.size()).equals(wanted);
        }
    }
}
