package org.countenance.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;

/** The JSON Schemas (draft 2020-12) of what commands write with {@code --format json} or attest; each refuses what it does not name. */
public final class JsonSchemas {

    private static final List<String> NAMES = List.of(
            "verdict", "audit", "diff", "impact", "watch", "notice", "submission", "timestamp", "proof", "attestation");

    private JsonSchemas() {}

    /** What there are schemas of. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * One of them as text.
     *
     * @param name one of {@link #names}
     */
    public static String text(String name) {
        try (InputStream in = JsonSchemas.class.getResourceAsStream("schema/" + name + ".schema.json")) {
            if (!NAMES.contains(name) || in == null) {
                throw new IllegalArgumentException(
                        "wanted one of " + NAMES + ", found " + MalformedException.quote(name));
            }
            return Bytes.of(in.readAllBytes()).text();
        } catch (IOException | MalformedException e) {
            throw new IllegalStateException("the schema cannot be read", e);
        }
    }
}
