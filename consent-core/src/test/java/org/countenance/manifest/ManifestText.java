package org.countenance.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.Values;

/** Manifests for tests, read as the program reads them. */
final class ManifestText {

    private ManifestText() {}

    /** The manifest that every case of {@code faults.json} breaks in one place. */
    static String valid() throws IOException {
        return resource("valid.json");
    }

    /** The same as a tree, to be put together differently. */
    static JsonObject validTree() throws IOException, MalformedException {
        return Values.object(JsonText.parse(Bytes.utf8(valid()), "valid.json", JsonLimits.DOCUMENT));
    }

    static String resource(String name) throws IOException {
        try (InputStream in = ManifestText.class.getResourceAsStream("/vectors/manifest/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Manifest read(String text) throws MalformedException, IOException {
        return read(text, ManifestLimits.DEFAULT);
    }

    static Manifest read(String text, ManifestLimits limits) throws MalformedException, IOException {
        return ManifestReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limits);
    }
}
