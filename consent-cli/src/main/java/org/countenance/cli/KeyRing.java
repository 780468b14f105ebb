package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.jws.Algorithm;
import org.countenance.jws.Signer;
import org.countenance.jws.SigningKey;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Id;

/**
 * The user's keys: one encrypted PEM file each, readable by the owner alone, or a link into a token or keystore; beside it
 * the public part.
 */
final class KeyRing {

    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}";
    private static final String LINK = ".link";

    private final Surroundings surroundings;
    private final Path directory;
    private final Passphrase passphrase;
    private final LinkedKeys linked;

    KeyRing(Surroundings surroundings, Path directory, Passphrase passphrase) {
        this.surroundings = surroundings;
        this.directory = directory;
        this.passphrase = passphrase;
        this.linked = new LinkedKeys(passphrase.pin());
    }

    /**
     * The public part of a key.
     *
     * @param name what the user calls it
     * @param key the public key
     * @param party whose it is, once that party is registered
     */
    record Card(String name, VerificationKey key, Optional<Id> party) {}

    boolean has(String name) {
        return Files.exists(file(name, ".pem")) || Files.exists(file(name, LINK));
    }

    /** Makes a key and keeps it. */
    SigningKey create(String name, Algorithm algorithm) throws CommandException, IOException {
        checkNew(name);
        SecretFile.makeDirectory(directory);
        SigningKey key = SigningKey.generate(algorithm, surroundings.random());
        char[] secret = passphrase.forNew("keys in " + directory);
        Bytes pem = secret.length == 0 ? key.toPem() : key.toEncryptedPem(secret, surroundings.random());
        writeCard(new Card(name, key.verificationKey(), Optional.empty()));
        SecretFile.write(file(name, ".pem"), pem);
        return key;
    }

    /** Lets a name stand for a key that is kept elsewhere; it is opened once to see that it signs. */
    Signer link(String name, KeyLink link) throws CommandException, IOException {
        checkNew(name);
        Signer signer = linked.open(link);
        signer.sign(Bytes.utf8("a first signature, which nobody reads"));
        SecretFile.makeDirectory(directory);
        writeCard(new Card(name, signer.verificationKey(), Optional.empty()));
        Files.writeString(file(name, LINK), JsonText.pretty(link.toJson()));
        return signer;
    }

    /** Where a key is that is not kept here. */
    Optional<KeyLink> link(String name) throws IOException, MalformedException {
        return Files.exists(file(name, LINK)) ? Optional.of(KeyLink.read(file(name, LINK))) : Optional.empty();
    }

    /** Where a key is, for people. */
    String whereabouts(String name) throws IOException, MalformedException {
        return link(name).map(KeyLink::toString).orElse("`" + file(name, ".pem") + "`");
    }

    private void checkNew(String name) throws CommandException {
        checkName(name);
        if (has(name)) {
            throw CommandException.failed("wanted a new key, found `" + name + "` already", "choose another name");
        }
    }

    /** Opens a key with its passphrase or PIN. */
    Signer open(String name) throws CommandException, IOException, MalformedException {
        checkThere(name);
        Optional<KeyLink> link = link(name);
        return link.isPresent() ? open(name, link.get()) : openFile(name, file(name, ".pem"));
    }

    private Signer open(String name, KeyLink link) throws CommandException, IOException, MalformedException {
        Signer signer = linked.open(link);
        String wanted = card(name).key().thumbprint();
        String found = signer.verificationKey().thumbprint();
        if (!wanted.equals(found)) {
            throw CommandException.failed(
                    "wanted " + link + " to be key `" + wanted + "` as when it was linked, found `" + found + "`", "");
        }
        return signer;
    }

    private SigningKey openFile(String name, Path file) throws CommandException, IOException, MalformedException {
        SecretFile.check(file);
        Bytes pem = Bytes.of(Files.readAllBytes(file));
        if (pem.text().contains("ENCRYPTED")) {
            return decrypt(name, pem);
        }
        passphrase.warnOfNone("key `" + name + "` in " + directory);
        return SigningKey.fromPem(pem, new char[0]);
    }

    private void checkThere(String name) throws CommandException, IOException {
        checkName(name);
        if (!has(name)) {
            throw CommandException.failed("wanted a key `" + name + "`, found none in `" + directory + "`", hint(name));
        }
    }

    private SigningKey decrypt(String name, Bytes pem) throws CommandException, IOException, MalformedException {
        String what = "key `" + name + "` in " + directory;
        boolean reused = passphrase.isTyped();
        try {
            return SigningKey.fromPem(pem, passphrase.forExisting(what));
        } catch (MalformedException e) {
            passphrase.forget();
            if (!reused) {
                throw e;
            }
            return SigningKey.fromPem(pem, passphrase.forExisting(what));
        }
    }

    /** The private key as it is kept. */
    String stored(String name) throws CommandException, IOException, MalformedException {
        checkThere(name);
        Optional<KeyLink> link = link(name);
        if (link.isPresent()) {
            throw CommandException.failed(
                    "wanted a key that is kept here, found `" + name + "`, which is " + link.get(),
                    "what guards it hands it out, or nobody does");
        }
        SecretFile.check(file(name, ".pem"));
        return Files.readString(file(name, ".pem"));
    }

    /** The public part of a key, without its passphrase. */
    Card card(String name) throws CommandException, IOException, MalformedException {
        checkName(name);
        if (!Files.exists(file(name, ".json"))) {
            throw CommandException.failed("wanted a key `" + name + "`, found none in `" + directory + "`", hint(name));
        }
        Bytes json = Bytes.of(Files.readAllBytes(file(name, ".json")));
        Members members = JsonText.parseObject(json, name + ".json").members();
        Card card = new Card(
                name,
                members.required("jwk", jwk -> VerificationKey.fromKeptJwk(Values.object(jwk))),
                members.optional("party", Id::read));
        members.end();
        return card;
    }

    /** The party that signs with a key. */
    Id party(String name) throws CommandException, IOException, MalformedException {
        return card(name)
                .party()
                .orElseThrow(() -> CommandException.failed(
                        "wanted the key of a registered party, found `" + name + "`, which belongs to nobody yet",
                        "`consent party register --key " + name + " ...` registers one"));
    }

    /** Whose keys are kept here, each party with the first name of a key; keys of nobody are left out. */
    Map<Id, String> parties() throws CommandException, IOException, MalformedException {
        Map<Id, String> parties = new LinkedHashMap<>();
        for (String name : names()) {
            if (name.matches(NAME) && Files.exists(file(name, ".json"))) {
                card(name).party().ifPresent(party -> parties.putIfAbsent(party, name));
            }
        }
        return parties;
    }

    /** Notes whose a key is. */
    void assign(String name, Id party) throws CommandException, IOException, MalformedException {
        writeCard(new Card(name, card(name).key(), Optional.of(party)));
    }

    /** The names of all keys, sorted. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(file -> file.endsWith(".pem") || file.endsWith(LINK))
                    .map(file -> file.substring(0, file.lastIndexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    Path directory() {
        return directory;
    }

    private String hint(String name) throws IOException {
        return ClosestWord.hint(name, names());
    }

    private Path file(String name, String ending) {
        return directory.resolve(name + ending);
    }

    private static void checkName(String name) throws CommandException {
        if (!name.matches(NAME)) {
            throw CommandException.usage(
                    "wanted a key's name of letters, digits, `.`, `_` and `-`, found `" + name + "`", "");
        }
    }

    private void writeCard(Card card) throws IOException {
        JsonObject json = JsonObject.builder()
                .put("jwk", card.key().toJwk())
                .putIf("party", card.party().map(Id::toJson))
                .build();
        Files.writeString(file(card.name(), ".json"), JsonText.pretty(json));
    }
}
