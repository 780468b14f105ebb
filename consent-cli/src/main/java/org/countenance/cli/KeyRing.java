package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.jws.Algorithm;
import org.countenance.jws.SigningKey;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Id;

/** The user's keys: one encrypted PEM file each, readable by the owner alone, with its public part beside it. */
final class KeyRing {

    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}";

    private final Surroundings surroundings;
    private final Path directory;
    private final Passphrase passphrase;

    KeyRing(Surroundings surroundings, Path directory, Passphrase passphrase) {
        this.surroundings = surroundings;
        this.directory = directory;
        this.passphrase = passphrase;
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
        return Files.exists(file(name, ".pem"));
    }

    /** Makes a key and keeps it. */
    SigningKey create(String name, Algorithm algorithm) throws CommandException, IOException {
        checkName(name);
        if (has(name)) {
            throw CommandException.failed("wanted a new key, found `" + name + "` already", "choose another name");
        }
        makeDirectory();
        SigningKey key = SigningKey.generate(algorithm, surroundings.random());
        char[] secret = passphrase.forNew("keys in " + directory);
        Bytes pem = secret.length == 0 ? key.toPem() : key.toEncryptedPem(secret, surroundings.random());
        writeCard(new Card(name, key.verificationKey(), Optional.empty()));
        writePrivately(file(name, ".pem"), pem);
        return key;
    }

    /** Opens a key with its passphrase. */
    SigningKey open(String name) throws CommandException, IOException, MalformedException {
        checkName(name);
        if (!has(name)) {
            throw CommandException.failed("wanted a key `" + name + "`, found none in `" + directory + "`", hint(name));
        }
        checkPrivate(file(name, ".pem"));
        Bytes pem = Bytes.of(Files.readAllBytes(file(name, ".pem")));
        return pem.text().contains("ENCRYPTED") ? decrypt(name, pem) : SigningKey.fromPem(pem, new char[0]);
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
    String stored(String name) throws CommandException, IOException {
        checkName(name);
        if (!has(name)) {
            throw CommandException.failed("wanted a key `" + name + "`, found none in `" + directory + "`", hint(name));
        }
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
                members.required("jwk", jwk -> VerificationKey.fromJwk(Values.object(jwk))),
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
                    .filter(file -> file.endsWith(".pem"))
                    .map(file -> file.substring(0, file.length() - ".pem".length()))
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

    private void makeDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            if (isPosix(directory)) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    static void writePrivately(Path file, Bytes content) throws IOException {
        if (isPosix(file)) {
            Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
            Files.write(file, content.toArray(), StandardOpenOption.WRITE);
        } else {
            Files.write(file, content.toArray(), StandardOpenOption.CREATE_NEW);
        }
    }

    private static void checkPrivate(Path file) throws CommandException, IOException {
        if (isPosix(file)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!PosixFilePermissions.fromString("rw-------").containsAll(permissions)) {
                throw CommandException.failed(
                        "wanted a key file that only its owner reads, found `" + file + "` with "
                                + PosixFilePermissions.toString(permissions),
                        "`chmod 600 " + file + "` closes it");
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
