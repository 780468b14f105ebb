package org.countenance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countenance.words.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportWordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveTheSameKeysAndSlotsInEveryLanguage(Language language) throws IOException {
        Properties english = words(Language.ENGLISH);
        Properties other = words(language);
        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            // A count of one may leave the number out.
            if (!key.endsWith(".one")) {
                assertThat(slots(other.getProperty(key))).as(key).isEqualTo(slots(english.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sayNowhereThatSomethingIsLawful(Language language) throws IOException {
        assertThat(words(language).values())
                .allSatisfy(text -> assertThat(text.toString())
                        .doesNotContain("合法", "合规", "违法")
                        .doesNotContainPattern("(?i)\\blegal(ly)?\\b|\\bcomplian(t|ce)\\b"));
    }

    private static Properties words(Language language) throws IOException {
        Properties words = new Properties();
        words.load(new StringReader(PageResource.text("report." + language.tag() + ".properties")));
        return words;
    }

    private static String slots(String text) {
        return Pattern.compile("\\{\\d\\}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }
}
