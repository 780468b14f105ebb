package org.countenance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isni:0000000121032683",
                "isni:000000012146438X",
                "eidr:10.5240/96C6-A678-E011-B059-77AA-2",
                "eidr:10.5240/7791-8534-2C23-9030-8610-5",
                "isan:0000-0000-D07A-0090-Q",
                "isan:0000-0000-D07A-0090-Q-0000-0000-X",
                "isan:0000-0001-8947-0000-8-0000-0000-D",
                "imdb:tt0111161",
                "imdb:nm12345678",
                "hand:10.23/B77C-A6A1-D3E8-1E13-D6C7",
                "hcs:a1b2.c3",
                "x-house:SD-2026-0417",
                "x-jade-lantern:翡翠-04"
            })
    void readsEachSchemeAndWritesItAgain(String typed) throws MalformedException {
        ExternalId id = ExternalId.parse(typed);
        assertThat(id).hasToString(typed);
        assertThat(ExternalId.read(id.toJson())).isEqualTo(id);
        assertThat(id.isHouseOwn()).isEqualTo(typed.startsWith("x-"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    isni|0000000121032684|the check character `3`|`4` in `0000000121032684`
                    isni|0000 0001 2103 2683|an ISNI of 16 characters like `0000000121032683`|`0000 0001 2103 2683`
                    isni|000000012146438x|an ISNI of 16 characters like `0000000121032683`|`000000012146438x`
                    eidr|10.5240/96C6-A678-E011-B059-77AA-3|the check character `2`|`3` in `10.5240/96C6-A678-E011-B059-77AA-3`
                    eidr|10.5240/96c6-A678-E011-B059-77AA-2|an EIDR like `10.5240/7791-8534-2C23-9030-8610-5`|`10.5240/96c6-A678-E011-B059-77AA-2`
                    isan|0000-0000-D07A-0090-R|the check character `Q`|`R` in `0000-0000-D07A-0090-R`
                    isan|0000-0000-D07A-0090-Q-0000-0001-X|the check character `V`|`X` in `0000-0000-D07A-0090-Q-0000-0001-X`
                    isan|0000-0000-D07A-0090-Q-0000-0000-Y|the check character `X`|`Y` in `0000-0000-D07A-0090-Q-0000-0000-Y`
                    imdb|tt111161|an IMDb id like `tt0111161` or `nm0000151`|`tt111161`
                    imdb|nm01234567|an IMDb id like `tt0111161` or `nm0000151`|`nm01234567`
                    hand|10.1/B77C-A6A1-D3E8-1E13-D6C7|a HAND id like `10.23/B77C-A6A1-D3E8-1E13-D6C7`|`10.1/B77C-A6A1-D3E8-1E13-D6C7`
                    hcs|a b|at most 128 letters, digits and `._:/-`|`a b`
                    x-house|SD 2026|at most 128 characters without spaces|`SD 2026`
                    x-house|p\u0430y|one script within a word|`p\u0430y` mixing cyrillic and latin
                    X-house|1|a known scheme or a house's own `x-<name>`|`X-house`
                    x-|1|a known scheme or a house's own `x-<name>`|`x-`
                    ssn|078-05-1120|a known scheme or a house's own `x-<name>`|`ssn`
                    """)
    void refusesWhatASchemeDoesNotSpell(String scheme, String value, String wanted, String found) {
        String json = "{\"scheme\":\"" + scheme + "\",\"value\":\"" + value + "\"}";
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> {
                    assertThat(e.wanted()).isEqualTo(wanted);
                    assertThat(e.found()).isEqualTo(found);
                    assertThat(e.place().pointer()).isIn("/scheme", "/value");
                });
    }

    @Test
    void guessesTheSchemeThatWasMeant() {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> ExternalId.parse("eidrr:10"))
                .withMessage("wanted a known scheme or a house's own `x-<name>`, found `eidrr`, did you mean `eidr`?");
    }

    @Test
    void refusesMembersItDoesNotKnow() {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> read("{\"scheme\":\"x-a\",\"value\":\"b\",\"note\":\"c\"}"))
                .satisfies(e -> assertThat(e.place().pointer()).isEqualTo("/note"));
    }

    @Test
    void detectsEveryChangedCharacter() throws MalformedException {
        String good = "96C6A678E011B05977AA";
        char check = CheckCharacter.mod37And36(good);
        for (int i = 0; i < good.length(); i++) {
            for (char other : "0123456789ABCDEF".toCharArray()) {
                String changed = good.substring(0, i) + other + good.substring(i + 1);
                assertThat(CheckCharacter.mod37And36(changed) == check).isEqualTo(changed.equals(good));
            }
        }
    }

    private static ExternalId read(String json) throws MalformedException {
        return ExternalId.read(JsonText.parseObject(Bytes.utf8(json), ""));
    }
}
