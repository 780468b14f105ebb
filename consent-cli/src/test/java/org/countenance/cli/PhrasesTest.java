package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.words.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What commands say in other languages. */
class PhrasesTest {

    /** A label and the room up to its text, as on the pages of {@code consent show}. */
    private static final Pattern COLUMN = Pattern.compile("^[^\\s{]+ +(?=\\S)");

    private static final Pattern GAP = Pattern.compile("\\{[^}]*}");

    private static Map<String, String> phrases(Language language) throws IOException {
        Map<String, String> phrases = new LinkedHashMap<>();
        try (InputStream in = PhrasesTest.class.getResourceAsStream("phrases." + language.tag() + ".txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int equals = line.indexOf(" = ");
                if (equals > 0 && !line.startsWith("#")) {
                    assertThat(phrases.put(line.substring(0, equals), line.substring(equals + 3)))
                            .as("once: " + line)
                            .isNull();
                }
            }
        }
        return phrases;
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void keepColumnsAsWideAsInEnglish(Language language) throws IOException {
        phrases(language).forEach((english, said) -> {
            Matcher column = COLUMN.matcher(english);
            if (column.find() && column.group().length() == 8 && english.contains("{")) {
                Matcher own = Pattern.compile("^\\S+ *").matcher(said);
                if (column.group().contains("  ")) {
                    assertThat(own.find()).isTrue();
                    assertThat(width(own.group())).as(said).isEqualTo(8);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void fillEveryGapThatThereIsAndNoOther(Language language) throws IOException {
        phrases(language).forEach((english, said) -> {
            long gaps = GAP.matcher(english).results().count();
            assertThat(GAP.matcher(said).results().map(gap -> gap.group()).distinct())
                    .as(said)
                    .hasSizeLessThanOrEqualTo((int) gaps)
                    .allSatisfy(gap -> assertThat(gap).matches("\\{[0-9]}|\\{1[0-9]}"))
                    .allSatisfy(gap -> assertThat(Long.parseLong(gap.substring(1, gap.length() - 1)))
                            .isLessThan(gaps));
        });
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void sayNowhereThatSomethingIsLawful(Language language) throws IOException {
        assertThat(List.of(phrases(language), HelpTexts.known(language)))
                .allSatisfy(texts -> assertThat(texts.values())
                        .allSatisfy(said -> assertThat(said).doesNotContain("合法", "合规", "违法")));
    }

    /** In columns of a terminal, where a Chinese character and its punctuation take two. */
    private static int width(String text) {
        return text.codePoints()
                .map(each -> Character.isIdeographic(each) || (each >= 0xFF00 && each < 0xFF61) ? 2 : 1)
                .sum();
    }
}
