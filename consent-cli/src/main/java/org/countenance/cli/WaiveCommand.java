package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.jws.CompactJws;
import org.countenance.jws.Jws;
import org.countenance.manifest.Manifest;
import org.countenance.record.Claims;
import org.countenance.record.Draft;
import org.countenance.record.Waiver;
import org.countenance.registry.LogStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An officer lets a finding pass for a while: signed, handed over as a file, never logged. */
@Command(
        name = "waive",
        description = "let a finding about one manifest pass for a while, as an officer",
        footer = {
            "",
            "Example:",
            "  consent waive manifest.json --rule LC121 --asset trailer --reason \"label follows\" --key officer -o w.jws",
            "  `consent verify manifest.json --waiver w.jws` counts it, where the trust policy believes the officer"
        },
        mixinStandardHelpOptions = true)
final class WaiveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private SigningOptions options;

    @Parameters(paramLabel = "MANIFEST", description = "the manifest; the waiver is for its very bytes")
    private String manifest = "";

    @Option(names = "--rule", required = true, paramLabel = "RULE", description = "the rule, e.g. LC121")
    private String rule = "";

    @Option(names = "--use", paramLabel = "ID", description = "for this use")
    private Optional<String> use = Optional.empty();

    @Option(names = "--asset", paramLabel = "ID", description = "for everything in this asset")
    private Optional<String> asset = Optional.empty();

    @Option(names = "--exemption", paramLabel = "CODE", description = "news, incidental, ... as the use declares it")
    private Optional<String> exemption = Optional.empty();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "when it ends; ninety days at most, and when left out")
    private Optional<String> until = Optional.empty();

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "where to write the waiver")
    private String output = "";

    WaiveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new SigningOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        if (use.isPresent() == asset.isPresent()) {
            throw CommandException.usage(
                    "wanted --use or --asset, found " + (use.isPresent() ? "both" : "neither"), "");
        }
        KeyRing ring = new KeyRing(
                surroundings, options.common().keys(), options.common().passphrase());
        String key = options.key(ring);
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        JsonObject payload = JsonObject.builder()
                .put("v", Claims.VERSION)
                .put("vocabulary", Claims.VOCABULARY)
                .put("iss", ring.party(key).text())
                .put("aud", registryName())
                .put("iat", now.getEpochSecond())
                .put("jti", Draft.mark(surroundings.random()))
                .put("rule", rule)
                .put("manifest", read().sha256().hex())
                .putIf("use", use.map(JsonString::of))
                .putIf("asset", asset.map(JsonString::of))
                .put("reason", reason)
                .putIf("exemption", exemption.map(JsonString::of))
                .put(
                        "until",
                        until.isPresent() ? ScopeWords.instant(until.get()) : Instants.format(now.plus(Waiver.LONGEST)))
                .build();
        CompactJws jws = Jws.sign(ring.open(key), Waiver.TYP, payload);
        Waiver waiver = Waiver.parse(Bytes.utf8(jws.text()));
        Files.writeString(surroundings.path(output), jws.text() + "\n");
        surroundings
                .out()
                .println("waived " + waiver.rule() + " for `"
                        + waiver.use().or(waiver::asset).orElseThrow() + "` until "
                        + Instants.format(waiver.until()) + " into " + output);
        return ExitCode.DONE.number();
    }

    private String registryName() throws CommandException {
        try (LogStore log = new RegistryDirectory(surroundings, options.common()).open()) {
            return log.name();
        }
    }

    /** Reads it, so that a waiver is never for what no verifier would read, and so that what it names is there. */
    private Manifest read() throws CommandException, IOException, MalformedException {
        Manifest read = ManifestCommand.read(surroundings.path(manifest));
        boolean there = use.isPresent()
                ? read.uses().stream().anyMatch(each -> each.id().equals(use.get()))
                : asset.flatMap(read::asset).isPresent() || asset.orElse("").matches("[0-9a-f]{64}");
        if (!there) {
            throw CommandException.failed(
                    "wanted " + (use.isPresent() ? "a use" : "an asset") + " of the manifest, found `"
                            + use.or(() -> asset).orElseThrow() + "` nowhere in it",
                    "");
        }
        return read;
    }
}
