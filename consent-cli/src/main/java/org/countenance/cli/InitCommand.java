package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.jws.SigningKey;
import org.countenance.record.Claims;
import org.countenance.record.PartyKey;
import org.countenance.record.Submission;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogWriter;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.verify.TrustPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a registry: database, log keys, its own party as first entry, and the trust file of whoever made it. */
@Command(
        name = "init",
        description = "make a registry",
        footer = {"", "Example:", "  consent init --name registry.example/likeness"},
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "its name, e.g. registry.example/likeness")
    private String name = "";

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        Claims.checkRegistry(name);
        Path trust = TrustFile.standard(surroundings, name);
        if (Files.exists(trust)) {
            throw CommandException.failed(
                    "wanted no trust file for `" + name + "`, found `" + trust + "`",
                    "choose another name, or move the file away if that registry is gone");
        }
        RegistryDirectory registry = new RegistryDirectory(surroundings, options);
        try (LogStore log = registry.create(name)) {
            CheckpointSigner signer = registry.signer(name);
            LogWriter.Receipt own = registerItself(registry, log);
            Files.createDirectories(trust.getParent());
            Files.write(trust, TrustPolicy.initial(name, signer.verifierKeys()).toArray());
            surroundings
                    .out()
                    .println(
                            options.quiet()
                                    ? own.record().id().text()
                                    : "made the registry `" + name + "` in " + registry.directory() + "\n"
                                            + "its keys are in "
                                            + registry.keys().directory() + ": keep them and their passphrase\n"
                                            + "your verifier trusts it by " + trust);
        }
        return ExitCode.DONE.number();
    }

    private LogWriter.Receipt registerItself(RegistryDirectory registry, LogStore log)
            throws CommandException, IOException, MalformedException {
        PartyDraft draft = new PartyDraft(surroundings, name);
        SigningKey sign = registry.keys().create(RegistryDirectory.OWN_KEY, org.countenance.jws.Algorithm.ED25519);
        SigningKey manage =
                registry.keys().create(RegistryDirectory.OWN_KEY + ".manage", org.countenance.jws.Algorithm.ED25519);
        Submission submission = draft.organisation(
                List.of(
                        new PartyDraft.Enrolled(sign, PartyKey.Use.SIGN),
                        new PartyDraft.Enrolled(manage, PartyKey.Use.MANAGE)),
                JsonArray.of(List.of(PartyDraft.name(name, Optional.empty()))));
        LogWriter.Receipt receipt = new Submitting(surroundings, registry).submit(log, submission);
        registry.keys().assign(RegistryDirectory.OWN_KEY, receipt.record().id());
        registry.keys()
                .assign(RegistryDirectory.OWN_KEY + ".manage", receipt.record().id());
        return receipt;
    }
}
