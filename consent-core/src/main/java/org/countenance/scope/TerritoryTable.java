package org.countenance.scope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Territories and the groups of UN M49 that they belong to, by CLDR containment; a generated resource. */
final class TerritoryTable {

    private static final Map<String, SortedSet<String>> MEMBERS = load();

    private TerritoryTable() {}

    static SortedSet<String> all() {
        return Collections.unmodifiableSortedSet(MEMBERS.getOrDefault("001", new TreeSet<>()));
    }

    /** The territories that a code stands for: itself, or the members of a group. */
    static SortedSet<String> members(String code) throws MalformedException {
        SortedSet<String> members = MEMBERS.get(check(code));
        return members == null ? new TreeSet<>(List.of(code)) : members;
    }

    static String check(String code) throws MalformedException {
        if (!MEMBERS.containsKey(code) && !all().contains(code)) {
            throw MalformedException.of(
                    Place.NOWHERE,
                    "a territory like `CN` or a group like `150`",
                    MalformedException.quote(code),
                    ClosestWord.hint(code.toUpperCase(java.util.Locale.ROOT), all()));
        }
        return code;
    }

    private static Map<String, SortedSet<String>> load() {
        Map<String, SortedSet<String>> members = new HashMap<>();
        try (InputStream in = TerritoryTable.class.getResourceAsStream("territories.txt")) {
            if (in == null) {
                throw new IllegalStateException("the table of territories is missing from the program");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                if (!line.startsWith("#")) {
                    List<String> codes = Arrays.asList(line.split(" "));
                    members.put(codes.get(0), new TreeSet<>(codes.subList(1, codes.size())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of territories cannot be read", e);
        }
        return members;
    }
}
