package org.countenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Manifest;
import org.countenance.record.Draft;
import org.countenance.record.RecordKind;
import org.countenance.registry.HashList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A producer logs that the files of a manifest exist now, without saying what they are (records.md, {@code commitment}). */
@Command(
        name = "commit",
        description = "log that the files of a manifest exist now; do it within fourteen days of making them",
        footer = {
            "",
            "Example:",
            "  consent manifest commit manifest.json --key studio --yes",
            "  only their hashes are kept; `consent explain LC132` tells what it is good for"
        },
        mixinStandardHelpOptions = true)
final class ManifestCommitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "MANIFEST", description = "the manifest")
    private String file = "";

    ManifestCommitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        try (Signing signing = Signing.open(surroundings, options)) {
            Manifest manifest = ManifestCommand.read(surroundings.path(file));
            HashList list =
                    HashList.of(manifest.assets().stream().map(Asset::sha256).toList());
            Draft draft = signing.draft(RecordKind.COMMITMENT, signing.signer())
                    .with("assets", list.named().toJson());
            int count = list.hashes().size();
            String words = "commits to " + Count.of(count, "file") + " of `"
                    + manifest.production().title() + "`";
            signing.confirm("this " + words);
            signing.finish(draft, List.of(list.text()), words + ": {id}, entry {entry}");
        }
        return ExitCode.DONE.number();
    }
}
