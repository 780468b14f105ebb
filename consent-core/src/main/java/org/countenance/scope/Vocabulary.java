package org.countenance.scope;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.ClosestWord;
import org.countenance.base.KebabCase;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** The closed lists of words, by what they are lists of. */
public final class Vocabulary {

    private Vocabulary() {}

    /** Every list, in the order of decision.md section 1. */
    public static Map<String, List<? extends Word>> lists() {
        Map<String, List<? extends Word>> lists = new LinkedHashMap<>();
        lists.put("roles", List.of(Role.values()));
        lists.put("modalities", List.of(Modality.values()));
        lists.put("techniques", List.of(Technique.values()));
        lists.put("contexts", List.of(Context.values()));
        lists.put("media", List.of(Medium.values()));
        lists.put("production types", List.of(ProductionType.values()));
        return lists;
    }

    static <E extends Enum<E> & Word> E parse(Class<E> type, String what, String text) throws MalformedException {
        for (E each : type.getEnumConstants()) {
            if (KebabCase.spells(text, each)) {
                return each;
            }
        }
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
        throw MalformedException.of(Place.NOWHERE, what, MalformedException.quote(text), ClosestWord.hint(text, known));
    }
}
