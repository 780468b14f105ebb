package org.countenance.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;

/** Whole JSON documents as text: read strictly, written the same way every time. */
public final class JsonText {

    private JsonText() {}

    /**
     * Reads one value, with nothing before or after it but white space.
     *
     * @param document its name in messages
     */
    public static JsonValue parse(Bytes utf8, String document, JsonLimits limits) throws MalformedException {
        try (JsonCursor cursor = open(utf8, document, limits)) {
            JsonValue value = cursor.value();
            cursor.end();
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static JsonCursor open(Bytes utf8, String document, JsonLimits limits) throws IOException {
        try {
            return JsonCursor.open(utf8.text(), document, limits);
        } catch (MalformedException e) {
            // Whoever reads it as a stream learns where it is not UTF-8.
            return JsonCursor.open(new ByteArrayInputStream(utf8.toArray()), document, limits);
        }
    }

    /** Reads one object within the bounds of a record. */
    public static JsonObject parseObject(Bytes utf8, String document) throws MalformedException {
        return Values.object(parse(utf8, document, JsonLimits.RECORD));
    }

    /** One line without white space. */
    public static String compact(JsonValue value) {
        return inMemory(value, -1);
    }

    /** Indented by two, one member or element a line, with a line feed at the end. */
    public static String pretty(JsonValue value) {
        return inMemory(value, 0) + '\n';
    }

    /** The same, written as it comes. */
    public static void pretty(JsonValue value, Appendable out) throws IOException {
        write(value, out, 0);
        out.append('\n');
    }

    private static String inMemory(JsonValue value, int indent) {
        StringBuilder out = new StringBuilder();
        try {
            write(value, out, indent);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString();
    }

    private static void write(JsonValue value, Appendable out, int indent) throws IOException {
        if (value instanceof JsonString string) {
            quote(string.text(), out);
        } else if (value instanceof JsonNumber number) {
            out.append(Long.toString(number.number()));
        } else if (value instanceof JsonBool bool) {
            out.append(Boolean.toString(bool.truth()));
        } else if (value instanceof JsonArray array) {
            writeArray(array, out, indent);
        } else if (value instanceof JsonObject object) {
            writeObject(object, out, indent);
        }
    }

    private static void writeArray(JsonArray array, Appendable out, int indent) throws IOException {
        boolean flat =
                array.elements().stream().noneMatch(each -> each instanceof JsonObject || each instanceof JsonArray);
        int inner = flat || indent < 0 ? -1 : indent + 1;
        out.append('[');
        Iterator<JsonValue> elements = array.elements().iterator();
        while (elements.hasNext()) {
            line(out, inner);
            write(elements.next(), out, inner);
            if (elements.hasNext()) {
                out.append(flat && indent >= 0 ? ", " : ",");
            }
        }
        if (!array.elements().isEmpty() && inner >= 0) {
            line(out, indent);
        }
        out.append(']');
    }

    private static void writeObject(JsonObject object, Appendable out, int indent) throws IOException {
        int inner = indent < 0 ? -1 : indent + 1;
        out.append('{');
        Iterator<Map.Entry<String, JsonValue>> members =
                object.values().entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonValue> member = members.next();
            line(out, inner);
            quote(member.getKey(), out);
            out.append(indent < 0 ? ":" : ": ");
            write(member.getValue(), out, inner);
            if (members.hasNext()) {
                out.append(',');
            }
        }
        if (!object.values().isEmpty()) {
            line(out, indent);
        }
        out.append('}');
    }

    private static void line(Appendable out, int indent) throws IOException {
        if (indent >= 0) {
            out.append('\n').append("  ".repeat(indent));
        }
    }

    private static void quote(String text, Appendable out) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029) {
                out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
