package org.countenance.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a scope says, as plain values; an empty set is the wildcard. */
record Area(
        Set<String> modalities,
        Set<String> contexts,
        boolean anyContext,
        Set<String> media,
        Set<String> territories,
        Set<String> languages,
        LocalDate from,
        LocalDate until) {

    static final LocalDate SHOWN_FROM = LocalDate.of(2027, 2, 1);
    static final LocalDate SHOWN_UNTIL = LocalDate.of(2027, 4, 1);
    static final List<String> MEDIA = List.of("svod", "avod");
    static final List<String> TERRITORIES = List.of("CN", "SG");

    /** A wide one covers most of what is shown, a narrow one some of it. */
    static Area random(Random random, boolean wide) {
        LocalDate from = SHOWN_FROM.plusDays(random.nextInt(wide ? 2 : 4) * 15L).minusDays(wide ? 30 : 0);
        LocalDate until = wide ? SHOWN_UNTIL.plusDays(random.nextInt(60)) : from.plusDays(1 + random.nextInt(60));
        return new Area(
                some(random, List.of("face", "voice"), wide),
                random.nextInt(3) == 0 ? Set.of("alcohol") : Set.of(),
                random.nextInt(4) == 0,
                some(random, MEDIA, wide),
                some(random, TERRITORIES, wide),
                random.nextInt(3) > 0 ? Set.of() : some(random, List.of("zh", "en"), false),
                from,
                until);
    }

    private static Set<String> some(Random random, List<String> all, boolean wide) {
        Set<String> some = new TreeSet<>(all);
        some.removeIf(each -> random.nextInt(wide ? 8 : 2) == 0);
        return some.isEmpty() || random.nextInt(4) == 0 ? Set.of() : some;
    }

    String json() {
        String where = territories.isEmpty() ? "'*'" : "{'include':" + list(territories) + ",'exclude':[]}";
        return "{'roles':'*','modalities':" + words(modalities) + ",'techniques':'*','contexts':"
                + (anyContext ? "'*'" : list(contexts)) + ",'media':" + words(media) + ",'territories':" + where
                + ",'languages':" + words(languages) + ",'made':'*','shown':{'from':'" + from + "T00:00:00Z','until':'"
                + until + "T00:00:00Z'}}";
    }

    private static String words(Set<String> words) {
        return words.isEmpty() ? "'*'" : list(words);
    }

    static String list(Iterable<String> words) {
        return StreamSupport.stream(words.spliterator(), false)
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
