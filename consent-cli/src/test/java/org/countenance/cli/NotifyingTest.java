package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.countenance.base.MalformedException;
import org.countenance.record.Id;
import org.countenance.report.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told of a withdrawal, of what, and what becomes of a notice that cannot be written. */
class NotifyingTest {

    private static final String GRANT = "grant --production x-house:SD-2026-0417"
            + " --character any --role depicted --modality face,body --technique face-generation,de-age --context none"
            + " --medium micro-drama-app,social-video --territory CN,SG --language zh --made 2026-11-01/2027-03-01"
            + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D --duty label"
            + " --ratifies --intended-use \"Mei, episodes 1-40\" --yes --quiet";

    private static final String BODY = "{\"roles\": [\"depicted\"], \"modalities\": [\"body\"], \"techniques\": \"*\","
            + " \"contexts\": [], \"media\": \"*\", \"territories\": \"*\", \"languages\": \"*\", \"made\": \"*\","
            + " \"shown\": \"*\"}";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void opensARegistry() throws Exception {
        terminal = Terminal.registered(directory);
    }

    @Test
    void saysWhatReliesOnTheGrantBeforeItAsks() throws Exception {
        String grant = grant("");
        clear();
        Terminal.Answer answer =
                terminal.typing("no\n", "revoke", grant, "--key", "lin", "--cause", "unpaid", "--notices", "letters");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.screen())
                .containsSubsequence(
                        "this withdraws grant ",
                        " to Jade Lantern Pictures (",
                        "new material and first showings stop 2026-12-01T",
                        "what is out already may be shown until 2026-12-31T",
                        "for a licensee who disputes the cause in the log before 2026-12-01T",
                        " it is contested until 2026-12-24T",
                        "what relies on it, as the log tells:\n  x-house:SD-2026-0417 (micro-drama",
                        " by Jade Lantern Pictures (",
                        "Sign this? [y/N] ",
                        "not signed");
        assertThat(files("letters")).isEmpty();
        assertThat(terminal.ok("list --kind revocation --quiet")).isEmpty();
    }

    @Test
    void tellsTheLicenseeWhatEndsWhenAndForWhichProductions() throws Exception {
        String grant = grant("");
        clear();
        terminal.ok("revoke " + grant + " --key lin --cause unpaid --yes --notices letters");
        assertThat(files("letters")).hasSize(2);
        assertThat(text("studio"))
                .startsWith("Notice to Jade Lantern Pictures (")
                .contains("Lin Yue (", ") has taken back grant ", "The cause that is stated: unpaid.\n")
                .contains("  x-house:SD-2026-0417 (micro-drama", "--says disputes --key NAME` disputes the cause\n")
                .contains("log     registry.example/likeness/0, entry 5, logged 2026-11-24T");
        JsonNode json = json("studio");
        assertThat(json.at("/withdrawal/cause").asText()).isEqualTo("unpaid");
        assertThat(json.at("/scopes").asText()).isEqualTo("*");
        assertThat(json.at("/ends/contested").asBoolean()).isFalse();
        assertThat(json.at("/ends/disputed").asText()).startsWith("2026-12-24T");
        assertThat(json.at("/productions/0/id").asText()).isEqualTo("x-house:SD-2026-0417");
        assertThat(json.toString()).doesNotContain("Jade", "Lin");
    }

    @Test
    void tellsEverybodyDownTheChainOfLicencesOfTheirsAlone() throws Exception {
        register("house", "Second House");
        register("third", "Third Hand");
        String grant = grant(" --sublicensing any");
        String passed = passOn(" --licensee @house --sublicensing any --key studio --under " + grant);
        String again = passOn(" --licensee @third --key house --under " + passed);
        terminal.ok("revoke " + grant + " --key lin --cause unpaid --yes --notices letters");
        assertThat(files("letters")).hasSize(6);
        assertThat(text("third"))
                .contains("Grant " + shown(again) + ", which passed it on to you")
                .doesNotContain(shown(passed), "passed on to ");
        assertThat(text("house"))
                .contains("Grant " + shown(passed) + ", which passed it on to you")
                .contains("passed on to Third Hand (");
        assertThat(text("studio"))
                .contains("passed on to Second House (")
                .doesNotContain("which passed it on to you", "Third Hand");
        assertThat(json("house").at("/passedOn")).hasSize(2);
        assertThat(text("house") + json("house")).doesNotContain("dispute");
        assertThat(text("studio")).contains("--says disputes");
        assertThat(json("third").at("/passedOn/0/signer").asText()).isEqualTo(terminal.party("house"));
    }

    @Test
    void leavesOtherGrantsAndTheirLicenseesAlone() throws Exception {
        register("house", "Second House");
        String grant = grant("");
        terminal.ok(GRANT + " --licensee @house --key lin");
        terminal.ok("revoke " + grant + " --key lin --yes --notices letters");
        assertThat(files("letters")).hasSize(2).allMatch(file -> file.contains("-to-" + shownParty("studio")));
    }

    @Test
    void tellsWhichPartIsTakenBack() throws Exception {
        String grant = grant("");
        terminal.write("body.json", BODY);
        Terminal.Answer answer =
                terminal.typing("y\n", "revoke", grant, "--key", "lin", "--scope", "body.json", "--notices", "letters");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.screen())
                .containsSubsequence(
                        "this withdraws of grant ",
                        " only:\n  body (depicted), by any; on any",
                        "Sign this?",
                        "withdrawn in part as ");
        assertThat(text("studio"))
                .contains("has taken back a part of grant ", "What is taken back, and nothing else\n  body (depicted)");
        assertThat(json("studio").at("/scopes/0/modalities/0").asText()).isEqualTo("body");
        terminal.waitUntil(Instant.parse("2026-12-25T10:00:00Z"));
        assertThat(terminal.type("verify manifest.json").out()).startsWith("BLOCKED: ");
        terminal.write("face.json", manifest().replace("[\"face\",\"body\"]", "[\"face\"]"));
        assertThat(terminal.type("verify face.json").out()).startsWith("CLEARED: ");
    }

    @Test
    void saysThatTheGrantWasWithdrawnAlready() {
        String grant = grant("");
        String first =
                terminal.ok("revoke " + grant + " --key lin --yes --quiet").strip();
        assertThat(terminal.typing("no\n", "revoke", grant, "--key", "lin").screen())
                .contains("it was withdrawn already, as " + shown(first)
                        + ": new material and first showings stop 2026-12-24T");
        terminal.ok("lift id:" + first + " --key lin --yes");
        assertThat(terminal.typing("no\n", "revoke", grant, "--key", "lin").screen())
                .doesNotContain("withdrawn already");
    }

    @Test
    void saysThatNobodyForeseesAWithdrawalThatIsContested() throws Exception {
        String grant = "id:"
                + terminal.ok(GRANT.replace("--notice P30D --cause P7D", "--notice never --cause P7D")
                                + " --licensee @studio --key lin")
                        .strip();
        terminal.ok("revoke " + grant + " --key lin --cause breach --yes --quiet --notices letters");
        assertThat(text("studio")).contains("it is contested until somebody rules");
        assertThat(json("studio").at("/ends/disputed").asText()).isEqualTo("perpetual");
    }

    @ParameterizedTest
    @ValueSource(strings = {"letters/deeper", "letters"})
    void signsNothingWhereNoNoticeCanBeWritten(String named) throws Exception {
        String grant = grant("");
        terminal.write("letters", "a file");
        Terminal.Answer answer = terminal.type("revoke " + grant + " --key lin --yes --notices " + named);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains("wanted a directory for notices at `", "found a file at `", "nothing was done");
        assertThat(terminal.ok("list --kind revocation --quiet")).isEmpty();
    }

    @Test
    void saysThatTheWithdrawalStandsWhenANoticeCannotBeWritten() throws Exception {
        String grant = grant("");
        Terminal.Answer answer = terminal.type("revoke " + grant + " --key lin --yes --notices " + "long".repeat(100));
        assertThat(answer.code()).isEqualTo(1);
        String id = terminal.ok("list --kind revocation --quiet").strip();
        assertThat(answer.out()).startsWith("withdrawn as " + shown(id));
        assertThat(answer.err())
                .contains("the withdrawal stands as " + shown(id) + ", but a notice could not be written: ")
                .contains("do not withdraw again; `consent notice id:" + id + " --notices DIR` writes them");
        assertThat(terminal.ok("notice id:" + id + " --notices letters")).startsWith("notice to Jade Lantern Pictures");
        assertThat(text("studio")).contains("has taken back grant");
    }

    @Test
    void writesTheNoticesEvenWhenTheReceiptCannotBeWritten() throws Exception {
        String grant = grant("");
        Path receipts = directory.resolve("consent/keys/receipts");
        try (Stream<Path> kept = Files.list(receipts)) {
            for (Path receipt : kept.toList()) {
                Files.delete(receipt);
            }
        }
        Files.delete(receipts);
        Files.writeString(receipts, "a file");
        Terminal.Answer answer = terminal.type("revoke " + grant + " --key lin --yes --notices letters");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).startsWith("withdrawn as ");
        assertThat(answer.err())
                .contains("the withdrawal stands as ", "but its receipt could not be written: ")
                .contains("do not withdraw again; `consent log prove id:");
        assertThat(files("letters")).hasSize(2);
    }

    @Test
    void writesOverNoFile() throws Exception {
        String id = revoked();
        Path kept = file("studio", ".txt");
        String words = Files.readString(kept);
        terminal.ok("notice " + id + " --notices letters");
        assertThat(kept).hasContent(words);
        Files.writeString(kept, "mine");
        Files.delete(file("studio", ".json"));
        Terminal.Answer answer = terminal.type("notice " + id + " --notices letters");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("wanted no file `").contains("found one");
        assertThat(kept).hasContent("mine");
    }

    @Test
    void followsNoLinkThatStandsWhereANoticeShould() throws Exception {
        String id = revoked();
        Path kept = file("studio", ".txt");
        Files.delete(kept);
        Files.createSymbolicLink(kept, directory.resolve("elsewhere"));
        assertThat(terminal.type("notice " + id + " --notices letters").code()).isEqualTo(1);
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void letsNoNameChooseWhereANoticeGoesOrWhatItSays() throws Exception {
        String name = "../../<b>Night</b> & Market {id} {entry} `rm`";
        terminal.ok("party register --key night --kind organisation --name \"" + name + "\" --alias night --yes");
        String grant =
                "id:" + terminal.ok(GRANT + " --licensee @night --key lin").strip();
        terminal.ok("revoke " + grant + " --key lin --yes --notices letters");
        assertThat(files("letters"))
                .hasSize(2)
                .allMatch(file -> file.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}-to-([a-z2-7]{4}-){3}[a-z2-7]{4}\\.\\w+"));
        assertThat(text("night")).startsWith("Notice to " + name + " (" + shownParty("night") + ")\n");
        assertThat(json("night").at("/to").asText()).isEqualTo(terminal.party("night"));
    }

    @Test
    void letsNoProductionSteerTheReader() throws Exception {
        String grant = grant("");
        clear(manifest().replace("\"launch\"", "\"launch \\u202e\""), 2);
        clear(manifest().replace("\"launch\"", "\"launch<script>{id}\""), 0);
        terminal.ok("revoke " + grant + " --key lin --yes --notices letters");
        assertThat(text("studio")).contains("      launch<script>{id}: on micro-drama-app in CN, shown ");
        assertThat(json("studio").at("/productions/0/releases/0/id").asText()).isEqualTo("launch<script>{id}");
    }

    @Test
    void saysThatAWithdrawalWithAStolenKeyIsInDoubt() throws Exception {
        String id = revoked();
        assertThat(text("studio")).doesNotContain("There is doubt");
        terminal.ok("key compromised lin --since 2026-11-24T10:01:00Z --yes");
        Files.delete(file("studio", ".txt"));
        Files.delete(file("studio", ".json"));
        terminal.ok("notice " + id + " --notices letters");
        assertThat(text("studio"))
                .contains(
                        "There is doubt about it, and what it touches is undetermined: its key was declared compromised");
        assertThat(json("studio").at("/withdrawal/doubtful").asBoolean()).isTrue();
    }

    @Test
    void writesNoNoticeOfAWithdrawalThatWasLifted() throws Exception {
        String id = revoked();
        terminal.ok("lift " + id + " --key lin --yes");
        Terminal.Answer answer = terminal.type("notice " + id + " --notices later");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("wanted a withdrawal that stands, found one that was lifted");
        assertThat(files("later")).isEmpty();
    }

    @Test
    void writesNoNoticeOfAnythingElse() throws Exception {
        Terminal.Answer answer = terminal.type("notice " + grant("") + " --notices letters");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("wanted the withdrawal of a grant, found the grant");
    }

    @Test
    void asksForACauseThatThereIsBeforeItAsksAnything() throws Exception {
        Terminal.Answer answer = terminal.typing("y\n", "revoke", grant(""), "--key", "lin", "--cause", "unpayed");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("`unpayed`", "did you mean `unpaid`?").doesNotContain("Sign this?");
    }

    private String grant(String more) {
        return "id:"
                + terminal.ok(GRANT + " --licensee @studio --key lin" + more).strip();
    }

    private String passOn(String more) {
        return "id:" + terminal.ok(GRANT + more).strip();
    }

    private String revoked() {
        return "id:"
                + terminal.ok("revoke " + grant("") + " --key lin --yes --quiet --notices letters")
                        .strip();
    }

    private void register(String alias, String name) {
        terminal.ok("party register --key " + alias + " --kind organisation --name \"" + name + "\" --alias " + alias
                + " --yes");
    }

    private String manifest() throws IOException {
        return Files.readString(directory.resolve("manifest.json"));
    }

    private void clear() throws Exception {
        clear(manifest(), 0);
    }

    private void clear(String manifest, int code) throws Exception {
        terminal.write("clear.json", manifest);
        Terminal.Answer answer = terminal.type("manifest sign clear.json --key studio");
        if (answer.code() == 0) {
            answer = terminal.type("verify clear.json --clearance --key studio");
        }
        assertThat(answer.code()).as(answer.screen()).isEqualTo(code);
    }

    private List<String> files(String place) throws IOException {
        if (!Files.exists(directory.resolve(place))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.resolve(place))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path file(String alias, String end) throws IOException {
        String to = "-to-" + shownParty(alias) + end;
        return directory
                .resolve("letters")
                .resolve(files("letters").stream()
                        .filter(file -> file.endsWith(to))
                        .findFirst()
                        .orElseThrow());
    }

    private String text(String alias) throws IOException {
        return Files.readString(file(alias, ".txt"));
    }

    private JsonNode json(String alias) throws IOException {
        String json = Files.readString(file(alias, ".json"));
        ReportingTest.holds("notice", json);
        return Schemas.json(json);
    }

    private String shownParty(String alias) {
        try {
            return shown(terminal.party(alias));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(String id) {
        try {
            return Id.parse(id.replace("id:", "")).shown();
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
