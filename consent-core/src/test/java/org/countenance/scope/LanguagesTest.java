package org.countenance.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private static final Languages ZH = Languages.of(List.of("zh"));
    private static final Languages ZH_HANS = Languages.of(List.of("zh-Hans"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zh",
                "zxx",
                "zh-Hans",
                "ZH-hans-CN",
                "zh-cmn-Hans-CN",
                "sl-rozaj-biske-1994",
                "de-CH-1901",
                "es-419",
                "sign",
                "en-a-bbb-x-a-ccc",
                "de-DE-u-co-phonebk",
                "x-whatever",
                "qaa-Qaaa-QM-x-southern",
                "ar-a-aaa-b-bbb-a1c-ccc"
            })
    void takesWellFormedTags(String tag) {
        assertThat(LanguageTag.isWellFormed(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "z",
                "zh-",
                "-zh",
                "zh--Hans",
                "zh_Hans",
                "*",
                "zh-*",
                "english-languages",
                "a-DE",
                "i-klingon",
                "de-419-DE",
                "de-1901-1901",
                "en-a-bbb-a-ccc",
                "en-a",
                "en-x",
                "x",
                "x-123456789",
                "zh-Hans-Latn",
                "sign-abc-Latn-",
                "\u212Ao",
                "zh-abc-def-ghi-jkl",
                "zh ",
                "zh\n"
            })
    void refusesOtherTags(String tag) {
        assertThatThrownBy(() -> Languages.checkTag(tag))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("wanted a language tag like `zh-Hans`, found `");
    }

    @Test
    void readsAVeryLongTagWithoutHarm() {
        assertThat(LanguageTag.isWellFormed("en-a" + "-bb".repeat(1_300))).isTrue();
        assertThat(LanguageTag.isWellFormed("en-a" + "-bb".repeat(1_300) + "-")).isFalse();
    }

    @Test
    void coversNarrowerTagsAndNeverWiderOnes() {
        assertThat(ZH.covers("zh")).isTrue();
        assertThat(ZH.covers("zh-Hans")).isTrue();
        assertThat(ZH.covers("ZH-HANS-CN")).isTrue();
        assertThat(ZH_HANS.covers("zh")).isFalse();
        assertThat(ZH_HANS.covers("zh-Hant")).isFalse();
        assertThat(ZH.covers("zha")).isFalse();
        assertThat(ZH.covers("en")).isFalse();
    }

    @Test
    void meetsInBothDirections() {
        assertThat(ZH_HANS.meets("zh")).isTrue();
        assertThat(ZH_HANS.meets("ZH")).isTrue();
        assertThat(ZH_HANS.meets("zh-Hans-SG")).isTrue();
        assertThat(ZH_HANS.meets("zh-Hant")).isFalse();
        assertThat(ZH_HANS.meets("z")).isFalse();
        assertThat(ZH_HANS.meets("en")).isFalse();
    }

    @Test
    void coversWhatSaysNothingWhateverTheList() {
        assertThat(ZH.covers("zxx")).isTrue();
        assertThat(ZH.covers("ZXX")).isTrue();
        assertThat(ZH.meets("zxx")).isFalse();
        assertThat(Languages.wildcard().meets("zxx")).isTrue();
        assertThat(Languages.of(List.of("zxx")).meets("zxx")).isTrue();
    }

    @Test
    void takesEveryLanguageByWildcard() {
        assertThat(Languages.wildcard().covers("tlh")).isTrue();
        assertThat(Languages.wildcard().meets("tlh")).isTrue();
    }

    @Test
    void keepsWhatWasWritten() throws MalformedException {
        assertThat(roundTrip("[\"zh-hans\",\"EN\"]")).isEqualTo("[\"zh-hans\",\"EN\"]");
        assertThat(roundTrip("\"*\"")).isEqualTo("\"*\"");
    }

    @Test
    void refusesRepeatsInWhateverCase() {
        assertThatThrownBy(() -> roundTrip("[\"zh\",\"en\",\"ZH\"]"))
                .hasMessage("test: wanted languages without repeats, found `ZH` again");
        assertThatThrownBy(() -> roundTrip("[]")).hasMessageContaining("at least one element");
    }

    private static String roundTrip(String text) throws MalformedException {
        return JsonText.compact(Languages.read(JsonText.parse(Bytes.utf8(text), "test", JsonLimits.RECORD))
                .toJson());
    }
}
