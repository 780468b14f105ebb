package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.base.Bytes;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that scripts may rely on (cli.md, Exact forms), as they stand there. */
class ExactFormsTest {

    private static final String GRANT =
            "grant --key lin --licensee @studio --production x-house:SD-2026-0417 --character any"
                    + " --role depicted --modality face,body --technique face-generation,de-age --context none"
                    + " --medium micro-drama-app,social-video --territory CN,SG --language zh"
                    + " --made 2026-11-01/2027-03-01 --shown 2026-12-01/2029-12-01"
                    + " --notice P30D --cause P7D --released wind-down:P30D --duty label"
                    + " --intended-use \"Mei, episodes 1-40, one flashback made twenty years younger\" --yes";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void startsRegistered() throws Exception {
        terminal = Terminal.registered(directory);
    }

    @Test
    void makesARegistryKeysAndParties() throws Exception {
        Terminal fresh = new Terminal(Files.createDirectory(directory.resolve("fresh")));
        fresh.ok("init --name registry.example/likeness");
        fresh.ok("key new lin");
        fresh.ok("party register --key lin --kind person --adult --name \"Lin Yue\" --name \"林月@zh-Hans\" --alias lin");
        fresh.ok("party register --key studio --kind organisation --name \"Jade Lantern Pictures\" --alias studio");
    }

    @Test
    void grantsVerifiesRevokesAndProhibits() throws Exception {
        terminal.ok(GRANT.replace("--yes", "--ratifies --yes"));
        terminal.writeManifest();
        assertThat(terminal.type("verify manifest.json --format json").code()).isZero();
        String grant = terminal.ok("list --kind grant --quiet").strip();
        terminal.ok("revoke id:" + grant
                + " --key lin --effective 2027-01-15 --cause unpaid --reason \"nothing was paid\" --yes");
        assertThat(terminal.type("verify manifest.json --format json").code()).isEqualTo(3);
        terminal.ok("prohibit --key lin --scope any --against delegates --reach new --yes");
    }

    @Test
    void tellsWhatItSignedInThreeForms() {
        assertThat(terminal.ok(GRANT)).matches("granted as (\\w{4}-){3}\\w{4}, entry 3; .*\n");
        assertThat(terminal.ok(GRANT + " --quiet")).matches("[A-Za-z0-9_-]{43}\n");
        assertThat(terminal.ok(GRANT + " --format json"))
                .matches("\\{\"id\":\"[A-Za-z0-9_-]{43}\",\"index\":5,\"kind\":\"grant\","
                        + "\"integrated\":\"2026-11-24T10:01:\\d\\d\\.250Z\"}\n");
    }

    @Test
    void writesTheMembersOfTheVerdictInTheirOrder() throws Exception {
        terminal.ok(GRANT.replace("--yes", "--ratifies --yes"));
        terminal.writeManifest();
        String text = terminal.type("verify manifest.json --format json").out();
        JsonObject verdict = (JsonObject) JsonText.parse(Bytes.utf8(text), "verdict", JsonLimits.DOCUMENT);
        assertThat(verdict.values().keySet())
                .containsExactly(
                        "verdict",
                        "outcome",
                        "mode",
                        "evaluated",
                        "assurance",
                        "manifest",
                        "log",
                        "policy",
                        "rules",
                        "counts",
                        "waivers",
                        "steps",
                        "findings",
                        "uses",
                        "grants",
                        "remedies");
        assertThat(members(verdict, "assurance"))
                .containsExactly("producer", "identity", "assets", "inventory", "made", "witnesses");
        assertThat(members(verdict, "log")).containsExactly("origin", "size", "root", "instant");
        assertThat(members(verdict, "counts"))
                .containsExactly("uses", "cleared", "blocked", "undetermined", "findings");
    }

