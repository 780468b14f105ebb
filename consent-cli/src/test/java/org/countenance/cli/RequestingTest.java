package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a blocked verdict to the performers' signatures and back to a cleared manifest. */
class RequestingTest {

    private static final String USE = "\"uses\":[";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void registersASecondPerformer() throws IOException {
        terminal = Terminal.registered(directory);
        terminal.ok("party register --key mei --kind person --adult --name \"Zhao Mei\" --alias mei");
        String manifest = Files.readString(directory.resolve("manifest.json"));
        terminal.write(
                "manifest.json", manifest.replace(USE, USE + use("u2", "lip-sync") + "," + use("u3", "capture") + ","));
    }

    private String use(String id, String technique) throws IOException {
        return """
                {"id":"${use}","asset":"ep01-sh010","person":"${mei}","role":"depicted","character":"Grandmother",
                 "portrays":"adult","modalities":["face","voice"],"technique":"${technique}",
                 "made":{"from":"2026-11-10T02:00:00Z","until":"2026-11-10T03:00:00Z"},"seconds":4,"credited":true}""".replace("${use}", id)
                .replace("${mei}", terminal.party("mei"))
                .replace("${technique}", technique);
    }

    private List<String> request() {
        terminal.type("verify manifest.json --format json=verdict.json");
        return terminal.ok("request --from verdict.json --into requests")
                .lines()
                .toList();
    }

    @Test
    void clearsTheManifestWhenEachPerformerHasSignedHers() {
        List<String> files = request();
        assertThat(files).hasSize(2);
        for (String file : files) {
            String key = terminal.type("grant --key mei --yes --intended-use \"The Jade Hairpin\" -f " + file)
                                    .code()
                            == 0
                    ? "mei"
                    : "lin";
            if (key.equals("lin")) {
                terminal.ok("grant --key lin --yes --intended-use \"The Jade Hairpin\" -f " + file);
            }
        }
        assertThat(terminal.ok("verify manifest.json")).startsWith("CLEARED");
        assertThat(terminal.ok("show id:"
                        + terminal.ok("list --person @lin --kind grant --quiet").strip()))
                .contains("without speech");
    }

    @Test
    void showsAllConsentsTogetherAndThatTheMaterialExists() {
        request();
        String file = "requests/" + new org.countenance.record.Id(party("mei")).shown() + ".json";
        Terminal.Answer answer =
                terminal.typing("Grandmother in The Jade Hairpin\nyes\n", "grant", "--key", "mei", "-f", file);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("In your own words: what is it for?")
                .contains("as      any character")
                .contains("ratifies what was made already")
                .contains("made by capture, lip-sync")
                .contains("30 days after you say so");
    }

    @Test
    void tellsWhomEachFileIsForAndWhatNoGrantWouldClear() {
        terminal.ok("prohibit --key lin --scope any --reach all --yes");
        terminal.type("verify manifest.json --format json=verdict.json");
        Terminal.Answer answer = terminal.type("request --from verdict.json --into requests");
        assertThat(answer.code()).isZero();
        assertThat(answer.out().lines()).hasSize(1);
        assertThat(answer.err())
                .contains("is for 2 uses, to be signed by")
                .contains("consent: warning: no grant would clear use `u1`: LC10")
                .contains("`consent explain LC10");
    }

    @Test
    void refusesFlagsBesideAFileThatSaysItAll() {
        Terminal.Answer answer = terminal.type("grant --key lin -f " + request().get(0) + " --territory CN --yes");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("wanted -f or flags that say what is allowed, found both");
        assertThat(terminal.ok("list --kind grant")).isEmpty();
    }

    @Test
    void showsEveryTermThatIsEasyToOverlook() {
        terminal.type(
                "grant --key lin --licensee @studio --production any --character Mei,Wei --role any --modality face "
                        + "--technique capture --context none --medium svod --territory 001,-CN --language any --made any "
                        + "--shown 2026-12-01/2027-12-01 --notice P1M --cause P1D --released continue --exclusive "
                        + "--survives-death --sublicensing @studio --intended-use \"two roles in a play\" --yes");
        assertThat(terminal.ok(
                        "show id:" + terminal.ok("list --kind grant --quiet").strip()))
                .contains("as      2 characters")
                .contains("exclusive: you promise the same to nobody else")
                .contains("holds after your death")
                .contains("may be passed on to Jade Lantern Pictures")
                .contains("by withdrawal, 1 month after you say so, 1 day with a cause; work already out stays");
    }

    private String party(String alias) {
        try {
            return terminal.party(alias);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
