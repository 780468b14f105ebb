package org.countenance.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base64UrlTest {

    @Test
    void readsWhatItWritesForEveryLength() throws MalformedException {
        long seed = 11;
        Random random = new Random(seed);
        for (int size = 0; size < 200; size++) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            Bytes bytes = Bytes.of(content);
            assertThat(Base64Url.decode(Base64Url.encode(bytes)))
                    .as("seed %s, size %s", seed, size)
                    .isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    AA==|characters of base64url|`=` at character 3
                    A+8A|characters of base64url|`+` at character 2
                    A/8A|characters of base64url|`/` at character 2
                    AA A|characters of base64url|` ` at character 3
                    AAéA|characters of base64url|`é` at character 3
                    AAAAA|canonical base64url|a length of 5
                    AB|canonical base64url|stray trailing bits
                    AAB|canonical base64url|stray trailing bits
                    """)
    void refusesEveryOtherSpelling(String text, String wanted, String found) {
        assertThatThrownBy(() -> Base64Url.decode(text))
                .isInstanceOf(MalformedException.class)
                .hasMessage("wanted " + wanted + ", found " + found);
    }

    @Test
    void takesOneOfAllSpellingsOfOneByte() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        long taken =
                alphabet.chars().filter(second -> isTaken("_" + (char) second)).count();
        assertThat(taken).isEqualTo(4);
    }

    @Test
    void takesNoOtherCharacterOfUnicode() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            for (String text : new String[] {"A" + c + "AA", "AAA" + c, c + "AAA", c + "A", c + "AA"}) {
                assertThat(isTaken(text)).as("U+%04X", (int) c).isEqualTo(alphabet.indexOf(c) >= 0);
            }
        }
    }

    private static boolean isTaken(String text) {
        try {
            Base64Url.decode(text);
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }
}
