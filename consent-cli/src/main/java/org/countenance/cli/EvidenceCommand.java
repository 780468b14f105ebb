package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        subcommands = {EvidenceCommand.Verify.class, EvidenceAttestationCommand.class})
final class EvidenceCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandException {
        throw CommandException.usage(
                "wanted `consent evidence verify` or `attestation`, found nothing after `evidence`", "");
    }

    /** Verifies a file by what its first line says it is. */
    @Command(
            name = "verify",
            description = "verify a file of evidence with nothing but your trust policy",
            footer = {
                "",
                "Example:",
                "  consent verify manifest.json --save-evidence answer.consent-evidence",
                "  consent evidence verify answer.consent-evidence",
                "",
                "Evidence is answered by your own policy, for the instant of the file: exit 0, 3 or 5 as the",
                "answer is, 4 when it is not the answer in the file.",
                "A .tlog-proof shows that the log took a record, and when: not that the record still stands, nor, unless",
                "it lists the key itself, who signed it."
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "FILE", description = "a file of evidence, or a .tlog-proof")
        private String file = "";

        @Option(names = "--record", paramLabel = "FILE", description = "the signed record that must be the proven one")
        private Optional<String> record = Optional.empty();

        @Option(
                names = "--entry",
                paramLabel = "FILE",
                description = "the entry, when the proof does not carry it: `<instant> <record>`")
        private Optional<String> entry = Optional.empty();

        @Mixin
        private TrustOption trust = new TrustOption();

        @Option(
                names = "--format",
                paramLabel = "FORMAT[=FILE]",
                split = ",",
                description = "of evidence one or several of: ${COMPLETION-CANDIDATES}; of a proof text or json",
                completionCandidates = Reports.Words.class)
        private List<String> formats = new ArrayList<>();

        @Option(names = "-o", paramLabel = "FILE", description = "write to a file instead of standard output")
        private Optional<String> output = Optional.empty();

        @Option(names = "--accept-waivers", description = "let `cleared-with-waivers` end with 0")
        private boolean acceptWaivers;

        @Option(names = "--allow-past", description = "let an answer that was a historical one end with 0")
        private boolean allowPast;

        Verify(Surroundings surroundings) {
            this.surroundings = surroundings;
            this.options = new CommonOptions(surroundings);
        }

        @Override
        public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
            Bytes content = surroundings.read(file);
            if (begins(content, "{\"evidence\":")) {
                return answer(content).number();
            }
            if (!begins(content, TlogProof.FIRST_LINE + "\n")) {
                throw CommandException.usage(
                        "wanted a file of evidence or a .tlog-proof, found another in `" + file + "`",
                        begins(content, "{\"payloadType\":")
                                ? "`consent evidence attestation FILE` verifies attestations"
                                : "`consent verify --save-evidence FILE` writes the one, `consent log prove ID` the other");
            }
            String format = proofFormat();
            ProvenEntry proof =
                    new ProofCheck(surroundings, trust.file()).verify(TlogProof.parse(content), entry, record);
            if (!options.quiet()) {
                surroundings.out().print(format.equals("json") ? proof.json() : proof.text());
            }
            if (!proof.checkpoint().witnessing().isReached()) {
                surroundings
                        .err()
                        .println("consent: hint: your trust policy wants more witnesses under the checkpoint, found "
                                + proof.checkpoint().witnessing().words());
                return ExitCode.UNDETERMINED.number();
            }
            return ExitCode.DONE.number();
        }

        private ExitCode answer(Bytes content)
                throws CommandException, IOException, MalformedException, NotVerifiedException {
            if (record.isPresent() || entry.isPresent()) {
                throw CommandException.usage(
                        "wanted --record and --entry beside a .tlog-proof, found a file of evidence", "");
            }
            Reports reports = Reports.parse(surroundings, formats, output);
            Evidence evidence = Evidence.read(surroundings, content, trust.file());
            return new SavedAnswerCheck(surroundings, evidence, file)
                    .run(reports, options.quiet(), acceptWaivers, allowPast);
        }

        private String proofFormat() throws CommandException {
            String format = formats.isEmpty() ? "text" : String.join(",", formats);
            if ((!format.equals("text") && !format.equals("json")) || output.isPresent()) {
                throw CommandException.usage(
                        "wanted --format text or json of a .tlog-proof, found "
                                + (output.isPresent() ? "-o" : "`" + format + "`"),
                        "");
            }
            return format;
        }

        private static boolean begins(Bytes content, String text) {
            Bytes wanted = Bytes.utf8(text);
            return content.size() >= wanted.size()
                    && content.slice(0, wanted.size()).equals(wanted);
        }
    }
}
