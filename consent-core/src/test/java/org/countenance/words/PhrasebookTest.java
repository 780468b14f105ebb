package org.countenance.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhrasebookTest {

    private static final String ID = "abcd-efgh-2345-mnop";

    private final Phrasebook few = Phrasebook.in(Language.ENGLISH)
            .and(String.join(
                    "\n",
                    "# a comment",
                    "the end = 完",
                    "ends {date} = 于{0}结束",
                    "grant {id} {t} = 授权书 {0} {1}",
                    "wanted {t}, found {t} = 应为{0}，实际为{1}",
                    "{q} = {0}",
                    "face = 面部（face）",
                    "voice = 声音（voice）",
                    "by {who}: {t} = 由 {0}：{1}",
                    "named {v} = 名为 {0}"));

    @Test
    void saysAPhraseAndWhatStandsInItsSlots() {
        assertThat(few.say("grant " + ID + " ends 2027-01-01")).isEqualTo("授权书 " + ID + " 于2027-01-01结束");
    }

    @Test
    void saysListsPartByPart() {
        assertThat(few.say("face, voice")).isEqualTo("面部（face）、声音（voice）");
        assertThat(few.say("the end; and the end")).isEqualTo("完；以及完");
    }

    /** Where English says one of them otherwise, the phrase for several holds. */
    @Test
    void saysOneByThePhraseForSeveral() {
        Phrasebook counting = few.and("{n} new files = {0}个新文件")
                .and("a log of {n} entries = 共{0}条的日志")
                .and("{n} files of {n} annexes: {v} = {0}个文件，{1}份附件：{2}");
        assertThat(counting.say("1 new file")).isEqualTo("1个新文件");
        assertThat(counting.say("2 new files")).isEqualTo("2个新文件");
        assertThat(counting.say("a log of 1 entry")).isEqualTo("共1条的日志");
        assertThat(counting.say("1 file of 2 annexes: 1 use")).isEqualTo("1个文件，2份附件：1 use");
        assertThat(counting.say("3 files of 1 annex: 1 use")).isEqualTo("3个文件，1份附件：1 use");
    }

    @Test
    void leavesATextWithoutAPhraseInEnglish() {
        assertThat(few.say("something new")).isEqualTo("something new");
        assertThat(few.say("wanted face, found something new")).isEqualTo("应为面部（face），实际为something new");
        assertThat(few.knows("wanted face, found something new")).isFalse();
    }

    @Test
    void takesNothingApartThatStandsInBackticks() {
        assertThat(few.say("wanted face, found `x, found the end`")).isEqualTo("应为面部（face），实际为`x, found the end`");
        assertThat(few.say("wanted `the end, found face`, found voice"))
                .isEqualTo("应为`the end, found face`，实际为声音（voice）");
    }

    @Test
    void changesNoNameThatLooksLikeAPhrase() {
        assertThat(few.say("named the end")).isEqualTo("名为 the end");
        assertThat(few.say("named {0} = {1}")).isEqualTo("名为 {0} = {1}");
        assertThat(few.say("by the end (" + ID + "): face")).isEqualTo("由 the end (" + ID + ")：面部（face）");
        assertThat(few.say("by face: the end (" + ID + "): face")).isEqualTo("由 face: the end (" + ID + ")：面部（face）");
    }

    @Test
    void beginsAPhraseWithNothingThatStandsBeforeAColon() {
        Phrasebook chinese = Phrasebook.in(Language.SIMPLIFIED_CHINESE);
        String why = "withdrawn on 2026-05-04, in effect from 2026-05-11 (notice P7D)";
        assertThat(chinese.say(why)).isEqualTo("已于2026-05-04撤回，自2026-05-11起生效（通知期7天）");
        assertThat(chinese.say("grant " + ID + ": " + why)).isEqualTo("授权书 " + ID + "：" + chinese.say(why));
    }

    @Test
    void isThePatternThatSaysMoreByItself() {
        Phrasebook two = few.and("wanted {t}, found face = 应为{0}，不应为面部");
        assertThat(two.say("wanted voice, found face")).isEqualTo("应为声音（voice），不应为面部");
    }

    @Test
    void givesUpOnWhatIsMadeToHaveEndlesslyManyParts() {
        String hostile = "wanted "
                + String.join(
                        ", found ",
                        IntStream.range(0, 200).mapToObj(i -> "x" + i).toList());
        assertThat(few.say(hostile)).startsWith("应为x0");
        assertThat(few.say("face, ".repeat(600) + "x")).endsWith("x");
    }

    @Test
    void fillsEverySlotOfEveryPhrase() {
        Pattern gap = Pattern.compile("\\{(\\d)\\}");
        assertThat(Phrasebook.in(Language.SIMPLIFIED_CHINESE).phrases())
                .hasSizeGreaterThan(300)
                .allSatisfy(phrase -> {
                    TreeSet<Integer> filled = new TreeSet<>();
                    Matcher gaps = gap.matcher(phrase.said());
                    while (gaps.find()) {
                        filled.add(Integer.valueOf(gaps.group(1)));
                    }
                    List<Integer> slots =
                            IntStream.range(0, phrase.slots().size()).boxed().toList();
                    assertThat(filled).as(phrase.toString()).containsExactlyElementsOf(slots);
                });
    }

    @Test
    void saysNowhereThatSomethingIsLawful() {
        assertThat(Phrasebook.in(Language.SIMPLIFIED_CHINESE).phrases())
                .allSatisfy(phrase -> assertThat(phrase.said()).doesNotContain("合法", "合规", "违法"));
    }

    @Test
    void prefersAPhraseThatBeginsWithItsOwnWordsWhereItCannotSayAll() {
        Phrasebook book = Phrasebook.in(Language.ENGLISH)
                .and("error: {t} = 错误：{0}\n{t}: wanted {t}, found none = {0}：应有{1}，实际没有");
        assertThat(book.say("error: record: wanted a quux, found none")).isEqualTo("错误：record：应有a quux，实际没有");
    }

    @Test
    void fillsMoreThanTenGaps() {
        Phrasebook book =
                Phrasebook.in(Language.ENGLISH).and("{n} {n} {n} {n} {n} {n} {n} {n} {n} {n} {n} of us = {10}、{0}");
        assertThat(book.say("1 2 3 4 5 6 7 8 9 10 11 of us")).isEqualTo("11、1");
    }
}
