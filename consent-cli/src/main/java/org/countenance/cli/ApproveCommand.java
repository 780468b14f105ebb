package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.record.Draft;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.RecordKind;
import org.countenance.registry.HashList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves or rejects files made under a grant. */
@Command(
        name = "approve",
        description = "approve or reject files made under a grant",
        footer = {
            "",
            "Example:",
            "  consent approve id:<grant id> --file ep01-sh010.mp4 --key lin --yes",
            "  --manifest manifest.json approves every asset in it that shows you; --reject says no"
        },
        mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Mixin
    private ActingOptions acting = new ActingOptions();

    @Mixin
    private ForOption person = new ForOption();

    @Parameters(paramLabel = "GRANT", description = "the grant's id, in full")
    private String grant = "";

    @Option(names = "--asset", split = ",", paramLabel = "SHA256", description = "the hash of a file; several: commas")
    private List<String> hashes = new ArrayList<>();

    @Option(names = "--file", arity = "1..*", paramLabel = "FILE", description = "files, which are read and hashed")
    private List<String> files = new ArrayList<>();

    @Option(names = "--manifest", paramLabel = "MANIFEST", description = "the assets of a manifest that show you")
    private Optional<String> manifest = Optional.empty();

    @Option(names = "--asset-id", split = ",", paramLabel = "ID", description = "with --manifest: these assets alone")
    private List<String> assets = new ArrayList<>();

    @Option(names = "--reject", description = "reject them instead")
    private boolean reject;

    ApproveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        checkOptions();
        try (Signing signing = Signing.open(surroundings, options)) {
            Id id = signing.book().resolve(grant);
            LogView.Found found = signing.view()
                    .find(id)
                    .orElseThrow(() -> CommandException.failed(
                            "wanted a grant in this registry, found " + id.shown() + " nowhere in it",
                            "`consent list --kind grant` shows what is there"));
            if (!(found.record().content() instanceof Grant)) {
                throw CommandException.failed("wanted a grant, found the " + found.record(), "");
            }
            Set<Bytes> chosen = chosen(found.record().subject());
            HashList list = HashList.of(chosen);
            boolean several = chosen.size() > 1;
            Draft draft = signing.draft(RecordKind.ENDORSEMENT, found.record().subject())
                    .with("target", id.text())
                    .with("says", reject ? "rejects" : "approves")
                    .with("assets", several ? list.named().toJson() : one(chosen));
            person.check(signing, found.record().subject());
            Optional<ActingFor> actingFor = acting.find(signing, found.record().subject(), Power.APPROVE);
            actingFor.ifPresent(each -> each.addTo(draft));
            String words = (reject ? "rejects " : "approves ")
                    + (several
                            ? Count.of(chosen.size(), "file")
                            : "file " + list.hashes().iterator().next())
                    + " under the " + found.record();
            signing.confirm(actingFor
                            .map(each -> each.words(signing.view(), signing.signer()) + "\n")
                            .orElse("")
                    + "this " + words);
            signing.finish(draft, several ? List.of(list.text()) : List.of(), words + ": {id}, entry {entry}");
        }
        return ExitCode.DONE.number();
    }

    private void checkOptions() throws CommandException {
        long ways = List.of(!hashes.isEmpty(), !files.isEmpty(), manifest.isPresent()).stream()
                .filter(Boolean::booleanValue)
                .count();
        if (ways != 1) {
            throw CommandException.usage(
                    "wanted one of --asset, --file and --manifest, found " + (ways == 0 ? "none" : ways + ""), "");
        }
        if (!assets.isEmpty() && manifest.isEmpty()) {
            throw CommandException.usage("wanted --manifest beside --asset-id, found none", "");
        }
    }

    private Set<Bytes> chosen(Id person) throws CommandException, IOException, MalformedException {
        ChosenAssets chosen = new ChosenAssets(surroundings);
        if (manifest.isPresent()) {
            return chosen.ofManifest(manifest.get(), assets, person);
        }
        return files.isEmpty() ? chosen.ofHashes(hashes) : chosen.ofFiles(files);
    }

    private static JsonObject one(Set<Bytes> chosen) {
        return JsonObject.builder()
                .put("sha256", chosen.iterator().next().hex())
                .build();
    }
}
