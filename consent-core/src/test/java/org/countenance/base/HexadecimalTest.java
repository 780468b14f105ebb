package org.countenance.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexadecimalTest {

    @Test
    void readsEveryByteFromTheDigitsThatItWrites() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(Bytes.fromHex(Bytes.of(all).hex())).isEqualTo(Bytes.of(all));
        assertThat(Bytes.fromHex("")).isEqualTo(Bytes.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0A; wanted lower-case hexadecimal digits, found `0A`",
                "0g; wanted lower-case hexadecimal digits, found `0g`",
                "'0 '; wanted lower-case hexadecimal digits, found `0 `",
                "x; wanted lower-case hexadecimal digits, found `x`",
                "０0; wanted lower-case hexadecimal digits, found `０0`",
                "abc; 'wanted an even count of digits, found 3 digits'"
            })
    void refusesOtherDigits(String text, String message) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Bytes.fromHex(text))
                .withMessage(message);
    }
}
