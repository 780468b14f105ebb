package org.countenance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.countenance.scope.Technique;
import org.countenance.scope.Vocabulary;
import org.countenance.words.EnglishLeft;
import org.countenance.words.Language;
import org.junit.jupiter.api.Test;

/** The explanations in Simplified Chinese say of the same words the same things in the same order. */
class ExplanationsInChineseTest {

    private static final Pattern LABEL = Pattern.compile("^(\\w+): |^(权重|原因|制作方|表演者|豁免|示例)：");

    private static final Map<String, String> LABELS =
            Map.of("权重", "Weighs", "原因", "Why", "制作方", "Studio", "表演者", "Performer", "豁免", "Waiver", "示例", "Example");

    private static final List<Explanations.Entry> ENGLISH =
            Explanations.shipped().entries();

    private static final List<Explanations.Entry> CHINESE =
            Explanations.in(Language.SIMPLIFIED_CHINESE).entries();

    @Test
    void explainEveryWordUnderTheSameSpellingsAndAChineseName() {
        for (int i = 0; i < ENGLISH.size(); i++) {
            List<String> spellings = CHINESE.get(i).spellings();
            assertThat(spellings.subList(0, spellings.size() - 1))
                    .isEqualTo(ENGLISH.get(i).spellings());
            assertThat(CHINESE.get(i).name()).containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void labelTheSameParagraphs() {
        for (int i = 0; i < ENGLISH.size(); i++) {
            assertThat(labels(CHINESE.get(i)))
                    .as(ENGLISH.get(i).word())
                    .isEqualTo(labels(ENGLISH.get(i)).stream().distinct().toList());
        }
    }

    private static List<String> labels(Explanations.Entry entry) {
        return entry.paragraphs().stream()
                .map(LABEL::matcher)
                .filter(label -> label.find())
                .map(label -> label.group(1) != null ? label.group(1) : LABELS.get(label.group(2)))
                .filter(LABELS::containsValue)
                .toList();
    }

    @Test
    void leaveNoEnglishWord() {
        assertThat(CHINESE)
                .allSatisfy(entry -> assertThat(EnglishLeft.in(entry.text()))
                        .as(entry.text())
                        .isEmpty());
    }

    @Test
    void sayNowhereThatSomethingIsLawful() {
        assertThat(CHINESE).allSatisfy(entry -> assertThat(entry.text()).doesNotContain("合法", "合规"));
    }

    @Test
    void areFoundByTheirChineseNames() {
        Explanations chinese = Explanations.in(Language.SIMPLIFIED_CHINESE);
        assertThat(chinese.of("换脸")).extracting(Explanations.Entry::word).containsExactly("face-swap");
        assertThat(chinese.of("lc103").get(0).paragraph("Studio")).startsWith("要么");
        assertThat(chinese.of("lc103").get(0).meaning()).startsWith("本作品有授权书").doesNotContain("原因");
    }

    @Test
    void sayEveryWordOfTheVocabularyInOneLine() {
        Explanations chinese = Explanations.in(Language.SIMPLIFIED_CHINESE);
        Vocabulary.lists()
                .forEach((list, words) -> words.forEach(word -> assertThat(chinese.gist(list, word))
                        .containsPattern("^\\p{IsHan}+：\\S")
                        .satisfies(gist -> assertThat(EnglishLeft.in(gist)).isEmpty())));
        assertThat(chinese.gist("techniques", Technique.FACE_SWAP)).isEqualTo("换脸：把一个人的脸放到另一个人的头上");
    }

    @Test
    void headEveryEntryInChinese() {
        Explanations chinese = Explanations.in(Language.SIMPLIFIED_CHINESE);
        assertThat(CHINESE)
                .allSatisfy(entry -> assertThat(chinese.heading(entry)).containsPattern("\\p{IsHan}"));
    }
}
