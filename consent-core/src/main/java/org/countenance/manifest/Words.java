package org.countenance.manifest;

import java.util.Arrays;
import java.util.List;
import org.countenance.base.ClosestWord;
import org.countenance.base.KebabCase;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Reads the closed sets of words that only manifests speak. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> E parse(String text, E[] values) throws MalformedException {
        for (E value : values) {
            if (KebabCase.spells(text, value)) {
                return value;
            }
        }
        List<String> known = Arrays.stream(values).map(Words::word).toList();
        throw MalformedException.of(
                Place.NOWHERE,
                "one of " + String.join(", ", known),
                MalformedException.quote(text),
                ClosestWord.hint(text, known));
    }

    static String word(Enum<?> value) {
        return KebabCase.of(value);
    }
}
