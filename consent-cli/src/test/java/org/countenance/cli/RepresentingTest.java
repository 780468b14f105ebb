package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who hold no key, as a registrar types it. */
class RepresentingTest {

    private static final String CHILD = "party represent --key registrar --name Mei --adult-from 2038-05 --alias child";

    private static final String LINK =
            " --power grant,manage --within any --until 2038-06-01 --evidence birth-certificate";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void accreditsARegistrar() throws Exception {
        terminal = Terminal.registered(directory);
        terminal.ok("party register --key registrar --kind organisation --name Register --alias registrar");
        terminal.ok("endorse @registrar --says accredited --may guardian,estate --keys registry/keys --key own --yes");
    }

    @Test
    void saysWhoActsForAChildBeforeItSigns() {
        Terminal.Answer asked = terminal.typing("n\n", (CHILD + " --representative @lin" + LINK).split(" "));
        assertThat(asked.err())
                .startsWith("this registers Mei, who holds no key, a minor until the month after 2038-05\n")
                .containsPattern(
                        "lets {4}Lin Yue \\(.*\\), as guardian of Mei \\(.*\\): give consent, set the person's keys\n")
                .contains("it ends by itself on 2038-06-01\n");
        assertThat(terminal.ok(CHILD + " --representative @lin" + LINK + " --yes"))
                .contains(" as @child\n");
        assertThat(terminal.ok("show @child")).contains("today   holds no key\nminor   of age from 2038-06-01\n");
    }

    @Test
    void readsRepresentativesWithDifferentPowersFromAFile() throws Exception {
        String rest =
                "\"within\":\"*\",\"window\":{\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2040-01-01T00:00:00Z\"},"
                        + "\"terms\":{},\"evidence\":\"certificate-of-inheritance\"}";
        terminal.write(
                "heirs.json",
                "[{\"party\":\"" + terminal.party("lin") + "\",\"capacity\":\"estate\",\"powers\":[\"grant\"]," + rest
                        + ",{\"party\":\"" + terminal.party("studio")
                        + "\",\"capacity\":\"estate\",\"powers\":[\"approve\"]," + rest + "]");
        terminal.ok(
                "party represent --key registrar --name Old --deceased 2021-03-04 --domicile CN --alias old -f heirs.json --yes");
        assertThat(terminal.ok("show @old"))
                .contains("died    on 2021-03-04, lived in CN\n")
                .containsPattern("acts {4}Lin Yue \\(.*\\) as estate: give consent;")
                .containsPattern("acts {4}Jade Lantern Pictures \\(.*\\) as estate: approve and reject files;");
    }

    @Test
    void endsTheLinkOfOneRepresentative() {
        terminal.ok(CHILD + " --representative @lin,@studio" + LINK + " --yes");
        assertThat(terminal.type("revoke @child --key registrar --yes").err())
                .contains("wanted --representative PARTY");
        terminal.ok("revoke @child --representative @lin --key registrar --yes");
        assertThat(terminal.ok("show @child"))
                .containsPattern("Lin Yue .*\\[ended]\n")
                .containsPattern("Jade Lantern .*\\)\n");
    }

    @Test
    void foretellsWhatAGuardianTakesBackForAChild() {
        String grant = "grant --key lin --for @child --licensee @studio --production x-house:SD-1 --character any"
                + " --role depicted --modality face --technique capture --context none --medium svod --territory CN"
                + " --language zh --made 2026-11-01/2027-01-15 --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D"
                + " --released continue --intended-use Mei --yes --quiet";
        terminal.ok(CHILD + " --representative @lin" + LINK + " --yes");
        String mayNot = terminal.ok(grant).strip();
        assertThat(terminal.type("impact id:" + mayNot + " --if-revoked").err())
                .contains("wanted a record that the registry would take");
        terminal.ok(CHILD.replace("child", "other") + " --representative @lin" + LINK.replace("grant", "grant,withdraw")
                + " --yes");
        String may = terminal.ok(grant.replace("@child", "@other")).strip();
        assertThat(terminal.ok("impact id:" + may + " --if-revoked")).containsPattern("grant .*: withdrawn on 2026-");
        assertThat(terminal.ok("impact @other --if-revoked")).contains("withdrawn on 2026-");
    }

    @Test
    void doesNotTakeAMinorsOwnWordForHerAge() {
        terminal.ok("party register --key kid --kind person --adult-from 2030-05 --name Kid --alias kid");
        terminal.ok("party update --key kid --adult-from adult --yes");
        assertThat(terminal.ok("show @kid"))
                .contains("minor   of age from 2030-06-01\n")
                .contains("says    of age already, which counts once a registrar identifies this record\n");
    }

    @Test
    void asksWhetherTwoAreOneUntilARegistrarSaysSo() {
        terminal.ok("endorse @registrar --says accredited --may identify --keys registry/keys --key own --yes");
        String person = "party register --kind person --adult --identifier isni:0000000121032683 --name ";
        terminal.ok(person + "One --key one --alias one");
        terminal.ok(person + "Two --key two --alias two");
        assertThat(terminal.ok("show @one")).containsPattern("twice\\? {2}Two \\(.*\\) has isni:0000000121032683 too");
        terminal.ok("endorse @one --says same-person --other @two --key registrar --yes");
        assertThat(terminal.ok("show @two")).contains("same    person as One (").doesNotContain("twice?");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(terminal.type(CHILD + LINK + " --yes").err())
                .contains("wanted --representative PARTY,... or -f FILE, found neither");
        assertThat(terminal.type((CHILD + " --representative @lin" + LINK + " --yes")
                                .replace(" --evidence birth-certificate", ""))
                        .err())
                .contains("wanted --evidence CODE, found none");
        assertThat(terminal.type((CHILD + " --representative @lin" + LINK + " --yes")
                                .replace("--key registrar", "--key studio"))
                        .err())
                .contains("wanted a registrar accredited for every representative's capacity");
        assertThat(terminal.type("party update @lin --key registrar --name Li --yes")
                        .err())
                .contains("wanted names, identifiers, majority and recovery of the party itself");
        assertThat(terminal.type("party update --key lin --recovery @studio --yes")
                        .err())
                .contains("wanted --recovery PARTY,... and --threshold K together");
        assertThat(terminal.type("party update --key lin --yes").err())
                .contains("wanted something to change, found nothing");
    }
}
