package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are replaced, lost, recovered, vetoed and declared compromised, as it is typed. */
class RecoveringTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void namesFriends() throws Exception {
        terminal = Terminal.registered(directory);
        for (String friend : new String[] {"ann", "bo"}) {
            terminal.ok("party register --key " + friend + " --kind person --adult --name " + friend + " --alias "
                    + friend);
        }
        terminal.ok("party update --key lin --recovery @ann,@bo --threshold 2 --yes");
    }

    private String recovered() {
        terminal.ok("key request lin2 --party @lin --by @ann -o lin2.json");
        return "id:"
                + terminal.ok("party recover @lin --key ann --new-keys lin2.json --yes --quiet")
                        .strip();
    }

    private void confirmed(String update) {
        terminal.ok("endorse " + update + " --says confirms --key bo --yes");
    }

    private String registrar() throws Exception {
        terminal.ok("party register --key registrar --kind organisation --name Register --alias registrar");
        String id = "id:" + terminal.party("registrar");
        terminal.ok("endorse " + id
                + " --says accredited --may identify,recover,estate --keys registry/keys --key own --yes");
        terminal.ok("endorse @lin --says identified --level in-person --key registrar --yes");
        return id;
    }

    @Test
    void saysWhatAFriendDoesAndWhenItTakesEffect() {
        terminal.ok("key request lin2 --party @lin --by @ann -o lin2.json");
        Terminal.Answer asked =
                terminal.typing("y\n", "party", "recover", "@lin", "--key", "ann", "--new-keys", "lin2.json");
        assertThat(asked.err())
                .containsPattern("this gives Lin Yue \\(.*\\) new keys instead of all that are listed now\n  signs ")
                .containsPattern("it wants 1 more of bo \\(.*\\), and takes effect seven days after the last of them\n")
                .contains("until then the new keys sign nothing");
        String update =
                "id:" + terminal.ok("list --person @lin --pending --quiet").strip();
        Terminal.Answer agreed = terminal.typing("y\n", "endorse", update, "--says", "confirms", "--key", "bo");
        assertThat(agreed.err())
                .contains("2 of 2 friends agree; it takes effect seven days later, on 2026-12-01T10:01:")
                .contains("speak to the person first: these would be her keys\n  signs ");
    }

    @Test
    void letsTheNewKeySignSevenDaysLaterAndNotBefore() {
        confirmed(recovered());
        assertThat(terminal.ok("show @lin"))
                .containsPattern("pending new keys by ann \\(.*\\) take effect on 2026-12-01T10:01:");
        assertThat(terminal.type("prohibit --key lin2 --scope any --yes").code())
                .isEqualTo(1);
        terminal.wait(Duration.ofDays(7));
        terminal.ok("prohibit --key lin2 --scope any --yes");
        assertThat(terminal.type("prohibit --key lin --scope any --yes").code()).isEqualTo(1);
    }

    @Test
    void letsAManageKeyVetoAndNoOther() throws Exception {
        String update = recovered();
        Path manage = directory.resolve("consent/keys/lin.manage.pem");
        Path drawer = directory.resolve("drawer.pem");
        Files.move(manage, drawer);
        assertThat(terminal.type("party veto " + update + " --key lin --yes").err())
                .contains("in force with the power `manage`");
        Files.move(drawer, manage);
        assertThat(terminal.ok("party veto " + update + " --key lin --yes")).startsWith("vetoed the new keys ");
        assertThat(terminal.ok("show @lin")).contains("vetoed  new keys by ann (");
        assertThat(terminal.ok("list --person @lin --pending --quiet")).isEmpty();
    }

    @Test
    void takesNoVetoWhenTheKeysHaveTakenEffect() {
        String update = recovered();
        confirmed(update);
        terminal.wait(Duration.ofDays(8));
        assertThat(terminal.type("party veto " + update + " --key lin --yes").err())
                .contains("wanted new keys that have not taken effect, found some in effect since 2026-12-01");
    }

    @Test
    void letsARegistrarRecoverWhomItIdentified() throws Exception {
        registrar();
        Terminal.Answer answer = terminal.type("party recover @lin --key registrar --new-key lin3 --yes");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("; they sign from 2026-12-01T10:01:");
        assertThat(answer.err()).contains("consent: warning: `lin3` was made on this machine");
        terminal.wait(Duration.ofDays(7));
        terminal.ok("prohibit --key lin3 --scope any --yes");
    }

    @Test
    void keepsWhatWasIdentifiedWhenKeysAreReplaced() throws Exception {
        registrar();
        terminal.ok("party update --key lin --new-key lin4 --yes");
        assertThat(terminal.ok("show @lin")).containsPattern("identified by Register \\(.*\\), in-person\n");
        terminal.ok("party update --key lin4 --name \"Lin Y.\" --yes");
        assertThat(terminal.ok("show @lin")).contains("in-person, but by words that were changed since\n");
    }

    @Test
    void tellsOfADeathByARegistrar() throws Exception {
        registrar();
        terminal.ok("party update @lin --key registrar --deceased 2026-11-20 --domicile CN --yes");
        assertThat(terminal.ok("show @lin")).contains("died    on 2026-11-20, lived in CN\n");
        assertThat(terminal.type("party update --key lin --deceased 2026-11-21 --yes")
                        .err())
                .contains("only a registrar or an estate sets it");
    }

    @Test
    void saysInWhoseCustodyAKeyIs() {
        terminal.ok("party update --key lin --custody @studio --yes");
        assertThat(terminal.ok("show @lin"))
                .contains(", in custody of Jade Lantern Pictures (")
                .contains("not that the person consented\n");
    }

    @Test
    void refusesKeysThatWereOfferedToSomebodyElse() {
        terminal.ok("key request lin2 --party @lin --by @ann -o lin2.json");
        Terminal.Answer other = terminal.type("party recover @lin --key bo --new-keys lin2.json --yes");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err())
                .contains("wanted new keys that were offered to key `")
                .contains("consent key request --by");
        assertThat(terminal.type("party recover @lin --key studio --new-keys lin2.json --yes")
                        .err())
                .contains("wanted a registrar that may recover, or one of the friends");
        assertThat(terminal.type("party recover @ann --key ann --new-keys lin2.json --yes")
                        .err())
                .contains("found the party itself");
        assertThat(terminal.type("key request bo --party @lin --by @ann -o bo.json")
                        .err())
                .contains("wanted a key of nobody else, found `bo`");
        assertThat(terminal.type("party recover @lin --key ann --yes").err()).contains("found neither");
    }

    @Test
    void makesKeysWithoutARegistryAtHand() {
        String kid = terminal.ok("key list")
                .lines()
                .filter(line -> line.startsWith("ann  "))
                .findFirst()
                .orElseThrow()
                .split(" +")[2];
        terminal.ok("key request lin2 --party @lin --signer id:" + kid
                + " --registry-name registry.example/likeness --registry nowhere -o lin2.json");
        terminal.ok("party recover @lin --key ann --new-keys lin2.json --yes");
    }

    @Test
    void showsWhatAStolenKeyTouchesAndDeclaresIt() {
        terminal.ok(
                "delegate --key lin --to @studio --capacity agent --power grant --within any --until 2027-12-31 --yes");
        assertThat(terminal.ok("impact lin --if-compromised 2026-11-24T10:00:59Z"))
                .contains("1 stands; 1 contested\n")
                .contains("[contested: its key would be in wrong hands]\nno production is touched\n");
        Terminal.Answer asked = terminal.typing("y\n", "key", "compromised", "lin", "--since", "2026-10-01");
        assertThat(asked.err())
                .contains("from now on it signs nothing\nyour own word reaches back thirty days, to 2026-10-25T10:01:")
                .contains("it cannot be taken back\n");
        assertThat(asked.code()).as(asked.err()).isZero();
        assertThat(terminal.ok("impact lin --format json"))
                .contains("\"contested\": 2,")
                .contains("\"stands\": \"contested\"");
        assertThat(terminal.ok("show @lin")).contains(", which was declared compromised\n");
        assertThat(terminal.type("key compromised lin --since 2026-11-01 --key ann --yes")
                        .err())
                .contains("wanted a key of ann (")
                .contains("--party names another party");
    }
}
