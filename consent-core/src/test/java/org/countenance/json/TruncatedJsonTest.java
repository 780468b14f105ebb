package org.countenance.json;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.junit.jupiter.api.Test;

class TruncatedJsonTest {

    @Test
    void refusesEveryBeginningOfAnObject() {
        Bytes whole = Bytes.utf8("{\"name\":[\"林月\",12,true,{\"n\\u00e9\":-3}]}");
        for (int size = 0; size < whole.size(); size++) {
            Bytes cut = whole.slice(0, size);
            assertThatExceptionOfType(MalformedException.class)
                    .as("cut after %s bytes", size)
                    .isThrownBy(() -> JsonText.parseObject(cut, "text"));
        }
    }
}
