package org.countenance.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One spelling for each sequence of bytes (RFC 4648 sections 3.5, 4 and 5). */
class Base64SpellingTest {

    @Nested
    class Padded {

        @Test
        void readsWhatItWrites() throws MalformedException {
            Random random = new Random(4648);
            for (int size = 0; size < 200; size++) {
                Bytes bytes = someBytes(random, size);
                assertThat(Base64Padded.decode(Base64Padded.encode(bytes)))
                        .as("seed 4648, size %s", size)
                        .isEqualTo(bytes);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"QR==", "QQ", "QQ=", "QQ===", "QQ== ", "Q\nQ==", "QQ=Q", "_-8=", "Q", "=", "é==="})
        void refusesEveryOtherSpelling(String text) {
            assertThatThrownBy(() -> Base64Padded.decode(text))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("wanted canonical base64 with padding");
        }

        @Test
        void breaksLinesAfter64Characters() {
            assertThat(Base64Padded.encodeLines(Bytes.of(new byte[49])).split("\n", -1))
                    .containsExactly("A".repeat(64), "AA==");
        }
    }

    @Nested
    class Url {

        @Test
        void readsWhatItWrites() throws MalformedException {
            Random random = new Random(4648);
            for (int size = 0; size < 200; size++) {
                Bytes bytes = someBytes(random, size);
                assertThat(Base64Url.decode(Base64Url.encode(bytes)))
                        .as("seed 4648, size %s", size)
                        .isEqualTo(bytes);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"QR", "QQ==", "QQ=", "QQ ", "Q\nQ", "+/8", "Q", "é"})
        void refusesEveryOtherSpelling(String text) {
            assertThatThrownBy(() -> Base64Url.decode(text))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("base64url");
        }
    }

    private static Bytes someBytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
