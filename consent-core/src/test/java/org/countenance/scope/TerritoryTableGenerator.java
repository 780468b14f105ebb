package org.countenance.scope;

import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** Makes the table of territories from ICU4J's copy of CLDR: groups of UN M49 and the ISO 3166-1 codes in them. */
final class TerritoryTableGenerator {

    /** Codes that CLDR knows and ISO 3166-1 only reserves, each for a part of a territory that has its own code. */
    private static final Set<String> RESERVED = Set.of("AC", "CP", "CQ", "DG", "EA", "IC", "TA");

    private static final List<RegionType> GROUPS =
            List.of(RegionType.WORLD, RegionType.CONTINENT, RegionType.SUBCONTINENT, RegionType.GROUPING);

    private TerritoryTableGenerator() {}

    /** Writes the table to the file that is named. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), table());
    }

    static String table() {
        Map<String, SortedSet<String>> groups = new TreeMap<>();
        for (RegionType type : GROUPS) {
            for (Region group : Region.getAvailable(type)) {
                if (isM49(group)) {
                    groups.put(group.toString(), members(group));
                }
            }
        }
        String lines = groups.entrySet().stream()
                .map(group -> group.getKey() + " " + String.join(" ", group.getValue()) + "\n")
                .collect(Collectors.joining());
        return "# Groups of UN M49 and the ISO 3166-1 alpha-2 codes in them (with XK, Kosovo), by CLDR containment.\n"
                + "# Made by TerritoryTableGenerator from ICU4J " + VersionInfo.ICU_VERSION.getMajor() + "."
                + VersionInfo.ICU_VERSION.getMinor()
                + ", which holds CLDR " + LocaleData.getCLDRVersion().getMajor() + ".\n"
                + "# SHA-256 of the lines below: "
                + Sha256.hash(Bytes.utf8(lines)).hex() + "\n"
                + lines;
    }

    /** Goes down through every group, those without a number of M49 too: Antarctica lies in CLDR's `QO` alone. */
    private static SortedSet<String> members(Region group) {
        SortedSet<String> members = new TreeSet<>();
        for (Region contained : group.getContainedRegions()) {
            if (contained.getType() != RegionType.TERRITORY) {
                members.addAll(members(contained));
            } else if (!RESERVED.contains(contained.toString())) {
                members.add(contained.toString());
            }
        }
        return members;
    }

    private static boolean isM49(Region group) {
        return group.toString().matches("\\d{3}");
    }
}
