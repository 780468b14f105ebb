package org.countenance.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {

    @ParameterizedTest
    @CsvSource({
        "file,files", "new file,new files", "use,uses", "release,releases", "entry,entries", "new entry,new entries",
        "day,days", "annex,annexes", "hash,hashes", "witness,witnesses", "person,people", "byte,bytes"
    })
    void saysOneAndMany(String one, String many) {
        assertThat(Count.of(1, one)).isEqualTo("1 " + one);
        assertThat(Count.of(0, one)).isEqualTo("0 " + many);
        assertThat(Count.of(21, one)).isEqualTo("21 " + many);
        assertThat(Count.one(many)).isEqualTo(one);
    }

    @Test
    void takesOnlyOneForOne() {
        assertThat(Count.of(-1, "day")).isEqualTo("-1 days");
        assertThat(Count.of(Long.MAX_VALUE, "second")).endsWith("7 seconds");
    }
}
