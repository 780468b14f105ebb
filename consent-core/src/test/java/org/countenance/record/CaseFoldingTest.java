package org.countenance.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseFoldingTest {

    /** Letters that the running platform does not know yet have no case there. */
    @Test
    void agreesWithUnicodeForEveryCharacterOfThePlatform() {
        List<String> others = new ArrayList<>();
        int compared = 0;
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
                String text = Character.toString(c);
                String wanted = UCharacter.foldCase(text, true);
                if (!CaseFolding.fold(text).equals(wanted)) {
                    others.add(
                            "U+" + Integer.toHexString(c) + " wanted " + wanted + " found " + CaseFolding.fold(text));
                }
                compared++;
            }
        }
        assertThat(others).isEmpty();
        assertThat(compared).isGreaterThan(140_000);
    }

    @Test
    void foldsWholeTexts() {
        assertThat(CaseFolding.fold("STRASSE")).isEqualTo(CaseFolding.fold("Straße"));
        assertThat(CaseFolding.fold("ΣΊΣΥΦΟΣ")).isEqualTo(CaseFolding.fold("σίσυφος"));
        assertThat(CaseFolding.fold("林月 Lin")).isEqualTo("林月 lin");
    }
}