    @Test
    void writesTheSameBytesForTheSameInputs() throws Exception {
        terminal.writeManifest();
        terminal.ok(GRANT);
        String at = " --at 2026-11-24T10:02:00Z";
        terminal.wait(Duration.ofMinutes(2));
        String first = terminal.type("verify manifest.json --format json" + at).out();
        assertThat(first).contains("\"mode\": \"historical\"");
        assertThat(terminal.type("verify manifest.json --format json" + at).out())
                .isEqualTo(first);
    }

    @Test
    void endsAHistoricalAnswerWithFiveUnlessThePastIsAllowed() throws Exception {
        terminal.ok(GRANT.replace("--yes", "--ratifies --yes"));
        terminal.writeManifest();
        terminal.wait(Duration.ofMinutes(2));
        assertThat(terminal.type("verify manifest.json --at 2026-11-24T10:02:00Z")
                        .code())
                .isEqualTo(5);
        assertThat(terminal.type("verify manifest.json --at 2026-11-24T10:02:00Z --allow-past")
                        .code())
                .isZero();
        assertThat(terminal.type("verify manifest.json --at 2026-11-24T10:01:00Z --allow-past")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void isUndeterminedWhenTheCheckpointIsOldAndNobodyCanRenewIt() throws Exception {
        terminal.ok(GRANT.replace("--yes", "--ratifies --yes"));
        terminal.writeManifest();
        terminal.wait(Duration.ofDays(3));
        assertThat(terminal.type("verify manifest.json").code()).as("renewed").isZero();
        terminal.wait(Duration.ofDays(3));
        Files.move(directory.resolve("registry/keys"), directory.resolve("elsewhere"));
        Terminal.Answer answer = terminal.type("verify manifest.json");
        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.out()).contains("UNDETERMINED", "LC302");
    }

    @Test
    void rotatesKeysAndSignsWithTheNewOneAlone() {
        terminal.ok("party update --key lin --new-key lin2 --yes");
        terminal.ok(GRANT.replace("--key lin ", "--key lin2 "));
        Terminal.Answer answer = terminal.type(GRANT);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("the registry refused the grant");
    }

    @Test
    void keepsNamesAndIdentifiersWhenKeysAreReplaced() {
        terminal.ok(
                "party register --key wei --kind person --adult --name \"Wei Lan@en\" --identifier imdb:nm0000001 --alias wei");
        terminal.ok("party update --key wei --new-key wei2 --yes");
        assertThat(terminal.ok("show id:"
                        + terminal.ok("list --person @wei --quiet")
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow()))
                .contains("name    Wei Lan (en)", "known   as imdb:nm0000001");
        assertThat(terminal.ok("party show @wei")).contains("person Wei Lan");
    }

    @Test
    void signsOnOneMachineAndSubmitsFromAnother() throws Exception {
        String lin = terminal.party("lin");
        terminal.write(
                "no.json",
                "{\"v\":1,\"vocabulary\":1,\"iss\":\"" + lin + "\",\"sub\":\"" + lin
                        + "\",\"aud\":\"registry.example/likeness\",\"scopes\":\"*\",\"against\":\"*\",\"reach\":\"all\","
                        + "\"ground\":\"standing\"}");
        terminal.ok("sign no.json --kind prohibition --key lin -o no.jws");
        String first = terminal.ok("submit no.jws");
        assertThat(first).matches("took the prohibition .* as entry 3\n");
        assertThat(terminal.ok("submit no.jws")).as("submitted again").isEqualTo(first);
    }

    @Test
    void explainsEveryCommandWithAnExampleThatItUnderstands() {
        Matcher matcher = Pattern.compile("(?m)^  ([a-z]+)(?:, [a-z]+)?  ").matcher(terminal.ok("--help"));
        int count = 0;
        while (matcher.find()) {
            String help = terminal.ok(matcher.group(1) + " --help");
            assertThat(help).as(matcher.group(1)).startsWith("Usage: consent " + matcher.group(1));
            count++;
        }
        assertThat(count).isGreaterThan(12);
    }

    private static List<String> members(JsonObject object, String name) {
        return List.copyOf(
                ((JsonObject) object.get(name).orElseThrow()).values().keySet());
    }
}
