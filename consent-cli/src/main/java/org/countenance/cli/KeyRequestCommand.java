package org.countenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonText;
import org.countenance.jws.Algorithm;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.PartyKey;
import org.countenance.registry.LogStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes new keys on the person's own machine and a file by which somebody else can have them listed. */
@Command(
        name = "request",
        description = "make new keys, and a file by which a friend or registrar lists them for you",
        footer = {
            "",
            "Example:",
            "  consent key request lin2 --party @lin --by @ann -o lin2.keys.json",
            "  then Ann: consent party recover @lin --key ann --new-keys lin2.keys.json",
            "  the file holds no secret",
            "  without a registry here: --signer and --registry-name instead of --by"
        },
        mixinStandardHelpOptions = true)
final class KeyRequestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "NAME", description = "what you call the new key; made if there is none")
    private String name = "";

    @Option(names = "--party", required = true, paramLabel = "PARTY", description = "who you are")
    private String party = "";

    @Option(names = "--by", paramLabel = "PARTY", description = "who will list them: a friend, registrar or guardian")
    private Optional<String> by = Optional.empty();

    @Option(names = "--signer", paramLabel = "KID", description = "the key of theirs that will sign, instead of --by")
    private Optional<String> signer = Optional.empty();

    @Option(names = "--registry-name", paramLabel = "NAME", description = "the registry's name, with --signer")
    private Optional<String> registryName = Optional.empty();

    @Option(names = "--algorithm", paramLabel = "ALG", description = "Ed25519 (default), ES256 or ML-DSA-65")
    private String algorithm = Algorithm.ED25519.joseName();

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "where to write the file")
    private String output = "";

    KeyRequestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.options = new CommonOptions(surroundings);
    }

    @Override
    public Integer call() throws CommandException, IOException, MalformedException {
        if (by.isPresent() == signer.isPresent() || signer.isPresent() != registryName.isPresent()) {
            throw CommandException.usage(
                    "wanted --by PARTY, or --signer KID with --registry-name NAME, found "
                            + (by.isPresent() ? "both" : "neither"),
                    "who lists the keys tells you its key: `consent key list`");
        }
        AddressBook book = options.book();
        Id whose = book.resolve(party);
        Algorithm made = KeyCommand.New.algorithm(algorithm);
        String registry = registryName.orElse("");
        String kid = AddressBook.bare(signer.orElse(""));
        if (by.isPresent()) {
            try (LogStore log = new RegistryDirectory(surroundings, options).open()) {
                registry = log.name();
                kid = signerOf(log, book.resolve(by.get()));
            }
        }
        KeyRing ring = new KeyRing(surroundings, options.keys(), options.passphrase());
        if (ring.has(name)
                && ring.card(name).party().filter(each -> !each.equals(whose)).isPresent()) {
            throw CommandException.failed(
                    "wanted a key of nobody else, found `" + name + "`, which belongs to "
                            + ring.card(name).party().get().shown(),
                    "choose another name");
        }
        List<PartyDraft.Enrolled> keys = NewKeys.openOrMake(ring, name, made);
        KeyOffer offer = KeyOffer.of(registry, whose, kid, Draft.mark(surroundings.random()), keys);
        surroundings.write(output, JsonText.pretty(offer.toJson()));
        ring.assign(name, whose);
        ring.assign(NewKeys.manage(name), whose);
        surroundings
                .out()
                .println("wrote " + output + ": send it to whoever lists your keys, and read these to them,"
                        + " so that nobody puts others in their place\n"
                        + fingerprints(offer));
        return ExitCode.DONE.number();
    }

    private String signerOf(LogStore log, Id friend) throws CommandException, MalformedException {
        List<String> keys = RegistryNow.read(log, surroundings.clock().instant()).party(friend).stream()
                .flatMap(known -> known.current().keys().stream()
                        .filter(key -> key.powers().contains(PartyKey.Use.SIGN))
                        .filter(key -> !known.isDeclared(key.thumbprint()))
                        .map(PartyKey::thumbprint))
                .toList();
        if (keys.size() != 1) {
            throw CommandException.failed(
                    "wanted one key with which " + LogView.of(log).shown(friend) + " signs, found "
                            + (keys.isEmpty() ? "none" : keys.size() + ""),
                    "--signer with --registry-name names the key");
        }
        return keys.get(0);
    }

    /** The thumbprints, for two people on a telephone. */
    static String fingerprints(KeyOffer offer) {
        return String.join(
                "\n",
                offer.keys().stream()
                        .map(key -> "  "
                                + (key.powers().contains(PartyKey.Use.SIGN) ? "signs   " : "manages ")
                                + new Id(key.thumbprint()).shown())
                        .toList());
    }
}
