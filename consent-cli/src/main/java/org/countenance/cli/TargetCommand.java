package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A revocation that says nothing but its target and what happens to it. */
abstract class TargetCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final String event;
    private final String words;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "ID", description = "the record's id, in full")
    private String target = "";

    /** In whose name the revocation is signed, when it is not the signer's own. */
    Optional<ActingFor> actingFor(Signing signing, LogView.Found found)
            throws CommandException, IOException, MalformedException {
        return Optional.empty();
    }

    TargetCommand(Surroundings surroundings, String event, String words) {
        this.surroundings = surroundings;
        this.event = event;
        this.words = words;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        try (Signing signing = Signing.open(surroundings, options)) {
            Id id = signing.book().resolve(target);
            LogView.Found found = signing.view()
                    .find(id)
                    .orElseThrow(() -> CommandException.failed(
                            "wanted a record in this registry, found " + id.shown() + " nowhere in it",
                            "`consent list` shows what is there"));
            Draft draft = signing.draft(RecordKind.REVOCATION, found.record().subject())
                    .with("target", id.text())
                    .with("event", event);
            Optional<ActingFor> actingFor = actingFor(signing, found);
            actingFor.ifPresent(each -> each.addTo(draft));
            signing.confirm(actingFor
                            .map(each -> each.words(signing.view(), signing.signer()) + "\n")
                            .orElse("")
                    + "this " + words + " the " + found.record());
            signing.finish(draft, words + " the " + found.record() + ": {id}, entry {entry}");
        }
        return ExitCode.DONE.number();
    }
}
