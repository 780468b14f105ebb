package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.TlogProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a proof that the log has a record, for somebody who has no registry at hand. */
@Command(
        name = "prove",
        description = "write a proof that the log has a record, to be verified without a registry",
        footer = {
            "",
            "Example:",
            "  consent log prove 7qk3-xvca-m2fd -o grant.tlog-proof",
            "  consent evidence verify grant.tlog-proof",
            "",
            "The file is a C2SP tlog-proof with the newest checkpoint; its extra data is the entry itself."
        },
        mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "ID", description = "@alias, or ten characters or more of an id")
    private String id = "";

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "where to write the proof (else the short id with .tlog-proof)")
    private Optional<String> output = Optional.empty();

    ProveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException, NotVerifiedException {
        try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
            String written = id.startsWith("@") ? options.book().resolve(id).text() : id;
            LogView.Found found = LogView.of(log).byPrefix(AddressBook.bare(written));
            Bytes note = log.head().checkpoint();
            Checkpoint checkpoint = LogStores.checkpoint(note);
            TlogProof proof = TlogProof.of(
                    found.index(), checkpoint.size(), log::node, found.entry().bytes(), note);
            // What does not hold here holds nowhere.
            Merkle.verifyInclusion(
                    found.index(), checkpoint.size(), found.entry().leafHash(), proof.hashes(), checkpoint.root());
            String file = output.orElse(found.record().id().shown() + ".tlog-proof");
            surroundings.write(file, proof.bytes().text());
            if (!options.quiet()) {
                surroundings
                        .out()
                        .println("proved that the " + found.record() + " is entry " + found.index() + " of "
                                + checkpoint.origin() + ": `" + file + "`");
            }
        }
        return ExitCode.DONE.number();
    }
}
