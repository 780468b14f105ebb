package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void startsRegistered() throws Exception {
        terminal = Terminal.registered(directory);
    }

    @Test
    void explainsEveryListWithoutWhatOthersCallIt() {
        Terminal.Answer answer = terminal.type("vocabulary");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("roles", "production types", "face-swap ", "(no wildcard gives it)")
                .doesNotContain("IPTC");
    }

    @Test
    void saysWhatOthersCallTheWordsOfOneList() {
        assertThat(terminal.type("vocabulary techniques").out())
                .contains("  face-swap                one person's face on another's head\n"
                        + "                           = IPTC digital source type compositeWithTrainedAlgorithmicMedia,"
                        + " C2PA action c2pa.edited, CN deep synthesis 人脸替换\n")
                .doesNotContain("roles");
    }
}
