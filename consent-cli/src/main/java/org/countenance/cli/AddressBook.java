package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countenance.base.Bytes;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.record.Id;

/** What the user calls parties: {@code @lin}. Her own file, so that no registry can put a name on somebody. */
final class AddressBook {

    /** Whoever types, unless the book says otherwise. */
    private static final String ME = "me";

    private final KeyRing ring;
    private final Path file;
    private final Path behind;

    /** The one beside the keys; what it does not name is looked up beside {@code behind}. */
    AddressBook(KeyRing ring, Path behind) {
        this.ring = ring;
        this.file = ring.directory().resolve("aliases.json");
        this.behind = behind.resolve("aliases.json");
    }

    /** The party that the user means: {@code @alias}, {@code @me}, {@code id:…} or an id in full. */
    Id resolve(String written) throws CommandException, IOException, MalformedException {
        if (written.startsWith("@")) {
            String alias = written.substring(1);
            Map<String, Id> all = all(behind);
            all.putAll(all());
            if (alias.equals(ME) && !all.containsKey(ME)) {
                return me();
            }
            return Optional.ofNullable(all.get(alias))
                    .orElseThrow(() -> CommandException.failed(
                            "wanted an alias of your address book, found `" + written + "`",
                            ClosestWord.hint(alias, all.keySet())));
        }
        return Id.parse(written.startsWith("id:") ? written.substring(3) : written);
    }

    /** The one party whose keys are kept beside the book. */
    private Id me() throws CommandException, IOException, MalformedException {
        Map<Id, String> parties = ring.parties();
        if (parties.size() == 1) {
            return parties.keySet().iterator().next();
        }
        throw CommandException.failed(
                "wanted the keys of one registered party for `@me`, found "
                        + (parties.isEmpty()
                                ? "none in `" + ring.directory() + "`"
                                : "those of " + parties.size() + ": " + String.join(", ", parties.values())),
                parties.isEmpty()
                        ? "`consent party register` makes a party with its keys; --keys names another place"
                        : "`consent party alias me id:…`, with an id in full, says which of them you are");
    }

    /** An id or a thumbprint without the {@code id:} that keeps one that begins with {@code -} from looking like an option. */
    static String bare(String written) {
        return written.startsWith("id:") ? written.substring(3) : written;
    }

    /** Notes what the user calls a party. */
    void put(String alias, Id party) throws CommandException, IOException, MalformedException {
        if (!alias.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw CommandException.usage(
                    "wanted an alias of lower-case letters, digits, `.`, `_` and `-`, found `" + alias + "`", "");
        }
        Map<String, Id> all = all();
        all.put(alias, party);
        JsonObject.Builder json = JsonObject.builder();
        all.forEach((name, id) -> json.put(name, id.toJson()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, JsonText.pretty(json.build()));
    }

    /** Every alias and whom it means, sorted. */
    Map<String, Id> all() throws IOException, MalformedException {
        return all(file);
    }

    private static Map<String, Id> all(Path book) throws IOException, MalformedException {
        Map<String, Id> all = new TreeMap<>();
        if (Files.exists(book)) {
            JsonObject json = JsonText.parseObject(Bytes.of(Files.readAllBytes(book)), "address book");
            for (Map.Entry<String, JsonValue> each : json.values().entrySet()) {
                all.put(each.getKey(), Id.read(each.getValue()));
            }
        }
        return all;
    }
}
