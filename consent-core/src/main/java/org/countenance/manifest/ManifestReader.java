package org.countenance.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonCursor;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonNumber;
import org.countenance.json.JsonValue;

/**
 * Reads a production manifest as a stream, strictly, and checks all that it alone can show to be wrong (decision.md
 * section 4). What depends on people's records, or on the instant, is the verifier's.
 */
public final class ManifestReader {

    static final String DOCUMENT = "manifest";

    private static final String USES = "uses";
    private static final List<String> REQUIRED =
            List.of("manifest", "vocabulary", "production", "releases", "assets", USES);
    private static final List<String> KNOWN =
            List.of("manifest", "vocabulary", "production", "releases", "assets", USES, "synthetic");
    private static final long VERSION = 1;

    private final JsonCursor cursor;
    private final ManifestLimits limits;
    private final Declared declared = new Declared();
    private final Shared shared = new Shared();
    private final ElementReader elements;
    private final UseReader uses = new UseReader(declared, shared);
    private final Set<String> seen = new HashSet<>();

    private ManifestReader(JsonCursor cursor, ManifestLimits limits, boolean plan) {
        this.cursor = cursor;
        this.limits = limits;
        this.elements = new ElementReader(shared, plan);
    }

    /**
     * Reads the manifest that {@code in} holds, all of it, and closes {@code in}.
     *
     * @throws MalformedException when it is not a manifest, contradicts itself, or is beyond {@code limits}
     * @throws IOException when {@code in} fails
     */
    public static Manifest read(InputStream in, ManifestLimits limits) throws MalformedException, IOException {
        return read(in, limits, false);
    }

    /** Reads a draft in the same way: of what is not made yet, {@code sha256} may be left out. */
    public static Manifest readPlan(InputStream in, ManifestLimits limits) throws MalformedException, IOException {
        return read(in, limits, true);
    }

    private static Manifest read(InputStream in, ManifestLimits limits, boolean plan)
            throws MalformedException, IOException {
        Sha256.Tee tee = Sha256.tee(in);
        try (JsonCursor cursor = JsonCursor.open(tee, DOCUMENT, JsonLimits.RECORD)) {
            Declared declared = new ManifestReader(cursor, limits, plan).read();
            References.check(declared);
            Derivations.of(declared.assets()).check();
            tee.drain();
            return new Manifest(declared, tee.hash());
        }
    }

    private Declared read() throws MalformedException, IOException {
        cursor.object(this::member);
        cursor.end();
        for (String name : REQUIRED) {
            if (!seen.contains(name)) {
                throw MalformedException.of(Place.in(DOCUMENT), "a member `" + name + "`", "none");
            }
        }
        return declared;
    }

    private void member(String name) throws MalformedException, IOException {
        seen.add(name);
        switch (name) {
            case "manifest", "vocabulary" -> version(cursor.value());
            case "production" -> declared.add(elements.production(cursor.value()));
            case "releases" -> list(list(name, limits.releases(), elements::release, declared::add));
            case "assets" ->
                list(list(name, limits.assets(), elements::asset, declared::add)
                        .alikeBut(ElementReader.OF_AN_ASSET, elements::again));
            case USES ->
                list(name, limits.uses(), uses::use, declared::add)
                        .alikeBut(UseReader.OF_A_USE, uses::again)
                        .from(cursor);
            case "synthetic" ->
                list(list(name, limits.assets(), elements::synthetic, declared::add)
                        .limitedBy("assets"));
            default ->
                throw MalformedException.of(
                        cursor.place(),
                        "a known member",
                        MalformedException.quote(name),
                        ClosestWord.hint(name, KNOWN));
        }
    }

    private static void version(JsonValue value) throws MalformedException {
        if (!(value instanceof JsonNumber number) || number.number() != VERSION) {
            throw MalformedException.of(value.place(), "the number " + VERSION, value.description());
        }
    }

    private <T> ElementList<T> list(String name, long most, ElementList.Reader<T> reader, ElementList.Sink<T> sink) {
        return ElementList.of(cursor.place(), name, most, reader, sink);
    }

    /** Only uses may be none: a work may show nobody. */
    private void list(ElementList<?> list) throws MalformedException, IOException {
        Place place = cursor.place();
        if (list.from(cursor) == 0) {
            throw MalformedException.of(place, "at least one element", "an empty array");
        }
    }
}
