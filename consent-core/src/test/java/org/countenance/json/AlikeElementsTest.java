package org.countenance.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.junit.jupiter.api.Test;

/** Elements that are written alike are read by their shape: nobody may see a difference to reading each by itself. */
class AlikeElementsTest {

    private static final String ODD = "{}[]\",:\\ \n\r\t01-.eé𠀀\u0000";
    private static final List<String> IDS =
            List.of("u1", "u2", "shot-12345", "", "é林", "𠀀", "a}b", "{[", "with space", "a\\nb", "\\u0061", "x,y:z");
    private static final List<String> NUMBERS =
            List.of("1", "0", "7", "1234", "-5", "999999999999999", "9007199254740993");

    private int repeated;

    @Test
    void readsAlikeElementsAsIfEachWereReadByItself() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            byte[] text = document(random).getBytes(StandardCharsets.UTF_8);
            assertThat(read(text, true)).isEqualTo(read(text, false));
        }
        assertThat(repeated).isGreaterThan(2_000);
    }

    @Test
    void refusesWhatIsBrokenAnywhereInTheSameWords() {
        Random random = new Random(2);
        for (int i = 0; i < 6_000; i++) {
            byte[] text = broken(document(random), random);
            assertThat(read(text, true))
                    .as(new String(text, StandardCharsets.UTF_8))
                    .isEqualTo(read(text, false));
        }
        assertThat(repeated).isGreaterThan(4_000);
    }

    @Test
    void readsNothingByTheShapeOfAnElementThatHasEscapes() {
        List<String> elements =
                List.of("{'id':'a','v':'\\u0062'}", "{'id':'c','v':'\\u0062'}", "{'id':'d','v':'\\u0062'}");
        read(bytes("{'list':[" + String.join(",", elements) + "]}"), true);
        assertThat(repeated).isZero();
    }

    @Test
    void readsAMillionUnlikeElementsWithoutRememberingEach() {
        String elements = String.join(
                ",",
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "{'id':'a','v" + i + "':1}")
                        .toList());
        byte[] text = bytes("{'list':[" + elements + ",{'id':'x','v':1},{'id':'y','v':1}]}");
        assertThat(read(text, true)).isEqualTo(read(text, false));
        assertThat(repeated).isZero();
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String document(Random random) {
        String gap = pick(random, List.of("", "", " ", "\n", "\r\n", "\t", "\n  "));
        String inner = pick(random, List.of("", "", " ", "\n    ", "\r"));
        List<Supplier<String>> shapes = List.of(
                () -> "{'id':'" + id(random) + "','n':" + pick(random, NUMBERS) + ",'v':[1,{'id':'q','n':2}]}",
                () -> "{~'n':" + pick(random, NUMBERS) + ",~'v':{'n':1,~'w':'" + id(random) + "'},~'id':'" + id(random)
                        + "'~}",
                () -> "{'id':'" + id(random) + "','v':{'x':{'w':'no'},'w':" + pick(random, NUMBERS) + "}}",
                () -> "{'v':'" + "long ".repeat(random.nextInt(900)) + "','id':'" + id(random) + "'}");
        List<String> elements = new ArrayList<>();
        int mostly = random.nextInt(shapes.size());
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            int shape = random.nextInt(8) == 0 ? random.nextInt(shapes.size()) : mostly;
            elements.add(shapes.get(shape).get());
        }
        String list = String.join(gap + "," + gap, elements);
        return ("{'a':1,'list':[" + gap + list + gap + "],'b':'}'}")
                .replace("~", inner)
                .replace('\'', '"');
    }

    private static String id(Random random) {
        return random.nextInt(50) == 0 ? "x".repeat(4090 + random.nextInt(10)) : pick(random, IDS);
    }

    private static byte[] broken(String text, Random random) {
        int at = random.nextInt(text.length());
        int odd = random.nextInt(ODD.length());
        String piece = ODD.substring(odd, odd + 1);
        String changed = random.nextBoolean()
                ? text.substring(0, at) + piece + text.substring(at + random.nextInt(2))
                : text.substring(0, at) + text.substring(at + 1);
        byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) 0xC0;
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Everything that is read, and how it ends. */
    private List<String> read(byte[] text, boolean byShape) {
        List<String> seen = new ArrayList<>();
        try (JsonCursor cursor = JsonCursor.open(new ByteArrayInputStream(text), "test", JsonLimits.RECORD)) {
            cursor.object(name -> {
                if (name.equals("list")) {
                    cursor.list(new Seeing(byShape, seen));
                } else {
                    JsonValue value = cursor.value();
                    seen.add(name + value + value.place());
                }
            });
            cursor.end();
            seen.add("end");
        } catch (MalformedException e) {
            seen.add(e.getMessage() + " " + e.place());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return seen;
    }

    /** Notes every element. */
    private final class Seeing implements ListReader<JsonObject> {

        private final boolean byShape;
        private final List<String> seen;

        Seeing(boolean byShape, List<String> seen) {
            this.byShape = byShape;
            this.seen = seen;
        }

        @Override
        public List<String> own() {
            return List.of("id", "n", "v/w");
        }

        @Override
        public JsonObject read(JsonValue element) throws MalformedException {
            JsonObject object = Values.object(element);
            note(object, object.place().line(), object.place().column());
            return object;
        }

        @Override
        public JsonObject again(JsonObject like, Own own, int line, int column) throws MalformedException {
            // Some strings are refused for what they say.
            if (!byShape || (own.has(0) && own.text(0).equals("u2"))) {
                throw MalformedException.of(Place.NOWHERE, "something else", "this");
            }
            JsonObject.Builder changed = like.toBuilder();
            if (own.has(0)) {
                changed.put("id", own.text(0));
            }
            if (own.has(2) && own.differs(2)) {
                JsonObject inner = Values.object(like.get("v").orElseThrow());
                JsonValue said = inner.get("w").orElseThrow() instanceof JsonNumber
                        ? JsonNumber.of(Long.parseLong(own.text(2)))
                        : JsonString.of(own.text(2));
                changed.put("v", inner.toBuilder().put("w", said).build());
            }
            if (own.has(1)) {
                changed.put("n", Long.parseLong(own.text(1)));
            }
            repeated++;
            note(changed.build(), line, column);
            return changed.build();
        }

        private void note(JsonObject object, int line, int column) {
            seen.add(object + " at " + line + ":" + column);
        }

        @Override
        public void take(JsonObject read) throws MalformedException {
            if (read.get("n").equals(java.util.Optional.of(JsonNumber.of(1234)))
                    && read.get("id").equals(java.util.Optional.of(JsonString.of("x,y:z")))) {
                throw MalformedException.of(Place.NOWHERE, "another", "it");
            }
        }
    }
}
