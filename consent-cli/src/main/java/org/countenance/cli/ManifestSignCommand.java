package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.jws.CompactJws;
import org.countenance.jws.Jws;
import org.countenance.manifest.Manifest;
import org.countenance.record.Claims;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.ManifestSignature;
import org.countenance.registry.LogStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A producer signs its manifest: beside it, for its very bytes. */
@Command(
        name = "sign",
        description = "sign a manifest as its producer; verify reads the signature beside it",
        footer = {"", "Example:", "  consent manifest sign manifest.json --key studio"},
        mixinStandardHelpOptions = true)
final class ManifestSignCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "MANIFEST", description = "the manifest")
    private String file = "";

    ManifestSignCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        KeyRing ring = new KeyRing(
                surroundings, options.common().keys(), options.common().passphrase());
        String key = options.key(ring);
        Id signer = ring.party(key);
        Path path = surroundings.path(file);
        Manifest manifest = ManifestCommand.read(path);
        if (!manifest.production().producer().equals(signer.text())) {
            throw CommandException.failed(
                    "wanted a manifest of " + signer.shown() + ", found one of producer "
                            + new Id(manifest.production().producer()).shown(),
                    "--key names the producer's key");
        }
        JsonObject payload = JsonObject.builder()
                .put("v", Claims.VERSION)
                .put("vocabulary", Claims.VOCABULARY)
                .put("iss", signer.text())
                .put("aud", registryName())
                .put("iat", surroundings.clock().instant().getEpochSecond())
                .put("jti", Draft.mark(surroundings.random()))
                .put("manifest", manifest.sha256().hex())
                .put("production", manifest.production().id().toJson())
                .build();
        CompactJws jws = Jws.sign(ring.open(key), ManifestSignature.TYP, payload);
        Path signature = BesideOptions.signatureBeside(path);
        Files.writeString(signature, jws.text() + "\n");
        surroundings.out().println("signed `" + manifest.production().title() + "` into " + file + ".jws");
        return ExitCode.DONE.number();
    }

    private String registryName() throws CommandException {
        try (LogStore log = new RegistryDirectory(surroundings, options.common()).open()) {
            return log.name();
        }
    }
}
