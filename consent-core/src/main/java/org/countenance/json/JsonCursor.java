package org.countenance.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/**
 * Reads a JSON document from front to back: whole values where they are small, member by member and element by element
 * where they are large. Strict: UTF-8 without byte order mark, no repeated names, no nulls, integers only, no lone
 * surrogates, nothing after the value (records.md, Envelope).
 */
public final class JsonCursor implements Closeable {

    /** Does something with one member of an object, reading its value from the cursor. */
    @FunctionalInterface
    public interface MemberSink {
        /** Reads the value of {@code name}, all of it. */
        void accept(String name) throws MalformedException, IOException;
    }

    private static final int LONGEST_NUMBER = 20;
    private static final JsonFactory FOR_RECORDS = factory(JsonLimits.RECORD, false);

    private final InputStream in;
    private final JsonParser parser;
    private final Pieces pieces;
    private final JsonLimits limits;
    private Spot spot;
    private int depth;

    private JsonCursor(InputStream in, JsonParser parser, Pieces pieces, Spot spot, JsonLimits limits) {
        this.in = in;
        this.parser = parser;
        this.pieces = pieces;
        this.spot = spot;
        this.limits = limits;
    }

    /** Starts reading {@code in}, which is closed with the cursor. */
    public static JsonCursor open(InputStream in, String document, JsonLimits limits) throws IOException {
        // Jackson would guess UTF-16, take a byte order mark and overlong forms: decoding comes first, and reports.
        Pieces pieces = new Pieces(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        JsonParser parser = factory(limits, true).createParser(pieces);
        return new JsonCursor(in, parser, pieces, Spot.document(document, 0, 0), limits);
    }

    /** Starts reading a small text that is decoded. */
    // Equal limits that are others get a factory of their own, which reads the same.
    @SuppressWarnings("ReferenceEquality")
    static JsonCursor open(String text, String document, JsonLimits limits) throws IOException {
        JsonFactory factory = limits == JsonLimits.RECORD ? FOR_RECORDS : factory(limits, false);
        JsonParser parser = factory.createParser(text);
        Pieces none = new Pieces(Reader.nullReader());
        return new JsonCursor(InputStream.nullInputStream(), parser, none, Spot.document(document, 0, 0), limits);
    }

    /**
     * What makes parsers.
     *
     * @param remembersNames whether names are known again, for which a text must be long and the factory its own, lest one
     *     text slow down another
     */
    private static JsonFactory factory(JsonLimits limits, boolean remembersNames) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + 1)
                        .maxStringLength(2 * limits.string() + 2)
                        .maxNameLength(2 * limits.string() + 2)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, remembersNames)
                // Whoever hashes what is read still needs the source at its end.
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
    }

    /** Reads the next value whole. */
    public JsonValue value() throws MalformedException, IOException {
        JsonToken token = next();
        return read(token, locate(spot));
    }

    /** Reads an object, handing each name to {@code sink}, which reads its value. */
    public void object(MemberSink sink) throws MalformedException, IOException {
        Spot outer = spot;
        expect(next(), JsonToken.START_OBJECT, "an object");
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            String name = name(outer);
            spot = here(outer, name);
            refuseRepeat(seen.put(name, true) != null, name);
            sink.accept(name);
        }
        spot = outer;
        depth--;
    }

    /** Reads a large array, element by element. */
    public <T> void list(ListReader<T> reader) throws MalformedException, IOException {
        Spot outer = spot;
        expect(next(), JsonToken.START_ARRAY, "an array");
        Shapes<T> shapes = new Shapes<>(reader, pieces, limits);
        int index = 0;
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            long begin = parser.currentTokenLocation().getCharOffset();
            T read = reader.read(read(token, element(outer, index++)));
            reader.take(read);
            if (token == JsonToken.START_OBJECT && shapes.areWorthIt()) {
                JsonLocation end = parser.currentLocation();
                index += shapes.goOn(pieces.since(begin, end.getCharOffset()), read, end);
            }
        }
        spot = outer;
        depth--;
    }

    /** Checks that nothing follows. */
    public void end() throws MalformedException, IOException {
        if (token() != null) {
            throw fault("the end of the text", "more");
        }
    }

    /** Where reading has come to. */
    public Place place() {
        return spot.place();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        in.close();
    }

    private JsonValue read(JsonToken token, Spot at) throws MalformedException, IOException {
        return switch (token) {
            case START_OBJECT -> readObject(at);
            case START_ARRAY -> readArray(at);
            case VALUE_STRING -> new JsonString(at, string(parser.getText(), at));
            case VALUE_NUMBER_INT -> new JsonNumber(at, number(at));
            case VALUE_TRUE, VALUE_FALSE -> new JsonBool(at, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> throw MalformedException.of(at.place(), "a value", "null");
            case VALUE_NUMBER_FLOAT ->
                throw MalformedException.of(at.place(), "an integer", "a number with fraction or exponent");
            default -> throw MalformedException.of(at.place(), "a value", "the end of the text");
        };
    }

    private JsonObject readObject(Spot at) throws MalformedException, IOException {
        deepen(at);
        Map<String, JsonValue> values = new LinkedHashMap<>();
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            String name = name(at);
            JsonToken first = next();
            JsonValue value = read(first, here(at, name));
            if (values.put(name, value) != null) {
                spot = here(at, name);
                refuseRepeat(true, name);
            }
        }
        depth--;
        return new JsonObject(at, values);
    }

    private JsonArray readArray(Spot at) throws MalformedException, IOException {
        deepen(at);
        List<JsonValue> elements = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (elements.size() >= limits.array()) {
                throw MalformedException.of(at.place(), "at most " + limits.array() + " elements", "more");
            }
            elements.add(read(token, element(at, elements.size())));
        }
        depth--;
        return new JsonArray(at, elements);
    }

    private void deepen(Spot at) throws MalformedException {
        if (++depth > limits.depth()) {
            throw MalformedException.of(at.place(), "nesting of at most " + limits.depth(), "deeper nesting");
        }
    }

    private void expect(JsonToken found, JsonToken wanted, String name) throws MalformedException, IOException {
        if (found != wanted) {
            throw MalformedException.of(
                    locate(spot).place(), name, read(found, locate(spot)).description());
        }
        deepen(spot);
    }

    private String name(Spot outer) throws MalformedException, IOException {
        String name = parser.currentName();
        if (name == null) {
            throw MalformedException.of(outer.place(), "a member name", "something else");
        }
        return string(name, outer);
    }

    private void refuseRepeat(boolean repeated, String name) throws MalformedException {
        if (repeated) {
            throw MalformedException.of(spot.place(), "each member once", MalformedException.quote(name) + " again");
        }
    }

    private String string(String text, Spot at) throws MalformedException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return pairs(text, at);
            }
        }
        return bounded(text, text.length(), at);
    }

    private String bounded(String text, int characters, Spot at) throws MalformedException {
        if (characters > limits.string(at)) {
            throw fault(at, "at most " + limits.string(at) + " characters", "more");
        }
        return text;
    }

    private String pairs(String text, Spot at) throws MalformedException {
        int pairs = 0;
        int i = 0;
        while (i < text.length()) {
            int width = Character.charCount(text.codePointAt(i));
            if (width == 1 && Character.isSurrogate(text.charAt(i))) {
                throw fault(at, "whole characters", "a lone surrogate");
            }
            pairs += width - 1;
            i += width;
        }
        return bounded(text, text.length() - pairs, at);
    }

    private long number(Spot at) throws MalformedException, IOException {
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            long number = parser.getLongValue();
            if (Math.abs(number) <= JsonNumber.GREATEST) {
                return number;
            }
        }
        throw fault(at, "an integer of at most 2^53-1 either way", MalformedException.quote(parser.getText()));
    }

    private JsonToken next() throws MalformedException, IOException {
        JsonToken token = token();
        if (token == null) {
            throw fault("a value", "the end of the text");
        }
        return token;
    }

    @SuppressWarnings("NullAway") // Jackson says null at the end of the text
    private JsonToken token() throws MalformedException, IOException {
        try {
            JsonToken token = parser.nextToken();
            // Jackson reads strings when asked for them, and would fail outside of this guard.
            parser.finishToken();
            return token;
        } catch (CharacterCodingException e) {
            throw fault("UTF-8", "bytes that are not UTF-8");
        } catch (StreamConstraintsException e) {
            throw fault("a document within the limits", "deeper nesting or a longer string or number");
        } catch (JsonProcessingException e) {
            throw fault("JSON", firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(String message) {
        return MalformedException.quote(message.lines().findFirst().orElse("something else"))
                .replace("`", "");
    }

    private MalformedException fault(String wanted, String found) {
        return fault(spot, wanted, found);
    }

    private MalformedException fault(Spot at, String wanted, String found) {
        return MalformedException.of(locate(at).place(), wanted, found);
    }

    private Spot here(Spot outer, String name) {
        JsonLocation location = parser.currentTokenLocation();
        return outer.member(name, pieces.line(location), pieces.column(location));
    }

    private Spot element(Spot outer, int index) {
        JsonLocation location = parser.currentTokenLocation();
        return outer.element(index, pieces.line(location), pieces.column(location));
    }

    private Spot locate(Spot at) {
        JsonLocation location = parser.currentTokenLocation();
        return new Spot(at.parent(), at.step(), pieces.line(location), pieces.column(location));
    }
}
