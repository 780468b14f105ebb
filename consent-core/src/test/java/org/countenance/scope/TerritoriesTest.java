package org.countenance.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonText;
import org.junit.jupiter.api.Test;

class TerritoriesTest {

    @Test
    void shipsTheTableThatTheGeneratorMakes() throws IOException {
        try (InputStream shipped = Territories.class.getResourceAsStream("territories.txt")) {
            assertThat(new String(shipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(TerritoryTableGenerator.table());
        }
    }

    @Test
    void hasEveryCodeOfIso3166AndKosovo() {
        TreeSet<String> wanted = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        wanted.add("XK");
        assertThat(Territories.wildcard().codes()).isEqualTo(wanted);
    }

    @Test
    void countsTaiwanKosovoAndAntarcticaToTheWorld() throws MalformedException {
        assertThat(Territories.of(List.of("001"), List.of()).codes()).contains("TW", "XK", "AQ", "HK", "MO", "CN");
    }

    @Test
    void takesChinaAsTheMainlandAlone() throws MalformedException {
        assertThat(Territories.of(List.of("CN"), List.of()).codes()).containsExactly("CN");
        assertThat(Territories.of(List.of("030"), List.of("CN")).codes())
                .containsExactly("HK", "JP", "KP", "KR", "MN", "MO", "TW");
    }

    @Test
    void takesGroupsAsTheirMembers() throws MalformedException {
        Territories europe = Territories.of(List.of("150", "US"), List.of("151", "GB"));
        assertThat(europe.codes()).contains("FR", "XK", "US", "NO").doesNotContain("GB", "RU", "UA", "CN");
        assertThat(Territories.of(List.of("419"), List.of()).codes())
                .contains("MX", "BR", "CU")
                .doesNotContain("US");
    }

    @Test
    void keepsTheWordsAsWritten() throws MalformedException {
        String text = "{\"include\":[\"150\",\"US\"],\"exclude\":[\"RU\",\"GB\"]}";
        assertThat(JsonText.compact(read(text).toJson())).isEqualTo(text);
        assertThat(read(text)).hasToString("150, US without RU, GB");
        assertThat(JsonText.compact(read("\"*\"").toJson())).isEqualTo("\"*\"");
    }

    @Test
    void refusesUnknownCodesWithTheirPlace() {
        refuses(
                "{\"include\":[\"CN\",\"UK\"],\"exclude\":[]}",
                "test /include/1: wanted a territory like `CN` or a group like `150`, found `UK`, did you mean `GB`?");
        refuses(
                "{\"include\":[\"001\"],\"exclude\":[\"cn\"]}",
                "test /exclude/0: wanted a territory like `CN` or a group like `150`, found `cn`, did you mean `CN`?");
        for (String code : List.of("EU", "AN", "SU", "XX", "ZZ", "AC", "QO", "UN", "172", "1", "", "CHN")) {
            refuses(
                    "{\"include\":[\"" + code + "\"],\"exclude\":[]}",
                    "test /include/0: wanted a territory like `CN` or a group like `150`, found `" + code + "`");
        }
    }

    @Test
    void refusesWhatLeavesNothing() {
        refuses(
                "{\"include\":[\"FR\",\"DE\"],\"exclude\":[\"150\"]}",
                "test: wanted at least one territory, found none left");
        refuses("{\"include\":[],\"exclude\":[]}", "test /include: wanted at least one element, found an empty array");
        refuses("{\"include\":[\"FR\"]}", "test: wanted a member `exclude`, found none");
        refuses("[\"FR\"]", "test: wanted an object, found an array of 1");
    }

    private static Territories read(String text) throws MalformedException {
        return Territories.read(JsonText.parse(Bytes.utf8(text), "test", JsonLimits.RECORD));
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }
}
