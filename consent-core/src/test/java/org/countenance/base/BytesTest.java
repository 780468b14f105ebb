package org.countenance.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytesTest {

    private static final int[] PIECES = {
        'a', 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc3, 0xa9, 0xe0, 0xa0, 0xe6, 0x9e, 0x97, 0xed, 0xef, 0xbd, 0xf0, 0x9d, 0xf4,
        0x8f, 0xf5, 0xff
    };

    @Test
    void readsAsTextWhatAStrictDecoderReads() {
        int texts = 0;
        for (long seed = 0; seed < Long.getLong("scenarios", 50_000); seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(7)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) PIECES[random.nextInt(PIECES.length)];
            }
            Optional<String> wanted = strictly(bytes);
            texts += wanted.isPresent() && bytes.length > 1 ? 1 : 0;
            assertThat(text(Bytes.of(bytes)))
                    .as("seed %s: %s", seed, Bytes.of(bytes))
                    .isEqualTo(wanted);
        }
        assertThat(texts).isPositive();
    }

    @Test
    void readsTheReplacementCharacterWhereItIsWritten() throws MalformedException {
        assertThat(Bytes.utf8("a\uFFFDb").text()).isEqualTo("a\uFFFDb");
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> Bytes.of((byte) 'a', (byte) 0xff).text())
                .isInstanceOf(MalformedException.class)
                .hasMessage("wanted UTF-8, found bytes that are not UTF-8");
    }

    private static Optional<String> text(Bytes bytes) {
        try {
            return Optional.of(bytes.text());
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
