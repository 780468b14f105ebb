package org.countenance.scope;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.VersionInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** Makes the table of territories from ICU4J's copy of CLDR: groups of UN M49 and the ISO 3166-1 codes in them. */
final class TerritoryTableGenerator {

    private TerritoryTableGenerator() {}

    public static void main(String[] args) {
        System.out.print(table());
    }

    static String table() {
        SortedSet<String> assigned = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        assigned.add("XK");
        Map<String, SortedSet<String>> groups = new TreeMap<>();
        for (RegionType type :
                new RegionType[] {RegionType.WORLD, RegionType.CONTINENT, RegionType.SUBCONTINENT, RegionType.GROUPING
                }) {
            for (Region group : Region.getAvailable(type)) {
                if (group.toString().matches("\\d{3}")) {
                    groups.put(group.toString(), members(group, assigned));
                }
            }
        }
        groups.values().removeIf(SortedSet::isEmpty);
        String lines = groups.entrySet().stream()
                .map(group -> group.getKey() + " " + String.join(" ", group.getValue()) + "\n")
                .collect(Collectors.joining());
        return "# Groups of UN M49 and the ISO 3166-1 alpha-2 codes in them, by CLDR containment.\n"
                + "# Made by TerritoryTableGenerator from ICU4J " + VersionInfo.ICU_VERSION.getMajor()
                + ", which holds CLDR "
                + com.ibm.icu.util.LocaleData.getCLDRVersion().getMajor() + ".\n"
                + "# SHA-256 of the lines below: "
                + Sha256.hash(Bytes.utf8(lines)).hex() + "\n"
                + lines;
    }

    private static SortedSet<String> members(Region group, SortedSet<String> assigned) {
        SortedSet<String> members = new TreeSet<>();
        for (Region contained : group.getContainedRegions()) {
            if (assigned.contains(contained.toString())) {
                members.add(contained.toString());
            } else if (contained.toString().matches("\\d{3}")) {
                members.addAll(members(contained, assigned));
            }
        }
        return members;
    }
}
