package org.countenance.scope;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Territories and the groups of UN M49 that they belong to, by CLDR containment; a generated resource. */
final class TerritoryTable {

    private static final String WORLD = "001";
    private static final Map<String, SortedSet<String>> MEMBERS = load();

    private TerritoryTable() {}

    /** Every territory there is. */
    static SortedSet<String> all() {
        return members(WORLD);
    }

    /** The territories that a known code stands for: itself, or the members of a group. */
    static SortedSet<String> members(String code) {
        return MEMBERS.getOrDefault(code, Collections.emptySortedSet());
    }

    /** Refuses a code that is neither a territory nor a group. */
    static String check(String code) throws MalformedException {
        if (!MEMBERS.containsKey(code)) {
            throw MalformedException.of(
                    Place.NOWHERE,
                    "a territory like `CN` or a group like `150`",
                    MalformedException.quote(code),
                    hint(code.toUpperCase(Locale.ROOT)));
        }
        return code;
    }

    /** Only sure guesses: among two letters every wrong code is near some right one. */
    private static String hint(String code) {
        String meant = code.equals("UK") ? "GB" : code;
        return MEMBERS.containsKey(meant) ? "did you mean `" + meant + "`?" : "";
    }

    private static Map<String, SortedSet<String>> load() {
        Map<String, SortedSet<String>> members = new HashMap<>();
        for (String line : text().split("\n")) {
            if (!line.startsWith("#")) {
                List<String> codes = List.of(line.split(" "));
                members.put(codes.get(0), frozen(codes.subList(1, codes.size())));
            }
        }
        List<String> world = List.copyOf(members.getOrDefault(WORLD, Collections.emptySortedSet()));
        world.forEach(code -> members.put(code, frozen(List.of(code))));
        return Map.copyOf(members);
    }

    private static SortedSet<String> frozen(List<String> codes) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }

    private static String text() {
        try (InputStream in = TerritoryTable.class.getResourceAsStream("territories.txt")) {
            if (in == null) {
                throw new IllegalStateException("the table of territories is missing from the program");
            }
            return Bytes.of(in.readAllBytes()).text();
        } catch (IOException | MalformedException e) {
            throw new IllegalStateException("the table of territories cannot be read", e);
        }
    }
}
