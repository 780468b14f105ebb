package org.countenance.scope;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.countenance.base.MalformedException;
import org.countenance.base.OrderedSet;
import org.countenance.base.Place;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * The wildcard {@code "*"}, or members of some territories and groups without those of others (decision.md section 1).
 *
 * @param any whether it is the wildcard
 * @param include codes as written
 * @param exclude codes as written
 * @param codes the ISO 3166-1 alpha-2 codes that these are; for the wildcard all
 */
public record Territories(boolean any, Set<String> include, Set<String> exclude, SortedSet<String> codes) {

    /** Keeps the order of what was written. */
    public Territories {
        include = OrderedSet.copyOf(include);
        exclude = OrderedSet.copyOf(exclude);
        codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }

    /** Everywhere. */
    public static Territories wildcard() {
        return new Territories(true, Set.of(), Set.of(), TerritoryTable.all());
    }

    /** Just these territories, no groups. */
    public static Territories of(Set<String> codes) {
        return new Territories(false, new TreeSet<>(codes), Set.of(), new TreeSet<>(codes));
    }

    /**
     * Members of {@code include} minus members of {@code exclude}.
     *
     * @throws MalformedException on a code that is neither a territory nor a group, and when no territory is left
     */
    public static Territories of(Collection<String> include, Collection<String> exclude) throws MalformedException {
        TreeSet<String> codes = new TreeSet<>();
        for (String code : include) {
            codes.addAll(TerritoryTable.members(TerritoryTable.check(code)));
        }
        for (String code : exclude) {
            codes.removeAll(TerritoryTable.members(TerritoryTable.check(code)));
        }
        if (codes.isEmpty()) {
            throw MalformedException.of(Place.NOWHERE, "at least one territory", "none left");
        }
        return new Territories(false, OrderedSet.copyOf(include), OrderedSet.copyOf(exclude), codes);
    }

    /** Reads {@code "*"} or {@code {"include":[…],"exclude":[…]}}. */
    public static Territories read(JsonValue value) throws MalformedException {
        if (value instanceof JsonString string && string.text().equals("*")) {
            return wildcard();
        }
        Members members = Values.object(value).members();
        Set<String> include = members.required("include", Values.setOf(Values.text(TerritoryTable::check)));
        Set<String> exclude =
                members.required("exclude", Values.possiblyEmptySetOf(Values.text(TerritoryTable::check)));
        members.end();
        try {
            return of(include, exclude);
        } catch (MalformedException e) {
            throw e.at(value.place());
        }
    }

    /** Whether {@code code} is one of them. */
    public boolean contains(String code) {
        return any || codes.contains(code);
    }

    /** The wildcard or what was written, as JSON. */
    public JsonValue toJson() {
        return any
                ? JsonString.of("*")
                : JsonObject.builder()
                        .put("include", JsonArray.ofStrings(include))
                        .put("exclude", JsonArray.ofStrings(exclude))
                        .build();
    }

    // Written out, as that of an id is.
    @Override
    public int hashCode() {
        return Objects.hash(any, include, exclude);
    }

    /** What was written, for people. */
    @Override
    public String toString() {
        return any
                ? "anywhere"
                : String.join(", ", include) + (exclude.isEmpty() ? "" : " without " + String.join(", ", exclude));
    }
}
