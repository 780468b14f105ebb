package org.countenance.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lin Yue",
                "林月",
                "AI生成",
                "T恤",
                "さくらの花とカメラ",
                "金 김철수",
                "大ㄉ",
                "Мария Ivanova",
                "SD-2026",
                "é",
                "नमस्ते",
                "\uD880\uDF50\uD844\uDC00 named with rare characters",
                "50 % off — “really”",
                "Siobhán O’Neill-Αθηνά"
            })
    void takesWordsThatPeopleWrite(String text) throws MalformedException {
        assertThat(PlainText.check(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    ''|words|an empty text
                    ' 　'|words|a blank text
                    a\\u000Ab|characters that can be seen|U+000A
                    a\\u007Fb|characters that can be seen|U+007F
                    a\\u0085b|characters that can be seen|U+0085
                    a\\u2028b|characters that can be seen|U+2028
                    a\\u2029b|characters that can be seen|U+2029
                    a\\u202Eb|characters that can be seen|U+202E
                    a\\u2066b|characters that can be seen|U+2066
                    a\\u200Bb|characters that can be seen|U+200B
                    a\\u200Db|characters that can be seen|U+200D
                    a\\u00ADb|characters that can be seen|U+00AD
                    a\\u3164b|characters that can be seen|U+3164
                    a\\uFE0Fb|characters that can be seen|U+FE0F
                    a\\uDB40\\uDC41b|characters that can be seen|U+E0041
                    a\\uD800b|characters that can be seen|U+D800
                    e\\u0301|text in NFC|`e\\u0301` in another form
                    p\\u0430y|one script within a word|`pаy` mixing cyrillic and latin
                    2p\\u0430y|one script within a word|`2pаy` mixing cyrillic and latin
                    と한|one script within a word|`と한` mixing hangul and hiragana
                    ㄉと|one script within a word|`ㄉと` mixing bopomofo and hiragana
                    林а|one script within a word|`林а` mixing cyrillic and han
                    """)
    void refusesWhatPeopleCannotSee(String escaped, String wanted, String found) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> PlainText.check(unescape(escaped)))
                .satisfies(e -> {
                    assertThat(e.wanted()).isEqualTo(wanted);
                    assertThat(e.found()).isEqualTo(unescape(found));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    林月, Siobhán O’Neill|林月, Siobhán O’Neill
                    a\\u000Ab|a\\\\u000ab
                    a\\u001B[2Jb|a\\\\u001b[2Jb
                    a\\u009B2Jb|a\\\\u009b2Jb
                    a\\u202Eb|a\\\\u202eb
                    a\\u2066b|a\\\\u2066b
                    a\\u2028b|a\\\\u2028b
                    a\\u3164b|a\\\\u3164b
                    a\\uDB40\\uDC41b|a\\\\udb40\\\\udc41b
                    a\\uD800b|a\\\\ud800b
                    a\\uFFFEb|a\\\\ufffeb
                    """)
    void showsWhatPeopleCannotSeeAsEscapes(String escaped, String shown) {
        assertThat(PlainText.shown(unescape(escaped))).isEqualTo(shown.replace("\\\\", "\\"));
    }

    @Test
    void showsAnEllipsisWhereItLeavesSomethingOut() {
        assertThat(PlainText.shown("𠀀𠀁𠀂", 2)).isEqualTo("𠀀𠀁…");
        assertThat(PlainText.shown("𠀀𠀁𠀂", 3)).isEqualTo("𠀀𠀁𠀂");
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    @Test
    void refusesInPlainWordsWhatItRefusesBesideOtherLetters() {
        for (char c = 0; c < 0x80; c++) {
            String text = "a" + c + "b";
            boolean plain = isTaken(text);
            assertThat(plain).as("U+%04X", (int) c).isEqualTo(isTaken("é" + text));
            assertThat(isTaken(String.valueOf(c))).isEqualTo(plain && c != ' ');
        }
    }

    private static boolean isTaken(String text) {
        try {
            return PlainText.check(text).equals(text);
        } catch (MalformedException e) {
            return false;
        }
    }
}
