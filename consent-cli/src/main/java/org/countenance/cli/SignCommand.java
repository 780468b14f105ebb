package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.jws.Signer;
import org.countenance.record.Draft;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a payload on a machine without a registry; another submits it. */
@Command(
        name = "sign",
        description = "sign a payload offline; `consent submit` takes it from there",
        footer = {
            "",
            "Example:",
            "  consent sign grant.json --kind grant --key lin -o grant.jws",
            "  a member `annex` may be the words themselves: they are written beside it"
        },
        mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "FILE", description = "the payload as JSON")
    private String file = "";

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "grant, prohibition, revocation, ...")
    private String kind = "";

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "where to write the signed record")
    private String output = "";

    SignCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        RecordKind meant = RecordWords.kind(kind);
        KeyRing ring = new KeyRing(
                surroundings, options.common().keys(), options.common().passphrase());
        JsonObject payload = JsonText.parseObject(surroundings.read(file), "payload");
        Draft draft = Draft.ofPayload(meant, payload);
        Optional<JsonObject> words =
                payload.get("annex").filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
        words.ifPresent(draft::annexed);
        if (payload.get("iat").isEmpty()) {
            draft.with(
                    "iat",
                    org.countenance.json.JsonNumber.of(
                            surroundings.clock().instant().getEpochSecond()));
        }
        if (payload.get("jti").isEmpty()) {
            draft.with("jti", Draft.mark(surroundings.random()));
        }
        Signer key = ring.open(options.key(ring));
        Submission submission = draft.sign(key);
        Path written = surroundings.path(output);
        Files.writeString(written, submission.record().jws().text() + "\n");
        if (submission.annex().isPresent()) {
            Files.write(annexBeside(written), submission.annex().get().toArray());
        }
        surroundings.out().println("signed the " + submission.record() + " into " + output);
        return ExitCode.DONE.number();
    }

    /** Where the words of a signed record are kept while it travels. */
    static Path annexBeside(Path record) {
        return record.resolveSibling(record.getFileName() + ".annex");
    }
}
