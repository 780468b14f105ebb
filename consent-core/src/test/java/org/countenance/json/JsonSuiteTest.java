package org.countenance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.countenance.Vectors;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** JSONTestSuite: what must be refused is, what must be read is, as far as the integer-only subset allows. */
class JsonSuiteTest {

    private static final String NULL = "nulls have no place in a record";
    private static final String FRACTION = "integers only";
    private static final String REPEAT = "no repeated names";

    /** Texts that JSON allows and this subset does not. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("y_array_null.json", NULL),
            Map.entry("y_array_with_several_null.json", NULL),
            Map.entry("y_array_heterogeneous.json", NULL),
            Map.entry("y_structure_lonely_null.json", NULL),
            Map.entry("y_object_duplicated_key.json", REPEAT),
            Map.entry("y_object_duplicated_key_and_value.json", REPEAT),
            Map.entry("y_object_extreme_numbers.json", FRACTION),
            Map.entry("y_number.json", FRACTION),
            Map.entry("y_number_0e+1.json", FRACTION),
            Map.entry("y_number_0e1.json", FRACTION),
            Map.entry("y_number_double_close_to_zero.json", FRACTION),
            Map.entry("y_number_int_with_exp.json", FRACTION),
            Map.entry("y_number_real_capital_e.json", FRACTION),
            Map.entry("y_number_real_capital_e_neg_exp.json", FRACTION),
            Map.entry("y_number_real_capital_e_pos_exp.json", FRACTION),
            Map.entry("y_number_real_exponent.json", FRACTION),
            Map.entry("y_number_real_fraction_exponent.json", FRACTION),
            Map.entry("y_number_real_neg_exp.json", FRACTION),
            Map.entry("y_number_real_pos_exponent.json", FRACTION),
            Map.entry("y_number_simple_real.json", FRACTION),
            Map.entry("y_structure_lonely_negative_real.json", FRACTION));

    @TestFactory
    Stream<DynamicTest> agrees() {
        return Vectors.files("jsontestsuite/test_parsing").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws Exception {
        String name = file.getFileName().toString();
        Bytes text = Bytes.of(Files.readAllBytes(file));
        boolean exception = !EXCEPTIONS.getOrDefault(name, "").isEmpty();
        if (name.startsWith("n_") || exception) {
            assertThatThrownBy(() -> JsonText.parse(text, "case", JsonLimits.RECORD))
                    .isInstanceOf(MalformedException.class);
        } else if (name.startsWith("y_")) {
            assertThatCode(() -> JsonText.parse(text, "case", JsonLimits.RECORD))
                    .doesNotThrowAnyException();
        } else {
            try {
                JsonText.parse(text, "case", JsonLimits.RECORD);
            } catch (MalformedException e) {
                assertThat(e.getMessage()).startsWith("case");
            }
        }
    }

    @Test
    void writesWhatItReads() throws MalformedException {
        String text = "{\"a\":[1,-2,true,false,\"\\\"\\\\\\u0001é林𝄞\"],\"b\":{},\"c\":[]}";
        JsonValue value = JsonText.parse(Bytes.utf8(text), "case", JsonLimits.RECORD);
        assertThat(JsonText.compact(value)).isEqualTo(text);
        assertThat(JsonText.parse(Bytes.utf8(JsonText.pretty(value)), "case", JsonLimits.RECORD))
                .isEqualTo(value);
    }

    @Test
    void tellsThePlaceOfEveryValue() throws MalformedException {
        JsonValue value =
                JsonText.parse(Bytes.utf8("{\n  \"a/b\": [1,\n    {\"c~\": true}]\n}"), "case", JsonLimits.RECORD);
        JsonArray list = (JsonArray) ((JsonObject) value).get("a/b").orElseThrow();
        JsonValue truth = ((JsonObject) list.elements().get(1)).get("c~").orElseThrow();
        assertThat(truth.place().pointer()).isEqualTo("/a~1b/1/c~0");
        assertThat(truth.place().line()).isEqualTo(3);
        assertThat(truth.place().column()).isEqualTo(12);
    }
}
