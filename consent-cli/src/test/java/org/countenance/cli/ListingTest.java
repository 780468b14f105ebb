package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person allowed, as she asks for it. */
class ListingTest {

    private static final String GRANT = "grant --key lin --licensee @studio --production x-house:SD-2026-0417"
            + " --character any --role depicted --modality face,body --technique face-generation,de-age --context none"
            + " --medium micro-drama-app,social-video --territory CN,SG --language zh --made 2026-11-01/2027-03-01"
            + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D --duty label"
            + " --ratifies --intended-use \"Mei, episodes 1-40\" --yes --quiet";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void startsRegistered() throws Exception {
        terminal = Terminal.registered(directory);
    }

    @Test
    void tellsAPersonWhatSheAllowedAndWhoReliesOnIt() throws Exception {
        String grant = terminal.ok(GRANT).strip();
        terminal.ok("party alias me @lin");
        String before = terminal.ok("list --person @me --kind grant");
        assertThat(before)
                .startsWith(grant)
                .contains(
                        "\n      for x-house:SD-2026-0417; made 2026-11-01 until 2027-03-01; shown 2026-12-01 until 2029-12-01\n",
                        "\n      today in force\n",
                        "\n      no clearance in this registry relies on it\n");
        clear();
        clear();
        assertThat(terminal.ok("list --person @me"))
                .containsPattern("\n      relied on by Jade Lantern Pictures \\(.{19}\\) for x-house:SD-2026-0417: "
                        + "cleared on 2026-11-24 \\(.{19}\\), the last of 2 answers\n");
        assertThat(terminal.ok("list --person @me --kind grant --quiet")).isEqualTo(grant + "\n");
        assertThat(terminal.ok("list --person @studio")).doesNotContain("      for ");
    }

    @Test
    void tellsWhatEndsSoonerBecauseItWasTakenBack() {
        String grant = terminal.ok(GRANT).strip();
        assertThat(terminal.ok("list --person @lin --ends-within P60D")).isEmpty();
        terminal.ok("revoke id:" + grant + " --key lin --yes --quiet");
        assertThat(terminal.ok("list --person @lin --ends-within P60D"))
                .startsWith(grant)
                .contains(
                        "  [withdrawn]  stopped: new material and first showings from 2026-12-24T10:",
                        ", stopped: what is out from 2027-01-23T10:",
                        "\n      today limited\n",
                        "; stops: new material and first showings from 2026-12-24T10:");
        assertThat(terminal.ok("list --person @lin --ends-within P40D --quiet")).isEqualTo(grant + "\n");
        terminal.wait(java.time.Duration.ofDays(40));
        assertThat(terminal.ok("list --person @lin --ends-within P90D"))
                .contains("  [withdrawn]  stopped: what is out from ", "\n      today ended\n")
                .doesNotContain("making until");
    }

    @Test
    void listsWithoutATrustPolicyAndSaysSo() throws Exception {
        terminal.ok(GRANT);
        Files.delete(directory.resolve("consent/trust/registry.example/likeness.json"));
        Terminal.Answer answer = terminal.type("list --person @lin");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("      for x-house:SD-2026-0417").doesNotContain("today");
        assertThat(answer.err()).contains("consent: hint: how it stands today is not told: ");
    }

    /** A policy that is named must be there and must hold; nobody is told less than was asked for. */
    @Test
    void judgesByTheTrustPolicyThatIsNamed() throws Exception {
        assertThat(terminal.type("list --person @lin --trust nowhere.json").code())
                .as("before she grants anything")
                .isEqualTo(1);
        String grant = terminal.ok(GRANT).strip();
        Path configured = directory.resolve("consent/trust/registry.example/likeness.json");
        terminal.write("mine.json", Files.readString(configured));
        Files.delete(configured);
        for (String command : new String[] {"list --person @lin", "show id:" + grant, "impact id:" + grant}) {
            Terminal.Answer answer = terminal.type(command + " --trust mine.json");
            assertThat(answer.code()).as(command).isZero();
            assertThat(answer.err()).as(command).isEmpty();
            assertThat(terminal.type(command + " --trust nowhere.json").code())
                    .as(command)
                    .isEqualTo(1);
        }
        assertThat(terminal.ok("list --person @lin --trust mine.json")).contains("\n      today in force\n");
        assertThat(terminal.ok("show id:" + grant + " --trust mine.json")).contains("\ntoday   in force\n");
        terminal.ok("init --name other.example --registry other");
        String other = "consent/trust/other.example.json";
        Terminal.Answer refused = terminal.type("list --person @lin --trust " + other);
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("consent: error: checkpoint (LC301) does not hold");
        Terminal.Answer alone = terminal.type("list --trust mine.json");
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("wanted --person with --trust, found --trust alone");
    }

    @Test
    void takesTheOnlyPartyForMe() throws Exception {
        String lin = terminal.party("lin");
        for (String name : new String[] {"studio", "studio.manage"}) {
            Files.delete(directory.resolve("consent/keys/" + name + ".pem"));
        }
        assertThat(terminal.ok("show @me")).contains(lin);
        assertThat(terminal.ok("impact @me")).startsWith("Lin Yue (");
        assertThat(terminal.ok("grant " + GRANT.substring("grant ".length()).replace("@studio", "@me")))
                .isNotBlank();
        assertThat(terminal.ok("list --licensee @me --quiet").strip()).hasSize(43);
    }

    @Test
    void asksWhoIAmWhereTheKeysDoNotTell() throws Exception {
        Terminal.Answer both = terminal.type("list --person @me");
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.err())
                .contains("wanted the keys of one registered party for `@me`, found those of 2: lin, studio")
                .contains("consent: hint: `consent party alias me id:…`");
        terminal.ok("party alias me @studio");
        assertThat(terminal.ok("list --person @me")).contains("organisation Jade Lantern Pictures");
        terminal.ok("key new ana --keys empty");
        assertThat(terminal.type("list --person @me --keys empty").code()).isZero();
        Files.delete(directory.resolve("consent/keys/aliases.json"));
        Terminal.Answer none = terminal.type("list --person @me --keys empty");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err())
                .contains("found none in `" + directory.resolve("empty") + "`")
                .contains("consent: hint: `consent party register`");
    }

    private void clear() {
        terminal.ok("manifest sign manifest.json --key studio");
        assertThat(terminal.type("verify manifest.json --clearance --key studio")
                        .code())
                .isZero();
    }
}
