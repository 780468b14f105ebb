package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.Members;
import org.countenance.keystore.KeyPlace;

/**
 * A key's name that stands for an entry in a token or keystore; as a file it holds no secret.
 *
 * @param place the token or keystore
 * @param entry the alias in it
 */
record KeyLink(KeyPlace place, String entry) {

    static KeyLink read(Path file) throws IOException, MalformedException {
        JsonObject json = JsonText.parseObject(
                Bytes.of(Files.readAllBytes(file)), file.getFileName().toString());
        KeyPlace.Kind kind = json.get("pkcs11").isPresent() ? KeyPlace.Kind.PKCS11 : KeyPlace.Kind.PKCS12;
        Members members = json.members();
        KeyLink link = new KeyLink(new KeyPlace(kind, Path.of(members.string(member(kind)))), members.string("entry"));
        members.end();
        return link;
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put(member(place.kind()), place.file().toString())
                .put("entry", entry)
                .build();
    }

    private static String member(KeyPlace.Kind kind) {
        return kind == KeyPlace.Kind.PKCS11 ? "pkcs11" : "keystore";
    }

    @Override
    public String toString() {
        return "entry `" + entry + "` in " + place;
    }
}
